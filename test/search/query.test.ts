import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery, stemsOf } from "../../src/core/search/query.ts";
import { day } from "../support/context.ts";

const today = day("2026-11-23");
const parse = (text: string) => parseQuery(text, today);

describe("a query", () => {
  it("is its words, each once, without those that say nothing; all of them as they were spoken", () => {
    expect(parse("How do I calm an angry, ANGRY Customer?")).toEqual({
      words: ["calm", "angry", "customer"],
      spoken: ["how", "do", "i", "calm", "an", "angry", "angry", "customer"],
      parts: new Map(),
      phrases: [],
      excluded: [],
      time: undefined,
    });
  });

  it("counts a hyphenated word once, and knows its parts", () => {
    const { spoken, parts } = parse("co-worker follow-up calls");
    expect(spoken).toEqual(["coworker", "followup", "calls"]);
    expect([...parts]).toEqual([
      ["coworker", ["worker"]],
      ["followup", ["follow"]],
    ]);
    expect(stemsOf("co-worker calls")).toHaveLength(2);
  });

  it.each([
    ['calm "water heater" now', ["calm", "water", "heater"]],
    ["calm “water heater” now", ["calm", "water", "heater"]],
    ['calm"water heater"now', ["calm", "water", "heater"]],
  ])("takes what is quoted for a phrase, and for words too: %s", (text, words) => {
    expect(parse(text).words).toEqual(words);
    expect(parse(text).phrases).toEqual([stemsOf("water heater")]);
  });

  it("takes no phrase from quotes that hold nothing or have no end", () => {
    for (const text of ['""', '"?!"', '"water heater', "“”"]) expect(parse(text).phrases).toEqual([]);
    expect(parse('"a" "b c"').phrases).toEqual([["a"], ["b", "c"]]);
  });

  it.each([
    ["calm -angry", ["calm"], ["angry"]],
    ["-angry calm", ["calm"], ["angry"]],
    ["calm −angry", ["calm"], ["angry"]],
    ["calm\t-angry −customers loud", ["calm", "loud"], ["angry", "customers"]],
    ["calm -co-worker", ["calm"], ["coworker"]],
    ["calm -don’t", ["calm"], ["dont"]],
    ["calm -Café2", ["calm"], ["cafe2"]],
  ])("leaves out what a minus stands before: %s", (text, words, excluded) => {
    expect(parse(text).words).toEqual(words);
    expect(parse(text).excluded).toEqual(excluded.flatMap(stemsOf));
  });

  it.each(["calm-angry", "calm - angry", "calm -- angry", "calm -"])(
    "leaves out nothing for a dash that is none: %s",
    (text) => expect(parse(text).excluded).toEqual([]),
  );

  it("has its time beside its words", () => {
    const { words, time } = parse("angry January 2026 customer");
    expect([words, time?.label]).toEqual([["angry", "customer"], "January 2026"]);
  });

  it("is cut behind 60 words, and before the word in which its 2000 characters end", () => {
    const many = Array.from({ length: 100 }, (_, at) => `w${at}`);
    expect(parse(many.join(" ")).spoken).toEqual(many.slice(0, 60));
    const lengths = (text: string) => parse(text).spoken.map((word) => word.length);
    expect(lengths(`${"x".repeat(1995)} calmness and more`)).toEqual([1995]);
    expect(lengths(`${"x".repeat(1993)} calmly`)).toEqual([1993, 6]);
    expect(lengths(`${"x".repeat(1993)} calmly on`)).toEqual([1993, 6]);
    expect(lengths("x".repeat(3000))).toEqual([2000]);
  });

  it("comes apart without harm whatever was typed", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom('"', "“", "-", "−", " ", "calm", "2026", "1/27/26", "in May", "co-", "’", "\n"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const { words, spoken, phrases, excluded } = parse(pieces.join(""));
        expect(new Set(words).size).toBe(words.length);
        for (const word of words) expect(spoken).toContain(word);
        for (const word of spoken) expect(word).not.toMatch(/["“”\n-]/u);
        for (const phrase of phrases) expect(phrase).not.toEqual([]);
        expect(excluded.every((stem) => typeof stem === "string")).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
