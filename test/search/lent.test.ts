import { describe, expect, it } from "vitest";
import { packedIndex } from "../../src/core/search/packed-index.ts";
import { packWords } from "../../src/core/search/packed-words.ts";
import { scannedIndex } from "../../src/core/search/scanned-index.ts";
import { searchTips } from "../../src/core/search/search.ts";
import { indexWords, type WordIndex } from "../../src/core/search/word-index.ts";
import { day } from "../support/context.ts";
import { smallLibrary } from "./small-library.ts";

/** The tips that come with the program, and what is known of queries for them. */
const TIPS = { a: "Calm voice", b: "Bread", c: "Snow", d: "Pencil" };
const known = indexWords(smallLibrary(TIPS), {
  asked: { a: ["furnace"], d: ["furnace repair"] },
  learned: new Map([["pencil", [["c", 50]]]]),
  trade: ["calm"],
  elsewhere: ["bread", "cake", "wine"],
});

/** The same tips with one's own before them. */
const withOwn = smallLibrary({ own: "Cake", ...TIPS });
const withBread = smallLibrary({ own: "Bread", ...TIPS });

describe.each([
  ["read on the spot", scannedIndex],
  ["packed", (of: typeof withOwn, from?: WordIndex) => packedIndex(of, packWords(of), from)],
])("a library of one's own that is %s", (_name, indexOf) => {
  const found = (text: string, of = withOwn, from: WordIndex | undefined = known) => {
    const { hits } = searchTips(of, indexOf(of, from), { text, today: day("2026-11-23") });
    return hits.map(({ tip }) => tip.id);
  };

  it("is asked for in the words in which people ask for the tips that come with the program", () => {
    expect(found("furnace")).toEqual(["a", "d"]);
    expect(found("furnace", smallLibrary({ own: "Cake" }))).toEqual([]);
    expect(indexOf(withOwn).asked.has("furnac")).toBe(false);
  });

  it("knows what was learned of these", () => {
    expect(found("pencil")).toEqual(["d", "c", "a"]);
    expect(indexOf(withOwn, known).learned.get("pencil")).toEqual([3, 50]);
    expect(indexOf(withOwn).learned.has("pencil")).toBe(false);
  });

  it("knows which of these are like each other", () => {
    expect(found("calm")).toEqual(["a", "d"]);
    expect(indexOf(withOwn, known).relatives.get("1")).toEqual([4, expect.any(Number)]);
    expect(indexOf(withOwn).relatives.has("1")).toBe(false);
  });

  it("knows words that by themselves tell of serving people", () => {
    expect(found("calm qqqq qqqqx")[0]).toBe("a");
    expect(indexOf(withOwn).trade.has("calm")).toBe(false);
  });

  it("has other matters but those that its own tips are about", () => {
    expect(indexOf(withOwn, known).elsewhere.has("wine")).toBe(true);
    expect(found("snow bread")).toEqual([]);
    expect(found("snow cake").sort()).toEqual(["c", "own"]);
    expect(found("snow bread", withBread).sort()).toEqual(["b", "c", "own"]);
    expect(indexOf(withOwn).elsewhere.has("wine")).toBe(false);
  });

  it("knows what words and phrases stand for, whatever it was lent", () => {
    const of = smallLibrary({ own: "apology", other: "angry" });
    for (const from of [known, undefined]) {
      const index = indexOf(of, from);
      const ids = (text: string) =>
        searchTips(of, index, { text, today: day("2026-11-23") }).hits.map(({ tip }) => tip.id);
      expect(ids("say sorry")).toEqual(["own"]);
      expect(ids("furious")).toEqual(["other"]);
      expect(ids("furiuos")).toEqual(["other"]);
    }
  });
});
