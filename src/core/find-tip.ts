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
 * or words of its title, in this order: the first that matches anything decides.
 */
export function findTip(library: Library, reference: string): Found {
  const { tips } = library;
  const wanted = folded(reference);
  const dashed = wanted.replaceAll(" ", "-");
  if (wanted === "") return { kind: "none", near: [] };
  const exact = tips.filter((tip) => tip.id === dashed);
  if (exact.length === 0) exact.push(...tips.filter((tip) => folded(tip.title) === wanted));
  if (exact.length > 0) return oneOf(exact);
  const numbered = byPosition(tips, reference);
  if (numbered) return { kind: "one", tip: numbered };
  const started = tips.filter((tip) => tip.id.startsWith(dashed));
  if (started.length > 0) return oneOf(started);
  const containing = tips.filter((tip) => ` ${folded(tip.title)} `.includes(` ${wanted} `));
  if (containing.length > 0) return oneOf(containing);
  return { kind: "none", near: nearTo(tips, dashed) };
}

function oneOf(tips: readonly Tip[]): Found {
  const [first] = tips;
  return first && tips.length === 1 ? { kind: "one", tip: first } : { kind: "several", tips };
}

function byPosition(tips: readonly Tip[], reference: string): Tip | undefined {
  const digits = /^#?(\d{1,9})$/.exec(reference.trim())?.[1];
  return digits === undefined ? undefined : tips[Number(digits) - 1];
}

/** Tips whose id, title or a longer word of the title is nearly what was typed. */
function nearTo(tips: readonly Tip[], dashed: string): Tip[] {
  const names = new Map<string, Tip>();
  for (const tip of tips) {
    for (const word of folded(tip.title).split(" "))
      if (word.length > 4 && !names.has(word)) names.set(word, tip);
  }
  for (const tip of tips) names.set(tip.id, tip);
  const near = nearest(dashed, [...names.keys()]);
  return [...new Set(near.flatMap((name) => names.get(name) ?? []))];
}
