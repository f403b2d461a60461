import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilOf, dayOf, dayOfIso, exists, FIRST_DAY, isoOf, LAST_DAY } from "../../src/core/calendar.ts";

const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });

describe("days", () => {
  it("agree with the calendar of the platform from year 1 to 9999", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(isoOf(day)).toBe(new Date(day * 86_400_000).toISOString().slice(-24, -14).padStart(10, "0"));
      }),
      { numRuns: 2_000 },
    );
  });

  it("come back from a civil date and from ISO", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayOf(civilOf(day))).toBe(day);
        expect(dayOfIso(isoOf(day))).toBe(day);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    "2026-02-29",
    "2026-02-30",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "0000-01-01",
    "26-01-01",
    "2026-1-1",
    "2026-04-31",
    "2026-06-31",
    "2026-09-31",
    "2026-11-31",
    "2026-12-32",
    "x2026-01-01",
    "2026-01-01x",
    "",
  ])("do not exist: %s", (iso) => expect(dayOfIso(iso)).toBeUndefined());

  it.each(["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2026-03-31", "2026-08-31"])(
    "exist: %s",
    (iso) => {
      expect(isoOf(dayOfIso(iso) as number)).toBe(iso);
    },
  );

  it("do not exist beyond the year 9999", () => {
    expect(exists({ year: 9999, month: 12, day: 31 })).toBe(true);
    expect(exists({ year: 10_000, month: 1, day: 1 })).toBe(false);
  });
});
