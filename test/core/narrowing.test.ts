import { describe, expect, it } from "vitest";
import { narrowing } from "../../src/core/narrowing.ts";
import { searchTips } from "../../src/core/search/search.ts";
import { indexWords } from "../../src/core/search/word-index.ts";
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
    expect(filter("#1").slice(0, 2)).toEqual([library.tips[0], library.tips[9]]);
    expect(filter("#44")).toEqual([library.tips[43]]);
    expect(filter("#99")).toEqual([]);
    expect(filter("2025").length).toBeGreaterThan(2);
  });
});
