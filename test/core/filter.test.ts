import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Filter, filterTips, findTopic, SORTS, sortTips } from "../../src/core/filter.ts";
import { day, library } from "../support/context.ts";

const { tips, topics } = library;
const idsOf = (filter: Filter) => filterTips(tips, filter).map(({ id }) => id);

describe("filterTips", () => {
  it("leaves all where nothing is asked", () => {
    expect(filterTips(tips, {})).toEqual(tips);
    expect(filterTips(tips, { topics: [] })).toEqual(tips);
  });

  it("keeps the tips for which every field holds, in their order", () => {
    const topic = fc.constantFrom(...topics.map(({ id }) => id), "no-such-topic");
    const date = fc.integer({ min: day("2012-01-01"), max: day("2027-01-01") });
    const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
    const filter = fc.record({
      topics: maybe(fc.array(topic, { minLength: 1, maxLength: 3 })),
      year: maybe(fc.array(fc.integer({ min: 2012, max: 2027 }), { minLength: 1, maxLength: 3 })),
      since: maybe(date),
      until: maybe(date),
    });
    fc.assert(
      fc.property(filter, (asked) => {
        const expected = tips.filter(({ published, ...tip }) => {
          const at = day(published);
          return (
            (asked.topics?.some((one) => tip.topics.includes(one)) ?? true) &&
            (asked.year?.includes(Number(published.slice(0, 4))) ?? true) &&
            at >= (asked.since ?? at) &&
            at <= (asked.until ?? at)
          );
        });
        expect(filterTips(tips, asked)).toEqual(expected);
      }),
    );
  });

  it("takes only some, or leaves some out", () => {
    const [first, second] = tips.map(({ id }) => id) as [string, string];
    expect(idsOf({ only: new Set([second, first]) })).toEqual([first, second]);
    expect(idsOf({ only: new Set() })).toEqual([]);
    expect(idsOf({ without: new Set([first]) })).not.toContain(first);
    expect(idsOf({ only: new Set([first]), without: new Set([first]) })).toEqual([]);
  });

  it("keeps what was published on the first and the last day that are asked for", () => {
    const published = "2026-01-20";
    const ids = tips.filter((tip) => tip.published === published).map(({ id }) => id);
    expect(idsOf({ since: day(published), until: day(published) })).toEqual(ids);
    expect(ids).toHaveLength(1);
  });

  it("does not take year 20 for 2026", () => {
    expect(idsOf({ year: [20] })).toEqual([]);
    expect(idsOf({ year: [2] })).toEqual([]);
    const old = { ...tips[0], published: "0020-05-01" } as (typeof tips)[0];
    expect(filterTips([old], { year: [20] })).toEqual([old]);
  });
});

describe("sortTips", () => {
  it.each(SORTS)("by %s is a whole order: the same from any start, turned round by reverse", (sort) => {
    const sorted = sortTips(tips, sort, false);
    expect(sortTips([...tips].reverse(), sort, false)).toEqual(sorted);
    expect(sortTips(tips, sort, true)).toEqual([...sorted].reverse());
    expect(new Set(sorted)).toEqual(new Set(tips));
  });

  it("by date begins with the newest, by title with what the eye finds first", () => {
    const at = sortTips(tips, "date", false).map(({ published }) => published);
    expect(at).toEqual([...at].sort().reverse());
    const titled = ["“Zeal”", "Éclair", "apple", "Banana"].map(
      (title) => ({ ...tips[0], title }) as (typeof tips)[0],
    );
    expect(sortTips(titled, "title", false).map(({ title }) => title)).toEqual([
      "apple",
      "Banana",
      "Éclair",
      "“Zeal”",
    ]);
    const sorted = [["b"], [], ["a", "c"]].map((of) => ({ ...tips[0], topics: of }) as (typeof tips)[0]);
    expect(sortTips(sorted, "topic", false).map((tip) => tip.topics)).toEqual([[], ["a", "c"], ["b"]]);
    expect(sortTips([...sorted].reverse(), "topic", true).map((tip) => tip.topics)).toEqual([
      ["b"],
      ["a", "c"],
      [],
    ]);
  });
});

describe("findTopic", () => {
  it("finds each by its id and its name, in any case", () => {
    for (const topic of topics)
      for (const reference of [topic.id, topic.name, topic.name.toUpperCase(), topic.id.replaceAll("-", " ")])
        expect(findTopic(library, reference), reference).toEqual({ topic });
  });

  it("suggests what was perhaps meant, and does not fall for names of objects", () => {
    expect(findTopic(library, "empthy")).toEqual({ near: ["empathy"] });
    for (const nothing of ["", "constructor", "__proto__", "zzzzzz"])
      expect(findTopic(library, nothing)).not.toHaveProperty("topic");
  });
});
