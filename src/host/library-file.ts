import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { isCleanJson, storedTip, storedTopics } from "../core/stored.ts";
import type { Season, Tip, Topic } from "../core/tip.ts";
import { codeOf } from "./streams.ts";

/**
 * The user's library on the disk: a file in the form of `data/tips.json`, with each tip in a line of its own, so that
 * one can be read without the others. A file that another hand set otherwise is read too, all at once.
 */

/** A tip in the file. */
export interface StoredTip {
  readonly tip: Tip;
  /** Bytes of its line, without comma and line break; undefined where the file is not in lines. */
  readonly bytes?: { readonly from: number; readonly to: number };
}

/** An entry that does not count: it is no tip, or a later one has its id. */
export interface Passed {
  readonly json: string;
  readonly id: unknown;
  readonly isTip: boolean;
}

export interface StoredLibrary {
  readonly topics: readonly Topic[];
  readonly tips: readonly StoredTip[];
  /** As they stand in the file, for whoever can mend them. */
  readonly passed: readonly Passed[];
  /** What tells this state of the file from any other. */
  readonly state: string;
}

/** Where the lines of tips begin and end. */
export const FIRST_TIP = '\n"tips": [\n';
export const LAST_TIP = "\n]\n}\n";

/** A file that is not in lines is read as one text up to this size. */
const WHOLE_BYTES = 256 * 1024 * 1024;
const NEWLINE = 0x0a;
const COMMA = 0x2c;

/** All of the library; undefined where there is no such file. Throws what the system throws, and where it is damaged. */
export function readLibrary(path: string): StoredLibrary | undefined {
  const opened = openRegular(path);
  if (!opened) return undefined;
  try {
    const bytes = readFileSync(opened.descriptor);
    return { ...(readLines(bytes) ?? readWhole(bytes)), state: opened.state };
  } finally {
    closeSync(opened.descriptor);
  }
}

/** The file opened for reading, and its state; undefined where there is none. The caller closes it. */
export function openRegular(path: string): { descriptor: number; state: string } | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return undefined;
    throw error;
  }
  const { size, mtimeNs, ino } = fstatSync(descriptor, { bigint: true });
  if (fstatSync(descriptor).isFile()) return { descriptor, state: `${size}-${mtimeNs}-${ino}` };
  closeSync(descriptor);
  throw new Error("it is no regular file");
}

type Content = Omit<StoredLibrary, "state">;

/** Undefined where the file is not in our lines. */
function readLines(bytes: Buffer): Content | undefined {
  const mark = bytes.indexOf(FIRST_TIP);
  const end = bytes.length - LAST_TIP.length;
  if (mark < 0 || bytes.toString("utf8", end) !== LAST_TIP) return undefined;
  const head = parse(`${bytes.toString("utf8", 0, mark)}\n"tips": []}`);
  if (!head) return undefined;
  const entries: Entry[] = [];
  for (let from = mark + FIRST_TIP.length; from < end; ) {
    const found = bytes.indexOf(NEWLINE, from);
    const next = found < 0 || found > end ? end : found;
    const to = bytes[next - 1] === COMMA ? next - 1 : next;
    const json = bytes.toString("utf8", from, to);
    const value = parse(json);
    if (!value) return undefined;
    const tip = storedTip(value, isCleanJson(json));
    const place = { from, to };
    entries.push({
      tip,
      bytes: place,
      json: () => bytes.toString("utf8", place.from, place.to),
      id: value.id,
    });
    from = next + 1;
  }
  return { topics: storedTopics(head.topics), ...sorted(entries) };
}

/** Throws where it is not JSON, or holds no tips. */
function readWhole(bytes: Buffer): Content {
  if (bytes.length > WHOLE_BYTES) throw new Error("it is too large");
  const value = parse(bytes.toString("utf8").replace(/^\uFEFF/, ""));
  if (!Array.isArray(value?.tips)) throw new Error("it is no library of tips");
  const entries = value.tips.map(
    (entry: unknown): Entry => ({
      tip: storedTip(entry, false),
      json: () => JSON.stringify(entry),
      id: Object(entry).id,
    }),
  );
  return { topics: storedTopics(value.topics), ...sorted(entries) };
}

interface Entry extends Pick<StoredTip, "bytes"> {
  readonly tip: Tip | undefined;
  readonly json: () => string;
  readonly id: unknown;
}

/** Of several tips of one id the last counts. */
function sorted(entries: readonly Entry[]): Pick<StoredLibrary, "tips" | "passed"> {
  const tips = new Map<string, StoredTip>();
  const last = new Map(entries.map((entry) => [entry.tip?.id, entry]));
  const passed: Passed[] = [];
  for (const entry of entries) {
    const { tip, bytes, json, id } = entry;
    if (tip && last.get(tip.id) === entry) tips.set(tip.id, { tip, ...(bytes && { bytes }) });
    else passed.push({ json: json(), id, isTip: tip !== undefined });
  }
  return { tips: [...tips.values()], passed };
}

function parse(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** What an index keeps of a tip in the file. */
export interface Place {
  readonly id: string;
  readonly published: string;
  readonly season?: Season;
  readonly from: number;
  readonly to: number;
}

/** Reads one tip where it is said to stand; undefined where it does not. */
export function readTipAt(descriptor: number, place: Place): Tip | undefined {
  const bytes = Buffer.alloc(place.to - place.from);
  const read = readSync(descriptor, bytes, 0, bytes.length, place.from);
  const json = bytes.toString("utf8", 0, read);
  const tip = storedTip(parse(json), isCleanJson(json));
  return tip?.id === place.id && tip.published === place.published ? tip : undefined;
}
