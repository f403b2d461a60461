import { describe, expect, it } from "vitest";
import { cstip, scratchFolder } from "../support/program.ts";

/** The options of all commands mean the same wherever they stand. */

const LINES: readonly (readonly string[])[] = [
  ["config", "get", "width"],
  ["config", "list"],
  ["favorite", "list"],
  ["library", "path"],
  ["library", "list"],
];
const OPTIONS: readonly (readonly string[])[] = [
  ["--no-journal"],
  ["--width", "60"],
  ["-w60"],
  ["--color=never"],
];

describe("an option of all commands", () => {
  it.each(LINES)("may stand before, between and behind the words of %s %s", (...words) => {
    const home = scratchFolder();
    cstip(["favorite", "add", "3"], { home });
    const usual = (args: readonly string[]) => cstip(args, { home });
    for (const option of OPTIONS) {
      const expected = usual([...words, ...option]);
      for (let at = 0; at < words.length; at++) {
        const args = [...words.slice(0, at), ...option, ...words.slice(at)];
        expect({ args, ...usual(args) }).toEqual({ args, ...expected });
      }
    }
  });

  it("stands between the words of a command also beside an option of that command", () => {
    const home = scratchFolder();
    cstip(["favorite", "add", "3"], { home });
    const expected = cstip(["favorite", "list", "--summaries", "--json"], { home });
    expect(expected.code).toBe(0);
    for (const args of [
      ["favorite", "--summaries", "list", "--json"],
      ["favorite", "--json", "--summaries", "ls"],
      ["--json", "fav", "--summaries", "list"],
    ])
      expect(cstip(args, { home })).toEqual(expected);
    expect(cstip(["favorite", "--summaries", "add", "3"], { home }).stderr).toMatch(/no option .--summaries/);
  });

  it("asks for a format wherever it stands", () => {
    for (const format of [["--json"], ["--format", "json"], ["-f", "json"], ["-fjson"]]) {
      expect(cstip(["config", ...format, "get", "width"]).stdout).toBe('"auto"\n');
      expect(cstip(["favorite", ...format]).stdout).toBe("[]\n");
    }
    expect(cstip(["library", "--plain", "list"]).stderr).toMatch(/nothing was imported yet/);
  });

  it("leaves a group without a command its list, with the options of the list", () => {
    const home = scratchFolder();
    cstip(["favorite", "add", "3"], { home });
    const expected = cstip(["favorite", "list", "--summaries", "--json"], { home });
    expect(expected.code).toBe(0);
    for (const args of [
      ["favorite", "--json", "--summaries"],
      ["--json", "fav", "--summaries"],
    ])
      expect(cstip(args, { home })).toEqual(expected);
    expect(cstip(["favorite", "--json", "--help"]).stdout).toMatch(/^Usage: cstip favorite /);
    expect(cstip(["favorite", "--json", "nonsense"]).stderr).toMatch(/no command 'nonsense'/);
    expect(cstip(["config", "--", "get"]).code).toBe(2);
  });
});
