import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Draft, kebab, keyOf, tipOf, topicNamed } from "../../src/core/draft.ts";
import { DRAFT } from "../support/made-tips.ts";

const words = (count: number) => Array.from({ length: count }, (_, at) => `w${at}`).join(" ");

describe("the tip of a draft", () => {
  it("has all that the draft says, and of what it does not say the title and the body", () => {
    expect(tipOf(DRAFT, "count")).toEqual({
      ...DRAFT,
      id: "count",
      takeaway: "Count to Three",
      summary: "Three seconds are short for you.",
      actions: [],
      keywords: [],
    });
    const whole: Draft = {
      ...DRAFT,
      takeaway: "Count first.",
      summary: "For all who answer too soon.",
      actions: ["Count.", "Answer."],
      keywords: ["wait", "calm"],
      season: { from: "12-01", to: "01-10" },
      source: { archive: "desk", page: 2 },
      origin: "archive",
    };
    expect(tipOf(whole, "count")).toEqual({ ...whole, id: "count" });
  });

  it("takes of season and source what they have, and nothing beside", () => {
    const more = { note: "x" };
    const tip = tipOf(
      {
        ...DRAFT,
        season: { from: "12-01", to: "12-31", ...more } as never,
        source: { archive: " the\u202e desk ", ...more } as never,
      },
      "count",
    );
    expect(tip.season).toEqual({ from: "12-01", to: "12-31" });
    expect(tip.source).toEqual({ archive: "the desk" });
    expect(Object.keys(tip.source ?? {})).toEqual(["archive"]);
  });

  it("is clean in every text, without paragraphs, actions and keywords that come to nothing", () => {
    const evil = " a\u001b[31m\u202e  b\u200b ";
    const tip = tipOf(
      {
        ...DRAFT,
        title: evil,
        takeaway: evil,
        summary: evil,
        body: ["\u200b", ` • one${evil}\n\n \u200b \n  • two  `, " "],
        actions: [evil, "", "\u200b"],
        keywords: ["k", " k ", "", "l"],
      },
      "count",
    );
    expect(tip).toMatchObject({
      title: "a b",
      takeaway: "a b",
      summary: "a b",
      body: ["• one a b\n• two"],
      actions: ["a b"],
      keywords: ["k", "l"],
    });
  });

  it("is sorted under its topics, each once and at most four, or under none known", () => {
    expect(tipOf({ ...DRAFT, topics: ["a", "a", "b", "c", "d", "e"] }, "x").topics).toEqual([
      "a",
      "b",
      "c",
      "d",
    ]);
    expect(tipOf({ ...DRAFT, topics: [] }, "x").topics).toEqual(["unsorted"]);
    const evil = ["\u001b]0;pwned\u0007", "A b", "", "calm"];
    expect(tipOf({ ...DRAFT, topics: evil }, "x").topics).toEqual(["calm"]);
  });

  it("has texts of bounded length, cut with an ellipsis between whole characters", () => {
    const tip = tipOf(
      {
        ...DRAFT,
        title: "t".repeat(1001),
        summary: "s".repeat(1001),
        actions: ["a".repeat(1001), "b".repeat(1000)],
      },
      "x",
    );
    expect(tip.title).toBe(`${"t".repeat(999)}…`);
    expect(tip.takeaway).toBe(`${"t".repeat(199)}…`);
    expect(tip.summary).toBe(`${"s".repeat(999)}…`);
    expect(tip.actions).toEqual([`${"a".repeat(999)}…`, "b".repeat(1000)]);
    expect(tipOf({ ...DRAFT, takeaway: "k".repeat(200) }, "x").takeaway).toBe("k".repeat(200));
    const source = { archive: "s".repeat(2000) };
    expect(tipOf({ ...DRAFT, source }, "x").source?.archive).toHaveLength(1000);
    expect(tipOf({ ...DRAFT, takeaway: "😀".repeat(150) }, "x").takeaway).toBe(`${"😀".repeat(99)}…`);
  });

  it("is summed up by the first 35 words of its text", () => {
    const summaryOf = (...body: string[]) => tipOf({ ...DRAFT, body }, "x").summary;
    expect(summaryOf(words(35), "more")).toBe(words(35));
    expect(summaryOf(words(36))).toBe(`${words(35)}…`);
    expect(summaryOf("one\ntwo")).toBe("one two");
    expect(summaryOf()).toBe("");
    expect(summaryOf(`${"x".repeat(999)}yz`)).toBe(`${"x".repeat(999)}…`);
    expect(summaryOf(`${"x".repeat(999)}y`)).toBe(`${"x".repeat(999)}y`);
    expect(summaryOf("😀".repeat(600))).toBe(`${"😀".repeat(499)}…`);
  });

  it("is the same when it is made of itself again, whatever the draft holds", () => {
    const text = fc.string({ unit: "binary", maxLength: 1200 });
    const draft = fc.record({
      ...{ title: text, takeaway: text, summary: text },
      body: fc.array(text, { maxLength: 3 }),
      actions: fc.array(text, { maxLength: 3 }),
      keywords: fc.array(text, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(draft, (fields) => {
        const tip = tipOf({ ...DRAFT, ...fields }, "x");
        expect(tipOf(tip, "x")).toEqual(tip);
      }),
    );
  });
});

describe("keyOf", () => {
  it("is one for a title however it is set, and another on another day", () => {
    const key = keyOf({ title: "What’s Next?", published: "2024-05-07" });
    expect(keyOf({ title: " WHAT'S  NEXT?", published: "2024-05-07" })).toBe(key);
    expect(keyOf({ title: "Cafe\u0301 “To-day”…", published: "2024-05-07" })).toBe(
      keyOf({ title: 'CAFÉ "to‐day"...', published: "2024-05-07" }),
    );
    expect(keyOf({ title: "What’s Next?", published: "2024-05-14" })).not.toBe(key);
    expect(keyOf({ title: "What’s Not?", published: "2024-05-07" })).not.toBe(key);
  });

  it.each([
    ["Be 100% Sure", "Be 100 Sure!"],
    ["\u0915\u093f", "\u0915\u0940"],
    ["C++", "C#"],
    ["?", "!"],
  ])("tells %s and %s apart, by a sign or a vowel alone", (one, other) => {
    const published = "2024-05-07";
    expect(keyOf({ title: one, published })).not.toBe(keyOf({ title: other, published }));
  });

  it("tells titles of nothing but signs apart", () => {
    expect(keyOf({ title: "?", published: "2024-05-07" })).not.toBe(
      keyOf({ title: "!", published: "2024-05-07" }),
    );
  });
});

describe("names made of text", () => {
  it.each([
    ["What’s Next?", "whats-next"],
    ["  Café --- Time: 5/30 ", "cafe-time-5-30"],
    ["Größe zeigen", "grosse-zeigen"],
    ["漢字", ""],
    ["漢 a 字", "a"],
    ["?!", ""],
    ["- a - b -", "a-b"],
  ])("%s is %s", (text, id) => expect(kebab(text)).toBe(id));

  it("are at most 100 characters, and end in no dash", () => {
    expect(kebab("x".repeat(5000))).toBe("x".repeat(100));
    expect(kebab(`${"x".repeat(99)} y`)).toBe("x".repeat(99));
    expect(kebab(`${" ".repeat(1000)}late`)).toBe("");
  });

  it("make a topic that can be shown", () => {
    expect(topicNamed("front-desk Work")).toEqual({
      id: "front-desk-work",
      name: "Front desk Work",
      description: "Imported tips on front desk work",
    });
    expect(topicNamed("接客")).toEqual({
      id: expect.stringMatching(/^topic-[a-z0-9]+$/),
      name: "接客",
      description: "Imported tips on 接客",
    });
    expect(topicNamed("接客")?.id).not.toBe(topicNamed("苦情")?.id);
    expect(topicNamed("?!")).toBeUndefined();
    expect(topicNamed("\u001b[2J\u001b[31m")).toBeUndefined();
    expect(topicNamed("\u001b[31mred\u200b")?.id).toBe("red");
    expect(topicNamed(`a ${"b".repeat(2000)}`)?.name).toBe(`A ${"b".repeat(997)}…`);
  });
});
