import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type JournalEvent, lineOf, parseJournal } from "../../src/core/journal.ts";

const anyText = fc.string({ unit: "binary" });
const event: fc.Arbitrary<JournalEvent> = fc.oneof(
  fc.record({
    at: anyText,
    event: fc.constantFrom("read", "favorited", "unfavorited", "drawn"),
    tip: anyText,
  }),
  fc.record({ at: anyText, event: fc.constant("returned" as const) }),
  fc.record({ at: anyText, event: fc.constant("returned" as const), topics: fc.array(anyText) }),
);

describe("the journal", () => {
  it("gives back what was written, one line an event", () => {
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const lines = events.map(lineOf);
        for (const line of lines) expect(line.indexOf("\n")).toBe(line.length - 1);
        expect(parseJournal(lines.join(""))).toEqual({ events, damaged: 0 });
      }),
    );
  });

  it("loses one event where a line is cut off, and no other", () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1 }), fc.nat(), (events, where) => {
        const whole = events.map(lineOf).join("");
        const last = lineOf(events.at(-1) as JournalEvent);
        const cut = whole.length - 1 - (where % (last.length - 1));
        const read = parseJournal(whole.slice(0, cut));
        expect(events.slice(0, read.events.length)).toEqual(read.events);
        expect(read.events.length).toBeGreaterThanOrEqual(events.length - 1);
      }),
    );
  });

  it.each([
    "{",
    "null",
    "[]",
    "1",
    '"read"',
    "{}",
    '{"at":"x","event":"read"}',
    '{"at":"x","event":"read","tip":7}',
    '{"event":"read","tip":"a"}',
    '{"at":1,"event":"read","tip":"a"}',
    '{"at":"x","event":"burned","tip":"a"}',
    '{"at":"x","event":"toString","tip":"a"}',
    '{"at":"x","event":"returned","topics":"all"}',
    '{"at":"x","event":"returned","topics":[1]}',
    "\0\0\0\0",
    "[".repeat(100_000),
  ])("counts a damaged line and reads on: %.40s", (line) => {
    const good: JournalEvent = { at: "2026-01-20T08:00:00.000Z", event: "read", tip: "a" };
    const text = `${lineOf(good)}${line}\n\n  \n${lineOf(good)}`;
    expect(parseJournal(text)).toEqual({ events: [good, good], damaged: 1 });
  });

  it("has no events where there is no text", () => {
    expect(parseJournal("")).toEqual({ events: [], damaged: 0 });
  });
});
