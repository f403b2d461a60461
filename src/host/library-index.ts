import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { storedTopics } from "../core/stored.ts";
import type { Library, Topic } from "../core/tip.ts";
import { inRotationOrder } from "../core/tip-of-the-week.ts";
import { replaceFile } from "./files.ts";
import type { Place, StoredLibrary } from "./library-file.ts";

/**
 * An index of the library, in the cache: of each tip what the tip of the week is chosen by, and where it stands.
 * It holds for one state of the file and one program; it is made again where it is missing or old, and believed in
 * nothing but places, each of which is checked when it is read.
 */

const FORM = 1;
const HEAD_BYTES = 256;

export interface Index {
  /** In the order of the rotation. */
  readonly places: readonly Place[];
  /** All topics of the library, of bundled and of imported tips. */
  readonly topics: readonly Topic[];
}

interface IndexText {
  readonly form: number;
  readonly state: string;
  readonly topics: readonly Topic[];
  /** In the order of the rotation, which makes putting them in it again cheap. */
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
    descriptor = openSync(path, "r");
    const index: IndexText = JSON.parse(readFileSync(descriptor, "utf8"));
    if (index.form !== FORM || index.state !== state) return undefined;
    const { ids, published, from, to, seasons } = index;
    const places = ids.map((id, at) => {
      const season = seasons[at];
      const place = { id, published: published[at] ?? "", from: from[at] ?? 0, to: to[at] ?? 0 };
      return season ? { ...place, season } : place;
    });
    return { places, topics: storedTopics(index.topics) };
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Places of the tips of a library as they take turns; undefined where it is not in lines. */
export function placesOf(stored: Pick<StoredLibrary, "tips">, bundled: Library): Place[] | undefined {
  const digests = new Map(bundled.tips.map((tip) => [tip.id, tip]));
  const places: Place[] = [];
  for (const { tip, bytes } of stored.tips) {
    if (!bytes) return undefined;
    const digest = tip.origin === "archive" ? digests.get(tip.id) : undefined;
    const season = (digest ?? tip).season;
    places.push({ id: tip.id, published: tip.published, ...bytes, ...(season && { season }) });
  }
  return inRotationOrder(places);
}

/** Whether there is an index of this state, by the beginning of the file. */
export function hasIndex(path: string, state: string): boolean {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, "r");
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
export function writeIndex(path: string, state: string, { places, topics }: Index): void {
  const index: IndexText = {
    form: FORM,
    state,
    topics,
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
