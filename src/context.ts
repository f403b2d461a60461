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
  /** Whether stdout is a terminal. */
  readonly isTerminal: boolean;
  /** The platform that login snippets are made for, and the files that they look at. */
  readonly login: LoginFiles;
  /** Shows what was asked for, on stdout. */
  show(view: View, request: OutputRequest): Promise<void>;
  /** Says something else, in one line on stderr. */
  notice(text: string): void;
}
