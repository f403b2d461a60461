import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCleanJson, storedTip, storedTopics } from "../../src/core/stored.ts";
import { cleanText } from "../../src/core/text.ts";
import type { Tip } from "../../src/core/tip.ts";
import { library } from "../support/context.ts";

const TIP: Tip = {
  id: "count-to-3",
  title: "Count to Three",
  published: "2024-05-07",
  coverage: "full",
  topics: ["patience"],
  takeaway: "Count first.",
  summary: "For all who answer too soon.",
  body: ["Three seconds are short for you."],
  actions: ["Count."],
  keywords: ["wait"],
  season: { from: "12-20", to: "01-10" },
  source: { archive: "desk", page: 2 },
  origin: "archive",
};

describe("a stored tip", () => {
  it("is believed where it is one, with all that it has", () => {
    for (const tip of [...library.tips, TIP]) expect(storedTip(tip, false)).toEqual(tip);
    const { season: _, origin: __, ...plain } = TIP;
    const bare = { ...plain, source: { archive: "desk" } };
    expect(storedTip(bare, false)).toEqual(bare);
    expect(storedTip({ ...TIP, coverage: "opening" }, false)?.coverage).toBe("opening");
  });

  it("is cleaned unless its file is known to be clean", () => {
    const evil = { ...TIP, title: "a\u202eb", body: ["c\u001b[31md", ""] };
    expect(storedTip(evil, false)).toMatchObject({ title: "ab", body: ["cd"] });
    expect(storedTip(TIP, true)).toBe(TIP);
    const topics = ["\u001b]0;pwned\u0007"];
    expect(storedTip({ ...TIP, topics }, isCleanJson(JSON.stringify(topics)))?.topics).toEqual(["unsorted"]);
  });

  const TEXTS = ["id", "title", "published", "takeaway", "summary"];
  const LISTS = ["topics", "body", "actions", "keywords"];
  it.each<[string, object]>([
    ...TEXTS.flatMap((field): [string, object][] => [
      [`${field} a number`, { [field]: 5 }],
      [`no ${field}`, { [field]: undefined }],
    ]),
    ...LISTS.flatMap((field): [string, object][] => [
      [`${field} a text`, { [field]: "x" }],
      [`${field} with a number`, { [field]: ["x", 5] }],
      [`no ${field}`, { [field]: undefined }],
    ]),
    ...["", "A", "a b", "-a", "a-", "a--b", "../a", "a\n", "é"].map((id): [string, object] => [
      `the id ${JSON.stringify(id)}`,
      { id },
    ]),
    ["a date that does not exist", { published: "2024-02-30" }],
    ["a date of another form", { published: "5/7/24" }],
    ["another coverage", { coverage: "half" }],
    ["another origin", { origin: "elsewhere" }],
    ["no season but null", { season: null }],
    ["a season of lists", { season: { from: ["12-20"], to: ["01-10"] } }],
    ...["1-20", "12-20x", "x12-20", 1220].flatMap((end): [string, object][] => [
      [`a season from ${end}`, { season: { from: end, to: "01-10" } }],
      [`a season to ${end}`, { season: { from: "12-20", to: end } }],
    ]),
    ["a source that is a text", { source: "desk" }],
    ["a source without an archive", { source: { page: 2 } }],
    ...[0, -1, 1.5, "2", Number.MAX_VALUE].map((page): [string, object] => [
      `the page ${page}`,
      { source: { archive: "desk", page } },
    ]),
  ])("is none with %s", (_name, fields) => {
    expect(storedTip({ ...TIP, ...fields }, false)).toBeUndefined();
    expect(storedTip({ ...TIP, ...fields }, true)).toBeUndefined();
  });

  it("is none where the value is no object, and nothing throws, whatever it is", () => {
    for (const value of [null, undefined, "x", 5, [], {}]) expect(storedTip(value, false)).toBeUndefined();
    const like = fc.record(
      Object.fromEntries(
        Object.entries(TIP).map(([key, value]) => [key, fc.oneof(fc.constant(value), fc.jsonValue())]),
      ),
    );
    fc.assert(
      fc.property(fc.oneof(like, fc.jsonValue()), (value) => {
        const tip = storedTip(value, false);
        if (tip) expect(storedTip(tip, false)).toEqual(tip);
        storedTopics(value);
        storedTopics([value]);
      }),
    );
  });
});

describe("stored topics", () => {
  const topic = { id: "front-desk", name: "Front desk", description: "Where guests come in" };

  it("are those that are sound, clean and without what else stands there", () => {
    const evil = { ...topic, id: "b", name: "a\u202eb", description: " c\u001b[31md ", more: 1 };
    expect(storedTopics([topic, evil])).toEqual([topic, { id: "b", name: "ab", description: "cd" }]);
    for (const wrong of [{ id: "B b" }, { id: 5 }, { name: 5 }, { description: undefined }])
      expect(storedTopics([{ ...topic, ...wrong }])).toEqual([]);
    expect(storedTopics([null, undefined, "x", 5, []])).toEqual([]);
  });

  it("are none where there is no list", () => {
    for (const value of [undefined, null, "topics", { length: 1, 0: topic }])
      expect(storedTopics(value)).toEqual([]);
  });
});

describe("isCleanJson", () => {
  it("takes no text for clean that cleaning changes, whatever its characters", () => {
    for (let code = 0; code < 0x11_0000; code++) {
      const text = `a${String.fromCodePoint(code)}b`;
      if (cleanText(text) !== text && isCleanJson(JSON.stringify(text)))
        expect.fail(`U+${code.toString(16)}`);
    }
    expect(isCleanJson(JSON.stringify("“It’s fine” – said the café…\nand 日本 too"))).toBe(true);
  });

  it("takes no escape on trust but of quotes and line breaks", () => {
    expect(isCleanJson('"a\\u202eb"')).toBe(false);
    expect(isCleanJson('"a\\tb"')).toBe(false);
    expect(isCleanJson('"a\\"b\\nc"')).toBe(true);
  });
});
