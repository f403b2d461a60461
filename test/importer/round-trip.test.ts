import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Draft, tipOf } from "../../src/core/draft.ts";
import { Merge } from "../../src/core/merge.ts";
import { type Tip, topicsOf } from "../../src/core/tip.ts";
import { importBytes } from "../../src/importer/index.ts";
import { render } from "../../src/render/index.ts";
import { corpus, library } from "../support/context.ts";

const style = { format: "markdown", width: 80, color: false, theme: "both", unicode: true } as const;
const read = (text: string) => importBytes(new TextEncoder().encode(text));
const exported = (tips: readonly Tip[]) =>
  render({ kind: "collection", tips, topics: corpus.topics, weeks: [] }, style);
const shown = (tip: Tip) => render({ kind: "tip", tip, topics: topicsOf(tip, corpus.topics) }, style);

/** A line as a person could have written it, with what Markdown reads as marks. */
const line = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "one",
        "two",
        "#",
        "##",
        "---",
        "===",
        "-",
        "+",
        "*",
        "1.",
        "2)",
        ">",
        "•",
        "`code`",
        "_a_",
      ),
      fc.constantFrom(
        "**b**",
        "[text](http://a)",
        "\\",
        "a\\",
        "<!--",
        "-->",
        "<b>",
        "&amp;",
        "~~~",
        "__c__",
        "![i](u)",
      ),
      fc.string({ maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((words) => words.join(" "));
const paragraph = fc.oneof(
  fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n")),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.map((item) => `• ${item}`).join("\n")),
);
const draft = fc.record({
  title: line.map((text) => `T ${text}`),
  published: fc.constantFrom("2026-01-20", "0045-02-03", "9999-12-31"),
  coverage: fc.constantFrom("full", "opening"),
  topics: fc.subarray(["empathy", "co-worker", "mindset"], { minLength: 1 }),
  takeaway: line,
  summary: line,
  body: fc.array(paragraph, { maxLength: 5 }).map((paragraphs) => ["The text.", ...paragraphs]),
  actions: fc.array(line, { maxLength: 3 }),
  // No longer than an import takes them.
  keywords: fc.array(
    line.map((text) => text.slice(0, 100)),
    { maxLength: 3 },
  ),
});
const tips = fc
  .array(draft, { minLength: 1, maxLength: 3 })
  .map((drafts) => drafts.map((each, at) => tipOf(each as Draft, `tip-${at}`)));

describe("Markdown of export", () => {
  it("is read back as the same tips, whatever their text", async () => {
    await fc.assert(
      fc.asyncProperty(tips, async (made) => {
        const { drafts, problems } = read(await exported(made));
        expect(problems).toEqual([]);
        expect(drafts.map((each) => tipOf(each, each.id ?? ""))).toEqual(made);
      }),
      { numRuns: 400 },
    );
  });

  it("is read as it was edited", async () => {
    const [tip] = library.tips as [Tip];
    const text = (await exported([tip]))
      .replace("Follow-up, Resolve", "Night Shift, Co-workers, Resolve")
      .replace(/^> .*$/m, "> Ask.");
    const { drafts } = read(text);
    expect(drafts).toMatchObject([
      { topics: ["night-shift", "co-workers", "resolve", "improvement"], takeaway: "Ask." },
    ]);
    const merge = new Merge(library, []);
    merge.add(drafts[0] as Draft);
    expect(merge.changed.get(tip.id)?.topics).toEqual(["night-shift", "co-worker", "resolve", "improvement"]);
    expect(merge.changed.get(tip.id)?.keywords).toEqual(tip.keywords);
  });

  it("is read back as ours, each of them", async () => {
    const { drafts, topics } = read(await exported(library.tips));
    expect(drafts.map((each) => tipOf(each, each.id ?? ""))).toEqual(library.tips);
    expect(topics.find(({ id }) => id === "co-worker")?.name).toBe("Co-workers");
  });
});

describe("Markdown of show", () => {
  it("changes nothing where it is imported as it is, and leaves what it does not show", async () => {
    const merge = new Merge(library, []);
    for (const tip of library.tips) {
      const text = await shown(tip);
      const { drafts, problems } = read(text);
      expect(problems).toEqual([]);
      expect(
        drafts.map((each) => merge.add(each)),
        tip.id,
      ).toEqual(["unchanged"]);
    }
    const [tip] = library.tips as [Tip];
    const [edited] = read((await shown(tip)).replace(tip.body[0] ?? "", "Our own words.")).drafts;
    expect(merge.add(edited as Draft)).toBe("over ours");
    expect(merge.changed.get(tip.id)).toEqual({ ...tip, body: ["Our own words.", ...tip.body.slice(1)] });
  });
});
