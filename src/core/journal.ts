import {
  bytesFor,
  type JournalBlock,
  lineStart,
  linesIn,
  othersStart,
  ROOM,
  textOf,
} from "./journal-block.ts";
import { type JournalEvent, parseEvent } from "./journal-event.ts";
import { isAsOurs } from "./journal-head.ts";
import { KnownLines } from "./journal-known.ts";
import { eventsIn, readLines } from "./journal-lines.ts";

/** What the user did, as events. The journal is only ever appended to; all that is known of the user is folded from it. */
export interface Journal {
  /** Those that still count, in the order they were written: of events that differ in their time alone, the last. */
  readonly events: readonly JournalEvent[];
  /** Lines that hold no event: cut off by a crash, or damaged. Each as often as it is there, as the bytes that it is. */
  readonly damage: readonly Uint8Array[];
}

export const EMPTY_JOURNAL: Journal = { events: [], damage: [] };

/**
 * Reads a journal, of one event a line, from its end to its start. What is no event is kept as damage. In a long one
 * of lines that differ in their time alone the last stands for all, which is met first: nothing that is folded from
 * events needs more.
 */
export class JournalReader {
  /** Undefined where a journal is short: to find out which lines are known would take more time than it saves. */
  readonly #known: KnownLines | undefined;
  /** The last first. */
  readonly #events: JournalEvent[] = [];
  readonly #damage: Uint8Array[] = [];

  constructor(isLong: boolean) {
    this.#known = isLong ? knownLines() : undefined;
  }

  /** A place in which to fill in a block. */
  place(size: number): { readonly bytes: Uint8Array; readonly from: number } {
    return this.#known?.place(size) ?? { bytes: new Uint8Array(bytesFor(size)), from: ROOM };
  }

  /** Takes the lines that stand before those of the block that was taken last. */
  take(block: JournalBlock): void {
    if (!this.#known) {
      this.#takeAll(block, block.from, block.to);
      return;
    }
    let to = block.to;
    for (let damaged = 0; damaged < MUCH_DAMAGE; damaged++) {
      to = this.#takeSound(block, to, this.#known);
      if (to <= block.from) return;
      const start = othersStart(block, lineStart(block, to));
      this.#takeAll(block, start, to);
      to = start;
    }
    this.#takeAll(block, block.from, to);
  }

  journal(): Journal {
    return { events: this.#events.toReversed(), damage: this.#damage.toReversed() };
  }

  /** Takes lines from there back to one that is not as we write them, or damaged: where it ends. */
  #takeSound(block: JournalBlock, end: number, known: KnownLines): number {
    for (let to = end; ; ) {
      to = known.pass(block, to);
      if (to <= block.from) return to;
      const start = lineStart(block, to);
      const line = textOf(block.bytes.subarray(start, to));
      const event = isAsOurs(line) ? parseEvent(line) : undefined;
      // A damaged line stands for no other, nor one for it: it does not become known.
      if (!event) return to;
      this.#events.push(event);
      known.learn(block, start, to);
      to = start;
    }
  }

  #takeAll({ bytes }: JournalBlock, from: number, to: number): void {
    const { events, damage } = readLines(bytes.subarray(from, to));
    // One by one: there may be more than a call takes.
    for (const event of events.reverse()) this.#events.push(event);
    for (const lines of damage.reverse()) this.#damage.push(lines);
  }
}

function knownLines(): KnownLines | undefined {
  try {
    return new KnownLines();
  } catch {
    // There is little memory, or a Node that makes no machine code: each line is read.
    return undefined;
  }
}

/** A block in which lines are damaged at more places is read line by line. */
const MUCH_DAMAGE = 32;

/** A journal that is no longer is short. */
export const SHORT = 256 * 1024;

export function parseJournal(text: string, short = SHORT): Journal {
  const encoded = new TextEncoder().encode(text);
  const reader = new JournalReader(encoded.length > short);
  const { bytes, from } = reader.place(encoded.length);
  bytes.set(encoded, from);
  reader.take(linesIn(bytes, from, from + encoded.length));
  return reader.journal();
}

/** The events of those lines in which a word stands: the others are passed over, which takes next to no time. */
export function eventsWith(lines: string, word: string): readonly JournalEvent[] {
  return lines.split("\n").flatMap((line) => (line.includes(word) ? eventsIn(line) : []));
}

/** Where it stands in a line, the line makes a tip a favourite or takes that back. */
export const STARRED = 'favorited"';

/** What the last of these lines to speak of it says: whether a tip is a favourite. Undefined where none does. */
export function starIn(lines: string, tip: string): boolean | undefined {
  let star: boolean | undefined;
  const name = JSON.stringify(tip);
  for (let at = lines.indexOf(name), end = 0; at >= 0; at = lines.indexOf(name, end)) {
    end = lines.indexOf("\n", at);
    if (end < 0) end = lines.length;
    const line = lines.slice(lines.lastIndexOf("\n", at) + 1, end);
    // Most lines tell that it was read, and need not be looked at closely.
    if (!line.includes(STARRED)) continue;
    for (const event of eventsIn(line)) {
      if (event.event === "favorited" && event.tip === tip) star = true;
      if (event.event === "unfavorited" && event.tip === tip) star = false;
    }
  }
  return star;
}
