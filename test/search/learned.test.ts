import { describe, expect, it } from "vitest";
import { learn } from "../../src/build/learning.mts";
import { Rows } from "../../src/build/ridge.mts";
import { featuresOf, wantedBy } from "../../src/core/search/learned.ts";
import { type SearchRequest, searchTips } from "../../src/core/search/search.ts";
import { indexWords, type Judged, type WordIndex } from "../../src/core/search/word-index.ts";
import { day } from "../support/context.ts";
import { smallLibrary } from "./small-library.ts";

type Weights = Readonly<Record<string, Readonly<Record<string, number>>>>;

const learnedFrom = (weights: Weights) =>
  new Map(Object.entries(weights).map(([feature, of]) => [feature, Object.entries(of)]));

const TIPS = { a: "calm voice", b: "calm desk", c: "snow" };

/** What is found, best first, where this was learned, in hundredths. */
function found(
  weights: Weights,
  text: string,
  { own, ...request }: Partial<SearchRequest> & { readonly own?: string } = {},
) {
  const of = smallLibrary(TIPS);
  const index: WordIndex = {
    ...indexWords(of, { learned: learnedFrom(weights) }),
    isOwn: (place) => of.tips[place]?.id === own,
  };
  return searchTips(of, index, { text, today: day("2026-11-23"), ...request }).hits;
}

const ids = (...query: Parameters<typeof found>) => found(...query).map(({ tip }) => tip.id);

describe("what was learned from judgements", () => {
  it("lifts what those want who use a word, and lowers what they do not", () => {
    expect(ids({}, "calm")).toEqual(["a", "b"]);
    expect(ids({ calm: { b: 40 } }, "calm")).toEqual(["b", "a"]);
    expect(ids({ calm: { a: -40 } }, "calm")).toEqual(["b", "a"]);
    expect(ids({ calm: { b: 40 } }, "calming")).toEqual(["b", "a"]);
  });

  it("is known of stop words and of two words side by side too", () => {
    expect(ids({ without: { b: 40 } }, "calm without me")).toEqual(["b", "a"]);
    expect(ids({ "be calm": { b: 60 } }, "to be calm")).toEqual(["b", "a"]);
    expect(ids({ "be calm": { b: 60 } }, "calm be to")).toEqual(["a", "b"]);
  });

  it("is looked for by the corrected word", () => {
    expect(ids({ calm: { b: 40 } }, "clam")).toEqual(["b", "a"]);
  });

  it("brings in a tip that has none of the words, as one that is like the best, where it says much for it", () => {
    expect(found({ calm: { c: 40 } }, "calm").map(({ tip, related }) => [tip.id, related])).toEqual([
      ["a", false],
      ["b", false],
      ["c", true],
    ]);
    expect(ids({ calm: { c: 4 } }, "calm")).toEqual(["a", "b"]);
    expect(ids({ calm: { c: 40 } }, "calm", { allowed: ({ id }) => id !== "c" })).toEqual(["a", "b"]);
  });

  it("answers nothing that no tip holds, and is left out where words are to be exact", () => {
    expect(ids({ furnac: { b: 99 } }, "furnace")).toEqual([]);
    expect(ids({ calm: { b: 40 } }, "calm", { exact: true })).toEqual(["a", "b"]);
  });

  it("answers a query of stop words alone, where it says clearly what is wanted", () => {
    const weights = { no: { b: 60, c: 40, a: 3 }, "say no": { b: 20 } };
    expect(ids(weights, "can i say no")).toEqual(["b", "c"]);
    expect(found(weights, "can i say no").map(({ related }) => related)).toEqual([false, false]);
    expect(ids({ no: { b: 40 } }, "can i say no")).toEqual([]);
    expect(ids(weights, "no", { exact: true })).toEqual([]);
    expect(ids(weights, "no -calm")).toEqual([]);
    expect(ids(weights, '"no"')).toEqual([]);
    expect(ids(weights, "no", { allowed: ({ id }) => id !== "b" })).toEqual(["c"]);
  });

  it("leaves scores between 1 and 0, however little a tip is wanted", () => {
    for (const weights of [
      { calm: { a: -400 } },
      { calm: { a: -400, b: -300 } },
      { calm: { a: 400, b: -400 } },
    ])
      for (const { score } of found(weights, "calm")) expect(score > 0 && score <= 1, `${score}`).toBe(true);
    expect(ids({ calm: { a: -400, b: -300 } }, "calm")).toEqual(["a", "b"]);
  });

  it("is known of the parts of a hyphenated word", () => {
    expect(ids({}, "calm-snow voice")[0]).toBe("a");
    expect(ids({ snow: { b: 300 } }, "calm-snow voice")[0]).toBe("b");
  });

  it("does not put tips of one's own behind, which nobody has judged", () => {
    expect(ids({ calm: { b: 10 } }, "voice so calm")).toEqual(["a", "b"]);
    expect(ids({ calm: { b: 200 } }, "voice so calm")).toEqual(["b", "a"]);
    expect(ids({ calm: { b: 200 } }, "voice so calm", { own: "a" })).toEqual(["a", "b"]);
  });
});

describe("the features of a query", () => {
  it("are its words and those side by side, each once", () => {
    expect([...featuresOf(["say", "no", "say", "no"]).keys()]).toEqual(["say", "no", "say no", "no say"]);
    expect([...featuresOf([])]).toEqual([]);
  });

  it("tell the less each, the more of them are known", () => {
    const learned = new Map([
      ["calm", [0, 60]],
      ["voice", [1, 60]],
    ]);
    expect(wantedBy(["calm"], learned).get(0)).toBeCloseTo(0.6);
    expect(wantedBy(["calm", "qqqq"], learned).get(0)).toBeCloseTo(0.6);
    expect(wantedBy(["calm", "voice"], learned).get(0)).toBeCloseTo(0.6 / Math.SQRT2);
    expect(wantedBy(["qqqq"], learned).size).toBe(0);
    const ofAnother = {
      get: (key: string) => learned.get(key) ?? [],
      has: (key: string) => learned.has(key),
    };
    expect(wantedBy(["calm", "qqqq"], ofAnother).get(0)).toBeCloseTo(0.6);
  });
});

describe("ridge regression", () => {
  it("gives the weights that are found by hand", () => {
    const one = new Rows([[[0, 1]], [[0, 2]]], 1);
    expect(one.weightsFor([1, 3], 0.5)[0]).toBeCloseTo((1 * 1 + 2 * 3) / (1 + 4 + 0.5));
    // (1.5 1; 1 2.5) w = (3; 4)
    const two = new Rows(
      [
        [
          [0, 1],
          [1, 1],
        ],
        [[1, 1]],
      ],
      2,
    );
    const [first = 0, second = 0] = two.weightsFor([3, 1], 0.5);
    expect(1.5 * first + 1 * second).toBeCloseTo(3);
    expect(1 * first + 2.5 * second).toBeCloseTo(4);
    expect([...two.weightsFor([0, 0], 0.5)]).toEqual([0, 0]);
    expect([...new Rows([], 2).weightsFor([], 0.5)]).toEqual([0, 0]);
  });
});

describe("learning", () => {
  const judged: Judged = {
    "upset caller": { a: 3, b: 1 },
    "upset guest": { a: 3 },
    "an upset": { a: 2 },
    "long queue": { b: 3 },
    "queue again": { b: 3 },
    "queue of callers": { b: 2 },
    caller: { a: 1, b: 1 },
  };
  const weight = (feature: string, id: string, of = judged) =>
    new Map(learn(of).get(feature) ?? []).get(id) ?? 0;

  it("finds the words that tell what is wanted, by how much it is", () => {
    expect(weight("upset", "a")).toBeGreaterThan(40);
    expect(weight("queue", "b") || weight("queu", "b")).toBeGreaterThan(40);
    expect(weight("upset", "b")).toBeLessThan(10);
    expect(weight("upset", "a")).toBeGreaterThan(weight("caller", "a"));
    const only = (grade: number) =>
      weight("upset", "a", { upset: { a: grade }, "upset guest": { a: grade } });
    expect([only(3) > 3 * only(1), only(3) > 2 * only(2) - 1, only(2) > 2 * only(1)]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("learns of two words side by side where that was asked three times", () => {
    const asked = (times: number) =>
      Object.fromEntries(
        ["one", "two", "three"].slice(0, times).map((word) => [`calm voice ${word}`, { a: 3 }]),
      );
    const pairs = (of: Judged) => [...learn(of).keys()].filter((feature) => feature.includes(" "));
    expect(pairs(asked(2))).toEqual([]);
    expect(pairs(asked(3)).length).toBe(1);
  });

  it("keeps the eight tips for which a word says most, and none for which it says hardly anything", () => {
    const grades = Object.fromEntries([..."abcdefghijkl"].map((id) => [id, id < "k" ? 3 : 1]));
    const weights = learn({ upset: grades, "upset guest": grades }).get("upset") ?? [];
    expect(weights.map(([id]) => id).sort()).toEqual([..."abcdefgh"]);
    const rare = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`upset ${"x".repeat(i + 1)}`, { b: 3 }]),
    );
    expect(weight("upset", "a", { ...rare, upset: { b: 3 }, "upset y": { a: 1 } })).toBe(0);
  });

  it("learns the same from the same, and nothing from nothing", () => {
    expect([...learn(judged)]).toEqual([...learn(judged)]);
    expect(learn({}).size).toBe(0);
  });
});
