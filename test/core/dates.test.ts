import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIRST_DAY, isoOf, LAST_DAY } from "../../src/core/calendar.ts";
import { DATE_FORMS, namesNone, parseDate, parseSpan } from "../../src/core/dates.ts";
import { longDate } from "../../src/render/phrases.ts";
import { day } from "../support/context.ts";

const today = day("2026-11-23");
const read = (text: string) => {
  const found = parseDate(text, today);
  return found === undefined ? undefined : isoOf(found);
};

describe("parseDate", () => {
  it.each([
    ["2026-01-20", "2026-01-20"],
    ["1/20/26", "2026-01-20"],
    ["01/20/2026", "2026-01-20"],
    ["12/31/13", "2013-12-31"],
    ["1/1/70", "1970-01-01"],
    ["today", "2026-11-23"],
    ["Yesterday", "2026-11-22"],
    [" tomorrow ", "2026-11-24"],
    ["+2w", "2026-12-07"],
    ["-10d", "2026-11-13"],
    ["−10d", "2026-11-13"],
    ["+0d", "2026-11-23"],
    ["1/1/69", "1969-01-01"],
    ["12/31/68", "2068-12-31"],
    ["2026/01/20", "2026-01-20"],
    ["2026-1-5", "2026-01-05"],
    ["January 20, 2026", "2026-01-20"],
    ["jan 20 2026", "2026-01-20"],
    ["Jan. 20th, 2026", "2026-01-20"],
    ["20 January 2026", "2026-01-20"],
    ["Sept 1 2026", "2026-09-01"],
    ["May 3, 2026", "2026-05-03"],
    ["20260120", "2026-01-20"],
    ["last week", "2026-11-16"],
    ["This Week", "2026-11-23"],
    ["next week", "2026-11-30"],
    ["Jan 20", "2026-01-20"],
    ["January 20th", "2026-01-20"],
    ["20 January", "2026-01-20"],
    ["31 Dec.", "2026-12-31"],
  ])("reads %s", (text, iso) => expect(read(text)).toBe(iso));

  it.each([
    "2026-02-30",
    "2/30/26",
    "13/1/26",
    "2026/01-20",
    "2026-13-1",
    "2026-1-32",
    "February 30, 2026",
    "31 Nov 2026",
    "Foo 3 2026",
    "20 January 26",
    "January 20 26",
    "Feb 29",
    "Foo 20",
    "20261301",
    "20260230",
    "00000101",
    "2026012",
    "202601200",
    "last month",
    "week",
    "January 2026",
    "2026",
    "2026-01",
    "20-01-2026",
    "1/20/126",
    "10d",
    "+10",
    "+1x",
    "1+2w",
    "+2ww",
    "x1/20/26",
    "11/20/26x",
    "+9999999w",
    "-9999999w",
    "constructor",
    "",
  ])("does not read %s", (text) => expect(read(text)).toBeUndefined());

  it("reads dates as they are printed", () => {
    fc.assert(
      fc.property(fc.integer({ min: day("0100-01-01"), max: LAST_DAY }), (date) => {
        expect(parseDate(longDate(date), today)).toBe(date);
        expect(parseDate(isoOf(date), today)).toBe(date);
      }),
    );
  });

  it("reads every form that help and errors name", () => {
    const forms = DATE_FORMS.split(", ");
    expect(forms).toHaveLength(8);
    for (const form of forms) expect(read(form), form).toBeDefined();
  });

  it("reads the first and the last day there is, and none beyond", () => {
    expect([parseDate("today", FIRST_DAY), parseDate("yesterday", FIRST_DAY)]).toEqual([
      FIRST_DAY,
      undefined,
    ]);
    expect([parseDate("+0w", LAST_DAY), parseDate("tomorrow", LAST_DAY)]).toEqual([LAST_DAY, undefined]);
  });

  it("answers only days between years 1 and 9999, whatever it is given", () => {
    const offset = fc.tuple(fc.constantFrom("+", "-", "−"), fc.nat(9_999_999), fc.constantFrom("d", "w"));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          offset.map((parts) => parts.join("")),
        ),
        (text) => {
          const found = parseDate(text, today);
          expect(found === undefined || (found >= FIRST_DAY && found <= LAST_DAY)).toBe(true);
        },
      ),
    );
  });
});

describe("namesNone", () => {
  it("tells a day that does not exist from what is no date", () => {
    const none = [
      "2026-02-30",
      "2/30/26",
      "13/1/26",
      "2026-13-1",
      "February 30, 2026",
      "31 Nov 2026",
      "0000-01-01",
      "Feb 29",
      "31 Nov",
    ];
    const isNone = (text: string, span: boolean) => namesNone(text, span, today);
    for (const text of none) expect([isNone(text, false), read(text)], text).toEqual([true, undefined]);
    for (const text of ["2024-02-29", "today", "soon", "Foo 3 2026", "2026-13", "+9x", "", "2026/01-20"])
      expect(isNone(text, false), text).toBe(false);
    // Other numbers have eight digits too.
    for (const text of ["20260230", "Jan 20", "last week"]) expect(isNone(text, false), text).toBe(false);
    for (const text of ["2025-13", "2025-00", "0000", "2026-02-30", "March 0000"])
      expect(isNone(text, true), text).toBe(true);
    for (const text of ["2025-12", "2025", "20255", "25", "March 2025", "Foo 2025"])
      expect(isNone(text, true), text).toBe(false);
  });

  it("asks whether the day exists in this year where it has none of its own", () => {
    const leap = day("2028-05-01");
    expect([namesNone("Feb 29", false, leap), parseDate("Feb 29", leap)]).toEqual([false, day("2028-02-29")]);
  });
});

describe("parseSpan", () => {
  const span = (text: string) => {
    const found = parseSpan(text, today);
    return found && `${isoOf(found.from)} ${isoOf(found.to)}`;
  };

  it("reads a day, a month and a year from their first day to their last", () => {
    expect(span("2025")).toBe("2025-01-01 2025-12-31");
    expect(span("2024-02")).toBe("2024-02-01 2024-02-29");
    expect(span("2025/6")).toBe("2025-06-01 2025-06-30");
    expect(span("2025-06-03")).toBe("2025-06-03 2025-06-03");
    expect(span(" yesterday")).toBe("2026-11-22 2026-11-22");
    expect(span("march 2026")).toBe("2026-03-01 2026-03-31");
    expect(span("Feb. 2024")).toBe("2024-02-01 2024-02-29");
    expect(span("last week")).toBe("2026-11-16 2026-11-16");
    for (const text of ["march", "Foo 2026", "2026 march", "march 20266"])
      expect(span(text), text).toBeUndefined();
    for (const text of ["0000", "2025-13", "2025-00", "25", "20255", "2025-", "2025-02-30"])
      expect(span(text), text).toBeUndefined();
  });
});
