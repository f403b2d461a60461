import { describe, expect, it } from "vitest";
import { layOver } from "../../src/core/overlay.ts";
import type { Tip } from "../../src/core/tip.ts";
import { library } from "../support/context.ts";

const [first, second] = library.tips as [Tip, Tip];
const seasonal = library.tips.find(({ season, source }) => season && !source) as Tip;
const sourced = library.tips.find(({ source }) => source) as Tip;

const original = (id: string, fields: Partial<Tip> = {}): Tip => ({
  id,
  title: "AS PRINTED",
  published: "2001-02-06",
  coverage: "full",
  topics: ["unsorted"],
  takeaway: "AS PRINTED",
  summary: "The words of the archive…",
  body: ["The words of the archive."],
  actions: ["an action"],
  keywords: ["a keyword"],
  origin: "archive",
  ...fields,
});

const laid = (tip: Tip, topics = library.topics.slice(0, 0)) => layOver(library, { topics, tips: [tip] });
const found = (tip: Tip) => laid(tip).tips.find(({ id }) => id === tip.id);

describe("layOver", () => {
  it("changes nothing where nothing was imported", () => {
    const topics = [{ id: "mine", name: "Mine", description: "x" }];
    expect(layOver(library, { topics, tips: [] })).toBe(library);
  });

  it("puts a tip of its own beside the bundled ones, newest first", () => {
    const own = original("own", { published: first.published, origin: "archive" });
    const { tips } = laid(own);
    expect(tips).toHaveLength(45);
    for (const [at, { published, id }] of tips.slice(1).entries()) {
      const before = tips[at] as Tip;
      const isBehind = before.published > published || (before.published === published && before.id < id);
      expect(isBehind, `${before.id} ${id}`).toBe(true);
    }
    expect(tips).toContainEqual(own);
  });

  it("puts what its owner wrote in the place of a bundled tip, as it is", () => {
    const { origin: _, ...own } = original(second.id);
    expect(laid(own).tips).toHaveLength(44);
    expect(found(own)).toEqual(own);
  });

  it("takes text, date and source of an original, and what helps to find it from the bundled tip", () => {
    const tip = original(seasonal.id, { source: { archive: "desk", page: 2 } });
    expect(found(tip)).toEqual({
      ...seasonal,
      published: "2001-02-06",
      coverage: "full",
      body: ["The words of the archive."],
      actions: [],
      source: { archive: "desk", page: 2 },
      origin: "archive",
    });
  });

  it("leaves our actions under an opening, and marks where it breaks off, once", () => {
    const bodyOf = (last: string, id = "own") =>
      found(original(id, { coverage: "opening", body: ["One.", last] }))?.body.at(-1);
    expect(found(original(first.id, { coverage: "opening" }))?.actions).toEqual(first.actions);
    expect(first.actions).not.toEqual([]);
    expect(bodyOf("too focused on length", first.id)).toBe("too focused on length …");
    expect(bodyOf("too focused on length")).toBe("too focused on length …");
    for (const last of ["It ends.", "“Does it?”", "(It does!)", "too focused on length …"])
      expect(bodyOf(last)).toBe(last);
    expect(found(original("own", { body: ["no end"] }))?.body).toEqual(["no end"]);
  });

  it("keeps the source that the bundled tip names, and makes up no season or source", () => {
    expect(found(original(sourced.id))?.source).toEqual(sourced.source);
    const plain = library.tips.find(({ season, source }) => !season && !source) as Tip;
    expect(Object.keys(found(original(plain.id)) ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/season|source/)]),
    );
  });

  it("sorts an original under the topics of both, each once and no more than four", () => {
    const topics = ["unsorted", first.topics[0] as string, "a", "b", "c", "d"];
    expect(found(original(first.id, { topics }))?.topics).toEqual(
      [...new Set([...first.topics, "a", "b", "c", "d"])].slice(0, 4),
    );
  });

  it("adds topics that are new, and keeps what is said of those that ship", () => {
    const [known] = library.topics;
    const mine = { id: "mine", name: "Mine", description: "x" };
    const { topics } = laid(original("own"), [{ ...mine, id: known?.id ?? "" }, mine]);
    expect(topics).toEqual([...library.topics, mine]);
  });
});
