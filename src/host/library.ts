import { closeSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ImportedTips, Weekly } from "../context.ts";
import type { Day } from "../core/calendar.ts";
import { layOver, overlaid } from "../core/overlay.ts";
import { byNewest, type Corpus, type Library } from "../core/tip.ts";
import { tipOfTheWeek } from "../core/tip-of-the-week.ts";
import { UserFilesError } from "../errors.ts";
import type { Folders } from "./folders.ts";
import { openRegular, readLibrary, readTipAt, type StoredLibrary } from "./library-file.ts";
import { hasIndex, type Index, indexOf, readIndex, writeIndex } from "./library-index.ts";
import { messageOf } from "./streams.ts";

/** `data` stands beside `dist` in the package, and beside `src` in the sources. */
const BUNDLED = join(__dirname, __dirname.endsWith("dist") ? ".." : "../..", "data", "tips.json");

const NOTHING = { topics: [], tips: [], passed: [] };

/** The tips of a user. Nothing here fails: where the user's own cannot be read, the bundled ones are all there is. */
export class Libraries {
  /** Where imported tips are kept; undefined where there is no home. */
  readonly path: string | undefined;
  readonly #index: string | undefined;
  readonly #version: string;
  readonly #warn: (text: string) => void;
  #bundled: Library | undefined;
  #library: Library | undefined;
  #state: string | undefined;

  constructor({ data, cache }: Folders, version: string, warn: (text: string) => void) {
    this.path = data === undefined ? undefined : join(data, "library.json");
    this.#index = cache === undefined ? undefined : join(cache, "library-index.json");
    this.#version = version;
    this.#warn = warn;
  }

  /** The tips that ship with the program. */
  bundled(): Library {
    if (!this.#bundled) {
      const { topics, tips }: Corpus = JSON.parse(readFileSync(BUNDLED, "utf8"));
      this.#bundled = { topics, tips: [...tips].sort(byNewest) };
    }
    return this.#bundled;
  }

  /** Those, with the imported ones laid over them. */
  all(): Library {
    if (!this.#library) {
      const stored = this.#readOrWarn();
      const tips = stored?.tips.map(({ tip }) => tip) ?? [];
      this.#library = layOver(this.bundled(), { topics: stored?.topics ?? [], tips });
      this.#state = stored && this.#stateOf(stored.state);
      if (stored) this.#keepIndex(stored, this.#library);
    }
    return this.#library;
  }

  /** What tells all these tips from any others; undefined where they are the bundled ones alone. */
  get state(): string | undefined {
    this.all();
    return this.#state;
  }

  /** The imported tips as they are stored. Throws a UserFilesError where the file cannot be read. */
  imported(): ImportedTips & Pick<StoredLibrary, "passed"> {
    if (this.path === undefined) return NOTHING;
    try {
      const stored = readLibrary(this.path);
      return stored ? { ...stored, tips: stored.tips.map(({ tip }) => tip) } : NOTHING;
    } catch (error) {
      const what = `the library ${this.path} cannot be read (${messageOf(error)})`;
      throw new UserFilesError(what, "mend it or move it away; nothing was changed", error);
    }
  }

  /** Forgets what was read, as the file has changed. */
  forget(): void {
    this.#library = undefined;
  }

  /** The tip of the week among all, of which one is read. */
  weekly(day: Day): Weekly | undefined {
    try {
      const found = this.#library ? undefined : this.#indexed(day);
      if (found) return found;
    } catch {
      // What is wrong is told where all is read.
    }
    const library = this.all();
    const choice = tipOfTheWeek(library, day);
    return choice && { ...choice, topics: library.topics };
  }

  #indexed(day: Day): Weekly | undefined {
    const opened = this.path === undefined ? undefined : openRegular(this.path);
    if (!opened || this.#index === undefined) return undefined;
    try {
      const index = readIndex(this.#index, this.#stateOf(opened.state));
      return index && this.#chosen(index, day, opened.descriptor);
    } finally {
      closeSync(opened.descriptor);
    }
  }

  #chosen(index: Index, day: Day, descriptor: number): Weekly | undefined {
    const bundled = this.bundled();
    const { places, topics } = index;
    const replaced = new Set(index.replaced);
    const rest = bundled.tips.filter(({ id }) => !replaced.has(id));
    const choice = tipOfTheWeek({ tips: [...places, ...rest] }, day);
    if (!choice) return undefined;
    const { tip: chosen } = choice;
    if (!("from" in chosen)) return { ...choice, tip: chosen, topics };
    const stored = readTipAt(descriptor, chosen);
    const digest = bundled.tips.find(({ id }) => id === chosen.id);
    return stored && { ...choice, tip: overlaid(digest, stored), topics };
  }

  #keepIndex(stored: StoredLibrary, { topics }: Library): void {
    const state = this.#stateOf(stored.state);
    if (this.#index === undefined || hasIndex(this.#index, state)) return;
    const index = indexOf(stored, this.bundled(), topics);
    if (index) writeIndex(this.#index, state, index);
  }

  /** An index is of a state of the file, and of the tips that shipped when it was made. */
  #stateOf(state: string): string {
    return `${state} ${this.#version}`;
  }

  #readOrWarn(): StoredLibrary | undefined {
    if (this.path === undefined) return undefined;
    try {
      const stored = readLibrary(this.path);
      const count = stored?.passed.filter(({ isTip }) => !isTip).length ?? 0;
      if (count > 0) {
        const what = count === 1 ? "1 entry that is no tip" : `${count} entries that are no tips`;
        this.#warn(`${this.path} holds ${what}`);
      }
      return stored;
    } catch (error) {
      this.#warn(
        `the library ${this.path} cannot be read (${messageOf(error)}): the tips that ship with cstip are used`,
      );
      return undefined;
    }
  }
}
