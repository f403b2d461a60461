import type { Day } from "./core/calendar.ts";
import type { Choice } from "./core/tip-of-the-week.ts";
import type { SettingValues } from "./settings.ts";

/** What a login has to do with the user's machine: the banner, and what `doctor` judges. */

/** How the settings want the banner. */
export type BannerLook = Pick<SettingValues, "banner" | "color" | "width">;

/** What the banner at login has to do with the disk. */
export interface LoginFiles {
  /** Where the snippet looks where no variable says otherwise, below the home folder, with `/` between. */
  readonly usual: { readonly cache: string; readonly config: string; readonly data: string };
  /** Renders the banners of these weeks ahead, for shells to print. Throws what the disk throws. */
  writeBanners(weeks: readonly Choice[], look: BannerLook): Promise<void>;
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
  /** Whether the shell was still at its start files when nobody would wait any longer. */
  readonly startsLate: boolean;
  readonly programOnPath: boolean;
  readonly folders: readonly {
    readonly name: string;
    readonly path: string | undefined;
    /** Why it cannot be written. */
    readonly problem: string | undefined;
  }[];
  readonly damagedFiles: readonly {
    readonly holds: "settings" | "library" | "journal";
    readonly path: string;
    readonly problem: string;
  }[];
  /** What the snippets look at before they show the banner: variables, a file, and the settings file's own word. */
  readonly silencers: {
    readonly variables: Readonly<
      Record<"CI" | "CSTIP_DISABLE" | "CSTIP_BANNER" | "TERM", string | undefined>
    >;
    /** `~/.hushlogin`, where it is there. */
    readonly hushlogin: string | undefined;
    /** Whether the settings file turns the banner off. */
    readonly setting: boolean;
  };
  /** The banners for a usual terminal: whether they are the user's alone, and the last days of the weeks they hold. */
  readonly bannerFile:
    | { readonly path: string; readonly safe: boolean; readonly lastDays: readonly Day[] }
    | undefined;
}
