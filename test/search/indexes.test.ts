import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packedIndex } from "../../src/core/search/packed-index.ts";
import { packWords } from "../../src/core/search/packed-words.ts";
import { PostingList, unpackPostings } from "../../src/core/search/postings.ts";
import { scannedIndex } from "../../src/core/search/scanned-index.ts";
import { packIndex, unpackIndex } from "../../src/core/search/stored-index.ts";
import { indexWords, type WordIndex } from "../../src/core/search/word-index.ts";
import type { Library } from "../../src/core/tip.ts";
import { library } from "../support/context.ts";
import { smallLibrary } from "./small-library.ts";

const TOPICS = [{ id: "front-desk", name: "Réception", description: "x" }];

const word = fc.constantFrom(
  ...[
    "calm",
    "Calmly",
    "co-worker",
    "worker",
    "don’t",
    "café",
    "Ärger",
    "spoke",
    "speaking",
    "24/7",
    "a",
    "the",
  ],
  ...["e-mail", "it", "x".repeat(50), "women", "lying", "apologies", "日本", "front"],
);
const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(" "));
const anyLibrary = fc
  .array(
    fc.record({
      title: text,
      takeaway: text,
      body: fc.array(text, { maxLength: 2 }),
      keywords: fc.array(text, { maxLength: 2 }),
      topics: fc.subarray(["front-desk", "unknown"]),
    }),
    { maxLength: 4 },
  )
  .map((tips) => smallLibrary(Object.fromEntries(tips.map((fields, at) => [`t${at}`, fields])), TOPICS));

/** That two indexes answer the same to all that one of them has, and to what none has. */
function expectSame(index: WordIndex, of: Library): void {
  const fresh = indexWords(of);
  expect(index.ids).toEqual(fresh.ids);
  expect(index.vocabulary.slice(0, index.leading)).toEqual(fresh.vocabulary.slice(0, fresh.leading));
  expect(new Set(index.vocabulary)).toEqual(new Set(fresh.vocabulary));
  for (const kind of ["entries", "phrases"] as const) {
    for (const [key, numbers] of fresh[kind]) {
      expect(index[kind].get(key), key).toEqual(numbers);
      expect(index[kind].has(key), key).toBe(true);
    }
    for (const none of ["qqqq", "qcal", "almq", "calmm", "=qqqq"]) {
      expect(index[kind].get(none) ?? [], none).toEqual([]);
      expect(index[kind].has(none), none).toBe(false);
    }
  }
}

/** A search asks for the stems of a word together. */
function askedFor(of: Library): WordIndex {
  const index = scannedIndex(of);
  index.want?.([...indexWords(of).entries.keys(), "qqqq"]);
  return index;
}

describe("an index", () => {
  it("that was stored is the same when it is read", () => {
    for (const of of [library, smallLibrary({ a: "calm", b: { keywords: ["hold time"] } }, TOPICS)])
      expectSame(unpackIndex(packIndex(indexWords(of))) as WordIndex, of);
  });

  it("of a library that nobody indexed is the same as that of all its words", () => {
    fc.assert(
      fc.property(anyLibrary, (of) => {
        expectSame(askedFor(of), of);
      }),
      { numRuns: 200 },
    );
    expectSame(askedFor(library), library);
  });

  it("of a library whose words were packed is the same", () => {
    fc.assert(
      fc.property(anyLibrary, (of) => {
        expectSame(packedIndex(of, packWords(of)), of);
      }),
      { numRuns: 200 },
    );
    expectSame(packedIndex(library, packWords(library)), library);
  });

  it("of a library whose words were packed knows tips that are far apart, and words with much weight", () => {
    const tips = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`t${at}`, { title: "" }]));
    const of = smallLibrary({ ...tips, a: "calm", z: { body: Array(30_000).fill("calm") } });
    const { entries } = packedIndex(of, packWords(of));
    expect(entries.get("calm")).toEqual([20_000, 2.5, 20_001, 45_000]);
  });

  it("has postings that are read as they were packed, however far apart and heavy", () => {
    const number = fc.oneof(fc.constantFrom(0, 1, 127, 128, 129, 16_383, 16_384), fc.nat(100_000));
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { maxLength: 20 }), (steps) => {
        const list = new PostingList();
        const pairs: number[] = [];
        let place = 0;
        for (const [step, hundredths] of steps) {
          place += step;
          list.add(place, hundredths / 100);
          pairs.push(place, hundredths / 100);
        }
        expect(unpackPostings(list.packed())).toEqual(pairs);
      }),
    );
  });

  it("of a library whose words were packed keeps postings once that a word's form and its family have in common", () => {
    const { stems, postings } = packWords(smallLibrary({ a: "frustration", b: "frustrate voice" }));
    const places = new Map(stems.split("\n").map((line) => line.split("\t") as [string, string]));
    expect(places.get("=voic")).toBe(places.get("voic"));
    expect(places.get("=frustrat")).not.toBe(places.get("frustrat"));
    expect(postings.length).toBeLessThan(20);
  });

  it("of a library that nobody indexed is asked again for what a query turns out to need", () => {
    const index = scannedIndex(smallLibrary({ a: "calm voice", b: "voice" }));
    expect(index.entries.get("calm")).toEqual([0, 2.5]);
    index.want?.(["voic", "calm"]);
    expect(index.entries.get("voic")).toEqual([0, 2.5, 1, 2.5]);
    expect(index.entries.has("qqqq")).toBe(false);
  });

  it("has the words of titles, keywords and topics first, each once, and none that says nothing", () => {
    const of = smallLibrary({
      a: { title: "Calm the ox", keywords: ["voice"], body: ["Calm is a quiet voice"] },
    });
    const { vocabulary, leading } = indexWords(of);
    expect(vocabulary).toEqual(["calm", "voice", "quiet"]);
    expect(leading).toBe(2);
  });

  it("has as phrases keywords of several words, and all topics", () => {
    const of = smallLibrary({
      a: { keywords: ["hold time", "calm"], topics: ["calmness", "front-desk"] },
      b: { keywords: ["holding times"] },
    });
    const { phrases } = indexWords(of);
    expect(phrases.get("hold time")).toEqual([0, 1]);
    expect([...phrases.keys()]).toHaveLength(3);
    expect(phrases.get("calm")).toEqual([0]);
  });

  it.each([
    ["nothing", ""],
    ["too few parts", "a\n\nb\n\n1\n\na\t0,1\n\n"],
    ["too many parts", "a\n\nb\n\n1\n\na\t0,1\n\n\n\n\n\n\n\n\n\n\n\nx"],
  ])("is none in a text of %s", (_name, stored) => expect(unpackIndex(stored)).toBeUndefined());
});
