import { describe, expect, it } from "vitest";
import { isoOf } from "../../src/core/calendar.ts";
import { parseDate } from "../../src/core/dates.ts";
import { isDateText, isoDateOf } from "../../src/importer/date-text.ts";

/** Dates of imported tips, in the forms in which a person types them too. */

describe("isoDateOf", () => {
  it.each(["January 20, 2026", "Jan. 20th 2026", "20 January 2026", "20th. jan., 2026", "JANUARY 20, 2026"])(
    "reads %s as an argument is read",
    (text) => {
      expect(isoDateOf(text)).toBe("2026-01-20");
      expect(isoOf(parseDate(text, 0) ?? 0)).toBe("2026-01-20");
    },
  );

  it("takes any year, of which a person would type four digits", () => {
    expect(isoDateOf("January 20, 26")).toBe("0026-01-20");
    expect(parseDate("January 20, 26", 0)).toBeUndefined();
  });

  it("takes what does not exist for a date, and for none that can be read", () => {
    expect(isDateText("February 30, 2026")).toBe(true);
    expect(isoDateOf("February 30, 2026")).toBeUndefined();
    expect(isDateText("Foo 3, 2026")).toBe(false);
  });
});
