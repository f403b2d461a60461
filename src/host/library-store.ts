import { statSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { ImportedTips, LibraryChange } from "../context.ts";
import { byNewest, compare, MOST_TIPS, type Topic } from "../core/tip.ts";
import { noHomeFor, UserFilesError } from "../errors.ts";
import {
  linkTarget,
  makeFolder,
  ownerOf,
  PRIVATE_FILE,
  removeTemporaries,
  temporaryBeside,
} from "./files.ts";
import type { Libraries } from "./library.ts";
import { FIRST_TIP, LAST_TIP, type StoredLibrary } from "./library-file.ts";
import { whileLocked } from "./lock.ts";
import { giveTo } from "./owner.ts";
import { messageOf } from "./streams.ts";

/** Changing the user's library. */

const CHUNK = 1024 * 1024;
/** Long enough for the lock to be kept fresh. */
const REST_MS = 5;
const ATTEMPTS = 5;

/** Reads, decides and writes back, with a lock held. Where nothing changes nothing is written. Throws a UserFilesError. */
export async function changeLibrary(
  libraries: Libraries,
  decide: (imported: ImportedTips) => LibraryChange,
): Promise<void> {
  const { path } = libraries;
  if (path === undefined) throw noHomeFor("imported tips");
  await whileLocked(path, async () => {
    for (let attempt = 1; !(await changeOnce(path, libraries, decide)); attempt++) {
      if (attempt === ATTEMPTS)
        throw new UserFilesError(`${path} is changed by others`, "try again in a moment");
    }
  });
  libraries.forget();
}

/**
 * Whether it was done. A lock counts as left behind where its holder was busy for too long, as with a very large
 * library: so what was read must still stand there when its successor is put in its place.
 */
async function changeOnce(
  path: string,
  libraries: Libraries,
  decide: (imported: ImportedTips) => LibraryChange,
): Promise<boolean> {
  const state = stateOf(path);
  const before = libraries.imported();
  await wait(REST_MS);
  const change = decide(before);
  if (change.put.size === 0 && change.remove.size === 0) return true;
  await wait(REST_MS);
  return await writeLibrary(path, changed(before, change), () => stateOf(path) === state);
}

/** What tells this state of a file from any other; empty where there is none, or none that can be reached. */
function stateOf(path: string): string {
  try {
    const stats = statSync(path, { bigint: true });
    return `${stats.size}-${stats.mtimeNs}-${stats.ino}`;
  } catch {
    return "";
  }
}

/** What is written: the tips, and behind no counting one what stands in the file and does not count. */
type Written = ImportedTips & Pick<StoredLibrary, "passed">;

function changed(before: Written, { put, remove, topics }: LibraryChange): Written {
  const tips = new Map(before.tips.map((tip) => [tip.id, tip]));
  for (const [id, tip] of put) tips.set(id, tip);
  for (const id of remove) tips.delete(id);
  if (tips.size > MOST_TIPS) {
    throw new UserFilesError(
      `that would make ${tips.size} tips`,
      `a library holds ${MOST_TIPS} at most; nothing was changed`,
    );
  }
  const sorted = [...tips.values()].sort(byNewest);
  // An earlier entry of the id is not to come to life.
  const passed = before.passed.filter(({ id }) => !remove.has(id as string));
  const all = [...before.topics, ...topics];
  const used = sorted.flatMap((tip) => tip.topics);
  // Who mends an entry may need any.
  if (passed.length > 0) used.push(...before.topics.map(({ id }) => id));
  return { tips: sorted, topics: topicsOf(new Set(used), all), passed };
}

/** The topics that are used, as they were described first, in one order whatever was imported when. */
function topicsOf(used: ReadonlySet<string>, topics: readonly Topic[]): Topic[] {
  const described = new Map<string, Topic>();
  for (const topic of topics) if (!described.has(topic.id)) described.set(topic.id, topic);
  return [...described.values()].filter(({ id }) => used.has(id)).sort((a, b) => compare(a.id, b.id));
}

/** By rename, as `replaceFile`, but in pieces: the text may be longer than a string can be, and the lock is kept fresh. */
async function writeLibrary(path: string, library: Written, stillSound: () => boolean): Promise<boolean> {
  let temporary: string | undefined;
  try {
    const target = linkTarget(path);
    temporary = temporaryBeside(target);
    makeFolder(dirname(target));
    // The lock is ours, so what a process that was killed had begun to write is nobody's.
    removeTemporaries(target);
    const file = await open(temporary, "wx", PRIVATE_FILE);
    try {
      giveTo(file.fd, ownerOf(target));
      for (const chunk of chunksOf(library)) await file.appendFile(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
    const sound = stillSound();
    if (sound) await rename(temporary, target);
    else await rm(temporary, { force: true });
    return sound;
  } catch (error) {
    if (temporary !== undefined) await rm(temporary, { force: true }).catch(() => {});
    const what = `${path} cannot be written (${messageOf(error)})`;
    throw new UserFilesError(what, "what it held before is unchanged", error);
  }
}

/** What does not count stands first: of several entries of one id the last does. */
function* chunksOf({ topics, tips, passed }: Written): Generator<string> {
  let chunk = `{\n"version": 1,\n"topics": ${JSON.stringify(topics)},${FIRST_TIP}`;
  let between = "";
  for (const entry of [...passed, ...tips]) {
    chunk += between + ("json" in entry ? entry.json : JSON.stringify(entry));
    between = ",\n";
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk + LAST_TIP;
}
