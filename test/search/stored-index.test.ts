import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packIndex, unpackIndex } from "../../src/core/search/stored-index.ts";
import { TextLines } from "../../src/core/search/text-lines.ts";
import { indexWords, type WordIndex } from "../../src/core/search/word-index.ts";
import { stemOf } from "../../src/core/search/words.ts";
import { knowledge, library } from "../support/context.ts";
import { smallLibrary } from "./small-library.ts";

describe("an index that was stored", () => {
  const fresh = indexWords(library, knowledge);
  const read = () => unpackIndex(packIndex(fresh)) as WordIndex;

  it("knows the same words and tips when it is read", () => {
    const stored = read();
    expect(stored.ids).toEqual(library.tips.map(({ id }) => id));
    expect(stored.vocabulary).toEqual(fresh.vocabulary);
    expect(stored.leading).toBe(fresh.leading);
    expect(stored.askedWords).toEqual(fresh.askedWords);
    for (const kind of ["entries", "asked", "learned", "phrases", "relatives"] as const) {
      expect(fresh[kind].size, kind).toBeGreaterThan(10);
      for (const [key, values] of fresh[kind]) {
        expect(stored[kind].has(key), key).toBe(true);
        expect(stored[kind].get(key), key).toEqual(values);
      }
      for (const none of ["", "0", "qqqq", "zzzz", "~", "\n", "\t"]) {
        expect(stored[kind].has(none), none).toBe(fresh[kind].has(none));
        expect(stored[kind].get(none), none).toEqual(fresh[kind].get(none));
      }
    }
  });

  it("knows of a tip that nothing is like it", () => {
    const of = smallLibrary({ a: "calm", b: "voice" });
    const stored = unpackIndex(packIndex(indexWords(of))) as WordIndex;
    expect(stored.relatives.get("1")).toEqual([]);
    expect(stored.askedWords).toEqual([]);
  });

  it("knows the same that words and phrases stand for", () => {
    const stored = read();
    expect(fresh.meanings.size).toBeGreaterThan(100);
    for (const [key, values] of fresh.meanings) expect(stored.meanings.get(key), key).toEqual(values);
    const [angry, furious] = [stemOf("angry"), stemOf("furious")];
    expect(fresh.synonyms.get(angry)).toContain(furious);
    for (const stem of [angry, furious, "apolog", "qqqq"])
      expect(stored.synonyms.get(stem), stem).toEqual(fresh.synonyms.get(stem));
  });

  it("says an entry once that a word's form and its family have in common", () => {
    const entries = packIndex(fresh).split("\n\n")[3]?.split("\n") ?? [];
    expect(entries.filter((line) => line.includes("\t@")).length).toBeGreaterThan(entries.length / 4);
  });

  it("is none where any part of it is missing, or one more is there", () => {
    const parts = packIndex(fresh).split("\n\n");
    for (const count of parts.keys()) expect(unpackIndex(parts.slice(0, count).join("\n\n"))).toBeUndefined();
    expect(unpackIndex([...parts, ""].join("\n\n"))).toBeUndefined();
  });
});

it("values are found by any key in lines of any length, and by no other", () => {
  const keys = ["", "=a", "a", "a b", "aa", "ab", "b", "long-".repeat(9), "z", "é"].sort();
  fc.assert(
    fc.property(fc.subarray(keys), fc.nat(3), (held, count) => {
      const valuesOf = (key: string) => Array.from({ length: (key.length + count) % 4 }, (_, at) => `${at}`);
      const lines = new TextLines(held.map((key) => `${key}\t${valuesOf(key).join(",")}`).join("\n"));
      for (const key of [...keys, ...keys]) {
        const isHeld = held.includes(key);
        expect(lines.has(key), key).toBe(isHeld);
        expect(lines.get(key), key).toEqual(isHeld ? valuesOf(key) : undefined);
      }
    }),
  );
});
