import { describe, expect, it } from "vitest";
import type { Format } from "../../src/core/choices.ts";
import type { Tip } from "../../src/core/tip.ts";
import { weekOf } from "../../src/core/week.ts";
import { toAscii } from "../../src/render/ascii.ts";
import { render } from "../../src/render/index.ts";
import type { Style, TipView, View } from "../../src/render/view.ts";
import { widthOf } from "../../src/render/width.ts";
import { corpus, day, library } from "../support/context.ts";

const BOX = /[\u2500-\u259f]/;
const WIDTHS = [40, 41, 47, 59, 60, 61, 80, 97, 133, 200, 400];
const NARROW = [20, 21, 25, 33, 39];
const FORMATS: readonly Format[] = ["card", "plain"];
const HOSTILE = "# *Bold* _it_ `code` [link](http://a) <b>tag</b> \\ 1. x | y";

function styleOf(width: number, fields: Partial<Style> = {}): Style {
  return { format: "card", width, color: false, unicode: true, theme: "both", ...fields };
}

function viewOf(tip: Tip, date?: string): TipView {
  const topics = tip.topics.flatMap((id) => corpus.topics.find((topic) => topic.id === id) ?? []);
  if (date === undefined) return { kind: "tip", tip, topics };
  return {
    kind: "tip",
    tip,
    topics,
    occasion: { date: day(date), week: weekOf(day(date)), reason: tip.season ? "season" : "rotation" },
  };
}

const hard: Tip = {
  ...(library.tips[0] as Tip),
  title: `漢字の${"長".repeat(120)} ${"x".repeat(500)}`,
  takeaway: "👩‍👩‍👧‍👦 שלום e\u0301te\u0301 🇨🇭 1️⃣ → ok",
  body: [`${"👩🏽‍⚕️".repeat(90)} end`, "→ an arrow at the start - and a dash"],
  actions: ["→ do → it - now", `${"é".repeat(450)}`],
};
const entries = [...library.tips, hard].map((tip, index) => ({ number: index + 1, tip }));
const lists: View[] = [
  { kind: "tip-list", entries },
  { kind: "tip-list", entries, summaries: true },
  { kind: "tip-list", entries: entries.map((entry) => ({ ...entry, favorite: true })) },
  { kind: "topic-list", topics: corpus.topics.map((topic) => ({ ...topic, tips: 44 })) },
  {
    kind: "hits",
    hits: entries.map((entry) => ({
      ...entry,
      score: 1,
      matches: [
        {
          field: "body",
          segments: [
            { text: `${entry.tip.body[0]} and `, marked: false },
            { text: entry.tip.title, marked: true },
          ],
        },
      ],
    })),
  },
];
const tipViews = [...library.tips, hard].flatMap((tip) => [viewOf(tip), viewOf(tip, "2026-12-30")]);

const linesOf = async (view: View, style: Style) => (await render(view, style)).trimEnd().split("\n");

/** Without colors; each must be one of the sixteen, bold or dim. */
function bare(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colors are what this takes out
  const rest = text.replace(/\x1b\[(0|1|2|22|39|3[0-7]|9[0-7])m/g, "");
  expect(rest).not.toContain("\x1b");
  return rest;
}

describe("a card", () => {
  it("has every line exactly as wide as asked, from 40 to 400, for every tip", async () => {
    for (const [index, view] of tipViews.entries())
      for (const width of WIDTHS.filter((_, at) => view.tip === hard || at === 0 || (at + index) % 4 === 0)) {
        const widths = new Set((await linesOf(view, styleOf(width))).map(widthOf));
        expect([...widths], `${view.tip.id} at ${width}`).toEqual([width]);
      }
  });

  it("has no frame and no line wider than asked, from 20 to 39", async () => {
    for (const view of tipViews)
      for (const width of NARROW) {
        const lines = await linesOf(view, styleOf(width));
        expect(Math.max(...lines.map(widthOf)), `${view.tip.id} at ${width}`).toBeLessThanOrEqual(width);
        expect(lines.join("\n")).not.toMatch(BOX);
      }
  });

  it("shows everything that a tip says, once", async () => {
    for (const view of tipViews.slice(0, -2)) {
      const { title, takeaway, body, actions, coverage } = view.tip;
      const lines = await linesOf(view, styleOf(72));
      const text = lines.map((line) => line.replace(/^│|│$/g, "").trim()).join(" ");
      const seen = text.replace(/\s+/g, " ");
      for (const part of [title, takeaway, ...body, ...actions])
        expect(seen.split(part), `${view.tip.id}: ${part}`).toHaveLength(2);
      expect(seen.includes("Written from the opening of the tip")).toBe(coverage === "opening");
    }
  });

  it("is painted with the sixteen colors alone, and reads the same without", async () => {
    for (const view of [...tipViews, ...lists])
      for (const width of [30, 80]) {
        const text = bare(await render(view, styleOf(width, { color: true })));
        if (view.kind !== "hits") expect(text).toBe(await render(view, styleOf(width)));
        expect(Math.max(...text.split("\n").map(widthOf))).toBeLessThanOrEqual(width);
      }
  });

  it("says which week it is, and why this tip", async () => {
    const [tip] = library.tips.filter(({ season }) => !season);
    const text = (await linesOf(viewOf(tip as Tip, "2026-12-30"), styleOf(80))).join("\n");
    expect(text).toContain("Tip of the week · December 29, 2026 – January 4, 2027");
    expect(text).toContain("comes round again");
  });
});

describe("lists", () => {
  it.each([...NARROW, ...WIDTHS])("have no line wider than %d columns", async (width) => {
    for (const format of FORMATS)
      for (const view of lists) {
        const rows = format === "plain" && view.kind !== "hits";
        const lines = await linesOf(view, styleOf(width, { format }));
        if (!rows) expect(Math.max(...lines.map(widthOf)), view.kind).toBeLessThanOrEqual(width);
      }
  });
});

describe("a list of tips", () => {
  const found = async (width: number, fields = {}) =>
    linesOf({ kind: "tip-list", entries: entries.slice(0, -1), ...fields }, styleOf(width));

  it("has a line a tip at 80 columns, with number, title and date", async () => {
    const lines = await found(80);
    expect(lines).toHaveLength(library.tips.length);
    for (const [at, { title }] of library.tips.entries()) {
      expect(lines[at]).toMatch(/^#\d+ +\S.* {2,}[A-Z][a-z]{2} \d{1,2}, \d{4}$/);
      expect(lines[at]).toContain(title);
    }
    expect(new Set(lines.map(widthOf))).toEqual(new Set([80]));
  });

  it("says topics where there is room, and has two lines a tip or three where it is narrow", async () => {
    for (const [at, line] of (await found(120)).entries())
      expect(line).toContain(library.tips[at]?.topics[0]);
    expect((await found(40)).length).toBeLessThan(3 * library.tips.length);
  });

  it("has stars before favorites, and summaries where they are asked for", async () => {
    const [tip] = library.tips as [Tip];
    const starred = [
      { number: 1, tip, favorite: true },
      { number: 2, tip },
    ];
    expect(await found(80, { entries: starred })).toEqual([
      expect.stringMatching(/^#1 {2}★ \S/),
      expect.stringMatching(/^#2 {4}\S/),
    ]);
    const whole = (await found(80, { summaries: true })).join("\n").replace(/\s+/g, " ");
    for (const { summary } of library.tips) expect(whole).toContain(summary);
  });
});

describe("a table", () => {
  it("that is too wide for its columns breaks long words, and no code of a style", async () => {
    const rows = [["x".repeat(120), "y", "on"]];
    const view: View = { kind: "table", columns: ["name", "from", "value"], rows, data: rows };
    for (const width of [20, 33, 40, 80]) {
      const text = bare(await render(view, styleOf(width, { color: true })));
      expect(text).toBe(await render(view, styleOf(width)));
      expect(text.replace(/\s/g, "")).toBe(`namefromvalue${"x".repeat(120)}yon`);
      expect(Math.max(...text.split("\n").map(widthOf))).toBeLessThanOrEqual(width);
    }
  });
});

describe("a narrow table", () => {
  it("hangs the cells that do not fit behind the first", async () => {
    const rows = [["format", "auto", "default", "how"]];
    const view: View = { kind: "table", columns: ["key", "value", "from", "does"], rows, data: rows };
    expect(await render(view, styleOf(20))).toBe(
      "key  value  from\n  does\nformat  auto\n        default\n  how\n",
    );
  });
});

describe("where only ASCII can be shown", () => {
  it.each(FORMATS)("%s is ASCII alone, and as wide as ever", async (format) => {
    for (const view of [...tipViews, ...lists])
      for (const width of [33, 40, 80]) {
        const text = await render(view, styleOf(width, { format, unicode: false }));
        expect(text).toMatch(/^[\n\t -~]*$/);
        if (view.kind !== "tip" || format !== "card") continue;
        const widths = text
          .trimEnd()
          .split("\n")
          .map((line) => line.length);
        if (width >= 40) expect(new Set(widths)).toEqual(new Set([width]));
        else expect(Math.max(...widths)).toBeLessThanOrEqual(width);
      }
  });
});

describe("letters where only ASCII can be shown", () => {
  it("are plain ones, and not a question mark, where Latin has them", () => {
    expect(toAscii("Größe ẞ Æsir Œuvre œ Søren Łódź Đ đ Þór ð ħ ŧ ŋ ı ǽ 漢")).toBe(
      "Grosse SS AEsir OEuvre oe Soren Lodz D d THor d h t ng i ae ?",
    );
  });
});

describe("plain", () => {
  it("sets lists in a text as it sets actions, for reading aloud, and hangs numbers", async () => {
    const [tip] = library.tips as [Tip];
    const body = ["Three:\n• one two three four five\n• two", "1. one two three four five six"];
    const view = { kind: "tip", tip: { ...tip, body }, topics: [] } as const;
    const text = await render(view, styleOf(20, { format: "plain" }));
    expect(text).toContain(
      "Three:\n- one two three four\n  five\n- two\n\n1. one two three\n   four five six\n",
    );
    const collection = { kind: "collection", tips: [view.tip], topics: [], weeks: [] } as const;
    expect(await render(collection, styleOf(20, { format: "html" }))).toContain(
      "<p>Three:</p>\n<ul>\n<li>one two three four five</li>\n<li>two</li>\n</ul>\n",
    );
  });

  it("has no escape and no box character, whatever is asked for", async () => {
    for (const view of [...tipViews, ...lists])
      for (const width of [20, 80, Number.POSITIVE_INFINITY]) {
        const text = await render(view, styleOf(width, { format: "plain", color: true }));
        expect(text).not.toContain("\x1b");
        expect(text).not.toMatch(BOX);
        expect(text).toMatch(/[^\n]\n$/);
      }
  });

  it("keeps one line an item where a cell holds tabs and line breaks", async () => {
    const tip = { ...hard, title: "a\tb\nc", summary: "d\te" };
    const text = await render(
      { kind: "tip-list", entries: [{ number: 1, tip }] },
      styleOf(80, { format: "plain" }),
    );
    expect(text).toBe(`#1\t${tip.published}\t${tip.id}\ta b c\td e\n`);
  });
});

describe("markdown", () => {
  const style = styleOf(80, { format: "markdown" });
  const unmarked = (text: string) => text.replace(/\\(.)/g, "$1");

  it("keeps hostile text as text", async () => {
    for (const nasty of [
      HOSTILE,
      "- a list",
      "+ b",
      "1. one",
      "12) two",
      "## two",
      "a\nb",
      "<script>",
      "![x](y)",
    ]) {
      const tip = {
        ...hard,
        title: nasty,
        takeaway: `${nasty} too`,
        body: [nasty.replaceAll("\n", " ")],
        actions: [nasty],
        summary: nasty,
      };
      const text = await render(viewOf(tip), style);
      const shown = nasty.replace(/\s+/g, " ");
      const lines = text.split("\n").filter((line) => unmarked(line).includes(shown));
      expect(lines.map((line) => unmarked(line))).toEqual([
        `# ${shown}`,
        `> ${shown} too`,
        shown,
        `- ${shown}`,
      ]);
      for (const line of lines) {
        const inside = line.replace(/^(# |> |- )/, "");
        expect(inside).not.toMatch(/(?<!\\)[*_`<[\]]/);
        expect(inside).not.toMatch(/^(#+|[-+]|\d+[.)]) /);
      }
      const list = await render({ kind: "tip-list", entries: [{ number: 1, tip }] }, style);
      expect(list.trimEnd().split("\n")).toHaveLength(1);
    }
  });

  it("has the title as heading, the takeaway as quote, the actions as list", async () => {
    const [tip] = library.tips;
    const text = await render(viewOf(tip as Tip, "2026-01-20"), style);
    expect(text).toMatch(/^# .+\n\n\*.+\*\n\n> .+\n\n/);
    expect(text).toMatch(/\n\n## What to do\n\n(- .+\n)+/);
    expect(text).toContain("*Tip of the week, January 20 – 26, 2026. ");
  });
});

describe("json", () => {
  it("prints back what went in, whatever the style", async () => {
    for (const unicode of [true, false]) {
      const text = await render(viewOf(hard), styleOf(20, { format: "json", unicode, color: true }));
      expect(JSON.parse(text)).toEqual(hard);
    }
  });
});
