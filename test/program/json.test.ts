import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import schema from "../../data/tips.schema.json" with { type: "json" };
import { corpus, library } from "../support/context.ts";
import { cstip, json, scratchFolder } from "../support/program.ts";

/** The public format: what scripts of others rely on. */

const ajv = new Ajv2020({ allErrors: true, strict: false });
ajv.addSchema(schema, "corpus");
const isTip = ajv.compile({ $ref: "corpus#/$defs/tip" });

const tip = {
  asymmetricMatch: (value: unknown) => isTip(value) === true,
  toString: () => "a tip as its schema says",
};

interface Hit {
  readonly score: number;
  readonly number: number;
  readonly related?: boolean;
  readonly tip: { readonly id: string };
  readonly matches: readonly { readonly field: string; readonly text: string; readonly words: string[] }[];
}

describe("--json", () => {
  it("of show and random is a tip", () => {
    expect(json(["show", "lift-it-up"])).toEqual(corpus.tips.find(({ id }) => id === "lift-it-up"));
    for (const args of [["random"], ["random", "--seed", "7"], ["random", "--any"]])
      expect(json(args)).toEqual(tip);
  });

  it("of today is its date, its week, the reason and the tip, and nothing else", () => {
    for (const [date, from, to, number, reason] of [
      ["2026-01-20", "2026-01-20", "2026-01-26", 2924, "published"],
      ["2026-12-30", "2026-12-29", "2027-01-04", 2973, "season"],
      ["1969-12-31", "1969-12-30", "1970-01-05", -1, "season"],
      ["2026-11-23", "2026-11-17", "2026-11-23", 2967, "rotation"],
    ] as const)
      expect(json(["today", date])).toEqual({ date, week: { from, to, number }, reason, tip });
  });

  it("of today is dates at both ends of the calendar", () => {
    expect(json(["today", "0001-01-01"])).toMatchObject({ date: "0001-01-01", tip });
    expect(json(["today", "9999-12-31"])).toMatchObject({ date: "9999-12-31", tip });
  });

  it("of list is an array of all tips, newest first, each with its number", () => {
    const tips = json<{ number: number }[]>(["list"]);
    expect(tips).toEqual(library.tips.map((one, index) => ({ ...one, number: index + 1 })));
    expect(tips.map(({ number: _, ...rest }) => rest)).toEqual(Array(44).fill(tip));
    const [third] = json<{ number: number; id: string }[]>(["list", "--year", "2017", "--limit", "1"]);
    expect(json(["show", String(third?.number)])).toMatchObject({ id: third?.id });
  });

  it("of list and show says what is a favorite, and nothing of what is none", () => {
    const home = scratchFolder();
    const before = [json(["list"], { home }), json(["show", "4"], { home })];
    cstip(["fav", "add", "4"], { home });
    const [list, shown] = before as [object[], object];
    expect(json(["show", "4"], { home })).toEqual({ ...shown, favorite: true });
    expect(json(["show", "3"], { home })).not.toHaveProperty("favorite");
    expect(json(["list"], { home })).toEqual(list.with(3, { ...list[3], favorite: true }));
    expect(json(["favorite"], { home })).toEqual([{ ...list[3], favorite: true }]);
  });

  it("of list and show is imported again as the same tips, and nothing more of it is stored", () => {
    const home = scratchFolder();
    cstip(["fav", "add", "4"], { home });
    for (const args of [["list"], ["favorite"], ["show", "4"], ["search", "angry"]]) {
      const input = cstip([...args, "--json"], { home }).stdout;
      expect(cstip(["import", "-"], { home, input })).toMatchObject({ code: 0, stderr: "" });
      // All of them are ours already.
      expect(cstip(["library", "list"], { home }).stdout, args.join(" ")).toBe("");
    }
    const [fourth] = json<object[]>(["favorite"], { home });
    const input = JSON.stringify([{ ...fourth, takeaway: "Ours.", origin: undefined }]);
    expect(cstip(["import", "-"], { home, input }).code).toBe(0);
    const stored = readFileSync(join(home, ".local/share/cstip/library.json"), "utf8");
    expect(stored).toContain('"Ours."');
    expect(stored).not.toMatch(/"(number|favorite)"/);
  });

  it("of topics is an array of id, name, description and the number of tips", () => {
    const topics = json<{ id: string; tips: number }[]>(["topics"]);
    expect(topics).toEqual(
      corpus.topics.map((topic) => ({
        ...topic,
        tips: corpus.tips.filter((one) => one.topics.includes(topic.id)).length,
      })),
    );
    for (const { id, tips } of topics.slice(0, 3)) expect(json(["list", "--topic", id])).toHaveLength(tips);
  });

  it("of search is an array of score, tip and matches, best first", () => {
    const hits = json<Hit[]>(["search", "angry customer on the phone"]);
    expect(hits.length).toBeGreaterThan(2);
    expect(hits[0]?.score).toBe(1);
    hits.forEach(({ score, matches, ...rest }, index) => {
      expect(rest).toEqual({ tip, number: expect.any(Number), ...(rest.related && { related: true }) });
      expect(library.tips[rest.number - 1]?.id).toBe(rest.tip.id);
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(hits[index - 1]?.score ?? 1);
      for (const { field, text, words } of matches) {
        expect(field).toMatch(/^[a-z]+$/);
        for (const word of words) expect(text).toContain(word);
      }
    });
  });

  it("is the same before and behind the command, short and long", () => {
    const { stdout } = cstip(["list", "--json"]);
    for (const args of [
      ["--json", "list"],
      ["--format", "json", "list"],
      ["list", "--format=json"],
      ["-f", "json", "list"],
      ["list", "-fjson"],
      ["list", "--json", "--format", "json"],
    ])
      expect(cstip(args).stdout).toBe(stdout);
  });

  it("has no color, whatever asks for it, and no other width", () => {
    const { stdout } = cstip(["today", "2026-01-20", "--json"]);
    expect(cstip(["today", "2026-01-20", "--json", "--color", "always", "--width", "20"]).stdout).toBe(
      stdout,
    );
    expect(cstip(["today", "2026-01-20", "--json"], { env: { FORCE_COLOR: "3", LC_ALL: "C" } }).stdout).toBe(
      stdout,
    );
  });
});

describe("cstip list", () => {
  const ids = (args: readonly string[]) => json<{ id: string }[]>(["list", ...args]).map(({ id }) => id);
  const all = library.tips.map(({ id }) => id);

  it("filters by topic, year and dates, both ends included", () => {
    const of = (keep: (one: (typeof library.tips)[number]) => boolean) =>
      library.tips.filter(keep).map(({ id }) => id);
    expect(ids(["--topic", "empathy"])).toEqual(of(({ topics }) => topics.includes("empathy")));
    expect(ids(["-t", "Follow-up", "-t", "empathy"])).toEqual(
      of(({ topics }) => topics.includes("empathy") || topics.includes("follow-up")),
    );
    expect(ids(["--year", "2026"])).toEqual(of(({ published }) => published.startsWith("2026")));
    const [first, last] = ["2026-01-13", "2026-02-03"];
    expect(ids(["--since", "1/13/26", "--until", last])).toEqual(
      of(({ published }) => published >= first && published <= last),
    );
    expect(ids(["--since", "2026-01-20", "--until", "2026-01-20"])).toEqual([
      "identify-your-point-of-empathy",
    ]);
  });

  it("sorts, turns round and stops", () => {
    expect(ids(["--reverse"])).toEqual([...all].reverse());
    expect(ids(["-r", "-n3"])).toEqual([...all].reverse().slice(0, 3));
    expect(ids(["--limit", "1000000"])).toEqual(all);
    const titles = json<{ title: string }[]>(["list", "--sort", "title"]).map(({ title }) =>
      title
        .toLowerCase()
        .replace(/’/g, "")
        .replace(/[^a-z\d]+/g, " "),
    );
    expect(titles).toEqual([...titles].sort());
    const topics = json<{ topics: string[] }[]>(["list", "-s", "topic"]).map((one) => one.topics[0]);
    expect(topics).toEqual([...topics].sort());
  });

  it("numbers the tips as show takes them, whatever the list leaves out", () => {
    const rows = cstip(["list", "--topic", "empathy", "--sort", "title"]).stdout.trimEnd().split("\n");
    for (const row of rows.slice(0, 3)) {
      const [number = "", published, id, title] = row.split("\t");
      expect(json(["show", number])).toMatchObject({ id, published, title });
    }
  });
});

describe("cstip show", () => {
  it("takes an id, its start, a number, a title and words of it, in one word or several", () => {
    const { stdout } = cstip(["show", "identify-your-point-of-empathy"]);
    for (const args of [
      ["identify-your-p"],
      ["Identify Your Point of Empathy"],
      ["identify", "your", "point", "of", "empathy"],
      ["point of empathy"],
      [String(library.tips.findIndex(({ id }) => id === "identify-your-point-of-empathy") + 1)],
    ])
      expect(cstip(["show", ...args]).stdout).toBe(stdout);
  });

  it("takes several by number or id, each after the other; as JSON, an array of those alone", () => {
    const home = scratchFolder();
    const each = ["3", "lift-it-up"].map((tip) => cstip(["show", tip]).stdout);
    expect(cstip(["show", "3", "lift-it-up"], { home }).stdout).toBe(each.join("\n"));
    expect(json(["show", "3", "4"])).toEqual([json(["show", "3"]), json(["show", "4"])]);
    expect(json<{ id: string }[]>(["list", "--unread"], { home }).map(({ id }) => id)).not.toContain(
      "lift-it-up",
    );
    expect(cstip(["show", "3", "99"])).toMatchObject({ code: 1, stdout: "" });
  });

  it("is joined by lists of several years", () => {
    const ids = (...args: string[]) => json<{ id: string }[]>(["list", ...args]).map(({ id }) => id);
    expect(ids("--year", "2025", "--year", "2017")).toEqual([
      ...ids("--year", "2025"),
      ...ids("--year", "2017"),
    ]);
  });
});
