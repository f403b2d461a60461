import { closeSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { PackedWords } from "../core/search/packed-words.ts";
import { whileNobodyElse } from "./background-lock.ts";
import { replaceFile } from "./files.ts";
import type { Libraries } from "./library.ts";
import { openRegular } from "./library-file.ts";

/**
 * The packed words of a large library, in the cache: a line of JSON, and what that names, one after the other. They
 * hold for one state of the library and one program, and are made again in the background where they are missing or old.
 */
const FILE = "library-words";
const FORM = 1;
/** To look through the texts of a smaller library takes some milliseconds. */
const LARGE_BYTES = 1024 * 1024;
const NEWLINE = 0x0a;

interface Head extends Pick<PackedWords, "tips" | "leading"> {
  readonly form: number;
  readonly state: string;
  /** Bytes of vocabulary, stems and postings. */
  readonly bytes: readonly [number, number, number];
}

export class LibraryWords {
  readonly #path: string | undefined;

  constructor(cacheFolder: string | undefined) {
    this.#path = cacheFolder === undefined ? undefined : join(cacheFolder, FILE);
  }

  /** Those of this state of the library; undefined where there are none. */
  read(state: string | undefined): PackedWords | undefined {
    if (this.#path === undefined || state === undefined) return undefined;
    let file: number | undefined;
    try {
      file = openRegular(this.#path)?.descriptor;
      return file === undefined ? undefined : wordsIn(readFileSync(file), state);
    } catch {
      return undefined; // They can be made again.
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  /** Has them made by a process that nobody waits for, if the library in this file is large. */
  async start(library: string | undefined): Promise<void> {
    if (this.#path === undefined || library === undefined) return;
    try {
      if (statSync(library).size < LARGE_BYTES) return;
      const { startWithLock } = await import("./background.ts");
      startWithLock(this.#path, ["tidy", "--words", "--locked"]);
    } catch {
      // Searches go on without them.
    }
  }

  /** Makes them, while nobody else does. `hasLock` where that was done for this process. Fails silently. */
  async make(libraries: Libraries, hasLock: boolean): Promise<void> {
    const { state } = libraries;
    const path = this.#path;
    if (path === undefined || state === undefined) return;
    const { packWords } = await import("../core/search/packed-words.ts");
    if (hasLock) (await import("./background.ts")).standBack();
    try {
      whileNobodyElse(path, hasLock, () => {
        if (this.read(state) === undefined) replaceFile(path, bytesOf(packWords(libraries.all()), state));
      });
    } catch {
      // The disk is full, or its folder cannot be written: the next search will see.
    }
  }
}

function bytesOf({ tips, leading, postings, ...texts }: PackedWords, state: string): Buffer {
  const [vocabulary, stems] = [Buffer.from(texts.vocabulary), Buffer.from(texts.stems)];
  const bytes = [vocabulary.length, stems.length, postings.length] as const;
  const head: Head = { form: FORM, state, tips, leading, bytes };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), vocabulary, stems, postings]);
}

function wordsIn(bytes: Buffer, state: string): PackedWords | undefined {
  const start = bytes.indexOf(NEWLINE) + 1;
  const head: Head = JSON.parse(bytes.toString("utf8", 0, start));
  if (head.form !== FORM || head.state !== state) return undefined;
  const [vocabulary, stems, postings] = head.bytes;
  const [middle, last] = [start + vocabulary, start + vocabulary + stems];
  if (bytes.length !== last + postings) return undefined;
  return {
    tips: head.tips,
    leading: head.leading,
    vocabulary: bytes.toString("utf8", start, middle),
    stems: bytes.toString("utf8", middle, last),
    postings: bytes.subarray(last),
  };
}
