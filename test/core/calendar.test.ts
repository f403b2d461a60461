import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilOf, dayOf, dayOfIso, FIRST_DAY, isoOf, LAST_DAY } from "../../src/core/calendar.ts";

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
    "",
  ])("do not exist: %s", (iso) => expect(dayOfIso(iso)).toBeUndefined());

  it.each(["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("exist: %s", (iso) => {
    expect(isoOf(dayOfIso(iso) as number)).toBe(iso);
  });
});
