import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bagOf } from "../../src/core/bag.ts";
import { compacted, type JournalEvent, lineOf, parseJournal } from "../../src/core/journal.ts";
import { favoriteTips, lastRead, missedWeeks, readTips } from "../../src/core/reading.ts";
import { corpus, library } from "../support/context.ts";

const at = "2026-11-23T08:00:00.000Z";
const read: JournalEvent = { at, event: "read", tip: "a" };

const anyTip = fc.constantFrom(...corpus.tips.slice(0, 6).map(({ id }) => id));
const anyTime = fc
  .date({ min: new Date(0), max: new Date("2099-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const anyEvent: fc.Arbitrary<JournalEvent> = fc.oneof(
  fc.record({ at: anyTime, event: fc.constant("read" as const), tip: anyTip }),
  fc.record({
    at: anyTime,
    event: fc.constant("read" as const),
    tip: anyTip,
    week: fc.integer({ min: 0, max: 12 }),
  }),
  fc.record({
    at: anyTime,
    event: fc.constant("read" as const),
    tip: anyTip,
    week: fc.integer({ min: 0, max: 12 }),
    late: fc.constant(true as const),
  }),
  fc.record({
    at: anyTime,
    event: fc.constantFrom("favorited" as const, "unfavorited" as const, "drawn" as const),
    tip: anyTip,
  }),
  fc.record({ at: anyTime, event: fc.constant("returned" as const) }),
  fc.record({
    at: anyTime,
    event: fc.constant("returned" as const),
    topics: fc.subarray(
      corpus.topics.slice(0, 4).map(({ id }) => id),
      { minLength: 1 },
    ),
  }),
);

/** All that is known of a reader. */
function factsOf(events: readonly JournalEvent[]) {
  const bag = bagOf(events, library.tips);
  return {
    read: [...readTips(events)].sort(),
    lastRead: lastRead(events),
    favorites: [...favoriteTips(events)].sort(),
    drawn: [...bag.drawn].sort(),
    lastDrawn: bag.last,
    missed: [0, 3, 7, 13].map((week) => missedWeeks(events, week)),
  };
}

describe("parseJournal", () => {
  it("reads what lineOf wrote, and counts the lines", () => {
    const journal = parseJournal([read, { ...read, tip: "b" } as const].map(lineOf).join(""));
    expect(journal).toMatchObject({ lines: 2, damaged: 0, events: [{ tip: "a" }, { tip: "b" }] });
  });

  it("keeps the last of events that differ in their time alone", () => {
    const later = { ...read, at: "2026-11-24T08:00:00.000Z" };
    expect(parseJournal(lineOf(read) + lineOf(later)).events).toEqual([later]);
  });

  it("skips and counts damaged lines, each as often as it is there", () => {
    const cut = lineOf(read).slice(0, -9);
    const text = `${cut}\n${lineOf(read)}not json\nnot json\n[]\n{"at":1}\n\n   \n`;
    expect(parseJournal(text)).toMatchObject({ damaged: 5, events: [read] });
  });

  it("saves the event that was appended to a line cut off", () => {
    for (const length of [1, 20, 40, 60]) {
      const journal = parseJournal(lineOf({ ...read, tip: "lost" }).slice(0, length) + lineOf(read));
      expect(journal).toMatchObject({ damaged: 1, events: [read] });
    }
  });

  it("takes nothing for an event that is none", () => {
    for (const wrong of [{ tip: 1 }, { week: "1" }, { week: 1.5 }, { late: "yes" }, { event: "bought" }]) {
      expect(parseJournal(lineOf({ ...read, ...wrong } as JournalEvent)).events).toEqual([]);
    }
  });

  it("says of a whole journal what its events say one by one", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        expect(factsOf(parseJournal(events.map(lineOf).join("")).events)).toEqual(factsOf(events));
      }),
    );
  });
});

describe("compacted", () => {
  it("says the same in no more lines, and keeps what is damaged", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 80 }), (events) => {
        const text = `torn line\n${events.map(lineOf).join("")}`;
        const before = parseJournal(text);
        const after = parseJournal(compacted(before));
        expect(factsOf(after.events)).toEqual(factsOf(events));
        expect(after.lines).toBeLessThanOrEqual(before.lines);
        expect(after.damagedLines).toEqual(["torn line"]);
      }),
    );
  });

  it("puts favourites last, where the tail of the file shows them", () => {
    const favorited: JournalEvent = { at, event: "favorited", tip: "z" };
    const text = compacted(parseJournal([favorited, read].map(lineOf).join("")));
    expect(text.endsWith(lineOf(favorited))).toBe(true);
  });
});
