import { describe, expect, it } from "vitest";
import { importBytes } from "../../src/importer/index.ts";

const read = (text: string) => importBytes(new TextEncoder().encode(text));

describe("Markdown", () => {
  const TIP = `---
title: "Count to Three"
published: 2024-05-07
topics: [patience, Front Desk]
takeaway: Count to three before you answer.
keywords: wait, calm
---

# Why

Three seconds are *short* for you,
and [long](https://example.com) enough for **them**.

- Breathe.
- Count.
`;

  it("gives one tip, with what its front matter says", () => {
    const { drafts, problems, topics } = read(TIP);
    expect(problems).toEqual([]);
    expect(drafts).toEqual([
      {
        title: "Count to Three",
        published: "2024-05-07",
        coverage: "full",
        topics: ["patience", "front-desk"],
        takeaway: "Count to three before you answer.",
        keywords: ["wait", "calm"],
        body: [
          "Why",
          "Three seconds are *short* for you,\nand long enough for them.",
          "• Breathe.\n• Count.",
        ],
      },
    ]);
    expect(topics.map(({ name }) => name)).toEqual(["Patience", "Front Desk"]);
  });

  it.each([
    [
      "a misspelt field",
      TIP.replace("takeaway:", "takaway:"),
      5,
      "there is no field 'takaway': did you mean takeaway?",
    ],
    [
      "a date that does not exist",
      TIP.replace("05-07", "02-30"),
      3,
      "published must be a date such as 2026-01-20",
    ],
    [
      "a season that is none",
      TIP.replace("keywords: wait, calm", "season: winter"),
      6,
      "season must be object",
    ],
    [
      "broken YAML",
      TIP.replace("[patience", "[[patience"),
      5,
      expect.stringContaining("its front matter is not YAML"),
    ],
    [
      "a takeaway that is too long",
      TIP.replace("Count to three before", "x".repeat(250)),
      5,
      expect.stringContaining("takeaway must NOT have more than 200"),
    ],
  ])("says the line of %s", (_name, text, line, what) => {
    expect(read(text).problems).toEqual([{ line, what }]);
  });
});

describe("JSON", () => {
  const TIP = {
    id: "count-to-three",
    title: "Count to Three",
    published: "2024-05-07",
    coverage: "full",
    topics: ["patience"],
    takeaway: "Count to three before you answer.",
    summary: "For all who answer too soon.",
    body: ["Three seconds are short for you."],
    actions: ["Count."],
    keywords: ["wait"],
  };
  const file = (...tips: unknown[]) => JSON.stringify({ version: 1, topics: [], tips }, null, 2);

  it("gives the tips of a file, and of an array", () => {
    expect(read(file(TIP)).drafts).toEqual([TIP]);
    expect(read(JSON.stringify([TIP])).drafts).toEqual([TIP]);
  });

  it.each([
    ["a field that is not known", file({ ...TIP, colour: "red" }), "/tips/0 must not have a field 'colour'"],
    [
      "a date that does not exist",
      file({ ...TIP, published: "2024-02-30" }),
      "/tips/0/published 2024-02-30 is a date that does not exist",
    ],
    ["a title that is no text", file(TIP, { ...TIP, id: "b", title: 5 }), "/tips/1/title must be string"],
    ["two tips of one id", file(TIP, TIP), "/tips/1/id count-to-three is the id of another tip too"],
    [
      "hostile keys",
      file(TIP).replace('"id"', '"__proto__": {"x": 1}, "id"'),
      "/tips/0 must not have a field '__proto__'",
    ],
    [
      "another version",
      file(TIP).replace('"version": 1', '"version": 2'),
      "/version must be equal to constant",
    ],
  ])("says the path of %s", (_name, text, what) => {
    const { problems, drafts } = read(text);
    expect(drafts).toEqual([]);
    expect(problems).toEqual([{ line: expect.any(Number), what }]);
  });

  it.each([
    ["title", { title: "\u200b\u202e" }, "a tip of 2024-05-07 has no title that can be shown"],
    ["text", { body: ["\u001b[2J", "\u200b"] }, "'Count to Three' has no text that can be shown"],
  ])("takes no tip whose %s is nothing but hidden characters", (_name, fields, what) => {
    expect(read(file({ ...TIP, ...fields })).problems).toEqual([{ what }]);
    expect(read(file({ ...TIP, body: ["\u200b", "Text."] })).problems).toEqual([]);
  });

  it("says the line where it stops being JSON", () => {
    expect(read(file(TIP).replace('"Count."', "Count.")).problems).toEqual([
      { line: 19, what: "it is not JSON from here on" },
    ]);
  });

  it("is not brought down by what is nested deep", () => {
    for (const text of ["[".repeat(1_000_000), `{"tips":[${"[".repeat(100_000)}${"]".repeat(100_000)}]}`]) {
      expect(read(text).problems).toHaveLength(1);
    }
  });
});

describe("HTML", () => {
  it("numbers lists, keeps lines of verse, and leaves out scripts and hidden text", () => {
    const { drafts, problems } =
      read(`<html><head><title>desk | Customer Service Solutions, Inc. - Page 2</title>
      <script>Fake – 1/2/20</script></head><body><h2><a href=x>Two &amp; Two – 1/6/15 TOW</a></h2>
      <div>Posted on <span>in</span>&nbsp;<a>Customer Service Tip of the Week</a> <a>2 Comments</a></div>
      <p>First<br>second<p>A <b>bold</b>
      word.<ol><li>One<li><p>Two</p></ol><p style="display:none">not this</p><p hidden>nor this<p>End.`);
    expect(problems).toEqual([]);
    expect(drafts).toMatchObject([
      {
        title: "Two & Two",
        published: "2015-01-06",
        body: ["First\nsecond", "A bold word.", "1. One", "2. Two", "End."],
        source: { archive: "desk", page: 2 },
      },
    ]);
  });

  it("refuses what is nested deeper than any page, at once", () => {
    const start = performance.now();
    expect(read(`<html>${"<div>".repeat(2_000_000)}`).problems[0]?.what).toContain("nested deeper than");
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
