import { LINE_BREAK, textOf } from "./journal-block.ts";
import { IN_EVERY_EVENT, type JournalEvent, parseEvent } from "./journal-event.ts";

/** Reads lines of a journal one by one: events, and what is none. */

interface Lines {
  readonly events: JournalEvent[];
  /** Lines that hold no event, each with its line break: some in a row, or one. */
  readonly damage: Uint8Array[];
}

/** How an event begins, also in the middle of a line. */
const EVENT_START = '{"at":"';
const BEFORE_EVENT = /(?=\{"at":")/;
/** A crash leaves the pieces of one event or two. A line of more, or a longer one, is no journal's: it is not taken apart. */
const MOST_PIECES = 32;
const LONGEST_TAKEN_APART = 8 * 1024;

/** Where none of the lines can be an event, they are not looked at one by one: there may be millions. */
export function readLines(lines: Uint8Array): Lines {
  const found: Lines = { events: [], damage: [] };
  const text = textOf(lines);
  if (!text.includes(IN_EVERY_EVENT)) {
    addDamage(lines, text, found);
    return found;
  }
  // In text of such letters alone a line stands where its bytes do.
  const isPlain = text.length === lines.length;
  for (let from = 0, to = 0; from < lines.length; from = to) {
    to = isPlain ? text.indexOf("\n", from) + 1 : lines.indexOf(LINE_BREAK, from) + 1;
    const line = isPlain ? text.slice(from, to) : textOf(lines.subarray(from, to));
    const event = parseEvent(line);
    if (event) found.events.push(event);
    else addPieces(lines.subarray(from, to), line, found);
  }
  return found;
}

/** A line that is no event as a whole. */
function addPieces(line: Uint8Array, text: string, found: Lines): void {
  const mayHold = text.includes(IN_EVERY_EVENT) && text.includes(EVENT_START, 1);
  if (!mayHold || line.length > LONGEST_TAKEN_APART) addDamage(line, text, found);
  else for (const piece of bytePieces(line)) readPiece(piece, found);
}

function readPiece(piece: Uint8Array, found: Lines): void {
  const text = textOf(piece);
  const event = parseEvent(text);
  if (event) found.events.push(event);
  else addDamage(piece, text, found);
}

function addDamage(bytes: Uint8Array, text: string, { damage }: Lines): void {
  if (text.trim() === "") return;
  const isWhole = bytes.at(-1) === LINE_BREAK;
  const kept = new Uint8Array(bytes.length + (isWhole ? 0 : 1));
  kept.set(bytes);
  kept[kept.length - 1] = LINE_BREAK;
  damage.push(kept);
}

/** Taken apart as letters, one for each byte, so that pieces can be turned back into bytes. */
function bytePieces(line: Uint8Array): Uint8Array[] {
  return takenApart(String.fromCharCode(...line)).map((piece) =>
    Uint8Array.from(piece, (letter) => letter.charCodeAt(0)),
  );
}

/** The events of a line, also of one that is no event as a whole. */
export function eventsIn(line: string): JournalEvent[] {
  const event = parseEvent(line);
  if (event) return [event];
  const pieces = line.length > LONGEST_TAKEN_APART ? [] : takenApart(line);
  return pieces.flatMap((piece) => parseEvent(piece) ?? []);
}

/**
 * What is left of a line that a crash has cut off, and the event that was appended to it: kept in one, the event
 * would be read again behind those that came after it, once the journal is compacted. A line without one is whole.
 */
function takenApart(line: string): string[] {
  const pieces = line.split(BEFORE_EVENT, MOST_PIECES + 1);
  const few = pieces.length > 1 && pieces.length <= MOST_PIECES;
  return few && pieces.some((piece) => parseEvent(piece)) ? pieces : [line];
}

/** How many lines of these are not blank. */
export function linesOf(damage: readonly Uint8Array[]): number {
  let lines = 0;
  for (const bytes of damage) {
    let isBlank = true;
    for (const byte of bytes) {
      if (byte > 32) isBlank = false;
      else if (byte === LINE_BREAK) {
        if (!isBlank) lines++;
        isBlank = true;
      }
    }
  }
  return lines;
}
