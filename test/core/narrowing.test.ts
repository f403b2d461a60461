import { describe, expect, it } from "vitest";
import { narrowing } from "../../src/core/narrowing.ts";
import { searchTips } from "../../src/core/search/search.ts";
import { indexWords } from "../../src/core/search/word-index.ts";
import type { Library } from "../../src/core/tip.ts";
import { smallLibrary } from "../search/small-library.ts";
import { day, library } from "../support/context.ts";

describe("the filter", () => {
  const index = indexWords(library);
  const today = day("2026-11-23");
  const rank = (text: string) => {
    const { hits, corrections } = searchTips(library, index, {
      text,
      today,
      isWord: (word) => word === "cues",
    });
    return { tips: hits.filter(({ related }) => !related).map(({ tip }) => tip), corrections };
  };
  const filter = narrowing(library, rank, today);
  const titles = (query: string) => filter(query).map(({ title }) => title);
  const startsOf = (query: string) => Array.from(query, (_, at) => query.slice(0, at + 1));

  it("finds what begins with a word that is not finished, titles first", () => {
    for (const text of startsOf("empathy")) expect(titles(text)).toContain("Identify Your Point of Empathy");
    expect(
      titles("empat")
        .slice(0, 3)
        .every((title) => title.includes("Empathy")),
    ).toBe(true);
    expect(titles("surv")).toContain("Define Customer Service Success Differently");
    const counts = startsOf("empa").map((text) => filter(text).length);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts[0]).toBeLessThan(library.tips.length);
    expect(filter("zzzz")).toEqual([]);
  });

  it("has something on the screen with every letter of a title", () => {
    for (const { title } of library.tips.slice(0, 5))
      for (const text of startsOf(title)) expect([text, filter(text).length > 0]).toEqual([text, true]);
  });

  it("does not take a word that is not finished for a misspelt one", () => {
    const most = filter("angry ").length;
    for (const text of startsOf("angry customer").slice(6)) {
      expect(filter(text).length).toBeLessThanOrEqual(most);
      expect(filter(text).length).toBeGreaterThan(0);
    }
    expect(filter("custo").length).toBeGreaterThan(20);
  });

  it("narrows with each word, in the order of the search; where no tip has all, it shows what search finds", () => {
    const angry = new Set(filter("angry"));
    const both = filter("angry customer");
    expect(both.length).toBeLessThan(rank("angry customer").tips.length);
    expect(both.every((tip) => angry.has(tip))).toBe(true);
    expect(both[0]).toBe(rank("angry customer").tips.find((tip) => both.includes(tip)));
    expect(filter("poem supervisor ")).toEqual(rank("poem supervisor").tips);
  });

  it("keeps to phrases, times and words left out", () => {
    expect(titles('"dead end" m')).toEqual(["Don’t Begin with the Dead End in Mind"]);
    expect(filter("december 2025").every(({ published }) => published.startsWith("2025-12"))).toBe(true);
    expect(filter("december 2025").length).toBeGreaterThan(0);
    const without = filter("angry -calm");
    expect(without.length).toBeGreaterThan(0);
    expect(without.every(({ title }) => !title.includes("Calm"))).toBe(true);
    expect(filter("-calm angry")).toEqual(without);
  });

  it("shows all tips where nothing is asked for, and for words that say nothing", () => {
    for (const text of ["", " ", "#", "the ", "!"]) expect(filter(text)).toHaveLength(library.tips.length);
  });

  it("finds a tip by the number that the list shows", () => {
    expect(filter("#12")).toEqual([library.tips[11]]);
    expect(filter("#12 ")).toEqual([library.tips[11]]);
    expect(filter("12")[0]).toBe(library.tips[11]);
    expect(filter("4")).toEqual([library.tips[3]]);
    expect(filter("#1").slice(0, 2)).toEqual([library.tips[0], library.tips[9]]);
    expect(filter("#44")).toEqual([library.tips[43]]);
    expect(filter("#99")).toEqual([]);
    expect(filter("2025").length).toBeGreaterThan(2);
  });
});

describe("the filter of a small library", () => {
  const of = smallLibrary(
    {
      a: { title: "Calm voice", body: ["kettle"] },
      b: { title: "Voices", keywords: ["calming"], published: "2025-03-10" },
      c: { title: "Kettle", takeaway: "Calmar days", body: ["voice"] },
      d: { title: "How do you", topics: ["calmness"], published: "2025-04-10" },
      e: { title: "Co-worker", body: ["calm"] },
    },
    [{ id: "calmness", name: "Serenity", description: "x" }],
  );
  const today = day("2026-11-23");
  const ranked: string[] = [];
  const filterOf = (tips: Library) => {
    const index = indexWords(tips);
    const rank = (text: string) => {
      ranked.push(text);
      const { hits, corrections } = searchTips(tips, index, { text, today });
      return { tips: hits.filter(({ related }) => !related).map(({ tip }) => tip), corrections };
    };
    return narrowing(tips, rank, today);
  };
  const filter = filterOf(of);
  const idsOf = (query: string, shown = filter) =>
    shown(query)
      .map(({ id }) => id)
      .join(" ");

  it.each([
    ["what a word begins with: of titles, then keywords, takeaways and topics", "c", "a e b c d"],
    ["only what search finds of a word that is finished", "calm ", "a b d e"],
    ["what may become of a word besides, last", "calm", "a b d e c"],
    ["what has both, the second not finished", "calm v", "a b"],
    ["what has both, behind a comma", "calm, v", "a b"],
    ["what has both, the first in other letters", "CALM V", "a b"],
    ["what has all of three", "calm kettle v", "a"],
    ["what search finds where none has all", "calm voice k", "a b d c e"],
    ["what begins so where search finds nothing", "zzzz kettle", "c"],
    ["nothing of what nobody has", "zzzz ", ""],
    ["what begins so behind words that say nothing", "the c", "a e b c d"],
    ["all behind words that say nothing", "the ", "a b c d e"],
    ["a title that says nothing else", "how do you ", "d"],
    ["a topic by its name", "ser", "d"],
    ["a topic by its id", "calmn", "d"],
    ["a word with a hyphen, as it is typed", "co-w", "e"],
    ["a word that is misspelt, until it may be another", "voces", "b a c"],
    ["what has a misspelt word and another", "voces k", "c"],
    ["what has a misspelt word that is finished", "ketle voice ", "a c"],
    ["all but what is left out", "voice -calm", "c"],
    ["nothing that is left out, while a word is typed", "-calm voic", "c"],
    ["all while it is not said what is left out", "voice -", "b a c"],
    ["what is of a time", "2025 ", "b d"],
    ["what is of a time and begins so", "2025 v", "b"],
    ["what is of a time and has a word", "2025 calm ", "d b"],
    ["what is of a month behind a word", "calm mar", "b"],
    ["what is of a month and a year", "march 2025", "b"],
    ["nothing of a month without tips", "calm july 2025", ""],
    ["what has a phrase", '"calm voice"', "a"],
    ["what has a phrase and begins so", '"calm voice" c', "a"],
    ["what has a phrase, and nothing else that begins so", '"calm voice" w', "a"],
    ["the tip of a number", "2", "b"],
    ["nothing of a number that no tip has", "#6", ""],
    ["no tip for the number of none", "#0", ""],
    ["no tip for a number behind a word", "kettle 2", "c a"],
    ["no tip for a number with a letter", "2x", ""],
    ["no tip for a number with a letter, nor all", "#1x", ""],
    ["what has the words besides, where none begins so", "voice calmn", "b a c"],
    ["what has both, beside a stroke", "calm/v", "a b"],
    ["what has all of three, beside a stroke", "kettle calm/v", "a"],
  ])("shows %s: %j", (_name, query, ids) => expect(idsOf(query)).toBe(ids));

  it("ranks a text once, as often as it is asked for", () => {
    for (const query of ["calm v", "calm vo", "calm v", "calm v"]) filter(query);
    const before = ranked.length;
    filter("calm vo");
    expect(ranked).toHaveLength(before);
    expect(ranked.filter((text) => text === "calm vo")).toHaveLength(1);
  });

  it("shows the same behind hundreds of other texts", () => {
    for (let number = 0; number < 300; number++) filter(`voice ${number} `);
    expect(idsOf("calm v")).toBe("a b");
  });

  it("takes a number for what the list shows, and behind # for nothing else", () => {
    const numbers = filterOf(smallLibrary({ a: "2 voices", b: "calm", c: "9 lives" }));
    expect(idsOf("2", numbers)).toBe("b a");
    expect(idsOf("#2", numbers)).toBe("b");
    expect(idsOf("9", numbers)).toBe("c");
    expect(idsOf("#9", numbers)).toBe("c");
  });

  it("takes a date behind a word for one, and alone for what may begin a word too", () => {
    const times = filterOf(
      smallLibrary({
        a: { title: "Maybe calm", published: "2025-01-07" },
        b: { title: "Calm", published: "2025-05-06" },
        c: { title: "2025 lakes", published: "2026-01-06" },
      }),
    );
    expect(idsOf("calm may 2025", times)).toBe("b");
    expect(idsOf("calm may", times)).toBe("a");
    for (const text of ["2025", " 2025"]) expect(idsOf(text, times), text).toBe("a b c");
    expect(idsOf("2025 ", times)).toBe("a b");
  });
});
