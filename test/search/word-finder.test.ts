import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { startsOf } from "../../src/core/search/starts.ts";
import { WordFinder } from "../../src/core/search/word-finder.ts";
import { stemsOfWord } from "../../src/core/search/words.ts";

const language = readFileSync(new URL("../../dist/words.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((word) => word.length > 1);

const found = (word: string, text: string) =>
  new WordFinder(Object.values(stemsOfWord(word)).flatMap(startsOf)).find(text).map((one) => one.text);

describe("WordFinder", () => {
  it("misses no word that has one of its stems", () => {
    const sample = language.filter((_, place) => place % 5 === 0);
    const missed = sample.filter((word) => !found(word, `a ${word}, x`).includes(word));
    expect(missed).toEqual([]);
  });

  it.each([
    ["house", "our in-house team, a _house_, HOUSE; warehouse", ["in-house", "house", "HOUSE"]],
    ["email", "an e-mail, emails", ["e-mail", "emails"]],
    ["coworker", "co-workers", ["co-workers"]],
    ["dont", "we don’t and don't", ["don’t", "don't"]],
    ["house", "in-house", ["in-house"]],
    ["house", "a summer-house, mid-summer's-house", ["summer-house", "mid-summer's-house"]],
    ["house", "summer-house -house --house", ["summer-house", "house", "house"]],
    ["house", "the summer9-house é", ["summer9-house", "é"]],
    ["house", "-house 'house – house", ["house", "house", "house"]],
    ["house", "a--house, x'-house", ["house", "house"]],
    ["house", "é-house and über-house", ["é-house", "über-house"]],
    ["house", "é co-in-house", ["é", "co-in-house"]],
    ["speak", "he spoke, spoken; spare", ["spoke", "spoken"]],
    ["house", "eine Straße, house", ["Straße", "house"]],
    ["house", "nothing of it", []],
  ])("finds what may be %j in %j", (word, text, expected) => {
    expect(found(word, text)).toEqual(expected);
  });

  it("says where a word begins", () => {
    expect(new WordFinder(["hous"]).find("an in-house team")).toEqual([{ text: "in-house", start: 3 }]);
    expect(new WordFinder(["hous"]).find("a summer-house")).toEqual([{ text: "summer-house", start: 2 }]);
  });
});
