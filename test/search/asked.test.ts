import { describe, expect, it } from "vitest";
import { searchTips } from "../../src/core/search/search.ts";
import { type Asked, indexWords } from "../../src/core/search/word-index.ts";
import type { Library } from "../../src/core/tip.ts";
import { day } from "../support/context.ts";
import { smallLibrary } from "./small-library.ts";

/** What is found, best first, where people ask for tips in these words. */
function found(of: Library, asked: Asked, text: string, exact = false): string[] {
  const { hits } = searchTips(of, indexWords(of, { asked }), { text, today: day("2026-11-23"), exact });
  return hits.map(({ tip }) => tip.id);
}

describe("the words in which people ask", () => {
  it("find a tip that has none of them, unless words are to be exact", () => {
    const of = smallLibrary({ a: "calm", b: "voice" });
    const asked = { b: ["furnace repair"] };
    for (const text of ["furnace", "repairs", "repairing a furnace"])
      expect(found(of, asked, text), text).toEqual(["b"]);
    expect(found(of, { b: ["furnace"] }, "furnace", true)).toEqual([]);
    expect(found(of, {}, "furnace")).toEqual([]);
    expect(found(of, asked, "voice", true)).toEqual(["b"]);
  });

  it("tell the more, the shorter what is asked, and the more often", () => {
    const of = smallLibrary({ a: "calm", b: "voice" });
    expect(found(of, { a: ["red furnace repair shop"], b: ["furnace"] }, "furnace")).toEqual(["b", "a"]);
    expect(found(of, { a: ["furnace"], b: ["furnace", "the furnace"] }, "furnace")).toEqual(["b", "a"]);
    expect(found(of, { a: ["furnace red"], b: ["is there a furnace"] }, "furnace")).toEqual(["b", "a"]);
  });

  it("tell more of a tip that has them too, and less than its own words", () => {
    const of = smallLibrary({ a: "furnace", b: "furnace", c: "voice" });
    expect(found(of, { b: ["furnace"], c: ["furnace"] }, "furnace")).toEqual(["b", "a", "c"]);
  });

  it("tell little where many tips are asked for in them", () => {
    const of = smallLibrary({ a: "one", b: "two", c: "three", d: "four" });
    const asked = { a: ["furnace"], b: ["furnace"], c: ["furnace"], d: ["repair"] };
    expect(found(of, asked, "furnace repair")[0]).toBe("d");
  });

  it("are not corrected to words that tips have, unless they are words of no language", () => {
    const of = smallLibrary({ a: "calm", b: "voice" });
    const corrections = (text: string, words: readonly string[] = []) =>
      searchTips(of, indexWords(of, { asked: { b: ["clam"] } }), {
        text,
        today: day("2026-11-23"),
        isWord: (word) => words.includes(word),
      }).corrections;
    expect(corrections("clam")).toEqual([]);
    expect(corrections("clan")).toEqual([]);
    expect(corrections("clam", ["clam"])).toEqual([{ typed: "clam", corrected: "calm" }]);
  });

  it("are what a misspelt word of five letters or more is corrected to, where no word of a tip is as near", () => {
    const of = smallLibrary({ a: "calm", b: "voice", c: "furnish passed" });
    const corrected = (text: string, exact = false) =>
      searchTips(of, indexWords(of, { asked: { b: ["furnace pelicans", "the oven", "password"] } }), {
        text,
        today: day("2026-11-23"),
        exact,
      }).corrections.map((correction) => correction.corrected);
    expect(corrected("peilcans")).toEqual(["pelicans"]);
    expect(corrected("furnce")).toEqual(["furnace"]);
    expect(corrected("furnsh")).toEqual(["furnish"]);
    expect(corrected("passord")).toEqual(["password"]);
    expect(corrected("ovn")).toEqual([]);
    expect(corrected("ovne")).toEqual([]);
    expect(corrected("peilcans", true)).toEqual([]);
    expect(found(of, { b: ["furnace pelicans"] }, "peilcans")).toEqual(["b"]);
  });

  it("make tips relatives that share them", () => {
    const tips = { a: "calm", b: "voice", c: "desk", d: "pencil", e: "snow" };
    const of = smallLibrary(tips);
    const asked = { a: ["furnace repair"], b: ["furnace repair"] };
    expect(found(of, asked, "calm")).toEqual(["a", "b"]);
    expect(found(of, {}, "calm")).toEqual(["a"]);
  });
});
