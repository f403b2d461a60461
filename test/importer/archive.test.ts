import { describe, expect, it } from "vitest";
import { importBytes } from "../../src/importer/index.ts";

const read = (text: string) => importBytes(new TextEncoder().encode(text));

const OPENING =
  "Some shops greet a guest at once, and others let them stand and look at the floor for a while";
const PAGE = `billing | Customer Service Solutions, Inc. - Page 3

Greet First, Then Ask - 3/4/25


${OPENING} Read more

Say It Twice – 2/11/14 TOW

Posted on in\u00a0Customer Service Tip of the Week 1 Comment


People forget a number that they hear once.  So say it twice.\u00a0 Then wait.

What to Say Twice

  • The price.
  • The day – and the hour.

  • Your name.

\u00a0
A queue is long
and a word is short

See also the list of next week - 2/18/14

Posted on the wall, it helps as well.

Signup for FREE Tips!\u00a0 \u00a0 \u00a0 Contact Us\u00a0 \u00a0 More Resources for You\u00a0 \u00a0 Visit Our Home Page

\u00a0

Re-Check: Day 1/2/13 – Once More - 1/7/13

Posted on in Customer Service Tip of the Week Please leave a comment

One line is enough.

« Previous   1 2 3 4
Recent: Some Tip - 1/1/20
`;

const TIPS = [
  {
    title: "Greet First, Then Ask",
    published: "2025-03-04",
    coverage: "opening",
    body: [OPENING],
    topics: [],
  },
  {
    title: "Say It Twice",
    published: "2014-02-11",
    coverage: "full",
    body: [
      "People forget a number that they hear once.  So say it twice.\u00a0 Then wait.",
      "What to Say Twice",
      "• The price.\n• The day – and the hour.\n• Your name.",
      "A queue is long\nand a word is short",
      "See also the list of next week - 2/18/14",
      "Posted on the wall, it helps as well.",
    ],
    topics: ["billing"],
    source: { archive: "billing", page: 3 },
  },
  {
    title: "Re-Check: Day 1/2/13 – Once More",
    published: "2013-01-07",
    coverage: "full",
    body: ["One line is enough."],
    topics: ["billing"],
  },
];

describe("saved archive pages", () => {
  it("gives openings and full tips, with lists, verse and headings, and without what the site puts around them", () => {
    const { drafts, problems } = read(PAGE);
    expect(problems).toEqual([]);
    expect(drafts).toHaveLength(3);
    expect(drafts).toMatchObject(TIPS);
  });

  it.each([
    ["CRLF", PAGE.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\ufeff${PAGE}`],
    ["blank lines before", `\n\n${PAGE}`],
    ["one blank line only", PAGE.replace(/\n{3,}/g, "\n\n")],
    ["two pages in one file", `${PAGE}\n${PAGE}`],
  ])("reads the same with %s", (_name, text) => {
    const { drafts, problems } = read(text);
    expect(problems).toEqual([]);
    expect(drafts.slice(-3)).toMatchObject(TIPS);
  });

  it("takes a first page without a number as page 1", () => {
    expect(read(PAGE.replace(" - Page 3", "")).drafts[1]?.source).toEqual({ archive: "billing", page: 1 });
  });

  it("puts prose together that was broken into lines", () => {
    const broken =
      "One long line that somebody broke in the middle of it, since\nit was longer than a terminal is wide and hard to read there.";
    const { drafts } = read(PAGE.replace("One line is enough.", broken));
    expect(drafts[2]?.body).toEqual([broken.replace("\n", " ")]);
  });

  it("refuses an opening without an end, and a date that does not exist, with the line", () => {
    expect(read(PAGE.replace(" Read more", "")).problems).toEqual([
      { line: 3, what: "the opening 'Greet First, Then Ask' does not end in 'Read more'" },
    ]);
    expect(read(PAGE.replace("2/11/14", "2/30/14")).problems).toEqual([
      { line: 8, what: "'Say It Twice' has the date 2/30/14, which does not exist" },
    ]);
  });

  it("keeps headings named as buttons are, and drops buttons", () => {
    const lines = [
      "Email",
      "Write short.",
      "Print",
      "Print what they keep.",
      "Share this:",
      "Tweet",
      "Email",
      "End.",
    ];
    const { drafts } = read(PAGE.replace("One line is enough.", `${lines.join("\n\n")}\n\nPrint`));
    expect(drafts[2]?.body).toEqual(["Email", "Write short.", "Print", "Print what they keep.", "End."]);
  });

  const POST = "Smile at the Door – 6/4/24\n\nA smile is heard.\n\nEmail\n\nIt is read as well.\n";

  it.each([
    ["alone", POST],
    [
      "under the title of its page",
      `Smile at the Door – 6/4/24 | Customer Service Solutions, Inc.\n\nHome\n\n${POST}`,
    ],
    [
      "with that and its line of comments",
      POST.replace("24\n", "24\n\nPosted on in Customer Service Tip of the Week 1 Comment\n"),
    ],
  ])("takes a post %s on its page as a tip in full, of no archive", (_name, text) => {
    const { drafts, problems } = read(text);
    expect(problems).toEqual([]);
    expect(drafts).toEqual([
      {
        title: "Smile at the Door",
        published: "2024-06-04",
        coverage: "full",
        body: ["A smile is heard.", "Email", "It is read as well."],
        topics: [],
        origin: "archive",
      },
    ]);
  });

  it.each([
    ["is cut off", `${POST}And so on…`],
    ["stands beside another", `${POST}\n${POST.replace("Smile", "Stand")}`],
    [
      "stands behind other text",
      `${"These words are of a page about something else. ".repeat(3)}\n\n${POST}`,
    ],
  ])("takes no post for one in full that %s", (_name, text) => {
    expect(read(text).problems[0]?.what).toContain("does not end in 'Read more'");
  });

  it("takes an opening behind a tip in full for one of its own", () => {
    const [opening = ""] = PAGE.split("Say It Twice");
    const [fulls] = PAGE.slice(opening.length).split("« Previous");
    const { drafts, problems } = read(`${fulls}\n${opening.split("Page 3")[1]}`);
    expect(problems).toEqual([]);
    expect(drafts).toMatchObject(
      [TIPS[1], TIPS[2], TIPS[0]].map((tip) => ({ title: tip?.title, body: tip?.body })),
    );
  });

  it("does not take a list of titles for tips", () => {
    const list = "Recent\n\nOne Tip - 1/2/20\nTwo Tips - 1/9/20\n\nArchives\n\n";
    expect(read(PAGE.replace("Greet First", `${list}Greet First`)).drafts).toMatchObject(TIPS);
  });
});

describe("a file that is no archive page", () => {
  const own = "a tip of your own is Markdown with title and published: see 'cstip import --help'";
  it.each([
    ["a note", `text: no line is the heading of an archive page, such as 'Lift It Up – 9/12/23'; ${own}`],
    [
      "<title>A site</title><p>Words of it.</p>",
      `page: no line is the heading of an archive page, such as 'Lift It Up – 9/12/23'; ${own}`,
    ],
    [
      "Greet First - 3/4/25\nSay It Twice - 2/11/14\n",
      `text: under the heading 'Greet First' stands no text: save the page that it leads to; ${own}`,
    ],
    [
      "<title>A site</title><script>draw()</script>",
      "page, for it has no text: copy what the browser shows of it into a text file",
    ],
  ])("is told what of one it has not, and what to do: %j", (text, what) => {
    expect(read(text).problems).toEqual([{ what: `no tip is found in this ${what}` }]);
  });
});

describe("other bytes", () => {
  it.each([
    ["nothing", new Uint8Array(), "it is empty"],
    ["NUL bytes", new TextEncoder().encode("a\0b"), "it holds NUL bytes, so it is no text: save it as UTF-8"],
    [
      "an unknown charset",
      new TextEncoder().encode('<html><meta charset="klingon">'),
      "its charset klingon is not known: save it as UTF-8",
    ],
  ])("says in one line what is wrong with %s", (_name, bytes, what) => {
    expect(importBytes(bytes).problems).toEqual([{ what }]);
  });

  it("reads UTF-16 with its mark, and what is not UTF-8 as windows-1252", () => {
    expect(importBytes(Buffer.from(`\ufeff${PAGE}`, "utf16le")).drafts).toMatchObject(TIPS);
    const latin = Buffer.from(PAGE.replaceAll("–", "\x96").replaceAll("•", "\x95"), "latin1");
    expect(importBytes(latin).drafts).toMatchObject(TIPS);
  });

  it("stays quick on one line of 10 MB", () => {
    const start = performance.now();
    for (const piece of ["-", " ", "* ", "1/", "[", "\u00a0"]) {
      read(PAGE.replace("One line is enough.", `${piece.repeat(10_000_000 / piece.length)}x`));
    }
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
