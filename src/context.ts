import type { Day } from "./core/calendar.ts";
import type { Journal, NewEvent } from "./core/journal.ts";
import type { IsWord } from "./core/search/spelling.ts";
import type { WordIndex } from "./core/search/word-index.ts";
import type { Library, Tip, Topic } from "./core/tip.ts";
import type { Choice } from "./core/tip-of-the-week.ts";
import type { OutputRequest, View } from "./render/view.ts";

/** The tip of a week, with the topics of the library it is from. */
export interface Weekly extends Choice {
  readonly topics: readonly Topic[];
}

/** What the user imported, as it is stored. */
export interface ImportedTips {
  readonly topics: readonly Topic[];
  readonly tips: readonly Tip[];
}

/** What is to become of the imported tips: those of these ids are put in or replaced, or removed. */
export interface LibraryChange {
  readonly put: ReadonlyMap<string, Tip>;
  readonly remove: ReadonlySet<string>;
  readonly topics: readonly Topic[];
}

/** A file to import. */
export interface SourceFile {
  /** How the user knows it. */
  readonly name: string;
  /** Whether it was found in a folder that was named, and not named itself. */
  readonly found: boolean;
  /** Its bytes, or in words why there are none. */
  read(): { readonly bytes: Uint8Array } | { readonly problem: string };
}

/** All that a command may ask of the world. `host` implements it; tests do so with what they need. */
export interface Context {
  readonly version: string;
  /** Columns of the terminal, at most 80. */
  readonly columns: number;
  /** Today in the user's time zone. */
  today(): Day;
  /** A number from 0 up to 1. */
  random(): number;
  /** The tips: those that ship with the program, and those of the user laid over them. */
  library(): Library;
  /** Those that ship with the program, alone. */
  bundled(): Library;
  /** The tip of the week of a day, by `tipOfTheWeek` of the same tips, without reading more of them than it needs. */
  weekly(day: Day): Weekly | undefined;
  readonly imports: {
    /** Where they are kept; undefined where there is no home. */
    readonly path: string | undefined;
    /** Throws a UserFilesError where the file cannot be read. */
    read(): ImportedTips;
    /** Changes them while nobody else does. Throws a UserFilesError, and then nothing has changed. */
    change(decide: (imported: ImportedTips) => LibraryChange): Promise<void>;
  };
  /** The files of names and folders, in order; `-` is standard input. Nothing is read yet. */
  sources(names: readonly string[]): Iterable<SourceFile>;
  /** What search needs beside the tips: their words, and the words of the language. */
  searchData(library: Library): Promise<SearchData>;
  readonly journal: {
    read(): Journal;
    /** Never fails: what cannot be written is told once, on stderr. */
    append(event: NewEvent): void;
  };
  /** Shows what was asked for, on stdout. */
  show(view: View, request: OutputRequest): Promise<void>;
  /** Writes the same to a file. One that is there is replaced only by `force`. Throws a FailedError. */
  save(view: View, request: OutputRequest, path: string, force: boolean): Promise<void>;
  /** Says something else, in one line on stderr. */
  notice(text: string): void;
  /** Says how far a long work has come, on a terminal alone; the next one, or an empty text, takes its place. Short work says nothing, unless it is `slow` for certain. */
  progress(text: string, slow?: boolean): void;
}

export interface SearchData {
  readonly index: WordIndex;
  readonly isWord: IsWord;
}
