import { closeSync, fstatSync, readFileSync, readSync } from "node:fs";
import { storedTopics } from "../core/stored.ts";
import type { Library, Topic } from "../core/tip.ts";
import { replaceFile } from "./files.ts";
import { openRegular, type Place, type StoredLibrary } from "./library-file.ts";

/**
 * An index of the library, in the cache: of each tip what the tip of the week is chosen by, and where it stands.
 * It holds for one state of the file and one program; it is made again where it is missing or old, and believed in
 * nothing but places, each of which is checked when it is read.
 */

const FORM = 1;
const HEAD_BYTES = 256;
/** The index of as many tips as a library may hold is smaller. */
const MOST_BYTES = 512 * 1024 * 1024;

export interface Index {
  readonly places: readonly Place[];
  /** Ids of bundled tips that imported ones stand in place of. */
  readonly replaced: readonly string[];
  /** All topics of the library, of bundled and of imported tips. */
  readonly topics: readonly Topic[];
}

interface IndexText {
  readonly form: number;
  readonly state: string;
  readonly topics: readonly Topic[];
  readonly replaced: readonly string[];
  readonly ids: readonly string[];
  readonly published: readonly string[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** By position. */
  readonly seasons: Readonly<Record<string, { readonly from: string; readonly to: string }>>;
}

/** The index of this state of the library; undefined where there is none. */
export function readIndex(path: string, state: string): Index | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openRegular(path)?.descriptor;
    // To find out by reading takes gigabytes of memory.
    if (descriptor === undefined || fstatSync(descriptor).size > MOST_BYTES) return undefined;
    const index: IndexText = JSON.parse(readFileSync(descriptor, "utf8"));
    if (index.form !== FORM || index.state !== state) return undefined;
    const { ids, published, from, to, seasons } = index;
    const places = ids.map((id, at) => {
      const season = seasons[at];
      const place = { id, published: published[at] ?? "", from: from[at] ?? 0, to: to[at] ?? 0 };
      return season ? { ...place, season } : place;
    });
    return { places, replaced: index.replaced, topics: storedTopics(index.topics) };
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** The index of a library; undefined where it is not in lines. */
export function indexOf(
  stored: StoredLibrary,
  bundled: Library,
  topics: readonly Topic[],
): Index | undefined {
  const digests = new Map(bundled.tips.map((tip) => [tip.id, tip]));
  const places: Place[] = [];
  for (const { tip, bytes } of stored.tips) {
    if (!bytes) return undefined;
    const digest = tip.origin === "archive" ? digests.get(tip.id) : undefined;
    const season = (digest ?? tip).season;
    places.push({ id: tip.id, published: tip.published, ...bytes, ...(season && { season }) });
  }
  const replaced = places.map(({ id }) => id).filter((id) => digests.has(id));
  return { places, replaced, topics };
}

/** Whether there is an index of this state, by the beginning of the file. */
export function hasIndex(path: string, state: string): boolean {
  let descriptor: number | undefined;
  try {
    descriptor = openRegular(path)?.descriptor;
    if (descriptor === undefined) return false;
    const head = Buffer.alloc(HEAD_BYTES);
    const read = readSync(descriptor, head, 0, HEAD_BYTES, 0);
    return head.toString("utf8", 0, read).startsWith(headOf(state));
  } catch {
    return false;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function headOf(state: string): string {
  return JSON.stringify({ form: FORM, state }).slice(0, -1);
}

/** Writes an index; where that cannot be done, the next reader does without. */
export function writeIndex(path: string, state: string, { places, replaced, topics }: Index): void {
  const index: IndexText = {
    form: FORM,
    state,
    topics,
    replaced,
    ids: places.map(({ id }) => id),
    published: places.map(({ published }) => published),
    from: places.map(({ from }) => from),
    to: places.map(({ to }) => to),
    seasons: Object.fromEntries(places.flatMap(({ season }, at) => (season ? [[at, season]] : []))),
  };
  try {
    replaceFile(path, JSON.stringify(index));
  } catch {
    // It can be made again.
  }
}
