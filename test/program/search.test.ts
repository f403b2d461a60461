import { describe, expect, it } from "vitest";
import { cstip, json } from "../support/program.ts";

interface Hit {
  readonly score: number;
  readonly tip: { readonly id: string; readonly topics: readonly string[]; readonly published: string };
  readonly matches: readonly {
    readonly field: string;
    readonly text: string;
    readonly words: readonly string[];
  }[];
}

describe("cstip search", () => {
  it("corrects a misspelt word and says so on stderr", () => {
    const { code, stdout, stderr } = cstip(["search", "empthy"]);
    expect(code).toBe(0);
    expect(stderr).toBe(
      "cstip: showing results for empathy, not 'empthy': --exact looks for what you typed\n",
    );
    expect(stdout).toMatch(/^#\d+ .*Empathy/);
    expect(cstip(["search", "empthy", "--exact"])).toMatchObject({ code: 1, stdout: "" });
  });

  it("marks the words that answer: with stars, and with color where there is color", () => {
    expect(cstip(["search", "apology"]).stdout).toMatch(/\*apolog\w+\*/i);
    const colored = cstip(["search", "apology", "--format", "card", "--color", "always"]).stdout;
    expect(colored).not.toContain("*");
    expect(colored).toMatch(new RegExp(`${String.fromCharCode(27)}\\[35mapolog`, "i"));
  });

  it("explains each hit in JSON", () => {
    const [first] = json<Hit[]>(["search", "water", "heater"]);
    expect(first).toMatchObject({ score: 1, tip: { id: "a-dent-for-dana" } });
    expect(first?.matches[0]?.words.map((word) => word.toLowerCase())).toEqual(
      expect.arrayContaining(["water"]),
    );
    for (const { text, words } of first?.matches ?? [])
      for (const word of words) expect(text).toContain(word);
  });

  it("says nothing on stdout where nothing fits, names what is near, and leaves 1", () => {
    expect(cstip(["search", "javascript", "framework"])).toMatchObject({ code: 1, stdout: "" });
    const { code, stdout, stderr } = cstip(["search", "empat", "--exact", "--json"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "[]\n" });
    expect(stderr).toBe("cstip: nothing fits 'empat': did you mean empathy or empathetic?\n");
  });

  it.each([
    [["scared", "patient", "dentist"], "without 'dentist' there is something, 'cstip search scared patient'"],
    [["loan", "denied"], "without 'loan' there is something, 'cstip search denied'"],
    [
      ['customer says "water hold heater"'],
      "words in quotation marks must stand side by side; without the marks there is something",
    ],
    [["my boss is an idiot"], "without 'idiot' there is something, 'cstip search boss'"],
    [["manger"], "did you mean manager?"],
    [["--exact", "seething"], "without --exact there is something"],
    [["empathyx", "qqqq", "wwww", "zzzz"], "did you mean empathy?"],
    [["kunde", "ist", "wütend"], "try another word, or see 'cstip topics'"],
  ])("says what would find something: %j", (words, advice) => {
    const { code, stdout, stderr } = cstip(["search", ...words]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.endsWith(`: ${advice}\n`), stderr).toBe(true);
    const suggested = /'cstip search (.*)'/.exec(advice)?.[1];
    if (suggested) expect(cstip(["search", ...suggested.split(" ")]).code).toBe(0);
  });

  it("blames the filter where it is the filter, and not the word", () => {
    expect(cstip(["search", "calm", "--year", "2019"]).stderr).toBe(
      "cstip: none of the tips that --year leaves fits 'calm': loosen a filter\n",
    );
    expect(cstip(["search", "qqqq", "--year", "2026"]).stderr).toContain("nothing fits 'qqqq'");
  });

  it("lists what has none of the words behind what has, under a heading", () => {
    const { stdout } = cstip(["search", "refund"]);
    const [found = "", related = ""] = stdout.split("Related, without your words:");
    for (const entry of found.trim().split("\n\n")) expect(entry).toMatch(/\*refund\w*\*/i);
    expect(related.trim().split("\n").length).toBeGreaterThan(3);
    for (const { matches, related: isRelated } of json<(Hit & { related?: boolean })[]>(["search", "refund"]))
      expect(matches.every(({ words }) => words.length === 0)).toBe(isRelated === true);
  });

  it("says which of a few words no tip has, and is silent on those of a question", () => {
    const { code, stderr } = cstip(["search", "angry", "dentist"]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: "cstip: no tip has 'dentist': showing what fits the rest\n",
    });
    for (const words of [["angry", "customer"], ["guest complains about cold soup"]])
      expect(cstip(["search", ...words])).toMatchObject({ code: 0, stderr: "" });
  });

  it("corrects no word to itself", () => {
    expect(cstip(["search", "elderly"])).toMatchObject({ code: 0, stderr: "" });
  });

  it("keeps to a topic, a year and a limit", () => {
    const hits = json<Hit[]>(["search", "angry", "customer", "--topic", "co-worker"]);
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.every(({ tip }) => tip.topics.includes("co-worker"))).toBe(true);
    expect(
      json<Hit[]>(["search", "customer", "--year", "2014"]).every(({ tip }) =>
        tip.published.startsWith("2014"),
      ),
    ).toBe(true);
    expect(json<Hit[]>(["search", "customer", "service"])).toHaveLength(10);
    expect(json<Hit[]>(["search", "customer", "service", "-n", "3"])).toHaveLength(3);
  });

  it("leaves out what a minus is before, wherever it stands, and takes quotes", () => {
    const ids = (args: string[]) => json<Hit[]>(["search", ...args]).map(({ tip }) => tip.id);
    expect(ids(["apology"])).toContain("the-miracle-of-an-apology");
    expect(ids(["apology", "-shipment", "-delivery"])).not.toContain("the-miracle-of-an-apology");
    expect(ids(["-hold", "queue"])).not.toContain("going-from-negative-to-nirvana");
    expect(ids(['"water heater"'])).toEqual(["a-dent-for-dana"]);
  });

  it("wants something to look for", () => {
    for (const words of [[], [""], ["  "]]) expect(cstip(["search", ...words]).code).toBe(2);
  });

  it("does not take long over thousands of words that are none, and names nothing twice", () => {
    const words = Array.from({ length: 15_000 }, (_, index) => {
      const letters = (index * 7_919 + 11_881_376).toString(26).slice(-5);
      return `qz${letters.replace(/\d/g, (digit) => String.fromCharCode(112 + Number(digit)))}`;
    });
    const start = Date.now();
    expect(cstip(["search", words.join(" ")])).toMatchObject({ code: 1, stdout: "" });
    expect(Date.now() - start).toBeLessThan(10_000);
    expect(cstip(["search", "empat", "empat", "--exact"]).stderr).toMatch(
      /did you mean empathy or empathetic\?\n$/,
    );
  });

  it("takes a megabyte of words, and bytes of any kind, in its stride", () => {
    expect(cstip(["search", "empathy ".repeat(12_000)]).code).toBe(0);
    expect(cstip(["search", "\u001b[31m\u202eempathy\u0007"]).code).toBe(0);
    const { stderr } = cstip(["search", "\u001b]0;qwxzv\u0007\u202exzqwk"]);
    expect(stderr).toMatch(/^[\x20-\x7e’…]*\n$/);
  });
});
