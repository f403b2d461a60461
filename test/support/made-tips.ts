import fc from "fast-check";
import { type Draft, tipOf } from "../../src/core/draft.ts";
import { storedTip, storedTopics } from "../../src/core/stored.ts";
import type { Tip, Topic } from "../../src/core/tip.ts";
import { HOSTILE } from "./hostile.ts";

/** What an import found: a whole tip in few words. */
export const DRAFT: Draft = {
  title: "Count to Three",
  published: "2024-05-07",
  coverage: "full",
  body: ["Three seconds are short for you."],
  topics: ["patience"],
};

/** Texts in all scripts, with what acts on a terminal between them, and long words. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.constantFrom(...HOSTILE),
      fc.constantFrom(
        "words of a text",
        "漢字かな交じり文",
        "שלום",
        "مرحبا",
        "👩‍👩‍👧‍👦",
        "🇨🇭🇮🇹",
        "1️⃣",
        "क्षत्रिय",
        "e\u0301",
        "• item",
        "\n",
        "→",
        "# *b* `c`",
      ),
      fc.constantFrom("x", "漢", "👩🏽‍⚕️", "\u0301").map((letter) => letter.repeat(90)),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(" "));

const texts = fc.array(anyText, { maxLength: 3 });

/** Tips as they come out of the user's library file, whoever wrote it. */
export const anyTip: fc.Arbitrary<Tip> = fc
  .record({
    id: fc.constantFrom("a-tip", "another", "x"),
    title: anyText,
    published: fc.constantFrom("2026-01-20", "0001-01-02", "9999-12-28"),
    coverage: fc.constantFrom("full" as const, "opening" as const),
    topics: fc.subarray(["calm", "unsorted"], { minLength: 1 }),
    takeaway: anyText,
    summary: anyText,
    body: texts,
    actions: texts,
    keywords: texts,
    source: fc.option(fc.record({ archive: anyText, page: fc.constantFrom(1, 400) }), { nil: undefined }),
    origin: fc.option(fc.constant("archive" as const), { nil: undefined }),
  })
  .map(({ source, origin, ...rest }) => {
    const tip = { ...rest, ...(source && { source }), ...(origin && { origin }) };
    return storedTip(tip, false) ?? tipOf(tip, tip.id);
  });

/** Topics with a name like any text, as they are read. */
export const anyTopics: fc.Arbitrary<Topic[]> = fc
  .tuple(anyText, anyText)
  .map(([name, description]) => storedTopics([{ id: "calm", name, description }]));
