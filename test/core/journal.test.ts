import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bagOf } from "../../src/core/bag.ts";
import {
  bytesKept,
  compacted,
  type JournalEvent,
  lineOf,
  parseJournal,
  starIn,
} from "../../src/core/journal.ts";
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

const linesOf = (text: string) => text.split("\n").length;

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
  it("reads what lineOf wrote", () => {
    const journal = parseJournal([read, { ...read, tip: "b" } as const].map(lineOf).join(""));
    expect(journal).toMatchObject({ damaged: 0, events: [{ tip: "a" }, { tip: "b" }] });
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

  it("reads lines that another program wrote: with spaces, in another order, with a byte more here and there", () => {
    const lines = [
      `{ "at": "${at}", "event": "favorited", "tip": "spaced" }`,
      `{"tip":"turned","event":"favorited","at":"${at}"}`,
      `{"at":"${at}","tip":"between","event":"favorited"}`,
      `{"at":"2026","event":"favorited","tip":"early"}`,
      `{"at":"${at}","event":"favorited","tip":"more","mood":"good"}`,
      `{"at":"${at}","event":"favorited","tip":"\\u0065scaped"}`,
      `{"at":"${at}","event":"favorited","tip":"größe"}`,
      `{"at":"${at}","event":"favorited","tip":"crlf"}\r`,
    ];
    const names = ["spaced", "turned", "between", "early", "more", "escaped", "größe", "crlf"];
    for (const text of [lines.join("\n"), `${lines.join("\n")}\n`, [...lines, ...lines].join("\n")]) {
      const { events, damaged } = parseJournal(text);
      expect([...favoriteTips(events)]).toEqual(names);
      expect(damaged).toBe(0);
    }
  });

  it("does not let a damaged line stand for a sound one that is the same but for its time", () => {
    const sound = lineOf(read);
    const damaged = sound.replace("2026-11-23T", "2026-11-2\u0000T");
    expect(damaged).not.toBe(sound);
    expect(parseJournal(sound + damaged).events).toEqual([read]);
    expect(parseJournal(sound + damaged)).toMatchObject({ damaged: 1 });
    expect(parseJournal(damaged + damaged)).toMatchObject({ damaged: 2, events: [] });
  });

  it("finds every line of thousands, of any length, and the last of each", () => {
    const tips = Array.from({ length: 3_000 }, (_, index) => "x".repeat(index % 90) + index);
    const favorited = tips.map((tip) => lineOf({ at, event: "favorited", tip }));
    const unfavorited = tips.map((tip) => lineOf({ at, event: "unfavorited", tip }));
    const text = [...favorited, ...unfavorited, ...favorited, ...unfavorited.slice(0, 1000)].join("");
    expect([...favoriteTips(parseJournal(text).events)]).toEqual(tips.slice(1000));
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
        expect(linesOf(compacted(before))).toBeLessThanOrEqual(linesOf(text));
        expect(after.damagedLines).toEqual(["torn line"]);
      }),
    );
  });

  it("says to how many bytes, in a first line that is no damage", () => {
    const head = lineOf({ at, event: "compacted", bytes: 1234 });
    expect(bytesKept(head + lineOf(read))).toBe(1234);
    expect(bytesKept(lineOf(read))).toBe(0);
    expect(bytesKept("")).toBe(0);
    const journal = parseJournal(head + lineOf(read));
    expect(journal.damaged).toBe(0);
    expect(compacted(journal)).toBe(lineOf(read));
  });
});

describe("starIn", () => {
  const star = (event: "favorited" | "unfavorited", tip = "a") => lineOf({ at, event, tip });

  it("says what the last line about a tip says", () => {
    expect(starIn(star("favorited") + lineOf(read), "a")).toBe(true);
    expect(starIn(star("favorited") + star("unfavorited") + lineOf(read), "a")).toBe(false);
    expect(starIn(star("unfavorited") + star("favorited") + star("unfavorited", "b"), "a")).toBe(true);
    expect(starIn(lineOf(read) + star("favorited", "a-b"), "a")).toBeUndefined();
  });

  it("reads lines that another program wrote, and those behind a line cut off", () => {
    expect(starIn(`{ "tip" : "a", "event" : "favorited", "at" : "yesterday" }\n`, "a")).toBe(true);
    expect(starIn(star("unfavorited") + star("unfavorited").slice(0, 50) + star("favorited"), "a")).toBe(
      true,
    );
    expect(starIn(star("favorited").slice(0, -3), "a")).toBeUndefined();
  });

  it("says what all events say", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        const favorites = favoriteTips(events);
        const text = events.map(lineOf).join("");
        for (const { id } of corpus.tips.slice(0, 6))
          expect(starIn(text, id) ?? false).toBe(favorites.has(id));
      }),
    );
  });
});
