import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { widthOf } from "../../src/render/width.ts";
import { hang, padTo, setText, wrap, wrapBalanced, wrapWith } from "../../src/render/wrap.ts";

const word = fc.oneof(
  { weight: 5, arbitrary: fc.stringMatching(/^[a-z’,.-]{1,14}$/) },
  fc.constantFrom(
    "漢字かな交じり文",
    "한국어",
    "e\u0301te\u0301",
    "שלום",
    "مرحبا",
    "👩‍👩‍👧‍👦👩🏽‍⚕️🏳️‍🌈",
    "🇨🇭🇮🇹",
    "1️⃣",
    "क्षत्रिय",
    "می‌خواهم",
    "a\u0301\u0301\u0301\u0301",
    "\u0301",
  ),
  fc.constantFrom("x", "漢", "é", "👩🏽‍⚕️").map((letter) => letter.repeat(500)),
);
const text = fc.array(word, { maxLength: 25 }).map((words) => words.join(" "));
const width = fc.integer({ min: 20, max: 400 });

const withoutSpaces = (from: string) => from.replaceAll(" ", "");

describe("wrap", () => {
  it("makes no line wider than asked, and loses nothing but spaces at breaks", () => {
    fc.assert(
      fc.property(text, width, (from, columns) => {
        const lines = wrap(from, columns);
        expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(columns);
        expect(withoutSpaces(lines.join(""))).toBe(withoutSpaces(from));
      }),
      { numRuns: 100 },
    );
  });

  it("breaks words only where one is wider than the line, and then between whole characters", () => {
    fc.assert(
      fc.property(text, width, (from, columns) => {
        const words = from.split(" ");
        for (const part of wrap(from, columns).flatMap((line) => line.split(" "))) {
          const whole = words.includes(part);
          expect(whole || words.some((one) => widthOf(one) > columns && one.includes(part))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
    expect(wrap("👩‍👩‍👧‍👦".repeat(3), 4)).toEqual(["👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"]);
    expect(wrap("e\u0301".repeat(5), 2)).toEqual(["e\u0301e\u0301", "e\u0301e\u0301", "e\u0301"]);
    expect(wrap("漢字漢字漢", 5)).toEqual(["漢字", "漢字", "漢"]);
  });

  it("fills each line: the first word of the next would not have fitted", () => {
    fc.assert(
      fc.property(text, width, (from, columns) => {
        const lines = wrap(from, columns);
        lines.slice(1).forEach((line, index) => {
          const next = line.split(" ")[0] ?? "";
          if (from.split(" ").includes(next))
            expect(widthOf(`${lines[index]} ${next}`)).toBeGreaterThan(columns);
        });
      }),
      { numRuns: 60 },
    );
  });

  it("keeps line breaks, and breaks nothing where the width has no end", () => {
    expect(wrap("one\n\ntwo", 20)).toEqual(["one", "", "two"]);
    const long = "word ".repeat(1000).trim();
    expect(wrap(long, Number.POSITIVE_INFINITY)).toEqual([long]);
    expect(wrap("", 20)).toEqual([""]);
  });

  it("takes a text of a megabyte in a moment", () => {
    const before = performance.now();
    wrap("word ".repeat(200_000), 80);
    wrap("x".repeat(1_000_000), 20);
    wrap(`${"x".repeat(200)}${"\u0301".repeat(300_000)}`, 40);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

describe("wrapBalanced", () => {
  it("has as many lines as plain wrapping, none wider than asked, and the same text", () => {
    fc.assert(
      fc.property(text, width, (from, columns) => {
        const lines = wrapBalanced(from, columns);
        expect(lines).toHaveLength(wrap(from, columns).length);
        expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(columns);
        expect(withoutSpaces(lines.join(""))).toBe(withoutSpaces(from));
      }),
      { numRuns: 25 },
    );
    expect(wrapBalanced("one two three four five", 20)).toEqual(["one two three", "four five"]);
    const full = "x".repeat(20);
    expect(wrapBalanced(`${full} ${full}${full}${full}`, 20)).toEqual([full, full, full, full]);
  });
});

describe("wrapWith and padTo", () => {
  it("put something before each line and count it", () => {
    expect(wrapWith("→ ", "one two three", 9)).toEqual(["→ one two", "  three"]);
    expect(wrapWith("→ ", "one two three", 9, "| ")).toEqual(["→ one two", "| three"]);
    expect(padTo("漢", 4)).toBe("漢  ");
    expect(padTo("漢字", 3)).toBe("漢字");
  });
});

describe("hang", () => {
  it("breaks at spaces alone, indents what follows, and loses nothing", () => {
    expect(hang("cstip: one two three", 12)).toBe("cstip: one\n  two three");
    expect(hang("cstip: /a/long/path/that/is/wider is gone", 12)).toBe(
      "cstip:\n  /a/long/path/that/is/wider\n  is gone",
    );
    expect(hang("cstip: one two three", undefined)).toBe("cstip: one two three");
    fc.assert(
      fc.property(text, width, (message, columns) => {
        const set = hang(message, columns);
        expect(set.replaceAll("\n  ", " ")).toBe(message);
        for (const line of set.split("\n"))
          expect(widthOf(line) <= columns || !line.trim().includes(" ")).toBe(true);
      }),
    );
  });
});

describe("setText", () => {
  const set = (message: string, columns: number) =>
    setText({ kind: "text", text: message, sentences: true }, columns);

  it("indents what does not fit a line, and puts no space into a word that is too wide", () => {
    expect(set("one two three\nfour", 8)).toBe("one two\n  three\nfour");
    expect(set("/a/path/of/20/letters is gone", 12)).toBe("/a/path/of/2\n  0/letters\n  is gone");
    fc.assert(
      fc.property(text, width, (message, columns) => {
        expect(set(message, columns).replace(/\s/g, "")).toBe(message.replace(/\s/g, ""));
      }),
    );
  });
});
