import type { Day } from "./core/calendar.ts";
import type { Journal } from "./core/journal.ts";
import type { JournalEvent, NewEvent } from "./core/journal-event.ts";
import type { IsWord } from "./core/search/spelling.ts";
import type { WordIndex } from "./core/search/word-index.ts";
import type { Library, Tip, Topic } from "./core/tip.ts";
import type { Choice } from "./core/tip-of-the-week.ts";
import type { LoginFiles } from "./login-files.ts";
import type { OutputRequest, View } from "./render/view.ts";
import type { SettingName, Settings } from "./settings.ts";

/** The user's settings. What changes them throws a UserFilesError. */
export interface SettingsStore {
  /** The file, whether it is there or not; undefined where there is no home to put it in. */
  readonly path: string | undefined;
  /** What holds, and what is wrong with it. Never fails. */
  current(): Settings;
  /** Sets one. A file that cannot be read is left alone, or where `startAnew` kept under another name. */
  set(name: SettingName, value: string | number | boolean, startAnew: boolean): Promise<void>;
  /** Takes these out of the file, settings or not. */
  unset(names: readonly string[] | "all", startAnew: boolean): Promise<void>;
}

/** What the user did. Nothing here fails: what cannot be read or written is told once, on stderr. */
export interface JournalStore {
  read(): Journal;
  /** The last events, of lines in which a word stands: in next to no time however long the journal is. */
  tail(word: string): readonly JournalEvent[];
  /** Whether a tip is a favorite: for one tip, in much less time than to read it all. */
  isFavorite(tip: string): boolean;
  /** Answers whether it is written. */
  append(event: NewEvent): boolean;
  /** What is there and what is written, for a change that is nothing without it: throws a UserFilesError, and tells of nothing. */
  readonly strict: {
    read(): Journal;
    append(event: NewEvent): void;
  };
  /** For the end of a run: sees to it that a journal that has grown long is made shorter, without taking long itself. */
  tidy(): Promise<void>;
  /** Makes a journal shorter that has grown long, however long that takes; `hasLock` where another run has taken the lock for it. */
  compact(hasLock?: boolean): Promise<void>;
}

/** What the user is asked to choose from. */
export interface BrowseRequest {
  readonly library: Library;
  /** What is typed already. */
  readonly query: string;
  /** The tips that a query finds, best first. */
  search(query: string): readonly Tip[];
  isFavorite(tip: Tip): boolean;
  /** Turns it round; answers in words why that could not be done. */
  toggleFavorite(tip: Tip): string | undefined;
  /** Notes down that it is read; answers in words why that could not be done. */
  noteRead(tip: Tip): string | undefined;
  readonly output: OutputRequest;
}

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
export interface Context extends Tips, Screen, Notices {
  readonly version: string;
  /** Today in the user's time zone. */
  today(): Day;
  /** A number from 0 up to 1. */
  random(): number;
  readonly journal: JournalStore;
  /** Whether the journal is kept, or was turned off. */
  readonly keepsJournal: boolean;
  readonly settings: SettingsStore;
  /** The platform that login snippets are made for, and the files that they look at. */
  readonly login: LoginFiles;
}

/** The tips there are, and those that may be. */
export interface Tips {
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
  /** Makes the words of a large library ready for `searchData`. `hasLock` where that was locked for this run; fails silently. */
  packWords(hasLock: boolean): Promise<void>;
}

/** Who reads, and where. */
export interface Screen {
  /** What stdout is. */
  readonly terminal: { readonly isTerminal: boolean; readonly utf8: boolean; readonly color: boolean };
  /** Columns of the terminal, at most 80, or what the settings say. */
  readonly columns: number;
  /** Whether a person sits there: stdin and stdout are a terminal that can move its cursor. */
  readonly interactive: boolean;
  /** Shows what was asked for, on stdout. */
  show(view: View, request: OutputRequest): Promise<void>;
  /** Writes the same to a file. One that is there is replaced only by `force`. Throws a FailedError. */
  save(view: View, request: OutputRequest, path: string, force: boolean): Promise<void>;
  /** Asks for yes or no; undefined where nobody can answer. */
  confirm(question: string): Promise<boolean | undefined>;
  /** Lets the user choose a tip; undefined where none was chosen. */
  browse(request: BrowseRequest): Promise<Tip | undefined>;
}

/** What is said in one line on stderr. */
export interface Notices {
  /** Says what is wrong with the user's files: the first only, for one is enough in a login shell. */
  warn(text: string): void;
  /** Says something else. */
  notice(text: string): void;
  /** Says how far a long work has come, on a terminal alone; the next one, or an empty text, takes its place. Short work says nothing, unless it is `slow` for certain. */
  progress(text: string, slow?: boolean): void;
}

export interface SearchData {
  readonly index: WordIndex;
  readonly isWord: IsWord;
}
