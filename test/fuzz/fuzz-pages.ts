import { cleanText } from "../../src/core/text.ts";
import { type Imported, importBytes } from "../../src/importer/index.ts";
import { type Dice, dice, type MadePage, makePage, oneOf, pageHtml, pageText } from "../support/pages.ts";

/** One round of the fuzzer for each seed: pages saved in sound ways must come out whole, damaged ones must do no harm. */

const SLOW_MS = 2000;

/** What a round found wrong; undefined where all was well. */
export function fuzzRound(seed: number): string | undefined {
  const roll = dice(seed);
  const page = makePage(roll);
  const text = pageText(page, roll);
  const saved = roll() < 0.4 ? pageHtml(fromHeading(text), roll) : text;
  return soundRound(page, encoded(saved, roll)) ?? damagedRound(damaged(saved, roll));
}

/** A browser's title is the heading of the page; what stands before it is in the body. */
function fromHeading(text: string): string {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => line.includes("| Customer Service Solutions"));
  return lines.slice(at).join("\n");
}

function soundRound(page: MadePage, bytes: Uint8Array): string | undefined {
  const read = importBytes(bytes);
  if (read.problems.length > 0) return `a sound page has problems: ${JSON.stringify(read.problems)}`;
  const got = read.drafts.map(({ title, published, coverage, body }) => ({
    title,
    published,
    coverage,
    body,
  }));
  const want = page.tips.map(({ title, published, coverage, body }) => ({
    title,
    published,
    coverage,
    body,
  }));
  const normal = (tips: typeof got) => JSON.stringify(tips, null, 1).replaceAll(/[\u00a0 ]+/g, " ");
  if (normal(got) !== normal(want))
    return `a sound page came out otherwise:\n${normal(got)}\nfor\n${normal(want)}`;
  const source = read.drafts.findLast(({ coverage }) => coverage === "full")?.source;
  const same = source?.archive === page.archive && source.page === (page.page ?? 1);
  return same ? undefined : `the page of a tip is ${JSON.stringify(source)}`;
}

function damagedRound(text: string): string | undefined {
  const start = performance.now();
  let read: Imported;
  try {
    read = importBytes(new TextEncoder().encode(text));
  } catch (error) {
    return `threw ${error}`;
  }
  const took = performance.now() - start;
  if (took > SLOW_MS) return `took ${Math.round(took)} ms`;
  if (read.drafts.some(({ body }) => body.length === 0 || body.join("").trim() === ""))
    return "a tip has no text";
  return read.problems.length > 0 || text.trimStart().startsWith("<") ? undefined : lostTip(text, read);
}

/** Looks for headings of tips in full in its own simple way: each must have come out. */
function lostTip(text: string, { drafts }: Imported): string | undefined {
  const found = new Set(drafts.map(({ title }) => plain(title)));
  const headings =
    /^([^\n]{1,300}?)[^\S\n]*[–—-][^\S\n]*\d{1,2}\/\d{1,2}\/\d\d(?:[^\S\n]+TOW)?[^\S\n]*\n\s*Posted on in\s+Customer Service Tip of the Week\b/gm;
  for (const [, title = ""] of text.matchAll(headings)) {
    if (plain(title) !== "" && !found.has(plain(title))) return `lost ${JSON.stringify(title)} of\n${text}`;
  }
  return undefined;
}

function plain(title: string): string {
  return cleanText(title)
    .replace(/[\s\p{Pd}]+/gu, " ")
    .trim();
}

function encoded(text: string, roll: Dice): Uint8Array {
  const lines = roll() < 0.3 ? text.replaceAll("\n", "\r\n") : text;
  const way = roll();
  if (way < 0.2) return new TextEncoder().encode(`\ufeff${lines}`);
  if (way < 0.3) return new Uint8Array(Buffer.from(`\ufeff${lines}`, "utf16le"));
  return new TextEncoder().encode(lines);
}

const FRAGMENTS = [
  "\u001b]0;x\u0007",
  "\u202e",
  "<",
  "</div>",
  "<table><tr>",
  "« Previous 1 2",
  "Read more",
  "Posted on in Customer Service Tip of the Week 1 Comment",
  "x | Customer Service Solutions, Inc. - Page 2",
  "Odd One – 2/30/21",
  " - 1/1/11\n",
  "• ",
  "---\n",
  "\n\n\n\n",
  "\ud800",
  "{",
  "a".repeat(3000),
  "( ".repeat(500),
];

/** A handful of changes at random places: cut, doubled, swapped, put in. */
function damaged(text: string, roll: Dice): string {
  let result = text;
  for (let count = 1 + Math.floor(roll() * 6); count > 0; count--) {
    const at = Math.floor(roll() * result.length);
    const to = at + Math.floor(roll() * 120);
    const piece = result.slice(at, to);
    const changes = [
      () => result.slice(0, at) + result.slice(to),
      () => result.slice(0, to) + piece + result.slice(to),
      () => result.slice(0, at) + oneOf(roll, FRAGMENTS) + result.slice(at),
      () => result.slice(0, at) + [...piece].reverse().join("") + result.slice(to),
      () => result.slice(at) + result.slice(0, at),
      () => `${result.slice(0, at)}\n${oneOf(roll, FRAGMENTS)}\n${result.slice(at)}`,
    ];
    result = oneOf(roll, changes)();
  }
  return result;
}
