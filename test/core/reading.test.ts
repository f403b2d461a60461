import { describe, expect, it } from "vitest";
import type { JournalEvent } from "../../src/core/journal-event.ts";
import { favoriteTips, lastRead, missedWeeks, readTips } from "../../src/core/reading.ts";

const at = "2026-11-23T08:00:00.000Z";
const inTime = (week: number): JournalEvent => ({ at, event: "read", tip: `t${week}`, week });
const late = (week: number): JournalEvent => ({ at, event: "read", tip: `t${week}`, week, late: true });
const shown: JournalEvent = { at, event: "read", tip: "x" };
const favorited = (tip: string): JournalEvent => ({ at, event: "favorited", tip });

describe("missedWeeks", () => {
  it("are those between the last week read in its time and this one", () => {
    expect(missedWeeks([inTime(9), inTime(10)], 14)).toEqual([11, 12, 13]);
    expect(missedWeeks([inTime(13)], 14)).toEqual([]);
    expect(missedWeeks([inTime(12), inTime(10)], 14)).toEqual([13]);
  });

  it("are the same once this week's tip was read, so that the hint under it holds", () => {
    expect(missedWeeks([inTime(10), inTime(14)], 14)).toEqual([11, 12, 13]);
  });

  it("do not count those read late, and a late reading does not hide the others", () => {
    expect(missedWeeks([inTime(10), late(12)], 14)).toEqual([11, 13]);
  });

  it("are none for who never read the tip of a week", () => {
    expect(missedWeeks([], 14)).toEqual([]);
    expect(missedWeeks([shown, favorited("a")], 14)).toEqual([]);
    expect(missedWeeks([{ ...favorited("a"), week: 12 } as JournalEvent], 14)).toEqual([]);
  });

  it("take no notice of weeks to come, written down while the clock was wrong", () => {
    expect(missedWeeks([inTime(10), inTime(500)], 13)).toEqual([11, 12]);
    expect(missedWeeks([inTime(10)], 3)).toEqual([]);
  });

  it("go back as far as is asked, and leave out what was read", () => {
    expect(missedWeeks([inTime(8), inTime(13)], 14, 6)).toEqual([6, 7, 9, 10, 11, 12]);
    expect(missedWeeks([], 3, 1)).toEqual([1, 2]);
  });
});

describe("what is folded from events", () => {
  it("knows favorites that were taken back, and came again", () => {
    const unfavorited: JournalEvent = { at, event: "unfavorited", tip: "a" };
    expect([...favoriteTips([favorited("a"), favorited("b"), unfavorited])]).toEqual(["b"]);
    expect([...favoriteTips([favorited("a"), unfavorited, favorited("a")])]).toEqual(["a"]);
    expect([...favoriteTips([favorited("a"), favorited("b"), favorited("a")])]).toEqual(["b", "a"]);
  });

  it("keeps a favorite that is read, drawn, or put back into the bag", () => {
    const others: JournalEvent[] = [
      { at, event: "read", tip: "a" },
      { at, event: "drawn", tip: "a" },
      { at, event: "returned" },
    ];
    expect([...favoriteTips([favorited("a"), ...others])]).toEqual(["a"]);
    expect([...favoriteTips(others)]).toEqual([]);
  });

  it("knows what was read, and what last", () => {
    expect([...readTips([shown, inTime(1), favorited("a")])]).toEqual(["x", "t1"]);
    expect(lastRead([shown, inTime(1), favorited("a")])).toBe("t1");
    expect(lastRead([])).toBeUndefined();
  });
});
