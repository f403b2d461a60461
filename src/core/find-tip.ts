import { nearest } from "./edit-distance.ts";
import { folded } from "./text.ts";
import type { Library, Tip } from "./tip.ts";

/** What a reference such as `#3`, `lift-it-up` or `lift it up` stands for. */
export type Found =
  | { readonly kind: "one"; readonly tip: Tip }
  | { readonly kind: "several"; readonly tips: readonly Tip[] }
  | { readonly kind: "none"; readonly near: readonly Tip[] };

/**
 * Finds a tip by its id, its title, its position (`3` or `#3`, counted as `list` counts), the start of its id,
 * or words of its title, in this order: the first that matches anything decides. A single word is looked for in both
 * of the last.
 */
export function findTip(library: Library, reference: string): Found {
  const { tips } = library;
  const wanted = folded(reference);
  const dashed = wanted.replaceAll(" ", "-");
  if (wanted === "") return { kind: "none", near: [] };
  const exact = inFull(tips, reference);
  if (exact.length > 0) return oneOf(exact);
  const started = tips.filter((tip) => tip.id.startsWith(dashed));
  const containing = () => tips.filter((tip) => ` ${folded(tip.title)} `.includes(` ${wanted} `));
  // A single word may begin one title and stand in many.
  const found = started.length === 0 || !wanted.includes(" ") ? union(started, containing()) : started;
  return found.length > 0 ? oneOf(found) : { kind: "none", near: nearTo(tips, dashed) };
}

/** Tips whose id, title or position a reference is, and not only a part. */
export function inFull(tips: readonly Tip[], reference: string): readonly Tip[] {
  const wanted = folded(reference);
  if (wanted === "") return [];
  const dashed = wanted.replaceAll(" ", "-");
  const named = tips.filter((tip) => tip.id === dashed);
  if (named.length === 0) named.push(...tips.filter((tip) => folded(tip.title) === wanted));
  return named.length > 0 ? named : byPosition(tips, reference);
}

/** What words of a command line name: one title together, or where there is none and they hold numbers or ids, a tip each. */
export function referencesIn(library: Library, words: readonly string[]): readonly string[] {
  const joined = words.join(" ");
  const named = words.some((word) => NUMBER.test(word) || library.tips.some(({ id }) => id === word));
  return named && findTip(library, joined).kind === "none" ? words : [joined];
}

const NUMBER = /^#?\d{1,9}$/;

function union(first: readonly Tip[], second: readonly Tip[]): Tip[] {
  return [...new Set([...first, ...second])];
}

const LONG_WORD = 6;

function oneOf(tips: readonly Tip[]): Found {
  const [first] = tips;
  return first && tips.length === 1 ? { kind: "one", tip: first } : { kind: "several", tips };
}

function byPosition(tips: readonly Tip[], reference: string): readonly Tip[] {
  const number = reference.trim();
  const place = NUMBER.test(number) ? Number(number.replace("#", "")) : 0;
  return place > 0 ? tips.slice(place - 1, place) : [];
}

/** Tips whose id, or a long word of whose title, is nearly what was typed. A short word is near too many. */
function nearTo(tips: readonly Tip[], dashed: string): Tip[] {
  const names = new Map<string, Tip>();
  for (const tip of tips) {
    for (const word of folded(tip.title).split(" "))
      if (Math.min(word.length, dashed.length) >= LONG_WORD && !names.has(word)) names.set(word, tip);
  }
  for (const tip of tips) names.set(tip.id, tip);
  // Two letters make another word of a single one: `refine` of `refund`.
  const near = nearest(dashed, [...names.keys()], dashed.includes("-") ? undefined : LONG_WORD);
  return [...new Set(near.flatMap((name) => names.get(name) ?? []))];
}
