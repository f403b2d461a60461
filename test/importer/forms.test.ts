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
        topics: ["patience", "front-desk"],
        takeaway: "Count to three before you answer.",
        keywords: ["wait", "calm"],
        body: [
          "Why",
          "Three seconds are short for you,\nand long (https://example.com) enough for them.",
          "• Breathe.\n• Count.",
        ],
      },
    ]);
    expect(topics.map(({ name }) => name)).toEqual(["Patience", "Front Desk"]);
  });

  it("reads tips one behind the other, and leaves a rule, a block of words and what is fenced in the text", () => {
    const second = "---\ndate: 2024-05-14\ntitle: Next\ntags:\n  - a\n# b\n---\nMore.\n";
    const { drafts, problems, notices } = read(
      `${TIP}\n---\n\nA rule.\n${second}${TIP.replace("[p", "[1, 2, 3, p")}`,
    );
    expect(problems).toEqual([]);
    expect(drafts.map(({ title, published }) => `${title} ${published}`)).toEqual([
      ...["Count to Three 2024-05-07", "Next 2024-05-14", "Count to Three 2024-05-07"],
    ]);
    expect(drafts.map(({ body }) => body.at(-1))).toEqual(["A rule.", "More.", "• Breathe.\n• Count."]);
    expect(notices).toEqual([{ line: 31, what: "a tip has 4 topics at most: without front-desk" }]);
    for (const text of [
      "---\nA title: what is one?\n---",
      "---\ntitle: is a word\nof many.\n---",
      "---\nname: x\n---",
      "---",
      "---\n\ntitle: late\n\nMore.",
      `\`\`\`yaml\n${second}\`\`\``,
    ])
      expect(read(`${TIP}${text}\n\nEnd.\n`), text).toMatchObject({
        problems: [],
        drafts: [{ title: "Count to Three" }],
      });
    expect(read(`${TIP}\`\`\`\n${second}`).drafts).toHaveLength(2);
  });

  it.each([
    ["no date", "---\ntitle: Next\n---\nMore.", 18, "it has no published date"],
    ["no title", "---\npublished: 2024-05-14\n---\nMore.", 17, "its front matter has no title"],
    [
      "no text",
      "---\ntitle: Next\npublished: 2024-05-14\n---\n",
      18,
      "it has no text under its front matter",
    ],
    [
      "a date that does not exist",
      "---\ntitle: Next\npublished: 2024-02-30\n---\nMore.",
      19,
      "published is 2024-02-30, a date that does not exist",
    ],
    [
      "a line that is no field",
      "---\ntitle: Next\npublished: 2024-05-14\ntakeaway Wait.\n---\nMore.",
      20,
      expect.stringContaining("its front matter is not YAML"),
    ],
    [
      "no end",
      "---\ntitle: Next\npublished: 2024-05-14\n\nMore.",
      17,
      "its front matter has no end: a line '---' within the first 64 KiB",
    ],
  ])("says the line of a second tip with %s", (_name, second, line, what) => {
    expect(read(`${TIP}\n${second}`).problems).toEqual([{ line, what }]);
    expect(read(`\n\n${TIP}\n${second}`).problems).toEqual([{ line: line + 2, what }]);
  });

  it("keeps addresses, takes a last list under 'What to do' as actions, and says which topics are left out", () => {
    const { drafts, notices } = read(
      TIP.replace("[patience, Front Desk]", "a, b, c, d, e")
        .replace("*short* for you,", "![a clock](clock.png) [](http://x) [http://y](http://y)")
        .replace("\n- Breathe", "\n## What to do\n\n- Breathe,\n  slowly"),
    );
    expect(drafts).toMatchObject([
      {
        topics: ["a", "b", "c", "d"],
        body: ["Why", expect.stringContaining("Three seconds are a clock (clock.png) http://x http://y and")],
        actions: ["Breathe, slowly.", "Count."],
      },
    ]);
    expect(notices).toEqual([{ line: 4, what: "a tip has 4 topics at most: without e" }]);
  });

  it.each([
    ["`code` and *italics*, _also so_, and __strong__", "code and italics, also so, and strong"],
    ["***both***, **a *b* c**, *a **b** c*, _a *b* c_", "both, a b c, a b c, a b c"],
    [
      "snake_case_name, __a_b__, 2*3*4, s**t and f**k, f*** it",
      "snake_case_name, a_b, 2*3*4, s**t and f**k, f*** it",
    ],
    ["5 * 3 * 2, 2 ** 3 ** 4, a _ b _ c, only* and* more, ___ and ___", undefined],
    ["a lone *star, a lone _line, a lone ` tick, un*even**", undefined],
    ["`a*b*` `_x_` `\\n` `[a](b)` ``a`b`` `` `c` ``", "a*b* _x_ \\n [a](b) a`b `c`"],
    ["*see `x*` there* and **`y**z`**", "see x* there and y**z"],
    ["\\*kept\\* \\_kept\\_ \\`kept\\` *a\\*b*", "*kept* _kept_ `kept` a*b"],
    ["https://a.test/_b_/c__d__ and *https://a.test/e*", "https://a.test/_b_/c__d__ and https://a.test/e"],
    ["[*a* `b_c_`](http://a_b_c) (*a*), “_b_”—*c*. É*a*É", "a b_c_ (http://a_b_c) (a), “b”—c. É*a*É"],
    [
      "*italics that were begun in one line, which is a long line of prose,\nand end in the next*",
      "italics that were begun in one line, which is a long line of prose, and end in the next",
    ],
  ])("is read without its marks, and with what are none: %s", (marked, plain = marked) => {
    const { drafts } = read(`---\ntitle: A\npublished: 2024-05-07\n---\nText.\n\n${marked}\n`);
    expect(drafts[0]?.body[1]).toBe(plain);
  });

  it("stays quick on a line of marks alone", () => {
    const start = performance.now();
    for (const piece of ["*", "_", "`", "*a", "_a", " *a", " _a", "**a", "` ``", "[", "\\", "a_", "http://"])
      read(`---\ntitle: A\npublished: 2024-05-07\n---\n${piece.repeat(1_000_000 / piece.length)}\n`);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it("says what a tip without front matter needs, and reads one that has its date under the title", () => {
    expect(read("# Count to Three\n\nThree seconds.\n")).toMatchObject({
      foreign: true,
      problems: [{ what: expect.stringContaining("title and published between two lines of '---' on top") }],
    });
    expect(
      read("# Count to *Three* #\n*May 7, 2024 · Front Desk*\n\n> Wait.\n\nThree seconds.\n").drafts,
    ).toEqual([
      {
        title: "Count to Three",
        published: "2024-05-07",
        topics: ["front-desk"],
        takeaway: "Wait.",
        body: ["Three seconds."],
        actions: [],
        partial: true,
      },
    ]);
    expect(read("# A\n\n*February 30, 2026*\n\nText.\n").problems).toEqual([
      { line: 1, what: "published must be a date such as 2026-01-20" },
    ]);
  });

  it("reads dates with the day first, with months cut short, and without emphasis, each under its title", () => {
    const dates = [
      "20 January 2026",
      "*January 27th, 2026 · Desk*",
      "_3. Feb. 2026_",
      "**2026-02-10**",
      "Sept 1, 2026",
    ];
    const { drafts, problems } = read(dates.map((date, at) => `# T${at}\n\n${date}\n\nText.\n`).join("\n"));
    expect(problems).toEqual([]);
    expect(drafts.map(({ title, published }) => `${title} ${published}`)).toEqual([
      ...["T0 2026-01-20", "T1 2026-01-27", "T2 2026-02-03", "T3 2026-02-10", "T4 2026-09-01"],
    ]);
    expect(drafts[1]).toMatchObject({ topics: ["desk"], body: ["Text."] });
  });

  it("melts no tip into another, and drops none, where a date or a title is not read", () => {
    const what = "which is no date: write 2026-01-20, or January 20, 2026";
    expect(
      read("# A\n*Mai 7, 2024*\nText.\n\n# B\n*May 14, 2024*\nText.\n\n# C\n\n*soon*\nText.\n").problems,
    ).toEqual([
      { line: 2, what: `under 'A' stands 'Mai 7, 2024', ${what}` },
      { line: 11, what: `under 'C' stands 'soon', ${what}` },
    ]);
    expect(read("# Our tips\n\nAll of them.\n\n# B\n*May 14, 2024*\nText.\n").problems).toEqual([
      { line: 1, what: "'# Our tips' stands before the first title with a date under it, in no tip" },
    ]);
    expect(read("# B\n*May 14, 2024*\n\n# Why\n\n*Please* do *not*.\n").problems).toEqual([]);
  });

  it("keeps the words around comments, and those behind one that nothing ends", () => {
    const bodyOf = (text: string) =>
      read(`---\ntitle: A\npublished: 2024-05-07\n---\n${text}`).drafts[0]?.body;
    expect(bodyOf("One.\n<!-- note --> Important words.\n<!-- a\nb --><!-- c -->  More.\n")).toEqual([
      ...["One.", "Important words.", "More."],
    ]);
    expect(bodyOf("One.\n\n<!-- a --> <!-- never closed\n\nLast words.\n")).toEqual([
      ...["One.", "<!-- never closed", "Last words."],
    ]);
  });

  it.each([
    ["backslashes", `${"\\".repeat(400_000)}x`],
    ["spaces in a heading", `# a${" ".repeat(400_000)}b`],
    ["spaces in a title", `# a${" ".repeat(400_000)}b\n*May 7, 2024*\nText.`],
    ["lines of an item", `- a\n${"  b\n".repeat(150_000)}`],
    ["rules", `a\n${"---\nb: c\n".repeat(30_000)}`],
    ["front matters", `a\n${"---\ntitle: a\n---\n".repeat(500)}`],
    ["dots in a date line", `# a\n*${" · ".repeat(400_000)}\n`.repeat(2)],
  ])("takes time in proportion to the number of %s", (_name, text) => {
    const start = performance.now();
    read(text.startsWith("# a") ? text : `---\ntitle: A\npublished: 2024-05-07\n---\n${text}`);
    expect(performance.now() - start).toBeLessThan(2000);
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
      "published is 2024-02-30, a date that does not exist",
    ],
    [
      "a season that is none",
      TIP.replace("keywords: wait, calm", "season: winter"),
      6,
      "season must be an object",
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
      "takeaway has more than 200 characters",
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
    ["a field that is not known", file({ ...TIP, color: "red" }), "tip 1: there is no field 'color'"],
    [
      "a misspelt field",
      file({ ...TIP, takeaways: "x" }),
      "tip 1: there is no field 'takeaways': did you mean takeaway?",
    ],
    [
      "a date that does not exist",
      file({ ...TIP, published: "2024-02-30" }),
      "tip 1: published is 2024-02-30, a date that does not exist",
    ],
    [
      "a date of another form",
      file({ ...TIP, published: "May 7" }),
      "tip 1: published must be a date such as 2026-01-20",
    ],
    ["a title that is no text", file(TIP, { ...TIP, id: "b", title: 5 }), "tip 2: title must be text"],
    [
      "a tip without a title",
      JSON.stringify([TIP, { ...TIP, id: "b", title: undefined }]),
      "tip 2 has no title",
    ],
    ["a tip that is none", JSON.stringify([TIP, 5]), "tip 2: it must be an object"],
    [
      "a tip without text",
      JSON.stringify({ title: "A", published: "2024-05-07" }),
      "it has no body, a list of paragraphs",
    ],
    [
      "a text by another name",
      JSON.stringify({ title: "A", published: "2024-05-07", text: "Hello there." }),
      "there is no field 'text': did you mean body, a list of paragraphs?",
    ],
    [
      "a date by another name",
      JSON.stringify([{ title: "A", date: "2024-05-07", body: "Hello there." }]),
      "tip 1: there is no field 'date': did you mean published?",
    ],
    [
      "a text by two names",
      JSON.stringify({ title: "A", published: "2024-05-07", body: "Hello.", text: "Hello there." }),
      "there is no field 'text'",
    ],
    ["topics that are none", file({ ...TIP, topics: 5 }), "tip 1: topics must be a list"],
    ["an empty paragraph", file({ ...TIP, body: ["a", ""] }), "tip 1: item 2 of body is empty"],
    ["a season that is none", file({ ...TIP, season: { from: "12-24" } }), "tip 1 has no season.to"],
    [
      "an id that is none",
      file({ ...TIP, id: "Count!" }),
      "tip 1: id must be in small letters and digits, such as lift-it-up",
    ],
    ["two tips of one id", file(TIP, TIP), "tip 2: count-to-three is the id of tip 1 too"],
    [
      "hostile keys",
      file(TIP).replace('"id"', '"__proto__": {"x": 1}, "id"'),
      "tip 1: there is no field '__proto__'",
    ],
    ["another version", file(TIP).replace('"version": 1', '"version": 2'), "version must be 1"],
  ])("says in words what is wrong with %s", (_name, text, what) => {
    const { problems, drafts } = read(text);
    expect(drafts).toEqual([]);
    expect(problems).toEqual([{ line: expect.any(Number), what }]);
  });

  it("passes over what only has a title, or a list of something else", () => {
    for (const value of [
      { title: "A page" },
      { published: "2024-05-07", body: "x" },
      [1, 2],
      [{ title: "A" }],
      {},
    ])
      expect(read(JSON.stringify(value)), JSON.stringify(value)).toMatchObject({ foreign: true, drafts: [] });
  });

  it("asks for title, date and text alone", () => {
    const least = { title: "Count to Three", published: "2024-05-07", body: "Wait.\n\nThen answer." };
    const draft = { ...least, body: ["Wait.", "Then answer."], topics: [] };
    for (const value of [
      least,
      [least],
      { tips: [least] },
      { tip: least, reason: "rotation" },
      [{ tip: least }],
    ])
      expect(read(JSON.stringify(value))).toMatchObject({ problems: [], drafts: [draft] });
  });

  it("takes one text for a list: words between commas, an action whole", () => {
    const lists = { topics: "mindset", keywords: "wait, calm,", actions: "Count, then answer." };
    const draft = { topics: ["mindset"], keywords: ["wait", "calm"], actions: ["Count, then answer."] };
    expect(read(file({ ...TIP, ...lists })).drafts).toMatchObject([draft]);
    const matter = Object.entries({ title: "A", published: "2024-05-07", ...lists });
    const markdown = `---\n${matter.map(([name, value]) => `${name}: ${value}`).join("\n")}\n---\nText.\n`;
    expect(read(markdown).drafts).toMatchObject([draft]);
  });

  it("takes topics by any name, four of them, and says which are left out", () => {
    const topics = ["Front Desk", "patience", "a", "b", "c", "d"];
    const { drafts, notices } = read(file({ ...TIP, topics }));
    expect(drafts).toMatchObject([{ topics: ["front-desk", "patience", "a", "b"] }]);
    expect(notices).toEqual([
      { line: expect.any(Number), what: "tip 1: a tip has 4 topics at most: without c and d" },
    ]);
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

  it("leaves out what stands in the navigation, the footer and the forms of a page, behind its text too", () => {
    const around = "<nav>Home</nav><form><p>Search</p></form><footer>By us</footer><aside>More</aside>";
    const { drafts, problems } = read(
      `<html><body>${around}<h2>Two – 1/6/15</h2><p>Posted on in Customer Service Tip of the Week</p><p>End.</p>${around}`,
    );
    expect(problems).toEqual([]);
    expect(drafts).toMatchObject([{ body: ["End."] }]);
  });

  it("takes a single post", () => {
    const post = "<html><body><h2>Smile at the Door – 6/4/24</h2>\n<p>A smile is heard.</p><p>So smile.</p>";
    expect(read(post)).toMatchObject({
      problems: [],
      drafts: [{ title: "Smile at the Door", coverage: "full", body: ["A smile is heard.", "So smile."] }],
    });
  });

  it.each([
    ["paragraphs", "<p>\n A - 2/30/24</p><p>Some words. Read more</p>", 5],
    ["preformatted text", "<pre>\n\nA - 2/30/24\nSome words. Read more</pre>", 6],
    ["one line", "<b>x</b><div><span>A</span> - 2/30/24</div>Some words. Read more", 4],
  ])("says the line of the page, of %s", (_name, text, line) => {
    expect(read(`<html>\n<title>T</title>\n<ul><li>One</ul>\n${text}`).problems).toEqual([
      { line, what: "'A' has the date 2/30/24, which does not exist" },
    ]);
  });

  it("refuses a short page that comes to millions of elements, at once", () => {
    const open = Array.from({ length: 900 }, (_, at) => `<b id=${at}>`).join("");
    const start = performance.now();
    expect(read(`<html><p>${open}${"<p>x".repeat(20_000)}`).problems).toEqual([
      { what: expect.stringMatching(/^it comes to more than \d+ elements/) },
    ]);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(read(`<html>${"<p>a<b>b</b>".repeat(40_000)}`).problems[0]?.what).toContain("no tip is found");
  });

  it("refuses what is nested deeper than any page, at once", () => {
    const start = performance.now();
    expect(read(`<html>${"<div>".repeat(2_000_000)}`).problems[0]?.what).toContain("nested deeper than");
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
