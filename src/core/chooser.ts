import type { Tip } from "./tip.ts";

/** The chooser of `browse`: what it shows, and what a key makes of it. */
export interface Chooser {
  readonly query: string;
  /** Where keys go: while a query is typed every letter belongs to it; in the list `f` is a command. */
  readonly focus: "list" | "query";
  /** What the query finds, best first. */
  readonly hits: readonly Tip[];
  /** The hit that is marked; 0 where there is none. */
  readonly at: number;
}

export interface Key {
  /** What it types. */
  readonly text: string | undefined;
  readonly name: string | undefined;
  readonly ctrl: boolean;
  readonly meta: boolean;
}

/** What a key press comes to: another state, and whether the marked tip turns into a favourite or back. */
export interface Pressed {
  readonly chooser: Chooser;
  readonly favorite: boolean;
}

export type Search = (query: string) => readonly Tip[];

/** Longer queries find nothing more. */
const LONGEST_QUERY = 200;

export function openChooser(search: Search): Chooser {
  return { query: "", focus: "query", hits: search(""), at: 0 };
}

/** The tip that is marked. */
export function markedTip({ hits, at }: Chooser): Tip | undefined {
  return hits[at];
}

/** What comes of a key. `page` is how many tips the list shows at once. */
export function press(chooser: Chooser, key: Key, page: number, search: Search): Pressed {
  const favorite = markedTip(chooser) !== undefined && isFavoriteKey(chooser, key);
  if (favorite) return { chooser, favorite };
  const moved = move(chooser, key, page);
  return { chooser: moved ?? type(chooser, key, search), favorite };
}

function isFavoriteKey({ focus }: Chooser, { text, name, ctrl, meta }: Key): boolean {
  return (ctrl && name === "f") || (focus === "list" && text === "f" && !ctrl && !meta);
}

function move(chooser: Chooser, { name, ctrl }: Key, page: number): Chooser | undefined {
  const { hits, at } = chooser;
  const steps: Readonly<Record<string, number>> = {
    up: -1,
    down: 1,
    pageup: -page,
    pagedown: page,
    home: -hits.length,
    end: hits.length,
  };
  const named = ctrl ? ({ p: "up", n: "down" } as Record<string, string>)[name ?? ""] : name;
  if (named === undefined || !Object.hasOwn(steps, named)) return undefined;
  const to = Math.max(0, Math.min(at + (steps[named] ?? 0), hits.length - 1));
  return { ...chooser, at: to, focus: "list" };
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
  return { query, focus: "query", hits: search(query), at: 0 };
}
