import { type Draft, keyOf } from "./draft.ts";
import { cleanLine } from "./text.ts";

/** Tips that stand in one file more than once: the last counts, as it would if they came one after the other. */

export interface Settled {
  readonly drafts: readonly Draft[];
  /** The last of each tip that stands more than once, and how often it does. */
  readonly repeats: readonly { readonly draft: Draft; readonly times: number }[];
}

/** The drafts of a file without those that a later one of the same title and date takes the place of. */
export function withoutRepeats(drafts: readonly Draft[]): Settled {
  const keys = drafts.map((draft) => (isWhole(draft) ? keyFor(draft) : undefined));
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  const last = new Map(keys.flatMap((key, at) => (key === undefined ? [] : [[key, at] as const])));
  const repeats = [...counts].flatMap(([key, times]) => {
    const draft = times > 1 ? drafts[last.get(key) ?? -1] : undefined;
    return draft ? [{ draft, times }] : [];
  });
  if (repeats.length === 0) return { drafts, repeats };
  return { drafts: drafts.filter((_, at) => keys[at] === undefined || last.get(keys[at]) === at), repeats };
}

/** Others add to what is there, or give way to it: pages of the archive, openings, and what shows a tip in part. */
function isWhole({ origin, coverage, partial }: Draft): boolean {
  return origin === undefined && coverage !== "opening" && !partial;
}

/** As it is stored: what is hidden in a title makes it no other tip. */
function keyFor({ title, published }: Draft): string {
  return keyOf({ title: cleanLine(title), published });
}
