import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTip, referencesIn } from "../../src/core/find-tip.ts";
import type { Library, Tip } from "../../src/core/tip.ts";
import { library } from "../support/context.ts";

function found(reference: string, of: Library = library): string | string[] {
  const result = findTip(of, reference);
  if (result.kind === "one") return result.tip.id;
  return result.kind === "several" ? result.tips.map(({ id }) => id) : [];
}

function libraryOf(...tips: Partial<Tip>[]): Library {
  return { topics: [], tips: tips.map((fields) => ({ ...(library.tips[0] as Tip), ...fields })) };
}

describe("findTip", () => {
  it("finds each tip by id, by number with and without #, and by title in any case, accent and punctuation", () => {
    library.tips.forEach(({ id, title }, index) => {
      for (const reference of [id, `#${index + 1}`, ` ${index + 1} `, title, title.toUpperCase()])
        expect(found(reference), reference).toBe(id);
      expect(found(title.replace(/[’,.…?!]/g, ""))).toBe(id);
    });
  });

  it("finds by the start of the id where one alone begins so, else names all that do", () => {
    expect(found("identify-your-p")).toBe("identify-your-point-of-empathy");
    expect(
      found("a", libraryOf({ id: "ab", title: "X" }, { id: "ac", title: "Y" }, { id: "b", title: "Z" })),
    ).toEqual(["ab", "ac"]);
  });

  it("finds by whole words of the title, not by parts of words", () => {
    const two = libraryOf({ id: "x", title: "The Art of Calm" }, { id: "y", title: "Calming Down" });
    expect(found("calm", two)).toBe("x");
    expect(found("art of", two)).toBe("x");
    expect(found("alming", two)).toEqual([]);
  });

  it("names all that have a word which begins one id", () => {
    const tips = libraryOf(
      { id: "the-art", title: "The Art" },
      { id: "x", title: "Not the End" },
      { id: "y", title: "Thesis" },
    );
    expect(found("the", tips)).toEqual(["the-art", "x"]);
    expect(found("the art", tips)).toBe("the-art");
    expect(found("not", tips)).toBe("x");
    expect(found("lift")).toBe("lift-it-up");
  });

  it("tells words that are tips each from words of a title", () => {
    const named = (...words: string[]) => referencesIn(library, words);
    expect(named("1", "#2", "lift-it-up")).toEqual(["1", "#2", "lift-it-up"]);
    expect(named("lift", "it", "up")).toEqual(["lift it up"]);
    expect(named("2025", "Holiday", "Poem")).toEqual(["2025 Holiday Poem"]);
    expect(named("the miracle", "3")).toEqual(["the miracle", "3"]);
  });

  it("prefers the id to the title, both to a number, and a number to the start of an id", () => {
    const tips = libraryOf(
      { id: "one", title: "2" },
      { id: "2", title: "Two" },
      { id: "1-more", title: "Three" },
    );
    expect(found("2", tips)).toBe("2");
    expect(found("1", tips)).toBe("one");
    expect(found("#3", tips)).toBe("1-more");
    expect(found("two", tips)).toBe("2");
  });

  it("prefers the whole to a part: of an id, and of a title", () => {
    expect(found("a", libraryOf({ id: "a-b", title: "X" }, { id: "a", title: "Y" }))).toBe("a");
    const titled = libraryOf(
      { id: "x", title: "Stay Calm" },
      { id: "y", title: "Calm" },
      { id: "z", title: "3" },
    );
    expect(found("calm", titled)).toBe("y");
    expect(found("3", titled)).toBe("z");
    expect(found("1", libraryOf({ id: "x", title: "Stay" }, { id: "y", title: "1" }))).toBe("y");
    expect(found("STAY  calm", libraryOf({ id: "stay-calm", title: "X" }, { id: "y", title: "Y" }))).toBe(
      "stay-calm",
    );
  });

  it("names several of one title", () => {
    expect(found("same", libraryOf({ id: "a", title: "Same" }, { id: "b", title: "same!" }))).toEqual([
      "a",
      "b",
    ]);
  });

  it("suggests what is nearly so: an id, a title or a word of one", () => {
    const near = (reference: string) => {
      const result = findTip(library, reference);
      return result.kind === "none" ? result.near.map(({ id }) => id) : [];
    };
    expect(near("lift-it-upp")).toContain("lift-it-up");
    expect(near("identfy your point of empthy")).toContain("identify-your-point-of-empathy");
    expect(near("presure")[0]).toMatch(/^pressure/);
    for (const other of ["zzzzzzzzzz", "refund"]) expect(near(other), other).toEqual([]);
    const few = libraryOf({ id: "a", title: "Pressure Rises" }, { id: "b", title: "Pressure Falls Calm" });
    expect(findTip(few, "presure")).toEqual({ kind: "none", near: [few.tips[0]] });
    expect(findTip(few, "calx")).toEqual({ kind: "none", near: [] });
    expect(findTip(library, "?!")).toEqual({ kind: "none", near: [] });
  });

  it("answers something for whatever is typed, and nothing for nothing", () => {
    for (const nothing of ["", "  ", "?!", "#", "#0", "0", "#45", "-1", "1.5", "constructor", "__proto__"])
      expect(found(nothing), nothing).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 50 }), (reference) => {
        const result = findTip(library, reference);
        if (result.kind === "several") expect(result.tips.length).toBeGreaterThan(1);
        if (result.kind === "none") expect(result.near.length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
