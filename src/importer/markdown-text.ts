import { plainOf } from "./markdown-inline.ts";
import { joinedLines } from "./paragraphs.ts";

/** Text in Markdown as the paragraphs of a tip: without its marks, and with nothing else lost. */

export interface MarkdownText {
  readonly body: readonly string[];
  /** The list under a last heading `What to do`, where there is one. */
  readonly actions?: readonly string[];
}

const HEADING = /^ {0,3}#{1,6}(?:\s+|$)/;
const ACTIONS = /^ {0,3}#{1,6}\s+what to do:?\s*$/i;
const BREAK = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const COMMENT = /^ {0,3}<!--/m;
const BULLET = /^[-*+•]\s+(?=\S)/;

export function readText(lines: readonly string[]): MarkdownText {
  const kept = lines.map((line) => (BREAK.test(line) ? "" : line));
  const heading = kept.findLastIndex((line) => ACTIONS.test(line));
  const list = heading < 0 ? [] : blocksOf(kept.slice(heading + 1));
  const [items] = list;
  return items?.items && list.length === 1
    ? { body: bodyOf(kept.slice(0, heading)), actions: items.lines.map(itemOf) }
    : { body: bodyOf(kept) };
}

function bodyOf(lines: readonly string[]): string[] {
  return runsOf(lines.join("\n")).flatMap((run) => paragraphsOf(run.split("\n")));
}

/** What stands between comments, of which each keeps two lists apart. One that nothing ends is text. */
function runsOf(text: string): string[] {
  const runs: string[] = [];
  let rest = text;
  for (;;) {
    const begin = rest.search(COMMENT);
    const end = begin < 0 ? -1 : rest.indexOf("-->", rest.indexOf("<!--", begin) + 2);
    if (end < 0) return [...runs, rest];
    runs.push(rest.slice(0, begin));
    rest = rest.slice(end + 3);
  }
}

function paragraphsOf(lines: readonly string[]): string[] {
  const set = blocksOf(lines).map(({ items, lines: own }) =>
    items ? own.map((item) => `• ${itemOf(item)}`).join("\n") : textOf(own.flat()),
  );
  return set.filter((paragraph) => paragraph !== "");
}

/** Lines that belong together, as they stand; in a list each item has lines of its own. */
interface Block {
  readonly items: boolean;
  readonly lines: string[][];
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  for (const line of lines) open = line.trim() === "" ? undefined : place(line, open, blocks);
  return blocks;
}

/** Puts a line where it belongs, and answers the block that the next line may go on with. */
function place(line: string, open: Block | undefined, blocks: Block[]): Block | undefined {
  const text = line.trim();
  const last = blocks.at(-1);
  if (open && breaksHard(open.lines.at(-1)?.at(-1) ?? "")) return extended(open, text);
  if (HEADING.test(line)) {
    begun(blocks, false, withoutClosing(text.replace(HEADING, "")));
    return undefined;
  }
  if (BULLET.test(text) && !breaksHard(text)) {
    // A list is one paragraph, also where blank lines stand between its items.
    return last?.items ? extended(last, text) : begun(blocks, true, text);
  }
  if (open?.items && /^\s{2}/.test(line)) {
    open.lines.at(-1)?.push(text);
    return open;
  }
  return open && !open.items ? extended(open, text) : begun(blocks, false, text);
}

function extended(block: Block, text: string): Block {
  block.lines.push([text]);
  return block;
}

function begun(blocks: Block[], items: boolean, text: string): Block {
  const block = { items, lines: [[text]] };
  blocks.push(block);
  return block;
}

function itemOf(lines: readonly string[]): string {
  return plainOf(lines.join(" ").trim().replace(BULLET, ""));
}

/** A quotation is what it quotes; lines that end in a backslash stay lines. */
function textOf(lines: readonly string[]): string {
  const own = lines.map((line) => line.replace(/^>\s?/, ""));
  if (!own.some(breaksHard)) {
    const set = joinedLines(own.map(plainOf));
    // A mark may begin in one line of prose and end in the next.
    return set.includes("\n") ? set : plainOf(own.join(" "));
  }
  return own.map((line) => plainOf(breaksHard(line) ? line.slice(0, -1) : line)).join("\n");
}

function breaksHard(line: string): boolean {
  return (line.length - endWithout("\\", line)) % 2 === 1;
}

/** A heading without the `#` that may close it behind a space. */
export function withoutClosing(heading: string): string {
  const before = heading.slice(0, endWithout("#", heading));
  const text = before.trimEnd();
  return text === before ? heading : text;
}

/** Where the run of a character at the end of a text begins: an expression would look for one from every place. */
function endWithout(character: string, text: string): number {
  let end = text.length;
  while (text[end - 1] === character) end--;
  return end;
}
