import { describe, expect, it } from "vitest";
import { idsIn, searchIn, smallLibrary } from "./small-library.ts";

const many = (count: number, words: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`other-${at}`, { body: [words] }]));

describe("what is found first", () => {
  it.each([
    ["the word in the title before the word in the text", "calm", { a: { body: ["calm"] }, b: "calm" }],
    ["both words before one of them", "calm voice", { a: "calm", b: { body: ["A calm voice"] } }],
    ["the word itself before its family", "frustration", { a: "frustrate", b: "frustration" }],
    ["the word itself before one that means the same", "furious", { a: "angry", b: "furious" }],
    ["more words of the title before fewer", "calm", { a: "calm in a long loud queue", b: "calm" }],
    [
      "the word often before the word once",
      "calm",
      { a: { body: ["calm"] }, b: { body: ["calm calm calm"] } },
    ],
    [
      "a keyword of one word before one of three",
      "calm",
      { a: { keywords: ["calm voice level"] }, b: { keywords: ["calm"] } },
    ],
    [
      "less besides in the title before more, but for words that say nothing",
      "calm",
      { a: "calm voice", b: "Calm, of the" },
    ],
    ["the newer, where both are as good", "calm", { b: "calm", a: "calm" }],
  ])("is %s", (_name, text, tips) => {
    expect(idsIn(smallLibrary(tips), text)[0]).toBe("b");
  });

  it("is a word with a letter that is no plain one, typed with plain ones, and the other way round", () => {
    const of = smallLibrary({ a: "Die Größe zählt", b: "Smørrebrød", c: "grosse Worte" });
    for (const text of ["grosse", "größe", "GRÖẞE"]) expect(idsIn(of, text).sort()).toEqual(["a", "c"]);
    expect(idsIn(of, "smorrebrod")).toEqual(["b"]);
  });

  it("is the rare word before the frequent one", () => {
    const of = smallLibrary({ a: "calm", b: "voice", ...many(5, "calm") });
    expect(idsIn(of, "voice calm", { exact: true })[0]).toBe("b");
  });

  it("is what the phrase of a keyword says, wherever its words stand besides", () => {
    const tips = { a: { body: ["time one, time two, on hold"] }, b: { keywords: ["hold time"] } };
    expect(idsIn(smallLibrary(tips), "my hold time is long")[0]).toBe("b");
    expect(idsIn(smallLibrary(tips), "time to hold")[0]).toBeDefined();
  });

  it("is a tip of the topic that is named", () => {
    const topics = [{ id: "front-desk", name: "Reception", description: "x" }];
    const of = smallLibrary({ a: { topics: ["front-desk"] }, b: "x" }, topics);
    for (const text of ["front desk", "front-desk", "reception"])
      expect(idsIn(of, text), text).toEqual(["a"]);
    const { hits, explain } = searchIn(of, "reception");
    expect(hits.flatMap(({ tip }) => explain(tip))).toContainEqual({
      field: "topics",
      text: "Reception",
      spans: [{ start: 0, end: 9 }],
    });
  });
});

describe("what is found", () => {
  it("is first what has a word in its title, also where it is to be exact", () => {
    const of = smallLibrary({ a: { body: ["calm calm"] }, b: "Calm" });
    for (const exact of [false, true]) expect(idsIn(of, "calm", { exact })).toEqual(["b", "a"]);
  });

  it("is first the title that was typed, and then one that is nearly it", () => {
    const of = smallLibrary({ a: "Lesson part 12 of many", b: "Lesson part 13 of many" });
    expect(idsIn(of, "lesson part 13 of many")[0]).toBe("b");
  });

  it("are both spellings of a word, however it is to be found", () => {
    const of = smallLibrary({ a: "Bad behavior", b: "A precise answer" });
    for (const exact of [false, true]) expect(idsIn(of, "behaviour", { exact })).toEqual(["a"]);
    expect(idsIn(of, "precisely")).toEqual(["b"]);
  });

  it("is nothing where too little of what was asked for is there", () => {
    const of = smallLibrary({ a: "calm voice" });
    expect(idsIn(of, "calm")).toEqual(["a"]);
    expect(idsIn(of, "calm voice qqqq")).toEqual(["a"]);
    expect(idsIn(of, "calm qqqq wwww zzzz")).toEqual([]);
  });

  it("is every tip that has the word, however many", () => {
    const of = smallLibrary(many(150, "calm"));
    const all = of.tips.map(({ id }) => id);
    expect(idsIn(of, "calm")).toEqual(all);
    expect(idsIn(of, "calm", { exact: true })).toEqual(all);
  });

  it("is in order, behind however many others, also where it is to be exact", () => {
    const of = smallLibrary({ ...many(100, "calm voice"), a: { title: "Lake", body: ["calm"] }, b: "Calm" });
    for (const exact of [false, true]) {
      const { hits } = searchIn(of, "calm", { exact });
      expect(hits[0]?.tip.id).toBe("b");
      expect(hits).toHaveLength(102);
    }
    const summed = smallLibrary({ a: { summary: "calm" }, b: { title: "Calm", topics: ["calm"] } });
    expect(idsIn(summed, "calm", { exact: true })).toEqual(["b", "a"]);
  });

  it("is what may be found", () => {
    const of = smallLibrary({ a: "calm down today", b: "calm" });
    const allowed = ({ id }: { id: string }) => id !== "a";
    expect(idsIn(of, "calm", { allowed })).toEqual(["b"]);
    expect(idsIn(of, "calm down tody", { allowed })).not.toContain("a");
  });

  it("are other forms, other spellings, and words that mean the same; none of them where it is to be exact", () => {
    const of = smallLibrary({ a: "She spoke", b: "My apologies", c: "The colour", d: "furious" });
    for (const [text, id] of [
      ["speaking", "a"],
      ["apology", "b"],
      ["colors", "c"],
      ["angry", "d"],
      ["apologizing", "b"],
    ] as const)
      expect(idsIn(of, text), text).toEqual([id]);
    expect(idsIn(of, "speaking", { exact: true })).toEqual(["a"]);
    expect(idsIn(of, "colors", { exact: true })).toEqual(["c"]);
    for (const text of ["angry", "apologizing", "furius"])
      expect(idsIn(of, text, { exact: true }), text).toEqual([]);
  });

  it("is a word of the same root, for a word of the language that no tip has", () => {
    const of = smallLibrary({ a: "monarch", b: "cloud", c: "honest" });
    const isWord = (word: string) => ["monarchy", "monarchist", "cloudy", "honesty"].includes(word);
    expect(idsIn(smallLibrary({ a: "planet" }), "planetary", { isWord: () => true })).toEqual(["a"]);
    for (const [text, id] of [
      ["monarchy", "a"],
      ["monarchist", "a"],
      ["honesty", "c"],
    ] as const) {
      expect(idsIn(of, text, { isWord }), text).toEqual([id]);
      expect(searchIn(of, text, { isWord }).corrections, text).toEqual([]);
    }
    expect(idsIn(of, "cloudy", { isWord })).toEqual([]);
    expect(idsIn(of, "monarchy", { isWord, exact: true })).toEqual([]);
    expect(searchIn(of, "monarchy").corrections).toEqual([{ typed: "monarchy", corrected: "monarch" }]);
    const own = smallLibrary({ a: { body: ["monarch"] }, b: { body: ["monarchy"] } });
    expect(idsIn(own, "monarchy", { isWord })).toEqual(["b"]);
  });

  it("is what a phrase of the trade stands for", () => {
    const of = smallLibrary({ a: "apology", b: "sunshine" });
    expect(idsIn(of, "say sorry")).toEqual(["a"]);
    expect(idsIn(of, "how to say sorry")).toEqual(["a"]);
    expect(idsIn(of, "say sunshine")).toEqual(["b"]);
    expect(idsIn(of, "sorry, say")).toEqual(["a"]);
    expect(idsIn(of, "say sorry", { exact: true })).toEqual([]);
    const kin = smallLibrary({ a: "regret", b: "apology", c: { keywords: ["say sorry"] } });
    expect(idsIn(kin, "say sorry")).toEqual(["c", "b", "a"]);
  });

  it("is what a phrase of the trade stands for, though no tip has a word of it, and not what else was asked for", () => {
    const of = smallLibrary({ a: "apology", b: "sunshine" });
    for (const text of ["bury the hatchet", "how to bury the hatchet"])
      expect(idsIn(of, text)).toEqual(["a"]);
    expect(idsIn(of, "bury qqqq hatchet")).toEqual([]);
    expect(idsIn(of, "bury the hatchet qqqq wwww zzzz")).toEqual([]);
    expect(idsIn(smallLibrary({ a: "regret", b: "sunshine" }), "bury the hatchet")).toEqual(["a"]);
  });

  it("makes no difference between words apart, together and with a hyphen", () => {
    const of = smallLibrary({ a: "coworker", b: "sunshine" });
    for (const text of ["co worker", "co-worker", "coworker", "my co worker"])
      expect(idsIn(of, text), text).toEqual(["a"]);
    expect(idsIn(smallLibrary({ a: "co-worker" }), "coworker")).toEqual(["a"]);
    expect(idsIn(smallLibrary({ a: "co-worker" }), "worker")).toEqual(["a"]);
    expect(idsIn(smallLibrary({ a: "colleague", b: "sunshine" }), "co worker")).toEqual(["a"]);
    const apart = smallLibrary({ a: "the wait and the time", b: "sunshine" });
    for (const text of ["wait-time", "my wait-time", "wait-and-time"])
      expect(idsIn(apart, text), text).toEqual(["a"]);
    expect(idsIn(apart, "wait-time", { exact: true })).toEqual(["a"]);
    expect(idsIn(apart, "wait-time qqqq wwww zzzz xxxx")).toEqual([]);
  });

  it("has what is quoted side by side in one text, in any form, and nothing that was left out", () => {
    const of = smallLibrary({
      a: { body: ["The water heaters"] },
      b: { body: ["The heater, water"] },
      c: { body: ["hot water", "heater cold"] },
      d: { title: "Water", summary: "heater" },
    });
    expect(idsIn(of, '"water heater"')).toEqual(["a"]);
    expect(idsIn(of, 'water heater "the heater"')).toEqual(["b"]);
    expect(idsIn(of, "water heater -cold -summary").sort()).toEqual(["a", "b", "d"]);
    expect(idsIn(of, "water -heaters")).toEqual([]);
    expect(idsIn(of, "water -heat").length).toBe(4);
  });

  it("is what stands in the text as it was asked for, where all that was asked for says nothing", () => {
    const of = smallLibrary({ a: "What is next", b: { body: ["next is what"] }, c: "calm" });
    expect(idsIn(of, "what is next")).toContain("a");
    expect(idsIn(smallLibrary({ a: "How you do", b: "How do you" }), "how do you")).toEqual(["b"]);
    expect(idsIn(smallLibrary({ a: "How you do" }), "how")).toEqual([]);
    const told = smallLibrary({
      a: { body: ["Tell me how you do it"] },
      b: { body: ["Well, how do you do?"] },
    });
    expect(idsIn(told, "how do you")).toEqual(["b"]);
    const late = smallLibrary({ a: { body: ["It is late"] }, b: { body: ["How late is it?"] } });
    expect(idsIn(late, "is it")).toEqual(["b"]);
    expect(searchIn(smallLibrary({ a: "How do you" }), "do you").hits).toMatchObject([{ score: 1 }]);
    expect(idsIn(of, "")).toEqual([]);
  });

  it("is all of a time, newest first and as good, where nothing else was asked for", () => {
    const of = smallLibrary({
      a: { published: "2026-01-20" },
      b: { published: "2025-01-20" },
      c: { published: "2026-01-19" },
    });
    expect(searchIn(of, "2026").hits.map(({ tip, score }) => [tip.id, score])).toEqual([
      ["a", 1],
      ["c", 1],
    ]);
    expect(idsIn(of, "the 2026")).toEqual(["a", "c"]);
    expect(idsIn(of, "1/20/25")).toEqual(["b"]);
    expect(idsIn(of, "1999")).toEqual([]);
  });
});

describe("a title with a slip", () => {
  const of = smallLibrary({
    a: { title: "other", body: ["calm calm down slowly slowly", "slow clam"] },
    b: "Calm down slowly",
    c: "Calm up",
  });

  it("finds its tip first, and every tip once", () => {
    for (const text of ["calm down slowlx", "calm downn slowly", "CALM, down: slowly!", "clam down slowly"]) {
      const ids = idsIn(of, text);
      expect(ids[0], text).toBe("b");
      expect(new Set(ids).size).toBe(ids.length);
    }
    const [best] = searchIn(of, "clam down slowly").hits;
    expect(best?.score).toBe(1);
  });

  it("may have its slip in a word that others have, or between two words", () => {
    const slipped = smallLibrary({ a: { title: "Sea", body: ["a clam down, clam"] }, b: "Calm down" });
    expect(idsIn(slipped, "clam down")[0]).toBe("b");
    expect(searchIn(smallLibrary({ a: "Hand over", b: "Lake" }), "handover").hits).toMatchObject([
      { tip: { id: "a" }, score: 1, related: false },
    ]);
  });

  it("is not found so where it is to be exact, of another time, left out, or too short", () => {
    expect(idsIn(of, "calmx downx slowly")).toContain("b");
    expect(idsIn(of, "calmx downx slowly", { exact: true })).not.toContain("b");
    expect(idsIn(of, "calm down slowlx -down")).not.toContain("b");
    expect(idsIn(smallLibrary({ a: "Qqqqqq" }), "qqqqqqx 1999")).toEqual([]);
    expect(idsIn(smallLibrary({ a: "The it of" }), "the at of it is")).toEqual([]);
  });
});

describe("corrections", () => {
  it("are said, one for each word that was corrected", () => {
    const of = smallLibrary({ a: "empathy for customers", b: "calm" });
    expect(searchIn(of, "empthy for cutsomers and calm").corrections).toEqual([
      { typed: "empthy", corrected: "empathy" },
      { typed: "cutsomers", corrected: "customers" },
    ]);
    expect(idsIn(of, "empthy")).toEqual(["a"]);
    expect(searchIn(of, "empthy", { exact: true }).corrections).toEqual([]);
  });

  it("are none for what is known by a word of the same meaning, nor for slips of words that say nothing", () => {
    const of = smallLibrary({ a: "angry", b: "whe" });
    expect(searchIn(of, "irate").corrections).toEqual([]);
    expect(searchIn(of, "teh angry").corrections).toEqual([]);
    expect(idsIn(of, "whn angry")).toEqual(["a"]);
    expect(idsIn(of, "q angry")).toEqual(["a"]);
    expect(idsIn(of, "vpn angry")).toEqual([]);
    expect(idsIn(smallLibrary({ a: "angry ox", b: "angry" }), "ox angry")[0]).toBe("a");
  });
});
