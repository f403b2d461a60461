import { describe, expect, it } from "vitest";
import { FORMATS, type Format } from "../../src/core/choices.ts";
import { openChooser } from "../../src/core/chooser.ts";
import { tipOf } from "../../src/core/draft.ts";
import { weekOf } from "../../src/core/week.ts";
import { chooserFrame } from "../../src/render/chooser.ts";
import { render } from "../../src/render/index.ts";
import type { Style } from "../../src/render/view.ts";
import { day } from "../support/context.ts";
import { DRAFT } from "../support/made-tips.ts";

const styleOf = (format: Format, unicode = true): Style => ({
  format,
  width: 400,
  color: false,
  unicode,
  theme: "both",
});
const short = tipOf({ ...DRAFT, title: "Future" }, "future");
const long = tipOf({ ...DRAFT, title: `Voilà the future ${"of a long title ".repeat(20)}` }, "long");
const times = (text: string, part: string) => text.split(part).length - 1;

describe.each([
  ["the title", short, "Future"],
  ["its beginning", long, toBegin(long.title)],
])("a tip whose takeaway is %s", (_name, tip, title) => {
  const date = day("2026-11-24");
  const choice = { week: weekOf(date), reason: "rotation", tip } as const;

  it.each(FORMATS.filter((format) => format !== "json"))("says it once as %s", async (format) => {
    for (const unicode of [true, false]) {
      const style = styleOf(format, unicode);
      const shown = unicode || !["card", "plain"].includes(format) ? title : title.replace("à", "a");
      const text =
        format === "html" || format === "ics"
          ? await render({ kind: "collection", tips: [tip], topics: [], weeks: [choice] }, style)
          : await render({ kind: "tip", tip, topics: [] }, style);
      const body = text.replace(/<title>.*<\/title>/, "").replace(/\r\n /g, "");
      expect(times(body, shown)).toBe(1);
    }
  });

  it.each(["card", "plain", "markdown"] as const)("says it once in the banner as %s", async (format) => {
    const text = await render({ kind: "banner", tip }, styleOf(format));
    expect(times(text, title)).toBe(1);
    if (format !== "markdown") expect(text).toMatch(/\ncstip today\n$/);
  });

  it("says it once below the list of browse, and in the list", () => {
    const view = {
      chooser: openChooser(() => [tip]),
      library: { topics: [], tips: [tip] },
      isFavorite: () => false,
    };
    for (const unicode of [true, false]) {
      const frame = chooserFrame(view, styleOf("card", unicode), 30);
      expect(times(frame, unicode ? title : title.replace("à", "a"))).toBe(2);
    }
  });
});

it("leaves a takeaway that somebody ended in an ellipsis", async () => {
  const tip = tipOf({ ...DRAFT, title: "Wait and see", takeaway: "Wait…" }, "wait");
  expect(await render({ kind: "tip", tip, topics: [] }, styleOf("plain"))).toContain("Takeaway: Wait…");
  expect(await render({ kind: "banner", tip }, styleOf("plain"))).toBe("Wait…\nWait and see · cstip today\n");
});

/** As much of a title as stands in its first line, whatever the view. */
function toBegin(text: string): string {
  return text.slice(0, 40);
}
