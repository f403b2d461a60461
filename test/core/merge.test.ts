import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draft } from "../../src/core/draft.ts";
import { clashes, Merge } from "../../src/core/merge.ts";
import type { Library, Tip } from "../../src/core/tip.ts";
import { library } from "../support/context.ts";
import { DRAFT } from "../support/made-tips.ts";

const [bundled] = library.tips as [Tip];
const EMPTY: Library = { topics: [], tips: [] };

/** What comes of drafts that are added to what is there. */
function merge(drafts: readonly Draft[], existing: readonly Tip[] = [], over: Library = library) {
  const into = new Merge(over, existing);
  const fates = drafts.map((draft) => into.add(draft));
  return { fates, tips: [...into.changed.values()], into };
}

const stored = (...drafts: Draft[]) => merge(drafts).tips;

describe("an import", () => {
  it("brings a new tip under an id made of its title, and knows it when it comes again", () => {
    const { fates, tips } = merge([DRAFT, DRAFT]);
    expect(fates).toEqual(["new", "unchanged"]);
    expect(tips).toMatchObject([{ ...DRAFT, id: "count-to-three" }]);
    const again = merge([{ ...DRAFT, title: "COUNT  to\u200b three" }], tips);
    expect(again.fates).toEqual(["updated"]);
    expect(again.tips).toMatchObject([{ id: "count-to-three", title: "COUNT to three" }]);
    expect(merge([DRAFT], tips).fates).toEqual(["unchanged"]);
    expect(merge([DRAFT], tips).tips).toEqual([]);
  });

  it("knows a title with something hidden in it when it comes again", () => {
    const hidden = { ...DRAFT, title: "Em\u200bpathy \u001b[31mred" };
    expect(merge([hidden, hidden]).fates).toEqual(["new", "unchanged"]);
  });

  it("takes the id that the file gives, and tells what was imported before", () => {
    const { tips } = merge([{ ...DRAFT, id: "mine" }]);
    expect(tips[0]?.id).toBe("mine");
    const { into, fates } = merge(
      [
        { ...DRAFT, id: "mine", title: "Another" },
        { ...DRAFT, id: "x", title: "X" },
      ],
      tips,
    );
    expect(fates).toEqual(["updated", "new"]);
    expect([into.had("mine"), into.had("x")]).toEqual([true, false]);
  });

  it("gives each of several of one title an id of its own", () => {
    const dates = ["2024-05-07", "2024-05-14", "2024-05-21", "2024-05-28"];
    const { fates, tips } = merge(dates.map((published) => ({ ...DRAFT, published })));
    expect(fates).toEqual(["new", "new", "new", "new"]);
    expect(tips.map(({ id }) => id)).toEqual([
      "count-to-three",
      "count-to-three-2024-05-14",
      "count-to-three-2024-05-21",
      "count-to-three-2024-05-28",
    ]);
  });

  it("finds an id that is free where the obvious ones are taken, by imported and by bundled tips", () => {
    const taken = (id: string): Tip => ({ ...bundled, id, title: id, published: "1999-01-01" });
    const ids = ["count-to-three", "count-to-three-2024-05-07"];
    const [hashed] = merge([DRAFT], [], { topics: [], tips: ids.map(taken) }).tips;
    expect(hashed?.id).toMatch(/^count-to-three-[a-z0-9]+$/);
    const all = [...ids, hashed?.id ?? ""].map(taken);
    for (const [existing, over] of [
      [all, EMPTY],
      [[], { topics: [], tips: all }],
    ] as const) {
      const [numbered] = merge([DRAFT], existing, over).tips;
      expect(numbered?.id).toMatch(/^count-to-three-2024-05-07-\d+$/);
      const [next] = merge([DRAFT], [...all, taken(numbered?.id ?? "")], EMPTY).tips;
      expect(next?.id).toMatch(/^count-to-three-2024-05-07-\d+$/);
      expect(next?.id).not.toBe(numbered?.id);
    }
  });

  it("makes up an id for a title without Latin letters, the same every time", () => {
    const chinese = { ...DRAFT, title: "漢字" };
    const [tip] = stored(chinese);
    expect(tip?.id).toMatch(/^tip-[a-z0-9]+$/);
    expect(stored({ ...DRAFT, title: "先生" })[0]?.id).not.toBe(tip?.id);
    expect(merge([chinese], tip ? [tip] : []).fates).toEqual(["unchanged"]);
  });

  it("puts an original in the place of the bundled tip of its title and date, and knows it again", () => {
    const draft: Draft = { ...DRAFT, title: bundled.title, published: bundled.published, origin: "archive" };
    const { fates, tips } = merge([draft, draft]);
    expect(fates).toEqual(["over ours", "unchanged"]);
    expect(tips.map(({ id }) => id)).toEqual([bundled.id]);
  });

  it("has nothing to do for a tip that is as it ships", () => {
    expect(merge(library.tips).fates.every((fate) => fate === "unchanged")).toBe(true);
  });
});

describe("an id that two files give", () => {
  const file = (name: string, ...drafts: Draft[]) => ({ name, drafts });

  it("is told of where their tips are not the same", () => {
    const mine = { ...DRAFT, id: "mine" };
    const other = { ...mine, title: "Another", body: ["Another."] };
    const later = { ...mine, body: ["Newer."] };
    expect(clashes([file("a", mine), file("b", other)])).toEqual(
      new Map([["b", "mine is the id of a tip in a too"]]),
    );
    expect([...clashes([file("a", mine), file("b", later), file("c", mine)]).keys()]).toEqual(["b"]);
    expect(clashes([file("a", mine), file("b", mine), file("c", DRAFT, { ...other, id: "x" })]).size).toBe(0);
  });
});

describe("a tip that comes again", () => {
  const archived: Draft = { ...DRAFT, origin: "archive" };

  it("does not lose its full text to an opening", () => {
    const opening: Draft = { ...DRAFT, coverage: "opening", body: ["Three seconds"] };
    const same: Draft = { ...opening, origin: "archive" };
    expect(stored(same, { ...same, body: ["Newer."], topics: ["calm"] })).toMatchObject([
      { body: ["Newer."] },
    ]);
    expect(stored(opening, { ...opening, body: ["Newer."] })).toMatchObject([{ body: ["Newer."] }]);
    expect(merge([DRAFT, opening]).fates).toEqual(["new", "unchanged"]);
    expect(stored(DRAFT, opening)).toMatchObject([{ coverage: "full", body: DRAFT.body }]);
    expect(merge([opening, DRAFT]).fates).toEqual(["new", "updated"]);
    expect(stored(opening, DRAFT)).toMatchObject([{ coverage: "full", body: DRAFT.body }]);
  });

  it("has the newer text, and its topics", () => {
    expect(stored(DRAFT, { ...DRAFT, topics: ["calm"], body: ["Newer."] })).toMatchObject([
      { topics: ["calm"], body: ["Newer."] },
    ]);
    expect(stored(DRAFT, { ...DRAFT, topics: ["calm"] })).toMatchObject([{ topics: ["calm"] }]);
    const newer = { ...archived, topics: ["calm"], body: ["Newer."] };
    expect(stored(archived, newer)).toMatchObject([{ topics: ["calm"], body: ["Newer."] }]);
    expect(stored(archived, { ...DRAFT, topics: ["calm"] })).toMatchObject([{ topics: ["calm"] }]);
    expect(stored(DRAFT, { ...archived, topics: ["calm"] })).toMatchObject([{ topics: ["calm"] }]);
  });

  it("has the topics of both pages of the archive that hold it, and the place where it was found first", () => {
    const first = { ...archived, source: { archive: "patience", page: 1 } };
    const second = { ...archived, topics: ["calm"], source: { archive: "calm", page: 7 } };
    expect(stored(first, second)).toMatchObject([{ topics: ["patience", "calm"], source: first.source }]);
    expect(stored({ ...first, topics: [] }, second)).toMatchObject([{ topics: ["calm"] }]);
    expect(stored({ ...first, topics: [] }, { ...second, topics: [] })).toMatchObject([
      { topics: ["unsorted"], source: first.source },
    ]);
    expect(stored({ ...first, coverage: "opening" }, second)).toMatchObject([
      { coverage: "full", topics: ["calm"], source: second.source },
    ]);
  });

  it.each<[string, Partial<Draft>]>([
    ["title", { title: "COUNT TO THREE" }],
    ["coverage", { coverage: "opening" }],
    ["topic", { topics: ["calm"] }],
    ["takeaway", { takeaway: "Other." }],
    ["summary", { summary: "Other." }],
    ["text", { body: ["Other."] }],
    ["actions", { actions: ["Other."] }],
    ["keywords", { keywords: ["other"] }],
    ["season", { season: { from: "01-01", to: "02-01" } }],
    ["end of the season", { season: { from: "03-01", to: "02-02" } }],
    ["source", { source: { archive: "desk" } }],
    ["archive", { source: { archive: "desk", page: 2 } }],
    ["page", { source: { archive: "front", page: 3 } }],
    ["origin", { origin: "archive" }],
  ])("is updated where its %s alone is new", (name, fields) => {
    const before: Draft = {
      ...DRAFT,
      ...(name === "coverage" && { coverage: "opening" }),
      ...(/season/.test(name) && { season: { from: "03-01", to: "02-01" } }),
      ...(/source|page|archive/.test(name) && { source: { archive: "front", page: 2 } }),
    };
    const after: Draft = { ...before, ...fields, ...(name === "coverage" && { coverage: "full" }) };
    expect(merge([before, after, after]).fates).toEqual(["new", "updated", "unchanged"]);
  });

  it("is neither lost nor doubled, whatever drafts come in whatever order", () => {
    const draft = fc.record({
      title: fc.constantFrom("A", "a", "a!", "B", "?", "漢", "\u200bA", bundled.title),
      published: fc.constantFrom("2024-05-07", "2024-05-14", bundled.published),
      coverage: fc.constantFrom("full" as const, "opening" as const),
      body: fc.constantFrom(["One."], ["Two."]),
      topics: fc.constantFrom([], ["calm"]),
    });
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 12 }), (drafts) => {
        const { tips } = merge(drafts, [], EMPTY);
        const keys = (of: readonly { title: string; published: string }[]) =>
          new Set(
            of.map(({ title, published }) => `${title.replace(/\u200b/g, "").toLowerCase()} ${published}`),
          );
        expect(keys(tips)).toEqual(keys(drafts));
        expect(tips).toHaveLength(keys(drafts).size);
        expect(new Set(tips.map(({ id }) => id)).size).toBe(tips.length);
        expect(merge(tips, tips, EMPTY).fates.every((fate) => fate === "unchanged")).toBe(true);
      }),
    );
  });
});
