import type { Day } from "../core/calendar.ts";
import type { ColorChoice, Format, Theme } from "../core/choices.ts";
import type { Field } from "../core/search/fields.ts";
import type { Tip, Topic } from "../core/tip.ts";
import type { Choice, Reason } from "../core/tip-of-the-week.ts";
import type { Week } from "../core/week.ts";

/** What a command wants shown. A renderer turns each kind into text; nothing else knows how. */
export type View =
  | TipView
  | TipsView
  | TipListView
  | HitListView
  | TopicListView
  | BannerView
  | TableView
  | CollectionView
  | TextView;

export interface TipView {
  readonly kind: "tip";
  readonly tip: Tip;
  /** The tip's topics with their names, in its own order. */
  readonly topics: readonly Topic[];
  /** Set where the tip is shown as the tip of a week. */
  readonly occasion?: {
    readonly date: Day;
    readonly week: Week;
    readonly reason: Reason;
    /** How many weeks before this one the reader missed, where any. */
    readonly missed?: number;
  };
  /** Whether it is one of the reader's favorites. */
  readonly favorite?: boolean;
}

/** Several tips in full. */
export interface TipsView {
  readonly kind: "tips";
  readonly views: readonly TipView[];
}

export interface TipListView {
  readonly kind: "tip-list";
  readonly entries: readonly TipEntry[];
  /** Whether cards show the summaries too; other formats have their own lines. */
  readonly summaries?: boolean;
  /** The topics that were asked for: they are said before a tip's others. */
  readonly topics?: readonly string[];
}

export interface TipEntry {
  /** The position in the whole library, from 1: what `show` takes. */
  readonly number: number;
  readonly tip: Tip;
  readonly favorite?: boolean;
}

export interface HitListView {
  readonly kind: "hits";
  readonly hits: readonly HitEntry[];
}

export interface HitEntry extends TipEntry {
  /** 1 for the best, down to 0. */
  readonly score: number;
  /** Whether it has nothing of what was looked for, but is much like the best that have. */
  readonly related?: boolean;
  /** Why it was found: the best excerpt first, then title, keywords and topics that answer the query. */
  readonly matches: readonly HitMatch[];
}

export interface HitMatch {
  readonly field: Field;
  readonly segments: readonly Segment[];
}

/** A stretch of an excerpt; marked where it answers the query. */
export interface Segment {
  readonly text: string;
  readonly marked: boolean;
}

export interface TopicListView {
  readonly kind: "topic-list";
  readonly topics: readonly (Topic & { readonly tips: number })[];
}

/** A tip in few lines, as shells print it at login. */
export interface BannerView {
  readonly kind: "banner";
  readonly tip: Tip;
}

/** Anything else that is a list of the same things, such as the settings. */
export interface TableView {
  readonly kind: "table";
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What JSON prints. */
  readonly data: unknown;
}

/** Tips to be taken elsewhere, each in full. */
export interface CollectionView {
  readonly kind: "collection";
  readonly tips: readonly Tip[];
  /** The topics that they have. */
  readonly topics: readonly Topic[];
  /** The tips of the weeks to come, for a calendar. */
  readonly weeks: readonly Choice[];
}

/** Text that is already what it must be, whatever the format: a snippet, a script, a path, a report. */
export interface TextView {
  readonly kind: "text";
  readonly text: string;
  /** What JSON prints in place of it. */
  readonly data?: unknown;
  /** Whether its lines are to be read, and so broken where they are too long for the width, and in ASCII where need be. */
  readonly sentences?: boolean;
}

/** One function for each kind of view; what it answers ends in a line break. */
export type Renderer = {
  readonly [Kind in View["kind"]]: (view: Extract<View, { kind: Kind }>, style: Style) => string;
};

/** A format that sets collections alone: no command has it for anything else. */
export type CollectionRenderer = Pick<Renderer, "collection" | "text">;

/** How to show it, decided once for a run. */
export interface Style {
  readonly format: Format;
  /** Columns; Infinity where lines are not to be broken. */
  readonly width: number;
  readonly color: boolean;
  readonly theme: Theme;
  /** Whether what is not ASCII can be shown. */
  readonly unicode: boolean;
  /** Rows of the terminal, where it tells. */
  readonly rows?: number | undefined;
}

/** What command line and settings ask of the output; a field not given is left to environment and terminal. */
export interface OutputRequest {
  readonly format?: Format | undefined;
  readonly width?: number | undefined;
  readonly color?: ColorChoice | undefined;
  /** What the settings file says of color: variables such as NO_COLOR go before it. */
  readonly usualColor?: ColorChoice | undefined;
  readonly theme?: Theme | undefined;
  /** Whether text longer than the screen goes through the pager. */
  readonly pager?: boolean | undefined;
}
