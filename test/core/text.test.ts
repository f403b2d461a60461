import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanLine, cleanText, counted, folded, joined, quoted, startOf } from "../../src/core/text.ts";

/** Pieces that attacks are made of, and what stands innocently between them. */
const hostile = fc.constantFrom(
  ..."\x1b \x1b[ \x1b] \x1bP \x1bX \x1b^ \x1b_ \x1b\\ \x1b(B \x1b[31m \x1b[2J \x1b]52;c;AAAA\x07 \x1b]8;;http://a\x1b\\".split(
    " ",
  ),
  ...Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code)),
  ...Array.from({ length: 0x21 }, (_, code) => String.fromCharCode(0x7f + code)),
  ..."\u00ad\u034f\u061c\u115f\u1160\u17b4\u180b\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2028\u2029".split(
    "",
  ),
  ..."\u2060\u2064\u2066\u2067\u2068\u2069\u206f\u3164\ufe00\ufe0e\ufe0f\ufeff\uffa0\ufff0\ufff9\ufffb".split(
    "",
  ),
  ...["\u{1bca0}", "\u{1d173}", "\u{e0001}", "\u{e0041}", "\u{e007f}", "\u{e0100}"],
  ..."\ud800\udbff\udc00\udfff\udb40\udc41\ud83d\ude00".split(""),
  ...["a", "Z", "0", ";", "[", "m", " ", "\n", "é", "e\u0301", "م", "न", "漢", "👩", "🏽", "❤"],
);
const attack = fc.array(hostile, { maxLength: 30 }).map((pieces) => pieces.join(""));
const anything = fc.oneof(
  attack,
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme" }),
);

/** The engine's own idea of what has no picture, but for what joins letters and emoji. */
const UNSEEN = /(?!\u200c|\u200d|\ufe0f)\p{Default_Ignorable_Code_Point}/u;
const CONTROL = /(?!\n)[\p{Cc}\u2028\u2029]/u;
const BIDI = /\p{Bidi_Control}/u;
const LOOSE_JOINER =
  /(?<!\ufe0f|[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])(?:\u200c|\u200d)|(?:\u200c|\u200d)(?![\p{L}\p{Extended_Pictographic}])/u;
const JOINED_LATIN = /[a-zé](?:\u200c|\u200d)|(?:\u200c|\u200d)[a-zé]/iu;
const LOOSE_SELECTOR = /(?<![\p{Emoji}])\ufe0f/u;

describe("cleanText", () => {
  it("leaves nothing that acts on a terminal or hides, whatever goes in", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const clean = cleanText(text);
        for (const kind of [CONTROL, UNSEEN, BIDI, LOOSE_JOINER, JOINED_LATIN, LOOSE_SELECTOR])
          expect(clean).not.toMatch(kind);
        expect(clean.isWellFormed()).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        const line = cleanLine(text);
        expect(cleanLine(line)).toBe(line);
        expect(cleanText(line)).toBe(line);
      }),
      { numRuns: 2_000 },
    );
  });

  it("keeps every letter of a text that hides nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const letters = (from: string) =>
          from.replace(/[^\p{L}\p{N}]|\p{Default_Ignorable_Code_Point}/gu, "");
        expect(letters(cleanText(text))).toBe(letters(text.toWellFormed()));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ["a family joined of four", "👨‍👩‍👧‍👦"],
    ["a health worker with a skin tone", "👩🏽‍⚕️"],
    ["an eye in a bubble", "👁️‍🗨️"],
    ["a red heart and a keycap", "❤️ 1️⃣"],
    ["flags", "🇨🇭 🏳️‍🌈"],
    ["accents, composed and not", "é e\u0301 ñ Ångström"],
    ["Persian with its joiner", "می‌خواهم"],
    ["Hindi with its joiner", "क्‍ष"],
    ["Hebrew, Arabic, Chinese", "שלום مرحبا 漢字"],
    ["typography", "“What’s next?” – wait… 20 % · → ★"],
  ])("keeps %s", (_name, text) => expect(cleanText(text)).toBe(text));

  it.each([
    ["a color", "a\x1b[31mb\x1b[0mc", "abc"],
    ["a color by a C1 byte", "a\x9b31mb", "ab"],
    ["a window title", "a\x1b]0;owned\x07b", "ab"],
    ["a link and its target", "a\x1b]8;;http://evil.example\x1b\\b\x1b]8;;\x1b\\c", "abc"],
    ["a write to the clipboard", "a\x1b]52;c;cm0gLXJm\x07b", "ab"],
    ["a device control string", "a\x1bPq#0~\x1b\\b", "ab"],
    ["an escape inside an escape", "a\x1b\x1b[31m[31mb", "a[31mb"],
    ["an override of direction", "a\u202egpj.exe\u202cb", "agpj.exeb"],
    ["a zero-width space in a word", "em\u200bpa\u2060thy", "empathy"],
    ["tags that spell a hidden word", "a\u{e0068}\u{e0069}b", "ab"],
    ["a tag made of halves that meet when what parts them is gone", "a\udb40\u200b\udc41b", "a��b"],
    ["a joiner that hides in a word", "em\u200dpathy", "empathy"],
    ["joiners at the ends of words", "a\u200d b\u200c", "a b"],
    ["a joiner behind a figure", "1\u200d漢", "1漢"],
    ["a bell, and not the text before it", "abc\x07d", "abcd"],
    ["half of a pair", "a\ud83d", "a�"],
    ["line breaks of all kinds", "a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne"],
    ["a sequence with spaces in it", "a\x1b[0 qb\x1b[?25!!pc", "abc"],
    ["a choice of letters", "a\x1b(Bb\x1b %Gc", "abc"],
    ["a C1 byte of its own, and not the text behind it", "a\x9d b\x90c\x98d\x9be", "a bcde"],
    ["what begins a sequence that nothing ends", "a\x1b]b \x1bPc\nd\x1b_", "ab c\nd"],
    [
      "quotation marks decoded twice, and no word between",
      "â\x80\x9cyesâ\x80\x9d or â\x80\x9cnoâ\x80\x9d",
      "âyesâ or ânoâ",
    ],
    ["tabs and feeds, for a space each", "a\tb\vc\fd", "a b c d"],
    ["NUL, backspace and DEL", "a\0b\bc\x7fd", "abcd"],
  ])("takes out %s", (_name, text, clean) => expect(cleanText(text)).toBe(clean));
});

describe("cleanLine", () => {
  it("is one line with single spaces and none at the ends", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(cleanLine(text)).toMatch(/^(\S+( \S+)*)?$/u);
      }),
      { numRuns: 2_000 },
    );
    expect(cleanLine("  a \t\n b\u00a0\u3000c \v")).toBe("a b c");
  });
});

describe("quoted", () => {
  it("shows at most 60 characters, whole ones, of whatever was typed", () => {
    expect(quoted("x".repeat(60))).toBe(`'${"x".repeat(60)}'`);
    expect(quoted("x".repeat(61))).toBe(`'${"x".repeat(59)}…'`);
    expect(quoted("😀".repeat(5_000_000))).toBe(`'${"😀".repeat(59)}…'`);
    expect(quoted("a\nb\x1b[31m")).toBe("'a b'");
  });
});

describe("startOf", () => {
  it("is as much as is asked for, but for half of a character", () => {
    expect(startOf("words", 3)).toBe("wor");
    expect(startOf("words", 9)).toBe("words");
    expect(startOf("a😀😀", 4)).toBe("a😀");
    expect(startOf("a😀😀", 5)).toBe("a😀😀");
    expect(startOf("", 5)).toBe("");
  });
});

describe("folded", () => {
  it("makes one of all ways to write a thing", () => {
    for (const text of ["What’s Next?", "whats next", "WHAT'S   NEXT", "  what's—next!  "])
      expect(folded(text)).toBe("whats next");
    expect(folded("Café ﬁne")).toBe("cafe fine");
    expect(folded("Größe GRÖẞE Ægir Œuvre Søren Łódź Đorđe Þór Eiðs Ħal Ŧ Ŋ ı Ǽ")).toBe(
      "grosse grosse aegir oeuvre soren lodz dorde thor eids hal t ng i ae",
    );
    expect(folded("«Größe» — 10 ° zählt!")).toBe("grosse 10 zahlt");
    expect(folded("…")).toBe("");
  });
});

describe("sentences", () => {
  it("join and count", () => {
    expect([
      joined([], "or"),
      joined(["a"], "or"),
      joined(["a", "b"], "and"),
      joined(["a", "b", "c"], "or"),
    ]).toEqual(["", "a", "a and b", "a, b or c"]);
    expect([counted(0, "tip"), counted(1, "tip"), counted(2, "tip")]).toEqual(["0 tips", "1 tip", "2 tips"]);
  });
});
