import { describe, expect, it } from "vitest";
import { pairsOf } from "../../src/core/search/fields.ts";
import { entriesFrom, relativesFrom, relativesGains, relativesOf } from "../../src/core/search/related.ts";
import { type Asked, indexWords } from "../../src/core/search/word-index.ts";
import type { Library, Tip } from "../../src/core/tip.ts";
import { searchIn, smallLibrary } from "./small-library.ts";

const LIBRARY = smallLibrary({
  a: { title: "Furnace", body: ["winter snow ice"] },
  b: { title: "Snowman", body: ["winter snow ice"] },
  c: { title: "Beach", body: ["sand surf shell"] },
  d: { title: "Dune", body: ["sand surf shell"] },
  e: { title: "Desk", body: ["pencil"] },
});

/** By id, the tips that are like it. */
function relativesIn(of: Library): Record<string, string[]> {
  const { ids, entries } = indexWords(of);
  const relatives = relativesOf(ids.length, entries);
  return Object.fromEntries(
    ids.map((id, place) => [
      id,
      (relatives.get(String(place)) ?? []).filter((_, at) => at % 2 === 0).map((other) => ids[other] ?? ""),
    ]),
  );
}

describe("relatives", () => {
  it("are tips that share words, more than tips do anyway, and never the tip itself", () => {
    expect(relativesIn(LIBRARY)).toEqual({ a: ["b"], b: ["a"], c: ["d"], d: ["c"], e: [] });
  });

  it("stand with what they share: the most first, at most eight", () => {
    const shared = "one two three four five six seven eight nine ten".split(" ");
    const tips = Object.fromEntries(
      shared.map((_, at) => [`t${at}`, { body: [shared.slice(0, at + 1).join(" ")] }]),
    );
    const of = smallLibrary({ ...tips, x: { body: ["else"] }, y: { body: ["other"] } });
    const found = relativesIn(of);
    expect(found.t9?.[0]).toBe("t8");
    for (const ids of Object.values(found)) expect(ids.length).toBeLessThanOrEqual(8);
    const { ids, entries } = indexWords(LIBRARY);
    const [[, excess] = []] = [relativesOf(ids.length, entries).get("0") ?? []];
    expect(excess).toBeGreaterThan(0.2);
    expect(excess).toBeLessThanOrEqual(1);
  });

  it("are none where there is one tip, or none", () => {
    expect(relativesIn(smallLibrary({ a: "x" }))).toEqual({ a: [] });
    expect(relativesIn(smallLibrary({}))).toEqual({});
  });

  it("are found by the ids of another library, where it has them", () => {
    const index = indexWords(LIBRARY);
    const turned = [...LIBRARY.tips].reverse();
    const { get, has } = relativesFrom(index, [...turned, ...smallLibrary({ own: "snow" }).tips]);
    expect(get("4")).toEqual([3, index.relatives.get("0")?.[1]]);
    expect(get("3")?.[0]).toBe(4);
    expect(get("0")).toEqual([]);
    expect([get("5"), get("9")]).toEqual([[], []]);
    expect([has("4"), has("5")]).toEqual([true, false]);
    const without = relativesFrom(index, LIBRARY.tips.slice(1));
    expect(without.get("0")).toEqual([]);
  });
});

describe("tips are the more alike", () => {
  /** Of each pair of a tip's relatives the likeness, by the ids of both. */
  const likeness = (of: Library, asked: Asked = {}) => {
    const { ids, relatives } = indexWords(of, { asked });
    return Object.fromEntries(
      ids.flatMap((id, place) =>
        [...pairsOf(relatives.get(String(place)))].map(([other, much]) => [`${id}-${ids[other]}`, much]),
      ),
    );
  };

  it("than all are to each other, by words of whatever form", () => {
    expect(likeness(smallLibrary({ a: "snow", b: "snow", c: "desk" }))).toEqual({ "a-b": 0.5, "b-a": 0.5 });
    expect(likeness(smallLibrary({ a: "frustrate", b: "frustration", c: "desk" }))).toEqual({
      "a-b": 0.5,
      "b-a": 0.5,
    });
  });

  it("the rarer the words are that they share", () => {
    const of = smallLibrary({ c: "winter", a: "snow winter", b: "snow", d: "winter ice", e: "winter sand" });
    expect(relativesIn(of).a?.[0]).toBe("b");
  });

  it("the more both are about what they share", () => {
    const of = smallLibrary({
      c: { title: "Desk", body: ["snow"] },
      a: { title: "Snow" },
      b: { title: "Snow", body: ["desk"] },
      d: "sand",
      e: "surf",
    });
    expect(relativesIn(of).a).toEqual(["b", "c"]);
  });

  it("the more people ask for both in the same words", () => {
    const of = smallLibrary({ a: "snow ice", b: "snow sand", c: "desk", d: "surf" });
    const asked = { a: ["snow", "snow"], b: ["snow", "snow"] };
    expect(likeness(of, asked)["a-b"]).toBeGreaterThan(likeness(of)["a-b"] ?? 1);
    expect(likeness(of, { a: ["desk"], c: ["desk"] })["a-c"]).toBeGreaterThan(0);
  });

  it("and stand in the order of the library where they are as much alike", () => {
    const of = smallLibrary({ a: "snow", b: "snow", c: "snow", d: "snow", e: "sand", f: "surf" });
    expect(relativesIn(of)).toMatchObject({ a: ["b", "c", "d"], c: ["a", "b", "d"], d: ["a", "b", "c"] });
  });
});

it("the words in which people ask are found by the ids of another library", () => {
  const index = indexWords(LIBRARY, { asked: { a: ["stove"], c: ["stove", "sea"] } });
  const turned = [...LIBRARY.tips].reverse();
  const { get, has } = entriesFrom(index, index.asked, turned);
  expect(get("stove")).toEqual([4, 1.6, 2, 1.6]);
  expect(get("sea")).toEqual([2, 1.6]);
  expect(get("desk")).toEqual([]);
  expect([has("sea"), has("desk"), has("qqqq")]).toEqual([true, false, false]);
  expect(entriesFrom(index, index.asked, LIBRARY.tips.slice(1)).get("stove")).toEqual([1, 1.6]);
});

describe("what relatives gain", () => {
  const relatives = { get: (key: string) => ({ "0": [1, 0.5], "2": [1, 0.5, 3, 0.4] })[key] };

  it("is a share of what the best are worth, by how much they are like them", () => {
    expect(relativesGains([{ place: 0, score: 2 }], relatives)).toEqual(new Map([[1, 0.5]]));
    const two = relativesGains(
      [
        { place: 0, score: 2 },
        { place: 2, score: 1 },
      ],
      relatives,
    );
    expect(two.get(1)).toBeCloseTo(0.5);
    expect(two.get(3)).toBeCloseTo((0.25 * 0.4) / 1.25);
    const many = [
      { place: 7, score: 1 },
      { place: 8, score: 1 },
      { place: 9, score: 1 },
      { place: 0, score: 1 },
    ];
    expect(relativesGains(many, relatives)).toEqual(new Map());
    expect(relativesGains([], relatives)).toEqual(new Map());
  });
});

describe("a search", () => {
  const found = (text: string, exact = false) =>
    searchIn(LIBRARY, text, { exact }).hits.map(({ tip, related }) => (related ? `${tip.id}?` : tip.id));

  it("brings tips that are like the best behind it, and says so; none where it is to be exact", () => {
    expect(found("furnace")).toEqual(["a", "b?"]);
    expect(found("furnace", true)).toEqual(["a"]);
    expect(found("desk")).toEqual(["e"]);
  });

  it("lifts tips that are like the best before others that are as good", () => {
    const of = smallLibrary({
      a: { body: ["snow", "pencil"] },
      b: { title: "Snow", body: ["winter ice"] },
      c: { body: ["snow", "winter ice"] },
      d: { body: ["desk"] },
    });
    expect(searchIn(of, "snow").hits.map(({ tip }) => tip.id)).toEqual(["b", "c", "a"]);
    expect(searchIn(of, "snow", { exact: true }).hits.map(({ tip }) => tip.id)).toEqual(["b", "a", "c"]);
  });

  it("brings none that may not be found, is of another time or has what was left out", () => {
    const ids = (text: string, allowed?: (tip: Tip) => boolean) =>
      searchIn(LIBRARY, text, { allowed }).hits.map(({ tip }) => tip.id);
    expect(ids("furnace", ({ id }) => id !== "b")).toEqual(["a"]);
    expect(ids("furnace -snowman")).toEqual(["a"]);
    expect(ids("furnace -pencil")).toEqual(["a", "b"]);
    expect(ids("furnace 2026")).toEqual(["a", "b"]);
    const older = smallLibrary({
      ...Object.fromEntries(LIBRARY.tips.map((tip) => [tip.id, tip])),
      b: { title: "Snowman", body: ["winter snow ice"], published: "2025-01-20" },
    });
    expect(searchIn(older, "furnace 2026").hits.map(({ tip }) => tip.id)).toEqual(["a"]);
  });

  it("marks nothing in tips that are merely like the best, though they have such words", () => {
    const { hits, explain } = searchIn(LIBRARY, "furnace");
    const spans = hits.map(({ tip }) => explain(tip).flatMap((match) => match.spans).length);
    expect(spans[0]).toBeGreaterThan(0);
    expect(spans[1]).toBe(0);
    expect(explain(hits[1]?.tip as Tip)).toHaveLength(1);
    expect(hits.every(({ score }) => score > 0 && score <= 1)).toBe(true);
    expect(hits[1]?.score).toBeLessThan(0.7);
  });
});
