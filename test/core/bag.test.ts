import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bagOf, drawFrom, pick, seededRandom } from "../../src/core/bag.ts";
import { filterTips } from "../../src/core/filter.ts";
import type { JournalEvent } from "../../src/core/journal-event.ts";
import { library } from "../support/context.ts";

const { tips } = library;
const at = "2026-01-20T08:00:00.000Z";

/** Draws as `random` does, writing down what it does; answers the ids. */
function draw(times: number, events: JournalEvent[], random: () => number, topics?: string[]): string[] {
  const candidates = filterTips(tips, { topics });
  return Array.from({ length: times }, () => {
    const drawn = drawFrom(bagOf(events, tips), candidates, random);
    if (!drawn) throw new Error("the bag has no tips");
    if (drawn.refilled) events.push({ at, event: "returned", ...(topics && { topics }) });
    events.push({ at, event: "drawn", tip: drawn.tip.id });
    return drawn.tip.id;
  });
}

describe("the bag", () => {
  it("gives every tip once before any comes again, round after round, never one twice in a row", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const ids = draw(44 * 3 + 1, [], seededRandom(seed));
        for (const round of [0, 1, 2]) expect(new Set(ids.slice(44 * round, 44 * (round + 1))).size).toBe(44);
        ids.slice(1).forEach((id, index) => {
          expect(id).not.toBe(ids[index]);
        });
      }),
      { numRuns: 20 },
    );
  });

  it("gives the tips of a topic once each, then all of them again, and takes no others back", () => {
    const topics = ["empathy"];
    const of = filterTips(tips, { topics }).map(({ id }) => id);
    const events: JournalEvent[] = [];
    const others = draw(20, events, seededRandom(1)).filter((id) => !of.includes(id));
    const left = of.filter((id) => !bagOf(events, tips).drawn.has(id));
    expect(new Set(draw(left.length, events, seededRandom(2), topics))).toEqual(new Set(left));
    expect(new Set(draw(of.length, events, seededRandom(3), topics))).toEqual(new Set(of));
    for (const id of others) expect(bagOf(events, tips).drawn.has(id)).toBe(true);
  });

  it("does not begin a round with the one that ended the last", () => {
    const two = tips.slice(0, 2);
    const [first, second] = two.map(({ id }) => id) as [string, string];
    const bag = { drawn: new Set([first, second]), last: first };
    for (const number of [0, 0.5, 0.999])
      expect(drawFrom(bag, two, () => number)).toEqual({ tip: two[1], refilled: true });
    expect(drawFrom(bag, two.slice(0, 1), () => 0)?.tip.id).toBe(first);
    expect(drawFrom(bag, [], () => 0)).toBeUndefined();
  });

  it("takes no notice of tips that are gone, and of what else was done", () => {
    const events: JournalEvent[] = [
      { at, event: "drawn", tip: "gone" },
      { at, event: "read", tip: tips[0]?.id ?? "" },
      { at, event: "favorited", tip: tips[1]?.id ?? "" },
    ];
    expect(new Set(draw(44, events, seededRandom(5))).size).toBe(44);
  });
});

describe("seededRandom", () => {
  it("is the same on every machine", () => {
    const random = seededRandom(7);
    expect([random(), random(), random()].map((number) => number.toFixed(9))).toEqual([
      "0.011704753",
      "0.061958258",
      "0.976907633",
    ]);
    expect(pick(tips, seededRandom(7))?.id).toBe("one-question-to-prevent-a-follow-up-call");
  });

  it("is from 0 up to 1, and each tip as likely as any other", () => {
    const random = seededRandom(2026);
    const counts = new Map<string, number>();
    for (let time = 0; time < 44_000; time++) {
      const id = pick(tips, random)?.id ?? "";
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    expect(counts.size).toBe(44);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
