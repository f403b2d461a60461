import { describe, expect, it } from "vitest";
import { type SearchRequest, searchTips } from "../../src/core/search/search.ts";
import { shorterQuery } from "../../src/core/search/shorter.ts";
import { indexWords, type Knowledge } from "../../src/core/search/word-index.ts";
import { day } from "../support/context.ts";
import { smallLibrary } from "./small-library.ts";

const of = smallLibrary({ a: "A calm voice", b: "Hold time", c: "Bread" });

/** What would find something where this finds nothing. */
function shorter(text: string, more: Partial<SearchRequest> = {}, knowledge: Knowledge = {}) {
  const index = indexWords(of, knowledge);
  const request = { text, today: day("2026-11-23"), ...more };
  expect(searchTips(of, index, request).hits, text).toEqual([]);
  const found = shorterQuery(of, index, request);
  if (found) expect(searchTips(of, index, { ...request, text: found.text }).hits, text).not.toEqual([]);
  return found;
}

describe("a shorter query", () => {
  it("is the same without quotation marks, where the words stand otherwise than side by side", () => {
    for (const text of ['"voice calm"', "“voice calm”"])
      expect(shorter(text)).toEqual({ text: "voice calm", without: [] });
    expect(shorter('"calm qqqq"')).toEqual({ text: "calm", without: ["qqqq"] });
  });

  it("has no word that no tip knows, and all others as they were spoken but for stop words at both ends", () => {
    expect(shorter("qqqq calm")).toEqual({ text: "calm", without: ["qqqq"] });
    expect(shorter("the Calm voice of qqqq wwww")).toEqual({
      text: "calm voice",
      without: ["qqqq", "wwww"],
    });
    expect(shorter("calm voice hold qqqq wwww zzzz")).toEqual({
      text: "calm voice hold",
      without: ["qqqq", "wwww", "zzzz"],
    });
  });

  it("has no word of other matters, though a tip has it", () => {
    const elsewhere = ["bread"];
    expect(shorter("calm bread", {}, { elsewhere })).toEqual({ text: "calm", without: ["bread"] });
  });

  it("is none where too little would be left of what was asked for", () => {
    expect(shorter("qqqq")).toBeUndefined();
    expect(shorter("the qqqq")).toBeUndefined();
    expect(shorter("calm qqqq wwww")).toBeUndefined();
    expect(shorter("calm voice hold time qqqq wwww zzzz xxxx")).toBeUndefined();
  });

  it("may be little where that tells of serving people", () => {
    const trade = ["calm"];
    const expected = { text: "calm", without: ["qqqq", "wwww", "zzzz"] };
    expect(shorter("calm qqqq wwww zzzz", {}, { trade })).toEqual(expected);
    const both = { ...expected, text: "calm bread" };
    expect(shorter("calm bread qqqq wwww zzzz", {}, { trade })).toEqual(both);
  });

  it("is none that finds something only by what it would be corrected to, or that may not be found", () => {
    expect(shorter("clam voice qqqq wwww")).toBeUndefined();
    expect(shorter("clam voice hold time qqqq wwww")).toBeUndefined();
    expect(shorter("calm voice qqqq wwww", { allowed: ({ id }) => id !== "a" })).toBeUndefined();
    expect(shorter("calmer voices hold qqqq", { exact: true })).toEqual({
      text: "voices hold",
      without: ["calmer", "qqqq"],
    });
  });

  it("leaves out still what was left out", () => {
    expect(shorter("calm qqqq -bread −Co-Worker")).toEqual({
      text: "calm -bread -coworker",
      without: ["qqqq"],
    });
    expect(shorter("calm qqqq -voice")).toBeUndefined();
    expect(shorter("calm voice hold qqqq wwww --time -bread")?.text).toBe("calm voice hold time -bread");
    const page = `calm qqqq ${"-bread ".repeat(5_000)}`;
    expect(shorter(page)?.text.length).toBeLessThan(2_000);
  });

  it("is of the same time where that has something, and else says that it is not", () => {
    for (const time of ["2026", "January 2026", "2026-01-20"])
      expect(shorter(`calm voice may qqqq wwww ${time}`)).toEqual({
        text: `${time} calm voice`,
        without: ["qqqq", "wwww"],
      });
    expect(shorter("calm qqqq 1999")).toEqual({ text: "calm", without: ["qqqq", "1999"] });
    expect(shorter("qqqq 2026")).toBeUndefined();
  });
});
