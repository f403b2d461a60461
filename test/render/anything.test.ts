import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FORMATS, THEMES } from "../../src/core/choices.ts";
import { tipOfTheWeek } from "../../src/core/tip-of-the-week.ts";
import { weekOf } from "../../src/core/week.ts";
import type { Style, View } from "../../src/render/view.ts";
import { widthOf } from "../../src/render/width.ts";
import { day } from "../support/context.ts";
import { harmIn } from "../support/hostile.ts";
import { anyTip, anyTopics } from "../support/made-tips.ts";
import { shippedRenderer } from "../support/shipped-renderer.ts";

/** Any tips in any format at any width. */

const { render } = await shippedRenderer();
const date = day("2026-11-24");

const anyView: fc.Arbitrary<View> = fc
  .record({
    tips: fc.array(anyTip, { minLength: 1, maxLength: 2 }),
    topics: anyTopics,
    favorite: fc.boolean(),
    missed: fc.nat(3),
  })
  .chain(({ tips, topics, favorite, missed }) => {
    const [tip] = tips as [(typeof tips)[0]];
    const occasion = { date, week: weekOf(date), reason: "rotation" as const, missed };
    const view: View & { kind: "tip" } = { kind: "tip", tip, topics, favorite };
    const entries = tips.map((one, at) => ({ number: at + 1, tip: one, favorite }));
    const segments = [...tip.takeaway].map((text, at) => ({ text, marked: at % 3 === 0 }));
    const choice = tipOfTheWeek({ tips }, date);
    return fc.constantFrom<View>(
      view,
      { ...view, occasion },
      { kind: "tips", views: [view, { ...view, occasion }] },
      { kind: "tip-list", entries },
      {
        kind: "hits",
        hits: entries.map((entry) => ({ ...entry, score: 1, matches: [{ field: "takeaway", segments }] })),
      },
      { kind: "topic-list", topics: topics.map((topic) => ({ ...topic, tips: 3 })) },
      { kind: "table", columns: ["name", "value"], rows: [[tip.title, tip.takeaway]], data: { tip } },
      { kind: "banner", tip },
      { kind: "collection", tips, topics, weeks: choice ? [choice] : [] },
    );
  });

const anyStyle: fc.Arbitrary<Style> = fc.record({
  format: fc.constantFrom(...FORMATS),
  width: fc.oneof(fc.integer({ min: 20, max: 400 }), fc.constantFrom(20, 39, 40, 80)),
  color: fc.boolean(),
  theme: fc.constantFrom(...THEMES),
  unicode: fc.boolean(),
});

/** Without the colors that cards have by themselves, and the marks and line breaks of a calendar. */
function withoutOwn(text: string, { format, color }: Style): string {
  if (format === "ics") return text.replaceAll("\r\n", "\n");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colors are what this takes out
  return format === "card" && color ? text.replace(/\x1b\[(0|1|2|22|39|3[0-7]|9[0-7])m/g, "") : text;
}

/** Whether a command asks for this: some formats set collections alone. */
function canBeShown({ kind }: View, { format }: Style): boolean {
  return kind === "collection" || (format !== "html" && format !== "ics");
}

/** Rows of plain lists have tabs between their cells, and are not broken. */
function isRows({ kind }: View, { format }: Style): boolean {
  return format === "plain" && ["tip-list", "topic-list", "table"].includes(kind);
}

describe("whatever is shown", () => {
  it("harms no terminal, and no line of a card or of plain text is wider than asked", async () => {
    await fc.assert(
      fc.asyncProperty(anyView, anyStyle, async (view, style) => {
        if (!canBeShown(view, style)) return;
        const text = withoutOwn(await render(view, style), style);
        const rows = isRows(view, style);
        expect(text.endsWith("\n")).toBe(true);
        expect(harmIn(rows ? text.replaceAll("\t", " ") : text)).toBeUndefined();
        if (rows || (style.format !== "card" && style.format !== "plain")) return;
        for (const line of text.split("\n")) expect(widthOf(line), line).toBeLessThanOrEqual(style.width);
      }),
      { numRuns: 1_500 },
    );
  });
});
