import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Merge } from "../../src/core/merge.ts";
import { storedTip, storedTopics } from "../../src/core/stored.ts";
import type { Imported } from "../../src/importer/imported.ts";
import { importBytes } from "../../src/importer/index.ts";
import { HOSTILE, harmIn } from "../support/hostile.ts";

/** Bytes of all kinds, most of them nearly a file that can be read. */

const junk = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.constantFrom(...HOSTILE),
);
const piecesOf = (...pieces: string[]) =>
  fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, junk), { maxLength: 25 })
    .map((all) => all.join(""));

const archive = piecesOf(
  "desk | Customer Service Solutions, Inc. - Page 2\n",
  ...[
    "A Title – 1/20/26\n",
    "Another - 2/30/21 TOW\n",
    "Posted on in Customer Service Tip of the Week 1 Comment\n",
  ],
  ...[
    "Some words. Read more\n",
    "• item\n",
    "\n",
    "\n\n",
    "« Previous 1 2 3\n",
    "Signup for FREE Tips!",
    " ",
    "1. one\n",
  ],
);
const markdown = piecesOf(
  ...[
    "---\n",
    "---\n",
    "title: A Title\n",
    "title: ",
    "published: 2024-05-07\n",
    "date: 1/2/2024\n",
    "topics: [a, b]\n",
  ],
  ...[
    "tags: x, y\n",
    "keywords:\n  - k\n",
    "id: a-b\n",
    "season: {from: 01-01, to: 02-02}\n",
    "&a [*a]\n",
    "? {\n",
    "<<: x\n",
  ],
  ...[
    "actions: 5\n",
    "takeaway: |\n  x\n",
    "__proto__: 1\n",
    "# Head\n",
    "- item\n",
    "> quote\n",
    "Text.\n",
    "\n",
  ],
).map((text) => `---\ntitle: A\npublished: 2024-05-07\n${text}`);
const html = piecesOf(
  ...[
    "<html>",
    "<body>",
    "</p>",
    "<p>",
    "<ul><li>",
    "<pre>",
    "<br>",
    "<table><tr><td>",
    "<!--",
    "-->",
    "<script>",
  ],
  ...[
    "<title>desk | Customer Service Solutions, Inc.</title>",
    "&nbsp;",
    "&#x202e;",
    "&#27;",
    "&#0;",
    "<p hidden>",
  ],
  ...[
    "A Title – 1/20/26",
    "Posted on in Customer Service Tip of the Week 1 Comment",
    "Text. ",
    "</div>",
    "<svg>",
    "<p>A Title – 1/20/26</p><p>Some words. Read more</p>",
    "<meta charset=x>",
  ],
).map((text) => `<html>${text}`);

const TIP = {
  ...{ id: "a-b", title: "A", published: "2024-05-07", coverage: "full", topics: ["calm"] },
  ...{ takeaway: "T.", summary: "S.", body: ["B."], actions: [], keywords: ["k"] },
};
const odd = fc.oneof(
  junk,
  fc.jsonValue(),
  fc.array(junk, { minLength: 1, maxLength: 3 }),
  fc.constantFrom<unknown>(
    "2024-02-30",
    "0001-01-01",
    "opening",
    { from: "01-01", to: "13-99" },
    { archive: "x", page: 1 },
    ["a", "a"],
  ),
);
const jsonTip = fc
  .tuple(fc.constantFrom(...Object.keys(TIP), "season", "source", "origin", "__proto__", "more"), odd)
  .map(([field, value]) => ({ ...TIP, [field]: value }));
const topic = fc.record({ id: fc.constantFrom("calm", "x-y", "X", ""), name: junk, description: junk });
const json = fc.oneof(
  fc.array(jsonTip, { maxLength: 2 }).map((tips) => JSON.stringify(tips)),
  fc
    .record({
      version: fc.constantFrom(1, 1, 2, "1"),
      topics: fc.array(topic, { maxLength: 2 }),
      tips: fc.array(jsonTip, { maxLength: 2 }),
    })
    .map((corpus) => JSON.stringify(corpus)),
  piecesOf("{", "}", "[", "]", '"tips"', ":", ",", '"', "\\u0000", "1e999").map((text) => `{${text}`),
);

const text = fc.oneof(archive, markdown, html, json);
const inSomeEncoding = fc
  .tuple(text, fc.constantFrom("utf8", "bom", "utf16le", "latin1", "crlf", "cut"))
  .map(([from, form]) => {
    if (form === "bom") return Buffer.from(`\ufeff${from}`);
    if (form === "utf16le") return Buffer.from(`\ufeff${from}`, "utf16le");
    if (form === "latin1") return Buffer.from(from, "latin1");
    if (form === "crlf") return Buffer.from(from.replaceAll("\n", "\r\n"));
    return form === "cut" ? Buffer.from(from).subarray(0, -3) : Buffer.from(from);
  });

/** What a sound answer is, of whatever bytes. */
function expectSound({ drafts, problems, topics }: Imported): void {
  for (const { line, what } of problems) {
    expect(line === undefined || (Number.isInteger(line) && line > 0)).toBe(true);
    expect(what).not.toBe("");
    expect(harmIn(what)).toBeUndefined();
    expect(what).not.toContain("\n");
  }
  const merge = new Merge({ topics: [], tips: [] }, []);
  // Of a file with a problem nothing is taken.
  if (problems.length > 0) return;
  for (const draft of drafts) merge.add(draft);
  // What is stored is what is believed when it is read again.
  for (const tip of merge.changed.values()) {
    expect(storedTip(JSON.parse(JSON.stringify(tip)), false)).toEqual(tip);
    expect(tip.body).not.toEqual([]);
    expect(harmIn(Object.values(tip).flat().map(String).join("\n"))).toBeUndefined();
  }
  expect(storedTopics(JSON.parse(JSON.stringify(topics)))).toEqual(topics);
}

describe("import", () => {
  it("answers tips that can be stored, or one line that says what is wrong, whatever bytes it is given", () => {
    fc.assert(
      fc.property(fc.oneof(inSomeEncoding, fc.uint8Array({ maxLength: 200 })), (bytes) => {
        expectSound(importBytes(bytes));
      }),
      { numRuns: 1_500 },
    );
  });

  it("reads tips in each form among them", () => {
    for (const form of [archive, markdown, html, json]) {
      const read = fc
        .sample(form, { numRuns: 2_000, seed: 7 })
        .filter((from) => importBytes(Buffer.from(from)).drafts.length > 0);
      expect(read.length).toBeGreaterThan(20);
    }
  });
});
