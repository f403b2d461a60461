import { execFileSync, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Tip } from "../../src/core/tip.ts";
import { tipsFile } from "../bench/make-tips.ts";
import { clockAt } from "../support/clock.ts";
import {
  cstip,
  cstipAsync,
  environmentOf,
  json,
  onTerminal,
  programPath,
  scratchFolder,
} from "../support/program.ts";

const PAGE = `co-worker | Customer Service Solutions, Inc. - Page 9

Look for a Stop Sign - 2/3/26

An opening of our own making, which stands here in place of the one that was published once Read more

Brew It Fresh - 4/1/25

Another opening of our own making, and of a tip that nobody has ever published or will ever publish Read more

Lift It Up – 9/12/23

Posted on in Customer Service Tip of the Week 1 Comment

These are words of a test and of nobody else.

• One item.
• Another item.

Signup for FREE Tips!    Contact Us    More Resources for You    Visit Our Home Page
`;

/** A home with files beside it. */
function homeWith(files: Readonly<Record<string, string>>): { home: string; path: (name: string) => string } {
  const home = scratchFolder();
  const path = (name: string) => join(home, name);
  for (const [name, text] of Object.entries(files)) writeFileSync(path(name), text);
  return { home, path };
}

const SPRING = { from: "03-01", to: "03-14" };
const DEALT = "weeks without a tip of their own show others than before, as other tips take turns in them";
/** The tips of a week in the rotation with those that ship, and with one more. */
const WRAP_IT_UP = "'Wrap It Up Right: Why Follow-Up Communications WOW Customers'";
const BE_BETTER = "'Be Better than AI Customer Service'";

const libraryOf = (home: string) => join(home, ".local", "share", "cstip", "library.json");

describe("cstip import", () => {
  it("lays originals over our digests, says so, and keeps both within reach", () => {
    const { home, path } = homeWith({ "page.txt": PAGE });
    const env = clockAt("2026-11-24");
    const { stdout, code } = cstip(["import", path("page.txt")], { home, env });
    expect({ stdout, code }).toEqual({
      stdout: [
        `${path("page.txt")}: 1 new, 2 in place of ours`,
        "took 3 tips: 1 in full and 2 openings",
        "2 stand in place of ours: 'cstip library remove look-for-a-stop-sign lift-it-up' gives ours back",
        `this week's tip is now 'One Question to Prevent a Follow-up Call' (it was ${WRAP_IT_UP}); ${DEALT}`,
        "",
      ].join("\n"),
      code: 0,
    });
    const original = json<Tip>(["show", "lift-it-up"], { home });
    expect(original).toMatchObject({
      coverage: "full",
      origin: "archive",
      body: ["These are words of a test and of nobody else.", "• One item.\n• Another item."],
      actions: [],
      source: { archive: "co-worker", page: 9 },
    });
    const digest = json<Tip>(["show", "lift-it-up"]);
    expect(json(["show", "lift-it-up", "--digest"], { home })).toEqual(digest);
    expect(original.takeaway).toBe(digest.takeaway);
    expect(original.topics.slice(0, digest.topics.length)).toEqual(digest.topics);
    const card = cstip(["show", "lift-it-up", "--format", "card", "--width", "120"], { home }).stdout;
    const order = [
      "Lift It Up",
      digest.takeaway,
      "These are words",
      "• One item.",
      "The original text, from your own library.",
    ];
    const places = order.map((text) => card.indexOf(text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(json<Tip[]>(["list"], { home })).toHaveLength(45);
  });

  it("keeps what to do under an opening, says whose it is, and marks where the text breaks off", () => {
    const { home, path } = homeWith({ "page.txt": PAGE });
    cstip(["import", path("page.txt")], { home });
    const { actions } = json<Tip>(["show", "look-for-a-stop-sign"]);
    const { stdout } = cstip(["show", "look-for-a-stop-sign"], { home });
    expect(stdout).toContain("published once …\n");
    for (const action of actions) expect(stdout).toContain(`- ${action}\n`);
    expect(stdout).toContain(
      "Note: The original text, from your own library. Only the opening of this tip is known. The takeaway and the actions are ours.",
    );
    const again = cstip(["show", "look-for-a-stop-sign", "--markdown"], { home }).stdout;
    expect(cstip(["import", "-"], { home, input: again }).stdout).toContain("1 unchanged");
  });

  it("keeps topics in any script", () => {
    const home = scratchFolder();
    const input = JSON.stringify({ title: "T", published: "2024-05-07", body: "B.", topics: ["接客"] });
    cstip(["import", "-"], { home, input });
    expect(cstip(["show", "T"], { home }).stdout).toContain("Topics: 接客\n");
    expect(cstip(["topics"], { home }).stdout).toMatch(/^topic-[a-z0-9]+\t1\t接客\t/m);
  });

  it("does not take a tip whose id another file of the same import gives to another", () => {
    const tip = (title: string) =>
      JSON.stringify([{ id: "mine", title, published: "2024-05-07", body: [title] }]);
    const { home, path } = homeWith({ "a.json": tip("One"), "b.json": tip("Two") });
    const { code, stderr } = cstip(["import", path("a.json"), path("b.json")], { home });
    expect(code).toBe(1);
    expect(stderr).toContain(`${path("b.json")}: mine is the id of a tip in ${path("a.json")} too`);
    expect(json<Tip[]>(["library", "list"], { home }).map(({ title }) => title)).toEqual(["One"]);
  });

  it("reads files that were put one behind the other, and takes nothing where the second has a problem", () => {
    const home = scratchFolder();
    const [one, two] = ["One", "Two"].map(
      (title) => `---\ntitle: ${title}\npublished: 2024-05-07\n---\n${title}.\n`,
    );
    const twice = cstip(["import", "-"], { home, input: `${one}\n${two}` });
    expect(twice.stdout).toMatch(/^standard input: 2 new\ntook 2 tips: 2 in full\n/);
    expect(json<Tip>(["show", "one"], { home }).body).toEqual(["One."]);
    const bad = cstip(["import", "-"], { input: `${one}\n${two?.replace("-07", "")}` });
    expect(bad).toMatchObject({ code: 1, stdout: "" });
    expect(bad.stderr).toContain("cstip: standard input:9: published must be a date such as 2026-01-20\n");
  });

  it("names topics that are new, and what is near them, on a dry run too, and known ones never", () => {
    const home = scratchFolder();
    const tip = (...topics: string[]) =>
      JSON.stringify({ title: topics[0], published: "2024-05-07", body: "B.", topics });
    const line = (input: string, ...args: string[]) =>
      /^new topics?: .*$/m.exec(cstip(["import", "-", ...args], { home, input }).stdout)?.[0];
    const slip = tip("made up", "empthy", "Mindset", "接客");
    const said = "new topics: Empthy (did you mean Empathy?), Made up, 接客";
    expect(line(slip, "--dry-run")).toBe(said);
    expect(json<{ newTopics: unknown }>(["import", "--dry-run", "-"], { home, input: slip })).toMatchObject({
      newTopics: [
        { id: "made-up", name: "Made up" },
        { id: "empthy", name: "Empthy", near: "Empathy" },
        { id: expect.stringMatching(/^topic-/), name: "接客" },
      ],
    });
    expect(line(slip)).toBe(said);
    expect(line(tip("made-up", "Co-workers"))).toBeUndefined();
    expect(line(tip("Made Upp"))).toBe("new topic: Made Upp (did you mean Made up?)");
    const many = Array.from({ length: 9 }, (_, at) => JSON.parse(tip(`${"abcdefghi"[at]}`.repeat(9))));
    expect(line(JSON.stringify(many))).toMatch(/^new topics: Aaaaaaaaa, (\w+, ){5}and 3 more$/);
  });

  it("takes the last of a tip that stands twice in one file, and says so", () => {
    const home = scratchFolder();
    const tip = (body: string, title = "Twice") => ({ title, published: "2024-05-07", body });
    const input = JSON.stringify([tip("First."), tip("Other.", "Other"), tip("Last.", "T\u200bwice")]);
    const run = cstip(["import", "-"], { home, input });
    expect(run.stdout).toMatch(/^standard input: 2 new\ntook 2 tips: 2 in full\n/);
    expect({ code: run.code, stderr: run.stderr }).toEqual({
      code: 0,
      stderr: "cstip: standard input: 'Twice' of 2024-05-07 stands twice in it: the last one counts\n",
    });
    expect(json<Tip>(["show", "twice"], { home }).body).toEqual(["Last."]);
    const again = json<{ files: unknown[] }>(["import", "-"], { home, input });
    expect(again.files).toMatchObject([
      { unchanged: 2, notices: [{ what: expect.stringContaining("stands twice") }] },
    ]);
  });

  it("says where a removal gives weeks another tip, and where not", () => {
    const season = SPRING;
    const tip = (id: string, more: object) => ({
      id,
      title: id,
      published: "2024-05-07",
      body: [id],
      ...more,
    });
    const { home, path } = homeWith({
      "a.json": JSON.stringify([tip("plain", {}), tip("spring", { season })]),
    });
    const env = clockAt("2026-11-24");
    cstip(["import", path("a.json")], { home, env });
    expect(cstip(["library", "remove", "spring"], { home, env }).stdout).toBe("removed 'spring'\n");
    expect(cstip(["library", "remove", "plain"], { home, env }).stdout).toBe(
      `removed 'plain'\nthis week's tip is now ${WRAP_IT_UP} (it was ${BE_BETTER}); ${DEALT}\n`,
    );
  });

  it("says what this week's tip becomes, and that it stays, as today then shows it", () => {
    const input = "---\ntitle: Mine\npublished: 2024-03-12\n---\nMine.\n";
    const home = scratchFolder();
    const at = (date: string) => ({ home, env: clockAt(date), input });
    const title = (date: string) => json<{ tip: Tip }>(["today"], at(date)).tip.title;
    const dry = cstip(["import", "--dry-run", "-"], at("2026-11-24")).stdout;
    expect(dry).toContain(
      `\nthis week's tip would be ${BE_BETTER} (it is ${WRAP_IT_UP}); weeks without a tip of their own would show others than before, as other tips would take turns in them\n`,
    );
    // Christmas has its own.
    const kept = cstip(["import", "--dry-run", "-"], at("2026-12-24")).stdout;
    expect(kept).toMatch(/\nweeks without [^\n]* would take turns in them; this week would keep its tip\n$/);
    const before = title("2026-12-24");
    expect(WRAP_IT_UP).toBe(`'${title("2026-11-24")}'`);
    cstip(["import", "-"], at("2026-11-24"));
    expect(BE_BETTER).toBe(`'${title("2026-11-24")}'`);
    expect(title("2026-12-24")).toBe(before);
    const season = `---\ntitle: Dated\npublished: 2026-11-24\nseason: {from: 01-10, to: 01-11}\n---\nDated.\n`;
    expect(cstip(["import", "-"], { ...at("2026-11-24"), input: season }).stdout).toMatch(
      new RegExp(`\nthis week's tip is now 'Dated' \\(it was ${BE_BETTER}\\)\n$`),
    );
  });

  it("names the tips that it takes out, and counts many", () => {
    const titles = ["One", "Two", "Three", "Four", "Five"];
    const input = JSON.stringify(
      titles.map((title) => ({ title, published: "2024-05-07", body: title, season: SPRING })),
    );
    const home = scratchFolder();
    const removed = (...args: string[]) => cstip(["library", "remove", ...args], { home }).stdout;
    cstip(["import", "-"], { home, input });
    expect(removed("two")).toBe("removed 'Two'\n");
    expect(removed("one", "five")).toMatch(/^removed 2 tips: '(One|Five)' and '(One|Five)'\n$/);
    cstip(["import", "-"], { home, input });
    expect(removed("--all")).toBe("removed 5 tips\n");
  });

  it("adds tips that never shipped to everything", () => {
    const { home, path } = homeWith({ "page.txt": PAGE });
    cstip(["import", path("page.txt")], { home });
    expect(json<{ tip: Tip }>(["today", "2025-04-01"], { home }).tip).toMatchObject({
      id: "brew-it-fresh",
      takeaway: "Brew It Fresh",
      topics: ["unsorted"],
    });
    expect(cstip(["show", "brew", "it"], { home }).stdout).not.toContain("Takeaway:");
    expect(cstip(["topics"], { home }).stdout).toMatch(/^unsorted\t1\t/m);
    expect(json<Tip[]>(["list", "--topic", "unsorted"], { home }).map(({ id }) => id)).toEqual([
      "brew-it-fresh",
    ]);
    expect(cstip(["show", "brew-it-fresh", "--digest"], { home })).toMatchObject({ code: 1, stdout: "" });
  });

  it("searches the text of originals, by whatever word stands in it, and our keywords as well", () => {
    const { home, path } = homeWith({
      "page.txt": PAGE.replace("These are words", "These are marmalade words"),
    });
    cstip(["import", path("page.txt")], { home });
    // Tips that are like the best come behind it, and do not have the word.
    const found = (word: string) =>
      json<{ tip: Tip; related?: boolean }[]>(["search", word], { home })
        .filter(({ related }) => !related)
        .map(({ tip }) => tip.id);
    expect(found("marmalade")).toEqual(["lift-it-up"]);
    expect(found("brew")).toContain("brew-it-fresh");
    for (const word of json<Tip>(["show", "lift-it-up"]).keywords.slice(0, 3))
      expect(found(word), word).toContain("lift-it-up");
  });

  it("has a tip of one's own found before ours that say less of it", () => {
    const { home, path } = homeWith({
      "own.md":
        "---\ntitle: Warm Transfer, Always\npublished: 2026-05-12\nkeywords: warm, transfer\n---\nStay on the line.\n",
    });
    cstip(["import", path("own.md")], { home });
    const [first] = json<{ tip: Tip }[]>(["search", "transfer"], { home });
    expect(first?.tip.title).toBe("Warm Transfer, Always");
    expect(json<{ tip: Tip }[]>(["search", "empathy"], { home })[0]?.tip.title).toMatch(/empathy/i);
  });

  it("changes nothing the second time, and never puts an opening in place of a full text", () => {
    const opening =
      "x | Customer Service Solutions, Inc.\n\nLift It Up - 9/12/23\n\nOnly the beginning of it Read more\n";
    const { home, path } = homeWith({ "page.txt": PAGE, "opening.txt": opening });
    cstip(["import", path("opening.txt")], { home });
    expect(json<Tip>(["show", "lift-it-up"], { home }).coverage).toBe("opening");
    expect(cstip(["import", path("page.txt")], { home }).stdout).toContain(
      "1 new, 1 in place of ours, 1 updated",
    );
    const before = readFileSync(libraryOf(home), "utf8");
    const { mtimeMs, ino } = statSync(libraryOf(home));
    const { stdout } = cstip(["import", path("opening.txt"), path("page.txt")], { home });
    expect(stdout).toContain("nothing has changed");
    expect(readFileSync(libraryOf(home), "utf8")).toBe(before);
    expect(statSync(libraryOf(home))).toMatchObject({ mtimeMs, ino });
  });

  it("takes nothing of a file with a problem, tells its line, takes the others, and leaves 1", () => {
    const { home, path } = homeWith({
      "good.txt": PAGE,
      "bad.txt": PAGE.replaceAll("9/12/23", "13/12/23"),
      "other.txt": "a note",
    });
    const { stdout, stderr, code } = cstip(["import", path("bad.txt"), path("other.txt"), path("good.txt")], {
      home,
    });
    expect(code).toBe(1);
    expect(stdout).toContain(`${path("good.txt")}: 1 new, 2 in place of ours`);
    expect(stderr.split("\n")).toEqual([
      `cstip: ${path("bad.txt")}:11: 'Lift It Up' has the date 13/12/23, which does not exist`,
      expect.stringContaining(
        `cstip: ${path("other.txt")}: no tip is found in this text: no line is the heading of an archive page`,
      ),
      "cstip: nothing was taken from 2 of 3 files: see above",
      "",
    ]);
  });

  it("reads folders, passes over files without tips, and follows no loop", () => {
    const { home, path } = homeWith({});
    mkdirSync(path("pages/deeper"), { recursive: true });
    writeFileSync(path("pages/deeper/a.html"), PAGE);
    writeFileSync(path("pages/style.css"), "p { color: red }");
    writeFileSync(path("pages/package.json"), "{}");
    symlinkSync(path("pages"), path("pages/loop"));
    writeFileSync(path("pages/mine.md"), "# Mine\n\nA tip without a date.\n");
    const passed = ["mine.md", "package.json", "style.css"].map((name) => path(`pages/${name}`));
    const { stdout, stderr, code } = cstip(["import", path("pages")], { home });
    expect({ code, total: stdout.split("\n")[1] }).toEqual({
      code: 0,
      total: `took 3 tips: 1 in full and 2 openings; 3 files without tips passed over: ${passed[0]}, ${passed[1]} and ${passed[2]}`,
    });
    expect(stderr.split("\n")).toEqual([
      expect.stringContaining(`${path("pages/mine.md")}: passed over: it has a title and no date`),
      expect.stringContaining(`${path("pages/package.json")}: passed over: it is JSON without tips`),
      "",
    ]);
  });

  it("names a few of the files without tips, and counts the others", () => {
    const { home, path } = homeWith({});
    mkdirSync(path("site"));
    const names = ["a.css", "b.js", "c.png", "d.svg", "e.txt"];
    for (const name of names) writeFileSync(path(`site/${name}`), name === "e.txt" ? "" : "no tip");
    const [a, b, c] = names.map((name) => path(`site/${name}`));
    expect(cstip(["import", path("site")], { home })).toEqual({
      code: 1,
      stdout: "",
      stderr: `cstip: none of 5 files holds a tip (${a}, ${b}, ${c} and 2 more): see 'cstip import --help' for what is read\n`,
    });
    writeFileSync(path("site/page.txt"), PAGE);
    expect(cstip(["import", path("site")], { home }).stdout).toContain(
      `; 5 files without tips passed over: ${a}, ${b}, ${c} and 2 more\n`,
    );
  });

  it("gives a script what it says, also where a file has a problem", () => {
    const { home, path } = homeWith({ "page.txt": PAGE, "bad.json": '{"tips": [{}]}' });
    const { stdout, code } = cstip(["import", "--json", path("page.txt"), path("bad.json")], { home });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      dryRun: false,
      taken: 3,
      updated: 0,
      inPlaceOfOurs: ["look-for-a-stop-sign", "lift-it-up"],
      dealtAnew: true,
      newTopics: [],
      files: [
        {
          name: path("page.txt"),
          new: 1,
          inPlaceOfOurs: 2,
          updated: 0,
          unchanged: 0,
          problems: [],
          notices: [],
        },
        expect.objectContaining({ problems: [{ line: 1, what: "tip 1 has no title" }] }),
      ],
      passedOver: [],
    });
  });

  it("says that weeks have other tips where they have, and only there", () => {
    const { home, path } = homeWith({
      "opening.txt": PAGE.replace(/Brew It Fresh[\s\S]*Read more\n\n/, ""),
      "own.md": "---\ntitle: Mine\npublished: 2026-03-17\n---\nMine.\n",
    });
    const weeks = () => cstip(["export", "-f", "ics"], { home }).stdout.match(/^SUMMARY:.*/gm);
    const before = weeks();
    expect(cstip(["import", path("opening.txt")], { home }).stdout).not.toContain(DEALT);
    expect(weeks()).toEqual(before);
    expect(cstip(["import", path("own.md")], { home }).stdout).toContain(DEALT);
    expect(weeks()).not.toEqual(before);
  });

  it("reads standard input, and writes nothing on a dry run", () => {
    const home = scratchFolder();
    expect(cstip(["import", "--dry-run", "-"], { home, input: PAGE }).stdout).toContain("would take 3 tips");
    expect(existsSync(libraryOf(home))).toBe(false);
    expect(cstip(["import", "-"], { home, input: PAGE }).stdout).toContain("standard input: 1 new");
  });

  it("prints its report as JSON where there is nothing to take, too", () => {
    const { home, path } = homeWith({});
    mkdirSync(path("empty"));
    const run = cstip(["import", "--json", path("empty")], { home });
    expect(run).toMatchObject({
      code: 1,
      stderr: "cstip: there is no file there: see 'cstip import --help' for what is read\n",
    });
    expect(JSON.parse(run.stdout)).toMatchObject({ taken: 0, files: [], passedOver: [] });
    expect(cstip(["import", path("empty")], { home })).toMatchObject({ code: 1, stdout: "" });
  });

  it.skipIf(!existsSync("/proc/kmsg"))("does not wait for the end of a file that has none", () => {
    expect(cstip(["import", "/proc/kmsg"]).code).toBe(1);
  });

  it("says in one line what cannot be read, and waits for no pipe", () => {
    const { home, path } = homeWith({});
    execFileSync("mkfifo", [path("pipe")]);
    const run = cstip(["import", "/dev/zero", path("pipe"), path("none")], { home });
    expect(run.code).toBe(1);
    expect(run.stderr.split("\n")).toEqual([
      expect.stringContaining("cstip: /dev/zero: it is no regular file"),
      expect.stringContaining(`cstip: ${path("pipe")}: it is no regular file`),
      `cstip: ${path("none")}: it cannot be read (no such file or directory)`,
      "cstip: nothing was taken from 3 of 3 files: see above",
      "",
    ]);
  });

  it("stores nothing that could reach a terminal as a command", () => {
    const { home, path } = homeWith({
      "page.txt": PAGE.replace(
        "These are words",
        "These \u001b[31mare\u001b]52;c;aGk=\u0007 \u202ewords\u200b",
      ),
    });
    cstip(["import", path("page.txt")], { home });
    expect(json<Tip>(["show", "lift-it-up"], { home }).body[0]).toBe(
      "These are words of a test and of nobody else.",
    );
    expect(readFileSync(libraryOf(home), "utf8")).not.toMatch(/\\u00|[\u202e\u200b]/);
  });

  it("leaves 3 and an unharmed file where the library is damaged, and tips are shown all the same", () => {
    const { home, path } = homeWith({ "page.txt": PAGE });
    cstip(["import", path("page.txt")], { home });
    for (const damage of [
      "{ no json",
      "",
      "[]",
      '{"tips": 5}',
      readFileSync(libraryOf(home), "utf8").slice(0, 700),
    ]) {
      writeFileSync(libraryOf(home), damage);
      const { code, stderr } = cstip(["import", path("page.txt")], { home });
      expect(code).toBe(3);
      expect(stderr).toContain(libraryOf(home));
      const today = cstip(["today", "2026-01-20"], { home });
      expect(today.stdout).toContain("Identify Your Point of Empathy");
      expect(today.stderr).toMatch(/^cstip: the library .* cannot be read [^\n]*\n$/);
      expect(readFileSync(libraryOf(home), "utf8")).toBe(damage);
    }
  });

  it("reads a library that another hand has set, without its damaged entries", () => {
    const { home, path } = homeWith({ "page.txt": PAGE });
    cstip(["import", path("page.txt")], { home });
    const library = JSON.parse(readFileSync(libraryOf(home), "utf8"));
    library.tips.push({ id: "no tip" });
    writeFileSync(libraryOf(home), JSON.stringify(library, null, 4));
    const { stdout, stderr } = cstip(["today", "2025-04-01"], { home });
    expect(stdout).toContain("Brew It Fresh");
    expect(stderr).toBe(`cstip: ${libraryOf(home)} holds 1 entry that is no tip\n`);
  });
});

describe("the progress line", () => {
  it("is shown on a terminal for what takes long, is gone in the end, and is shown nowhere else", () => {
    const { home, path } = homeWith({ "many.json": tipsFile(12_000), "page.txt": PAGE });
    const { stdout } = onTerminal(`cstip import --dry-run ${path("many.json")}`, { home });
    const lines = stdout.split("\r\u001b[K");
    expect(lines.some((line) => /^reading .*many\.json, \d+ MB$/.test(line))).toBe(true);
    expect(lines.at(-1)).toContain("12000 new");
    const long = path(`${"a-long-name-".repeat(15)}.json`);
    writeFileSync(long, tipsFile(12_000));
    const [, ...drawn] = onTerminal(`cstip import --dry-run ${long}`, { home }).stdout.split("\r\u001b[K");
    expect(drawn.length).toBeGreaterThan(1);
    for (const line of drawn.slice(0, -1)) expect(line.length).toBeLessThan(80);
    expect(onTerminal(`cstip import --dry-run ${path("page.txt")}`, { home }).stdout).not.toContain("\u001b");
    expect(cstip(["import", "--dry-run", path("many.json")], { home }).stderr).toBe("");
  });
});

describe("several at once, and none to the end", () => {
  it("loses nothing when ten import at once", async () => {
    const home = scratchFolder();
    const runs = Array.from({ length: 10 }, (_, at) => {
      const file = join(home, `${at}.json`);
      writeFileSync(file, tipsFile(30, at * 30));
      return cstipAsync(["import", file], { home });
    });
    expect((await Promise.all(runs)).map(({ code }) => code)).toEqual(Array.from({ length: 10 }, () => 0));
    expect(json<Tip[]>(["library", "list"], { home })).toHaveLength(300);
  });

  it("leaves the old library or the new one wherever it is killed", async () => {
    const home = scratchFolder();
    const [old, more] = [join(home, "old.json"), join(home, "more.json")];
    writeFileSync(old, tipsFile(50));
    writeFileSync(more, tipsFile(3000, 50));
    cstip(["import", old], { home });
    const before = readFileSync(libraryOf(home));
    const seen = new Set<number>();
    for (let delay = 40; delay < 900; delay += 35) {
      const child = spawn(process.execPath, [programPath(), "import", more], {
        env: environmentOf({ home }),
        stdio: "ignore",
      });
      await Promise.race([wait(delay), new Promise((resolve) => child.once("exit", resolve))]);
      child.kill("SIGKILL");
      const { tips } = JSON.parse(readFileSync(libraryOf(home), "utf8"));
      seen.add(tips.length);
      writeFileSync(libraryOf(home), before);
    }
    for (const size of seen) expect([50, 3050]).toContain(size);
    // The lock of a dead process is taken over.
    expect(cstip(["import", more], { home }).code).toBe(0);
    expect(json<Tip[]>(["library", "list"], { home })).toHaveLength(3050);
    // What the killed ones left behind is gone.
    const left = readdirSync(dirname(libraryOf(home))).filter((name) => name !== "library.json");
    expect(left).toEqual([]);
  }, 120_000);
});

describe("cstip library", () => {
  it("gives the bundled tip back, and takes all out", () => {
    const { home, path } = homeWith({ "page.txt": PAGE });
    expect(cstip(["library", "list"], { home })).toMatchObject({ code: 1, stdout: "" });
    cstip(["import", path("page.txt")], { home });
    expect(json<Tip[]>(["library", "list"], { home }).map(({ id }) => id)).toEqual([
      "look-for-a-stop-sign",
      "brew-it-fresh",
      "lift-it-up",
    ]);
    expect(cstip(["library", "remove", "lift-it-up"], { home }).stdout).toBe(
      "removed 'Lift It Up'; our digest in place again\n",
    );
    expect(json(["show", "lift-it-up"], { home })).toEqual(json(["show", "lift-it-up"]));
    expect(cstip(["library", "remove", "brew-it-fresh", "have-resolve"], { home })).toMatchObject({
      code: 1,
    });
    expect(json<Tip[]>(["library", "list"], { home })).toHaveLength(2);
    expect(cstip(["library", "remove", "--all"], { home }).stdout).toContain("removed 2 tips");
    expect(json(["list"], { home })).toEqual(json(["list"]));
    expect(cstip(["library", "path"], { home }).stdout).toBe(`${libraryOf(home)}\n`);
    expect(cstip(["library", "remove"], { home }).code).toBe(2);
  });

  it("is private, and leaves nothing beside itself", () => {
    const { home, path } = homeWith({ "page.txt": PAGE });
    cstip(["import", path("page.txt")], { home });
    expect(statSync(libraryOf(home)).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(home, ".local", "share", "cstip"))).toEqual(["library.json"]);
  });
});
