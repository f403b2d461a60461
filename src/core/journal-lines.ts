/**
 * Finds the lines of a journal that say something: of lines that differ in their time alone the last stands for all.
 * A hundred thousand lines are to take no time that anybody notices, in a program that has only just started and
 * whose code is not fast yet: so it looks at bytes and not at text, four at once, and makes no objects.
 */

/** How a line begins that we wrote: this, a time but for its last letter, and that with AFTER_TIME. */
const START = '{"at":"';
const AFTER_TIME = 'Z","event":"';
/** Where the time ends, but for its last letter: that no field of another name stands there, which is no time. */
const HEAD_LENGTH = START.length + "2026-11-23T08:00:00.000".length;
const LINE_BREAK = 10;
/** The looks at a line go at most so far behind its end. */
const ROOM = 64;
/** Few lines are shorter. */
const USUAL_LENGTH = 64;

/** The bytes of a journal, with some room behind them. */
export interface JournalBytes {
  readonly bytes: Uint8Array;
  readonly size: number;
}

/** To be filled with a journal of this size. */
export function journalBytes(size: number): JournalBytes {
  return { bytes: new Uint8Array(size + ROOM), size };
}

/**
 * The text of the lines that count, in the order in which each stands last. A line that does not begin as ours do
 * counts each time that it is there.
 */
export function distinctLines({ bytes, size }: JournalBytes): string {
  bytes[size] = LINE_BREAK;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let found = createTable(size / USUAL_LENGTH);
  for (let from = 0; from < size; ) {
    from = scan(view, from, size, found);
    if (from < size) found = enlarged(found);
  }
  return textOf(bytes, found.starts.subarray(1, found.count + 1).sort());
}

/** The lines that were found, numbered from 1. */
interface Table {
  count: number;
  /** Two hashes of each line, and where it stands last. */
  readonly hashes: Int32Array;
  readonly others: Int32Array;
  readonly starts: Uint32Array;
  /** By hash, the number of a line, or 0; half of them stay free. */
  readonly slots: Uint32Array;
}

function createTable(lines: number): Table {
  const most = Math.max(256, 2 ** Math.ceil(Math.log2(lines + 1)));
  return {
    count: 0,
    hashes: new Int32Array(most),
    others: new Int32Array(most),
    starts: new Uint32Array(most),
    slots: new Uint32Array(most * 2),
  };
}

function enlarged({ count, hashes, others, starts }: Table): Table {
  const table = createTable(count * 4);
  table.count = count;
  table.hashes.set(hashes);
  table.others.set(others);
  table.starts.set(starts);
  for (let line = 1; line <= count; line++) {
    table.slots[slotOf(table, hashes[line] as number, others[line] as number)] = line;
  }
  return table;
}

/** Where a line of these hashes is noted, or would be. */
function slotOf({ hashes, others, slots }: Table, hash: number, other: number): number {
  const mask = slots.length - 1;
  let slot = (Math.imul(hash, 0x9e3779b1) >>> 8) & mask;
  for (;;) {
    const line = slots[slot] as number;
    if (line === 0 || (hashes[line] === hash && others[line] === other)) return slot;
    slot = (slot + 1) & mask;
  }
}

const START_WORDS = [wordOf(START, 0), wordOf(START, 3)] as const;
const EVENT_WORDS = [wordOf(AFTER_TIME, 0), wordOf(AFTER_TIME, 4), wordOf(AFTER_TIME, 8)] as const;

/** Four letters as the number that their bytes are. */
function wordOf(text: string, at: number): number {
  return [0, 1, 2, 3].reduce((word, index) => word | (text.charCodeAt(at + index) << (8 * index)), 0);
}

/** Whether a line begins as ours do: of such lines one may stand for another. */
export function beginsAsOurs(line: string): boolean {
  return line.startsWith(START) && line.startsWith(AFTER_TIME, HEAD_LENGTH);
}

/** How many bytes at the start of a line are no part of what it says: of one that begins as ours do, its time. */
function skippedOf(view: DataView, from: number): number {
  const differs =
    (view.getInt32(from, true) ^ START_WORDS[0]) |
    (view.getInt32(from + 3, true) ^ START_WORDS[1]) |
    (view.getInt32(from + HEAD_LENGTH, true) ^ EVENT_WORDS[0]) |
    (view.getInt32(from + HEAD_LENGTH + 4, true) ^ EVENT_WORDS[1]) |
    (view.getInt32(from + HEAD_LENGTH + 8, true) ^ EVENT_WORDS[2]);
  return differs === 0 ? HEAD_LENGTH : 0;
}

/** Whether one of the four bytes is a line break: then one of `rest` is zero, and lends from the next. */
function hasLineBreak(word: number): boolean {
  const rest = word ^ 0x0a0a0a0a;
  return ((rest - 0x01010101) & ~rest & 0x80808080) !== 0;
}

/**
 * Takes lines into the table while there is a place, and answers how far it came. Two hashes stand for a line: that
 * another has the same is less likely than that the disk lies. As there is no time to compile it twice, it has few
 * branches that are not taken at once.
 */
function scan(view: DataView, start: number, size: number, table: Table): number {
  const { hashes, others, starts, slots } = table;
  let { count } = table;
  let from = start;
  while (from < size && count + 1 < starts.length) {
    const skipped = skippedOf(view, from);
    let hash = skipped === 0 ? from : 0;
    let other = 0;
    let at = from + skipped;
    for (let word = view.getInt32(at, true); !hasLineBreak(word); word = view.getInt32(at, true)) {
      hash = Math.imul(hash ^ word, 0x5bd1e995);
      hash ^= hash >>> 15;
      other = Math.imul(other ^ word, 0x01000193);
      other = (other << 13) | (other >>> 19);
      at += 4;
    }
    for (let byte = view.getUint8(at++); byte !== LINE_BREAK; byte = view.getUint8(at++)) {
      hash = Math.imul(hash ^ byte, 0x5bd1e995);
      hash ^= hash >>> 15;
      other = (Math.imul(other, 31) + byte) | 0;
    }
    const slot = slotOf(table, hash, other);
    const known = slots[slot] as number;
    count += Number(known === 0);
    const line = known === 0 ? count : known;
    slots[slot] = line;
    hashes[line] = hash;
    others[line] = other;
    starts[line] = from;
    from = at;
  }
  table.count = count;
  return from;
}

/** The text of the lines that begin at these places. */
function textOf(bytes: Uint8Array, starts: Uint32Array): string {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let line = 0, from = 0, to = 0; line <= starts.length; line++) {
    const start = starts[line] ?? bytes.length;
    // Lines that stand side by side are taken together.
    if (start !== to) {
      length += to - from;
      parts.push(bytes.subarray(from, to));
      from = start;
    }
    to = bytes.indexOf(LINE_BREAK, start) + 1;
  }
  const gathered = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    gathered.set(part, at);
    at += part.length;
  }
  return new TextDecoder().decode(gathered);
}
