import type { Day } from "./core/calendar.ts";
import type { Journal, NewEvent } from "./core/journal.ts";
import type { IsWord } from "./core/search/spelling.ts";
import type { WordIndex } from "./core/search/word-index.ts";
import type { Library } from "./core/tip.ts";
import type { OutputRequest, View } from "./render/view.ts";

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
  /** What search needs beside the tips: their words, and the words of the language. */
  searchData(library: Library): Promise<SearchData>;
  readonly journal: {
    read(): Journal;
    /** Never fails: what cannot be written is told once, on stderr. */
    append(event: NewEvent): void;
  };
  /** Shows what was asked for, on stdout. */
  show(view: View, request: OutputRequest): Promise<void>;
  /** Says something else, in one line on stderr. */
  notice(text: string): void;
}

export interface SearchData {
  readonly index: WordIndex;
  readonly isWord: IsWord;
}
