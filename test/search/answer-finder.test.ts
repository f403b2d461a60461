import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AnswerFinder } from "../../src/core/search/answer-finder.ts";
import { stemsOfWord } from "../../src/core/search/words.ts";

const language = readFileSync(new URL("../../dist/words.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((word) => word.length > 1);

function answersTo(word: string, text: string): string[] {
  const { family, form } = stemsOfWord(word);
  for (const stem of [family, form]) {
    const finder = new AnswerFinder([{ word, stems: new Map([[stem, 1]]), synonyms: new Set() }]);
    const answers = finder.wordsIn(text).map(({ start, end }) => text.slice(start, end));
    if (answers.length === 0) return [];
  }
  const both = { stems: new Map([[form, 1]]), synonyms: new Set([family]) };
  return new AnswerFinder([{ word, ...both }]).wordsIn(text).map(({ start, end }) => text.slice(start, end));
}

describe("AnswerFinder", () => {
  it("misses no word of the language", () => {
    const missed = language.filter((word) => !answersTo(word, `The ${word}, x`).includes(word));
    expect(missed).toEqual([]);
  });

  it.each([
    ["house", "our in-house team, a HOUSE; warehouse", ["in-house", "HOUSE"]],
    ["email", "an e-mail, emails", ["e-mail", "emails"]],
    ["buy", "What they bought. Buying is not by us", ["bought", "Buying"]],
    ["lie", "lying, lied and lies", ["lying", "lied", "lies"]],
    ["apology", "apologise, apologies", ["apologise", "apologies"]],
    ["uber", "Über uns", ["Über"]],
    ["house", "nothing of it", []],
  ])("finds the forms of %j in %j", (word, text, expected) => {
    expect(answersTo(word, text)).toEqual(expected);
  });
});
