import { LINE_BREAK } from "./journal-block.ts";
import { HEAD_LENGTH, KIND } from "./journal-head.ts";
import { block, br, br_if, type Code, give, i32, i64, local, loop, when } from "./machine-code.ts";

/**
 * Goes back over the lines of a block whose tails are known: what stands in them behind the time. The tails are in
 * lists, each by what its last letters are. A tail is, in the memory: where the next one is, its length, its bytes.
 */

/** Where the lists begin is noted in so many places, from the start of the memory on; 0 says that there is none. */
export const LISTS = 4096;
/** Behind them stands how a line begins, and which bits of that count. */
export const HEAD_AT = LISTS * 4;
export const HEAD_BITS_AT = HEAD_AT + 32;
export const TAILS_AT = HEAD_BITS_AT + 32;
/** Where a tail has its length and its bytes. */
export const LENGTH_AT = 4;
export const BYTES_AT = 8;
/** So many are compared with one line at most. One that is not found by then is taken for new: which costs time alone. */
const MOST_COMPARED = 64;

/** The arguments: the lines end here, the first begins there; then what is worked with. */
const [END, FROM, TAIL, FIRST, START, AT, AWAY, OTHER, LEFT] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
export const VARIABLES = 7;

const giveEnd = (): Code => [local.get(END), give];

/** The list in which a tail is that ends here. Behind the name of a tip there is nothing but `"}`. */
const listAtEnd = (): Code => [
  [local.get(END), i32.const(7), i32.sub, i32.load()],
  [local.get(END), i32.const(12), i32.sub, i32.load(), i32.const(3), i32.shl],
  [i32.xor, local.tee(AT), local.get(AT), i32.const(13), i32.shr_u, i32.xor],
  [i32.const(LISTS - 1), i32.and, i32.const(2), i32.shl],
];

/** Leaves the block around it where sixteen bytes of line and tail differ: those in the line from AT on. */
const compareAt = (depth: number): Code => [
  [local.get(AT), i64.load(), local.get(AT), local.get(AWAY), i32.add, local.tee(OTHER), i64.load(), i64.xor],
  [local.get(AT), i64.load(8), local.get(OTHER), i64.load(8), i64.xor],
  [i64.or, i64.eqz, i32.eqz, br_if(depth)],
];

/** Comes to its end where TAIL is not the tail of the line; goes out of the block around `findTail` where it is. */
const compareTail = (): Code =>
  block(
    [local.get(END), local.get(TAIL), i32.load(LENGTH_AT), i32.sub, local.tee(FIRST)],
    [i32.const(HEAD_LENGTH), i32.sub, local.tee(START), local.get(FROM), i32.lt_u, br_if(0)],
    // The kind of event first, in which most differ that end in the same way.
    [local.get(FIRST), i32.load(KIND), local.get(TAIL), i32.load(BYTES_AT + KIND), i32.ne, br_if(0)],
    [local.get(TAIL), i32.const(BYTES_AT), i32.add, local.get(FIRST), i32.sub, local.set(AWAY)],
    [local.get(END), i32.const(16), i32.sub, local.set(AT)],
    loop(
      [local.get(AT), local.get(FIRST), i32.gt_u],
      when(compareAt(2), [local.get(AT), i32.const(16), i32.sub, local.set(AT), br(1)]),
    ),
    // What is left, with some that was compared: no tail is shorter.
    [local.get(FIRST), local.set(AT), compareAt(0)],
    br(2),
  );

const findTail = (): Code =>
  block(
    loop(
      [local.get(TAIL), i32.eqz, when(giveEnd())],
      compareTail(),
      [local.get(LEFT), i32.const(1), i32.sub, local.tee(LEFT), i32.eqz, when(giveEnd())],
      [local.get(TAIL), i32.load(), local.set(TAIL), br(0)],
    ),
  );

/** Of eight bytes from the start of the line on, those bits that are not as they are in ours. */
const strangeBits = (at: number): Code => [
  [local.get(START), i64.load(at), i32.const(0), i64.load(HEAD_BITS_AT + at), i64.and],
  [i32.const(0), i64.load(HEAD_AT + at), i64.xor],
];

/** It is a line from its start on, with a time before the tail. */
const checkStart = (): Code => [
  [local.get(START), i32.const(1), i32.sub, i32.load8(), i32.const(LINE_BREAK), i32.ne, when(giveEnd())],
  [strangeBits(0), strangeBits(8), i64.or, strangeBits(16), i64.or, strangeBits(24), i64.or],
  [i64.eqz, i32.eqz, when(giveEnd())],
];

export const passKnown = (): readonly Code[] => [
  loop(
    [local.get(END), local.get(FROM), i32.le_u, when(giveEnd())],
    [i32.const(MOST_COMPARED), local.set(LEFT)],
    [listAtEnd(), i32.load(), local.set(TAIL)],
    findTail(),
    checkStart(),
    [local.get(START), local.set(END), br(0)],
  ),
  local.get(END),
];
