import { expect, it } from "vitest";
import { parseJournal } from "../../src/core/journal.ts";
import { type JournalEvent, lineOf } from "../../src/core/journal-event.ts";
import { leftBehind } from "../../src/core/journal-folding.ts";

const at = "2026-11-23T08:00:00.000Z";

it("a journal of many short lines is read as one of long ones", () => {
  const events = Array.from({ length: 1_000 }, (_, number): JournalEvent => {
    return { at, event: "drawn", tip: String(number) };
  });
  const text = events.map((event, number) => `${lineOf(event)}${"\n".repeat(9)}x${number % 7}\n`).join("");
  const { events: found, damage } = parseJournal(text + text + lineOf(events[0] as JournalEvent));
  const damagedLines = damage.join("").split("\n").filter(Boolean);
  expect(found).toEqual([...events.slice(1), events[0]]);
  expect(damagedLines).toHaveLength(2_000);
  expect(damagedLines.slice(0, 8)).toEqual(["x0", "x1", "x2", "x3", "x4", "x5", "x6", "x0"]);
});

it("an older file of the journal has nothing to add where the newer is later, in whatever order it is written", () => {
  const star = (event: "favorited" | "unfavorited", second: number): JournalEvent => {
    return { at: `2026-11-23T08:00:0${second}.000Z`, event, tip: "a" };
  };
  const newer = [star("unfavorited", 6), star("favorited", 2)];
  expect(leftBehind([star("favorited", 4)], newer)).toEqual([]);
  expect(leftBehind([star("favorited", 7)], newer)).toEqual([star("favorited", 7)]);
  expect(leftBehind([star("unfavorited", 6)], newer)).toEqual([]);
});
