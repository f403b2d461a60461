import { startOf } from "./text.ts";
import type { Tip } from "./tip.ts";

/** The chooser of `browse`: what it shows, and what a key makes of it. */
export interface Chooser {
  readonly query: string;
  /** Where keys go: while a query is typed every letter belongs to it; in the list and in a tip `f` is a command. */
  readonly focus: "list" | "query" | "tip";
  /** What the query finds, best first. */
  readonly hits: readonly Tip[];
  /** The hit that is marked; 0 where there is none. */
  readonly at: number;
  /** Of a tip that is read, the lines above the screen. */
  readonly scroll: number;
}

/** How much the screen holds. */
export interface Extent {
  /** Tips of the list at once. */
  readonly page: number;
  /** Lines of the marked tip at once, and how many it has. */
  readonly rows: number;
  readonly lines: number;
}

export interface Key {
  /** What it types. */
  readonly text: string | undefined;
  readonly name: string | undefined;
  readonly ctrl: boolean;
  readonly meta: boolean;
}

/** What a key press comes to: another state, and what is to be done besides. */
export interface Pressed {
  readonly chooser: Chooser;
  /** `favorite` turns the marked tip into one or back, `leave` ends with nothing chosen, `choose` with the marked tip. */
  readonly action?: "favorite" | "leave" | "choose";
}

export type Search = (query: string) => readonly Tip[];

/** Longer queries find nothing more. */
const LONGEST_QUERY = 200;

/** The chooser at its start, with what is typed already. */
export function openChooser(search: Search, typed = ""): Chooser {
  const query = startOf(typed, LONGEST_QUERY);
  return { query, focus: "query", hits: search(query), at: 0, scroll: 0 };
}

/** The tip that is marked. */
export function markedTip({ hits, at }: Chooser): Tip | undefined {
  return hits[at];
}

/** What comes of a key. */
export function press(chooser: Chooser, key: Key, extent: Extent, search: Search): Pressed {
  if (key.name === "escape") return goBack(chooser, search);
  if (markedTip(chooser) !== undefined) {
    if (isFavoriteKey(chooser, key)) return { chooser, action: "favorite" };
    if (key.name === "return")
      return chooser.focus === "tip"
        ? { chooser, action: "choose" }
        : { chooser: { ...chooser, focus: "tip", scroll: 0 } };
  }
  if (chooser.focus === "tip") return read(chooser, key, extent, search);
  return { chooser: move(chooser, key, extent.page) ?? type(chooser, key, search) };
}

/** One step: from the tip to the list, from a query to all tips, from there out. */
function goBack(chooser: Chooser, search: Search): Pressed {
  if (chooser.focus === "tip") return { chooser: { ...chooser, focus: "list" } };
  if (chooser.query !== "") return { chooser: withQuery(chooser, "", search) };
  return { chooser, action: "leave" };
}

function isFavoriteKey({ focus }: Chooser, { text, name, ctrl, meta }: Key): boolean {
  return (ctrl && name === "f") || (focus !== "query" && text === "f" && !ctrl && !meta);
}

function move(chooser: Chooser, key: Key, page: number): Chooser | undefined {
  const { hits, at } = chooser;
  const step = stepOf(key, page, hits.length);
  if (step === undefined) return undefined;
  return { ...chooser, at: within(at + step, hits.length - 1), focus: "list" };
}

/** A tip that is read, with the keys of `less`; and from there to the tips beside it. */
function read(chooser: Chooser, key: Key, { rows, lines }: Extent, search: Search): Pressed {
  const plain = !key.ctrl && !key.meta;
  const pressed = (plain ? key.text : undefined) ?? key.name ?? "";
  if (plain && pressed === "q") return goBack(chooser, search);
  const turned = plain && Object.hasOwn(TURNS, pressed) ? TURNS[pressed] : undefined;
  if (turned !== undefined) return { chooser: turn(chooser, turned) };
  const name = plain && Object.hasOwn(SCROLLS, pressed) ? SCROLLS[pressed] : key.name;
  const step = stepOf({ ...key, name }, Math.max(1, rows - 1), lines) ?? 0;
  return { chooser: { ...chooser, scroll: within(chooser.scroll + step, lines - rows) } };
}

const SCROLLS: Readonly<Record<string, string>> = {
  j: "down",
  k: "up",
  g: "home",
  G: "end",
  " ": "pagedown",
  b: "pageup",
};
const TURNS: Readonly<Record<string, number>> = { n: 1, p: -1, right: 1, left: -1 };

function turn(chooser: Chooser, step: number): Chooser {
  const at = within(chooser.at + step, chooser.hits.length - 1);
  return at === chooser.at ? chooser : { ...chooser, at, scroll: 0 };
}

/** How far a key moves, where it does. */
function stepOf({ name = "", ctrl }: Key, page: number, all: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    up: -1,
    down: 1,
    pageup: -page,
    pagedown: page,
    home: -all,
    end: all,
  };
  const named = ctrl ? CONTROLS[name] : name;
  return named !== undefined && Object.hasOwn(steps, named) ? steps[named] : undefined;
}

const CONTROLS: Readonly<Record<string, string>> = { p: "up", n: "down" };

function within(place: number, last: number): number {
  return Math.max(0, Math.min(place, last));
}

function type(chooser: Chooser, { text, name, ctrl, meta }: Key, search: Search): Chooser {
  const { query, focus } = chooser;
  if (name === "backspace") return withQuery(chooser, Array.from(query).slice(0, -1).join(""), search);
  if (ctrl && name === "u") return withQuery(chooser, "", search);
  if (ctrl && name === "w") return withQuery(chooser, query.replace(/\S*\s*$/u, ""), search);
  if (ctrl || meta || text === undefined || !/^[^\p{C}\p{Zl}\p{Zp}]+$/u.test(text)) return chooser;
  if (text === "/" && focus === "list") return { ...chooser, focus: "query" };
  if (query === "" && text.trim() === "") return chooser;
  return withQuery(chooser, (query + text).slice(0, LONGEST_QUERY), search);
}

function withQuery(chooser: Chooser, query: string, search: Search): Chooser {
  if (query === chooser.query) return chooser;
  return { query, focus: "query", hits: search(query), at: 0, scroll: 0 };
}
