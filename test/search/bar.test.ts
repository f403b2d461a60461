import { describe, expect, it } from "vitest";
import { searchTips } from "../../src/core/search/search.ts";
import { indexWords, type Knowledge } from "../../src/core/search/word-index.ts";
import { day } from "../support/context.ts";
import { smallLibrary } from "./small-library.ts";

const of = smallLibrary({ a: "A calm voice", b: "Hold time calm", c: "Bread", d: "irate" });

function found(text: string, knowledge: Knowledge = {}): string[] {
  const { hits } = searchTips(of, indexWords(of, knowledge), { text, today: day("2026-11-23") });
  return hits.map(({ tip }) => tip.id);
}

describe("what a tip must hold of a query to be an answer", () => {
  it("is a good part, where no tip knows some of it", () => {
    expect(found("calm voice qqqq")).toEqual(["a", "b"]);
    expect(found("calm qqqq")).toEqual([]);
    expect(found("voice time qqqq irate")).toEqual([]);
  });

  it("is little, where tips know each word of it", () => {
    expect(found("voice time bread irate").sort()).toEqual(["a", "b", "c", "d"]);
    expect(found("voice time bread furious").sort()).toEqual(["a", "b", "c", "d"]);
  });

  it("is little, where the rest of it is the name of a topic", () => {
    const named = smallLibrary({ a: { title: "calm", topics: ["desk"] }, b: "voice", c: "time", d: "snow" });
    const request = { text: "desk voice time snow", today: day("2026-11-23") };
    const { hits } = searchTips(named, indexWords(named), request);
    expect(hits.map(({ tip }) => tip.id).sort()).toEqual(["a", "b", "c", "d"]);
  });

  it("is little, where a word of it tells of serving people, also with a slip", () => {
    expect(found("calm qqqq", { trade: ["calm"] })).toEqual(["a", "b"]);
    expect(found("clam qqqq", { trade: ["calm"] })).toEqual(["a", "b"]);
    expect(found("clam qqqq")).toEqual([]);
    expect(found("calm bread", { trade: ["calm"], elsewhere: ["bread"] })).toEqual(["c", "a", "b"]);
  });

  it("is nearly all, where a word of it is of other matters, also with a slip", () => {
    expect(found("calm bread")).toEqual(["c", "a", "b"]);
    expect(found("calm bread", { elsewhere: ["bread"] })).toEqual([]);
    expect(found("calm braed", { elsewhere: ["bread"] })).toEqual([]);
    expect(found("calm braed")).toEqual(["c", "a", "b"]);
    expect(found("bread", { elsewhere: ["bread"] })).toEqual(["c"]);
  });
});
