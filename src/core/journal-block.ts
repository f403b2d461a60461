import { beginsAsOurs } from "./journal-head.ts";

/** Some lines of a journal as the bytes that they are. */

/** Looks at a line go at most so far before it. */
export const ROOM = 64;
export const LINE_BREAK = 10;

/** Whole lines, each with its line break, from `from` up to `to`. */
export interface JournalBlock {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** How many bytes a block takes with this many that are to be filled in. */
export function bytesFor(size: number): number {
  return ROOM + size + 1;
}

/** The lines in what was filled in; the last of a journal may have no line break yet. */
export function linesIn(bytes: Uint8Array, from: number, to: number): JournalBlock {
  // Who goes back to the start of a line comes to an end here too.
  bytes[from - 1] = LINE_BREAK;
  if (bytes[to - 1] === LINE_BREAK) return { bytes, from, to };
  bytes[to] = LINE_BREAK;
  return { bytes, from, to: to + 1 };
}

let decoder: InstanceType<typeof TextDecoder> | undefined;

export function textOf(bytes: Uint8Array): string {
  decoder ??= new TextDecoder();
  return decoder.decode(bytes);
}

/** Where the line begins that ends here. */
export function lineStart({ bytes }: JournalBlock, end: number): number {
  return bytes.lastIndexOf(LINE_BREAK, end - 2) + 1;
}

/** Where the lines begin, of which that at `start` is the last, that do not begin as ours do. */
export function othersStart({ bytes, from }: JournalBlock, start: number): number {
  let first = start;
  for (let at = start - 2; at >= from - 1; at--) {
    if (bytes[at] !== LINE_BREAK) continue;
    if (beginsAsOurs(bytes, at + 1)) break;
    first = at + 1;
  }
  return first;
}
