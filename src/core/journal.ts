import { FIRST_DAY, LAST_DAY } from "./calendar.ts";
import { beginsAsOurs, distinctLines, type JournalBytes, journalBytes } from "./journal-lines.ts";
import { weekOf } from "./week.ts";

/** What the user did, as events. The journal is only ever appended to; all that is known of the user is folded from it. */

/**
 * `week` is set where a tip was read as the tip of that week; `late` where the week was over by then.
 * `returned` puts drawn tips back into the bag: those of a topic, or all. `compacted` says nothing of the user: it is
 * the first line of a journal that was compacted, to so many bytes.
 */
export type JournalEvent =
  | {
      readonly at: string;
      readonly event: "read";
      readonly tip: string;
      readonly week?: number;
      readonly late?: true;
    }
  | {
      readonly at: string;
      readonly event: "favorited" | "unfavorited" | "drawn";
      readonly tip: string;
    }
  | {
      readonly at: string;
      readonly event: "returned";
      readonly topics?: readonly string[];
    }
  | {
      readonly at: string;
      readonly event: "compacted";
      readonly bytes: number;
    };

/** An event before the journal has said when it happened. */
export type NewEvent = JournalEvent extends infer Event
  ? Event extends JournalEvent
    ? Omit<Event, "at">
    : never
  : never;

export interface Journal {
  /** Those that still count, in the order they were written: of events that are the same, the last. */
  readonly events: readonly JournalEvent[];
  /** Lines that hold no event: cut off by a crash, or damaged. Each as often as it is there. */
  readonly damagedLines: readonly string[];
  readonly damaged: number;
}

export const EMPTY_JOURNAL: Journal = { events: [], damagedLines: [], damaged: 0 };

/** Where one begins as we write it. */
const BEFORE_EVENT = /(?=\{"at":")/;
/** A crash leaves the pieces of one event or two. A line of more, or a longer one, is no journal's: it is not taken apart. */
const MOST_PIECES = 32;
const LONGEST_TAKEN_APART = 8 * 1024;
const LINE_BREAK = 10;
/** Of the days that exist. From any other one would count for ever. */
const FIRST_WEEK = weekOf(FIRST_DAY).number;
const LAST_WEEK = weekOf(LAST_DAY).number;
const ABOUT_A_TIP: ReadonlySet<unknown> = new Set(["read", "favorited", "unfavorited", "drawn"]);

/** A journal that is no longer is read line by line: to find the lines that count would take more time than it saves. */
const SHORT = 1024 * 1024;

/**
 * Reads lines of JSON, one event each. What is no event is skipped and kept as damaged. In a journal that is not
 * `short` the last of lines that differ in their time alone stands for all: nothing that is folded from events needs
 * more.
 */
export function parseJournal(journal: string | JournalBytes, short = SHORT): Journal {
  if (typeof journal === "string") return parseJournal(bytesOf(journal), short);
  if (journal.size <= short) return parseLines(textOf(journal));
  const found = parseLines(distinctLines(journal));
  // Of damaged lines none stands for another, nor for a sound one.
  const mayHide = found.damagedLines.some(beginsAsOurs);
  return !mayHide ? found : parseLines(textOf(journal));
}

/** The damaged lines as the bytes that they are, where some are no text. */
export function damagedBytes({ bytes, size }: JournalBytes): Uint8Array[] {
  const damaged: Uint8Array[] = [];
  const decoder = new TextDecoder();
  for (let from = 0, to = 0; from < size; from = to + 1) {
    const found = bytes.indexOf(LINE_BREAK, from);
    to = found < 0 || found > size ? size : found;
    const line = bytes.subarray(from, to);
    const text = decoder.decode(line);
    if (text.trim() === "" || parseEvent(text)) continue;
    if (text.length > LONGEST_TAKEN_APART) damaged.push(line);
    // A letter for each byte, so that pieces can be turned back into bytes.
    else damaged.push(...damagedPieces(String.fromCharCode(...line)).map(bytesOfLetters));
  }
  return damaged;
}

function damagedPieces(line: string): string[] {
  return takenApart(line).filter((piece) => piece.trim() !== "" && !parseEvent(piece));
}

function bytesOfLetters(letters: string): Uint8Array {
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

function textOf({ bytes, size }: JournalBytes): string {
  return `${new TextDecoder().decode(bytes.subarray(0, size))}\n`;
}

/** The events of those lines in which a word stands: the others are passed over, which takes next to no time. */
export function eventsWith(journal: JournalBytes, word: string): readonly JournalEvent[] {
  const lines = textOf(journal).split("\n");
  return lines.flatMap((line) => (line.includes(word) ? eventsIn(line) : []));
}

function bytesOf(text: string): JournalBytes {
  const encoded = new TextEncoder().encode(text);
  const journal = journalBytes(encoded.length);
  journal.bytes.set(encoded);
  return journal;
}

function parseLines(text: string): Journal {
  const events: JournalEvent[] = [];
  const damagedLines: string[] = [];
  for (let from = 0, to = 0; from < text.length; from = to + 1) {
    to = text.indexOf("\n", from);
    const line = text.slice(from, to);
    const event = parseEvent(line);
    if (event) events.push(event);
    else addPieces(line, events, damagedLines);
  }
  return { events, damagedLines, damaged: damagedLines.length };
}

/** A line that is no event as a whole. */
function addPieces(line: string, events: JournalEvent[], damagedLines: string[]): void {
  for (const piece of piecesOf(line)) {
    const saved = parseEvent(piece);
    if (saved) events.push(saved);
    else if (piece.trim() !== "") damagedLines.push(piece);
  }
}

/** One event as its line, with the line break. */
export function lineOf(event: JournalEvent): string {
  return `${JSON.stringify(event)}\n`;
}

/** To how many bytes a journal was compacted that begins with this text; 0 where it never was. */
export function bytesKept(head: string): number {
  const first = parseEvent(head.slice(0, head.indexOf("\n")));
  return first?.event === "compacted" ? first.bytes : 0;
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

function eventsIn(line: string): JournalEvent[] {
  const event = parseEvent(line);
  return event ? [event] : piecesOf(line).flatMap((piece) => parseEvent(piece) ?? []);
}

/**
 * What is left of a line that a crash has cut off, and the event that was appended to it: kept in one, the event
 * would be read again behind those that came after it, once the journal is compacted. A line without one is whole.
 */
function piecesOf(line: string): string[] {
  return line.length > LONGEST_TAKEN_APART ? [line] : takenApart(line);
}

function takenApart(line: string): string[] {
  const pieces = line.split(BEFORE_EVENT, MOST_PIECES + 1);
  const few = pieces.length > 1 && pieces.length <= MOST_PIECES;
  return few && pieces.some((piece) => parseEvent(piece)) ? pieces : [line];
}

function parseEvent(line: string): JournalEvent | undefined {
  // To fail at parsing takes a hundred times as long, and of damage there may be megabytes.
  if (!line.includes('"event"') || !line.trimEnd().endsWith("}")) return undefined;
  let value: Record<string, unknown> | null;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || typeof value.at !== "string") return undefined;
  return isSound(value) ? (value as JournalEvent) : undefined;
}

function isWeek(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= FIRST_WEEK && (value as number) <= LAST_WEEK;
}

function isSound({ event, tip, week, late, topics, bytes }: Record<string, unknown>): boolean {
  if (ABOUT_A_TIP.has(event)) {
    const weekIsSound = week === undefined || isWeek(week);
    return typeof tip === "string" && weekIsSound && (late === undefined || late === true);
  }
  if (event === "compacted") return Number.isSafeInteger(bytes) && (bytes as number) >= 0;
  if (event !== "returned") return false;
  return (
    topics === undefined || (Array.isArray(topics) && topics.every((topic) => typeof topic === "string"))
  );
}
