import { filterTips } from "./filter.ts";
import type { JournalEvent } from "./journal-event.ts";
import type { Tip } from "./tip.ts";

/** The bag of `random`: each tip is drawn once before any comes again. */
export interface Bag {
  /** Ids of the tips that are out of the bag. */
  readonly drawn: ReadonlySet<string>;
  /** The id drawn last. */
  readonly last: string | undefined;
}

export interface Draw {
  readonly tip: Tip;
  /** Whether all candidates were out of the bag and went back before this draw. */
  readonly refilled: boolean;
}

/** Folds the bag out of the journal. A topic that went back takes back all of `tips` that have it. */
export function bagOf(events: readonly JournalEvent[], tips: readonly Tip[]): Bag {
  const drawn = new Set<string>();
  let last: string | undefined;
  for (const event of events) {
    if (event.event === "drawn") {
      drawn.add(event.tip);
      last = event.tip;
    }
    if (event.event === "returned") {
      for (const tip of filterTips(tips, { topics: event.topics })) drawn.delete(tip.id);
    }
  }
  return { drawn, last };
}

/**
 * Draws one of the candidates that are still in the bag; where none is, all go back first, and the last one drawn
 * does not follow itself. `random` answers a number from 0 up to 1. Undefined where there are no candidates.
 */
export function drawFrom(bag: Bag, candidates: readonly Tip[], random: () => number): Draw | undefined {
  const inside = candidates.filter((tip) => !bag.drawn.has(tip.id));
  if (inside.length > 0) return drawOne(inside, false, random);
  const others = candidates.filter((tip) => tip.id !== bag.last);
  return drawOne(others.length > 0 ? others : candidates, true, random);
}

function drawOne(tips: readonly Tip[], refilled: boolean, random: () => number): Draw | undefined {
  const tip = pick(tips, random);
  return tip && { tip, refilled };
}

/** One of the items, each as likely as any other. */
export function pick<Item>(items: readonly Item[], random: () => number): Item | undefined {
  return items[Math.floor(random() * items.length)];
}

/** Random numbers from 0 up to 1 that a seed decides (mulberry32): the same on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
