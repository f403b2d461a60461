import { IN_EVERY_EVENT, type JournalEvent, lettersOf, parseEvent } from "./journal-event.ts";

/** Looks at lines of a journal one by one, also at those that are no event as a whole. */

interface Lines {
  readonly events: JournalEvent[];
  /** What holds no event: many lines in a row, or one; each with its line break. */
  readonly damage: string[];
}

/** How an event begins, also in the middle of a line. */
const EVENT_START = '{"at":"';
const BEFORE_EVENT = /(?=\{"at":")/;
/** A crash leaves the pieces of one event or two. A line of more, or a longer one, is no journal's: it is not taken apart. */
const MOST_PIECES = 32;
const LONGEST_TAKEN_APART = 8 * 1024;

/** Where none of the lines can be an event they are kept as they are: there may be millions. */
export function readLines(lines: string): Lines {
  const found: Lines = { events: [], damage: [] };
  if (!lines.includes(IN_EVERY_EVENT)) {
    addDamage(lines, found);
    return found;
  }
  for (let from = 0, to = 0; from < lines.length; from = to) {
    to = lines.indexOf("\n", from) + 1;
    const line = lines.slice(from, to);
    for (const piece of piecesOf(line)) {
      const event = parseEvent(piece);
      if (event) found.events.push(event);
      else addDamage(piece, found);
    }
  }
  return found;
}

function addDamage(lines: string, { damage }: Lines): void {
  if (/[^ \t\r\n]/.test(lines)) damage.push(lines.endsWith("\n") ? lines : `${lines}\n`);
}

/** The events of a line, also of one that is no event as a whole. */
function eventsIn(line: string): JournalEvent[] {
  return piecesOf(line).flatMap((piece) => parseEvent(piece) ?? []);
}

/**
 * What is left of a line that a crash has cut off, and the event that was appended to it: kept in one, the event
 * would be read again behind those that came after it, once the journal is compacted. A line without one is whole.
 */
function piecesOf(line: string): string[] {
  const mayHoldMore = line.includes(EVENT_START, 1) && line.includes(IN_EVERY_EVENT);
  if (!mayHoldMore || line.length > LONGEST_TAKEN_APART || parseEvent(line)) return [line];
  const pieces = line.split(BEFORE_EVENT, MOST_PIECES + 1);
  return pieces.length <= MOST_PIECES && pieces.some((piece) => parseEvent(piece)) ? pieces : [line];
}

/** How many lines of these are not blank. */
export function linesOf(damage: readonly string[]): number {
  let lines = 0;
  for (const some of damage) {
    let isBlank = true;
    for (let at = 0; at < some.length; at++) {
      const letter = some.charCodeAt(at);
      if (letter > SPACE) isBlank = false;
      else if (letter === LINE_BREAK) {
        if (!isBlank) lines++;
        isBlank = true;
      }
    }
  }
  return lines;
}

const LINE_BREAK = 10;
const SPACE = 32;

/** The events of those lines in which a word stands: the others are passed over, which takes next to no time. */
export function eventsWith(lines: string, word: string): readonly JournalEvent[] {
  return lines.split("\n").flatMap((line) => (line.includes(word) ? eventsIn(line) : []));
}

/** Where it stands in a line, the line makes a tip a favourite or takes that back. */
export const STARRED = 'favorited"';

/** What the last of these lines to speak of it says: whether a tip is a favourite. Undefined where none does. */
export function starIn(lines: string, tip: string): boolean | undefined {
  let star: boolean | undefined;
  const name = lettersOf(JSON.stringify(tip));
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
