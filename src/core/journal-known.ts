import { bytesFor, type JournalBlock, ROOM } from "./journal-block.ts";
import { HEAD, HEAD_BITS, HEAD_LENGTH } from "./journal-head.ts";
import {
  BYTES_AT,
  HEAD_AT,
  HEAD_BITS_AT,
  LENGTH_AT,
  LISTS,
  passKnown,
  TAILS_AT,
  VARIABLES,
} from "./journal-pass.ts";
import { machine } from "./machine-code.ts";

/** A block of no more bytes has its place in the memory beside the tails. */
const BLOCK_BYTES = 128 * 1024;
/** The memory, of which the system gives as much as is used. More tails than have a place do not become known. */
const MEMORY_BYTES = 4 * 1024 * 1024;
const BLOCK_AT = MEMORY_BYTES - bytesFor(BLOCK_BYTES) - 16;

/**
 * The lines of a journal that were met, without their times: in a long one they say the same over and over. A hundred
 * thousand lines are to take no time that anybody notices, in a program that has only just started: so they are
 * compared by machine code, and no objects are made of them.
 */
export class KnownLines {
  readonly #run: (end: number, from: number) => number;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  /** Where the next tail is put. */
  #free = TAILS_AT;

  /** Throws where there is no memory for it. */
  constructor() {
    const { memory, run } = machine(MEMORY_BYTES, VARIABLES, passKnown());
    this.#run = run;
    this.#bytes = new Uint8Array(memory);
    this.#view = new DataView(memory);
    this.#bytes.set(HEAD.subarray(0, 32), HEAD_AT);
    this.#bytes.set(HEAD_BITS.subarray(0, 32), HEAD_BITS_AT);
  }

  /** Where a block of this size is filled in, to be looked at; undefined where it is too large. */
  place(size: number): { readonly bytes: Uint8Array; readonly from: number } | undefined {
    return size <= BLOCK_BYTES ? { bytes: this.#bytes, from: BLOCK_AT + ROOM } : undefined;
  }

  /** The lines from `end` back to where it answers are known. */
  pass({ bytes, from }: JournalBlock, end: number): number {
    return bytes === this.#bytes ? this.#run(end, from) : end;
  }

  /** Makes a line known, one that begins as ours do. */
  learn({ bytes }: JournalBlock, start: number, end: number): void {
    const tail = bytes.subarray(start + HEAD_LENGTH, end);
    const at = this.#free;
    const next = (at + BYTES_AT + tail.length + 3) & ~3;
    if (next > BLOCK_AT) return;
    this.#free = next;
    this.#bytes.set(tail, at + BYTES_AT);
    this.#view.setInt32(at + LENGTH_AT, tail.length, true);
    const list = this.#listOf(at + BYTES_AT + tail.length) * 4;
    this.#view.setInt32(at, this.#view.getInt32(list, true), true);
    this.#view.setInt32(list, at, true);
  }

  /** In which list a tail is that ends here; as the machine code has it. */
  #listOf(end: number): number {
    const hash = this.#view.getInt32(end - 7, true) ^ (this.#view.getInt32(end - 12, true) << 3);
    return (hash ^ (hash >>> 13)) & (LISTS - 1);
  }
}
