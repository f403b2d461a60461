import { describe, expect, it } from "vitest";
import { cstip, onTerminal } from "../support/program.ts";

const ESCAPE = "\x1b";
const BOX = /[\u2500-\u259f]/;
const NOT_ASCII = /[^\t\n -~]/;
const DAY = "2026-01-20";
/** The tip of this week says an opening note, and its reason. */
const READS = [
  ["today", DAY],
  ["list"],
  ["show", "1"],
  ["random", "--seed", "7"],
  ["search", "calm"],
  ["topics"],
];

/** Without colors. */
function bare(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colors are what this takes out
  return text.replace(/\x1b\[[\d;]*m/g, "");
}

function columnsOf(text: string): number[] {
  return bare(text)
    .trimEnd()
    .split("\n")
    .map((line) => Array.from(line).length);
}

describe("no terminal", () => {
  it.each(READS)("gets no escape and no box character: %s", (...args) => {
    const { stdout, stderr, code } = cstip(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).not.toContain(ESCAPE);
    expect(stdout).not.toMatch(BOX);
    expect(stdout).toMatch(/[^\n]\n$/);
  });

  it("reads well aloud: what it is, then its text", () => {
    const { stdout } = cstip(["today", DAY]);
    expect(stdout).toMatch(
      /^Tip of the week: January 20 – 26, 2026\. Published for this week\.\n\nTitle: Identify Your Point of Empathy\nPublished: January 20, 2026\nTopics: .+\nTakeaway: .+\n\n/,
    );
    expect(stdout).toMatch(/\n\nWhat to do:\n(- .+\n){2,}/);
  });

  it("gets lists of one line an item, its cells parted by tabs", () => {
    const tips = cstip(["list"]).stdout.trimEnd().split("\n");
    expect(tips).toHaveLength(44);
    for (const line of tips) expect(line).toMatch(/^#\d+\t\d{4}-\d\d-\d\d\t[a-z\d-]+\t[^\t]+\t[^\t]+$/);
    for (const line of cstip(["topics"]).stdout.trimEnd().split("\n"))
      expect(line).toMatch(/^[a-z-]+\t\d+\t[^\t]+\t[^\t]+$/);
  });

  it("breaks lines only where a width is asked for", () => {
    expect(Math.max(...columnsOf(cstip(["today", DAY]).stdout))).toBeGreaterThan(200);
    expect(Math.max(...columnsOf(cstip(["today", DAY, "--width", "33"]).stdout))).toBeLessThanOrEqual(33);
    expect(Math.max(...columnsOf(cstip(["today", DAY], { env: { COLUMNS: "40" } }).stdout))).toBeGreaterThan(
      200,
    );
  });

  it("gets a card where it asks for one, as wide as it asks", () => {
    expect(new Set(columnsOf(cstip(["today", DAY, "--format", "card"]).stdout))).toEqual(new Set([80]));
    expect(new Set(columnsOf(cstip(["-fcard", "-w", "123", "today", DAY]).stdout))).toEqual(new Set([123]));
  });

  it.each(["0", "1", "10", "100000", "x", "", "-5"])("takes COLUMNS=%s for what it can be", (COLUMNS) => {
    const columns = columnsOf(cstip(["today", DAY, "--format", "card"], { env: { COLUMNS } }).stdout);
    const small = COLUMNS === "1" || COLUMNS === "10";
    if (small) expect(Math.max(...columns)).toBeLessThanOrEqual(20);
    else expect(new Set(columns)).toEqual(new Set([80]));
  });
});

describe("color", () => {
  const always = ["today", DAY, "--color", "always", "--format", "card"];

  it.each([
    ["NO_COLOR", { NO_COLOR: "1" }],
    ["FORCE_COLOR=0", { FORCE_COLOR: "0" }],
    ["CLICOLOR=0", { CLICOLOR: "0" }],
    ["TERM=dumb", { TERM: "dumb" }],
  ])("--color always is stronger than %s", (_name, env) => {
    expect(cstip(always, { env }).stdout).toContain(ESCAPE);
  });

  it.each([
    ["FORCE_COLOR", { FORCE_COLOR: "3" }],
    ["CLICOLOR_FORCE", { CLICOLOR_FORCE: "1" }],
  ])("--color never and --no-color are stronger than %s", (_name, env) => {
    expect(cstip(["today", DAY, "-fcard"], { env }).stdout).toContain(ESCAPE);
    expect(cstip(["today", DAY, "-fcard", "--no-color"], { env }).stdout).not.toContain(ESCAPE);
    expect(cstip(["--color", "never", "today", DAY, "-fcard"], { env }).stdout).not.toContain(ESCAPE);
    expect(cstip(["today", DAY, "-fcard"], { env: { ...env, NO_COLOR: "1" } }).stdout).not.toContain(ESCAPE);
  });

  it("adds nothing but colors of the sixteen, bold and dim", () => {
    for (const args of [
      always,
      ["list", "--color=always", "-fcard"],
      ["search", "calm", "--color=always", "-fcard"],
    ]) {
      const { stdout } = cstip(args);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: escapes are what this looks for
      for (const [code] of stdout.matchAll(/\x1b[^m]*m?/g))
        expect(code).toMatch(/^.\[([0-2]|2[1-9]|3[0-79]|4[0-79]|9[0-7]|10[0-7])m$/);
      if (args.includes("search")) continue; // Without color its words are marked by stars.
      expect(bare(stdout)).toBe(
        cstip([...args.filter((arg) => !/color|always/.test(arg)), "--no-color"]).stdout,
      );
    }
  });

  it("does not reach help, errors and plain", () => {
    const env = { FORCE_COLOR: "3" };
    expect(cstip(["--help"], { env }).stdout).not.toContain(ESCAPE);
    expect(cstip(["nonsense"], { env }).stderr).not.toContain(ESCAPE);
    for (const args of READS) expect(cstip(args, { env }).stdout).not.toContain(ESCAPE);
  });
});

describe("a locale that is not UTF-8", () => {
  it.each([
    ["LC_ALL=C", { LC_ALL: "C" }],
    ["LC_CTYPE over LANG", { LC_CTYPE: "POSIX" }],
    ["no locale at all", { LANG: undefined }],
    ["ISO 8859-1", { LANG: "de_DE.ISO-8859-1" }],
  ])("gets ASCII alone: %s", (_name, env) => {
    for (const args of [["list"], ["today", DAY, "-fcard"], ["today", DAY], ["search", "calm", "-fcard"]])
      expect(cstip(args, { env }).stdout).not.toMatch(NOT_ASCII);
  });

  it("keeps the tabs between columns, by which scripts cut them", () => {
    for (const args of [["list"], ["topics"], ["config", "list"]]) {
      const tabs = (text: string) => text.split("\n").map((line) => line.split("\t").length);
      expect(tabs(cstip(args, { env: { LC_ALL: "C" } }).stdout)).toEqual(tabs(cstip(args).stdout));
      expect(cstip(args).stdout).toContain("\t");
    }
  });

  it("gets a card of the same width, with a frame", () => {
    const said = cstip(["favorite", "add", "1"], { env: { LC_ALL: "C" } });
    expect(said.stdout).toMatch(/^\* [ -~]+ is a favorite now\.\n$/);
    expect(cstip(["show", "café★"], { env: { LC_ALL: "C" } }).stderr).toMatch(
      /^cstip: [ -~]*'cafe\*'[ -~]*\n$/,
    );
    const { stdout } = cstip(["today", DAY, "-fcard", "-w60"], { env: { LC_ALL: "C" } });
    expect(stdout).toMatch(/^\+ Tip of the week - January 20 - 26, 2026 -+\+\n/);
    expect(new Set(columnsOf(stdout))).toEqual(new Set([60]));
  });

  it("still gets JSON and Markdown as they are", () => {
    for (const format of ["json", "markdown"])
      expect(cstip(["list", "-f", format], { env: { LC_ALL: "C" } }).stdout).toBe(
        cstip(["list", "-f", format]).stdout,
      );
  });
});

describe("a terminal", () => {
  it("gets a colored card as wide as it is, at most 80", () => {
    for (const [columns, width] of [
      [200, 80],
      [80, 80],
      [57, 57],
      [40, 40],
    ] as const) {
      const { stdout } = onTerminal(`cstip today ${DAY}`, { columns });
      expect(stdout).toContain(ESCAPE);
      expect(stdout).toMatch(BOX);
      expect(new Set(columnsOf(stdout))).toEqual(new Set([width]));
    }
  });

  it("gets a card without blank lines at its ends where it would not stand whole on the screen", () => {
    const lines = (rows: number) => onTerminal(`cstip show 6`, { rows }).stdout.trimEnd().split("\n");
    const tall = lines(60);
    expect(lines(tall.length + 1)).toEqual(tall);
    expect(lines(tall.length)).toEqual([...tall.slice(0, 1), ...tall.slice(2, -2), ...tall.slice(-1)]);
  });

  it("gets no frame where it is narrower than 40, and nothing wider than itself", () => {
    for (const columns of [39, 20]) {
      const { stdout } = onTerminal(`cstip today ${DAY}; cstip list -n3; cstip topics; cstip search calm`, {
        columns,
      });
      expect(stdout).not.toMatch(BOX);
      expect(Math.max(...columnsOf(stdout))).toBeLessThanOrEqual(columns);
    }
  });

  it("gets what --width asks for", () => {
    expect(new Set(columnsOf(onTerminal(`cstip today ${DAY} --width 120`).stdout))).toEqual(new Set([120]));
  });

  it("gets plain text where it is dumb", () => {
    const { stdout } = onTerminal(`cstip today ${DAY}`, { env: { TERM: "dumb" } });
    expect(stdout).not.toContain(ESCAPE);
    expect(stdout).not.toMatch(BOX);
    expect(stdout).toMatch(/^Tip of the week: .*\n(.*\n)?\nTitle: /);
    expect(Math.max(...columnsOf(stdout))).toBeLessThanOrEqual(80);
  });

  it.each([
    ["NO_COLOR", "NO_COLOR=1", false],
    ["an empty NO_COLOR", "NO_COLOR=", true],
    ["CLICOLOR=0", "CLICOLOR=0", false],
    ["FORCE_COLOR over CLICOLOR", "FORCE_COLOR=1 CLICOLOR=0", true],
    ["no TERM", "-u TERM", true],
  ])("has its color decided by %s", (_name, setting, colored) => {
    const { stdout } = onTerminal(`env ${setting} "$CSTIP_NODE" "$CSTIP" today ${DAY}`);
    expect(stdout).toMatch(BOX);
    expect(stdout.includes(ESCAPE)).toBe(colored);
  });

  it("sees plain text behind a pipe", () => {
    const { stdout } = onTerminal(`cstip today ${DAY} | cat`);
    expect(stdout).toBe(cstip(["today", DAY]).stdout);
  });
});
