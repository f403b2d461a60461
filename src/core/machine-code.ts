/**
 * A function as WebAssembly, which runs fast from its first step: V8 makes code of JavaScript only after it has run it
 * for some ten milliseconds. The names are those of its text format.
 */

export type Code = number | readonly Code[];

export const local = {
  get: (index: number): Code => [0x20, index],
  set: (index: number): Code => [0x21, index],
  tee: (index: number): Code => [0x22, index],
};

/** Whole numbers of 32 bits, which are addresses too; `load` adds an offset to the one it takes. */
export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  load: (offset = 0): Code => [0x28, 0, ...unsigned(offset)],
  load8: (offset = 0): Code => [0x2d, 0, ...unsigned(offset)],
  eqz: 0x45,
  ne: 0x47,
  lt_u: 0x49,
  gt_u: 0x4b,
  le_u: 0x4d,
  add: 0x6a,
  sub: 0x6b,
  and: 0x71,
  xor: 0x73,
  shl: 0x74,
  shr_u: 0x76,
};

export const i64 = {
  load: (offset = 0): Code => [0x29, 0, ...unsigned(offset)],
  eqz: 0x50,
  and: 0x83,
  or: 0x84,
  xor: 0x85,
};

const NOTHING = 0x40;
const INT = 0x7f;
const END = 0x0b;

/** A branch leaves a block, and begins a loop anew: that which stands `depth` further out. */
export const block = (...body: Code[]): Code => [0x02, NOTHING, ...body, END];
export const loop = (...body: Code[]): Code => [0x03, NOTHING, ...body, END];
export const when = (...body: Code[]): Code => [0x04, NOTHING, ...body, END];
export const br = (depth: number): Code => [0x0c, depth];
export const br_if = (depth: number): Code => [0x0d, depth];
export const give = 0x0f;

/** As much as is used of it: Node's types do not tell of it. */
declare const WebAssembly: {
  Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (
    module: object,
    imports: { readonly host: { readonly memory: object } },
  ) => { readonly exports: { readonly run: (first: number, second: number) => number } };
};

const PAGE_BYTES = 64 * 1024;

/** A function of two numbers that answers one, with some more variables, and its memory. Throws where the system has none. */
export function machine(size: number, variables: number, body: readonly Code[]) {
  const pages = Math.ceil(size / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages });
  const module = new WebAssembly.Module(moduleOf(pages, variables, body));
  const { run } = new WebAssembly.Instance(module, { host: { memory } }).exports;
  return { memory: memory.buffer, run };
}

function moduleOf(pages: number, variables: number, body: readonly Code[]): Uint8Array {
  const start = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const types = section(1, [1, 0x60, 2, INT, INT, 1, INT]);
  const imports = section(2, [1, ...name("host"), ...name("memory"), 2, 0, ...unsigned(pages)]);
  const functions = section(3, [1, 0]);
  const exports = section(7, [1, ...name("run"), 0, 0]);
  const code = flat([1, variables, INT, ...body, END]);
  return Uint8Array.from([
    ...start,
    ...types,
    ...imports,
    ...functions,
    ...exports,
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function name(text: string): number[] {
  return [text.length, ...new TextEncoder().encode(text)];
}

function flat(code: Code, into: number[] = []): number[] {
  if (typeof code === "number") into.push(code);
  else for (const part of code) flat(part, into);
  return into;
}

/** Seven bits a byte, the lowest first. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
}
