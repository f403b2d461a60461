import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, haveSameLetters, nearest } from "../../src/core/edit-distance.ts";

const short = fc.stringMatching(/^[abc]{0,6}$/);

/** The definition, word for word, without a table. */
function slow(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const same = a[0] === b[0];
  const costs = [
    slow(a.slice(1), b) + 1,
    slow(a, b.slice(1)) + 1,
    slow(a.slice(1), b.slice(1)) + (same ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0])
    costs.push(slow(a.slice(2), b.slice(2)) + 1);
  return Math.min(...costs);
}

describe("editDistance", () => {
  it.each([
    ["", "", 0],
    ["empathy", "empathy", 0],
    ["empthy", "empathy", 1],
    ["emapthy", "empathy", 1],
    ["empathhy", "empathy", 1],
    ["enpathy", "empathy", 1],
    ["kitten", "sitting", 3],
    ["ab", "", 2],
  ])("of %s and %s is %d", (a, b, distance) => expect(editDistance(a, b, 10)).toBe(distance));

  it("is what its definition says, and the same both ways", () => {
    fc.assert(
      fc.property(short, short, (a, b) => {
        expect(editDistance(a, b, 20)).toBe(slow(a, b));
        expect(editDistance(b, a, 20)).toBe(slow(a, b));
      }),
      { numRuns: 300 },
    );
  });

  it("says one more than the limit as soon as it is passed", () => {
    fc.assert(
      fc.property(short, short, fc.nat(5), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(slow(a, b), limit + 1));
      }),
      { numRuns: 300 },
    );
    expect(editDistance("x".repeat(1_000_000), "y", 2)).toBe(3);
  });
});

describe("haveSameLetters", () => {
  it("is true of the same letters in another order, each as often", () => {
    expect([haveSameLetters("clam", "calm"), haveSameLetters("", ""), haveSameLetters("aab", "aba")]).toEqual(
      [true, true, true],
    );
    for (const [a, b] of [
      ["calm", "cald"],
      ["aab", "abb"],
      ["calm", "calms"],
      ["abc", "ab"],
    ] as const)
      expect(haveSameLetters(a, b), `${a} ${b}`).toBe(false);
  });
});

describe("nearest", () => {
  const commands = ["today", "search", "list", "show", "random", "topics"];

  it("finds what was mistyped, nearest first, at most three", () => {
    expect(nearest("serach", commands)).toEqual(["search"]);
    expect(nearest("TODYA", commands)).toEqual(["today"]);
    expect(nearest("top", commands)).toEqual(["topics"]);
    expect(nearest("a", ["b", "c", "d", "e"])).toHaveLength(3);
    expect(nearest("serche", ["sercx", "search", "serch", "SERCHES"])).toEqual(["SERCHES", "serch", "sercx"]);
  });

  it("finds nothing where nothing is near", () => {
    expect(nearest("zzzzzz", commands)).toEqual([]);
    expect(nearest("to", commands)).toEqual([]);
    expect(nearest("", [])).toEqual([]);
    expect(nearest("x".repeat(1_000_000), commands)).toEqual([]);
  });
});
