import type { BannerWeek } from "./core/banner.ts";
import type { Day } from "./core/calendar.ts";
import type { Journal, NewEvent } from "./core/journal.ts";
import type { Library } from "./core/tip.ts";
import type { OutputRequest, View } from "./render/view.ts";

/** What the banner at login has to do with the disk. */
export interface LoginFiles {
  /** Where the snippet looks where no variable says otherwise, below the home folder, with `/` between. */
  readonly usual: { readonly cache: string; readonly config: string; readonly data: string };
  /** Renders the banners of these weeks ahead, for shells to print. Throws what the disk throws. */
  writeBanners(weeks: readonly BannerWeek[]): Promise<void>;
  /** Looks at the machine, which takes as long as the user's shell does to start. */
  inspect(): Promise<Inspection>;
  /** Milliseconds that a snippet adds to the start of a shell; undefined where that cannot be tried. */
  measure(shell: string, snippet: string): Promise<number | undefined>;
}

/** What `doctor` judges. */
export interface Inspection {
  /** The name of the user's shell. */
  readonly shell: string | undefined;
  /** The start files of the shell that are there. */
  readonly startFiles: readonly { readonly path: string; readonly text: string }[];
  /** What the shell prints with its start files and no terminal; undefined where it could not be run. */
  readonly printedWithoutTerminal: string | undefined;
  readonly programOnPath: boolean;
  readonly folders: readonly {
    readonly name: string;
    readonly path: string | undefined;
    /** Why it cannot be written. */
    readonly problem: string | undefined;
  }[];
  readonly damagedFiles: readonly { readonly path: string; readonly problem: string }[];
  /** The banners for a usual terminal: whether they are the user's alone, and the weeks they hold. */
  readonly bannerFile:
    | { readonly path: string; readonly safe: boolean; readonly weeks: readonly number[] }
    | undefined;
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
  readonly journal: {
    read(): Journal;
    /** Never fails: what cannot be written is told once, on stderr. */
    append(event: NewEvent): void;
  };
  /** What stdout is. */
  readonly terminal: { readonly isTerminal: boolean; readonly utf8: boolean; readonly color: boolean };
  /** The platform that login snippets are made for, and the files that they look at. */
  readonly login: LoginFiles;
  /** Shows what was asked for, on stdout. */
  show(view: View, request: OutputRequest): Promise<void>;
  /** Says something else, in one line on stderr. */
  notice(text: string): void;
}
