import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIRST_DAY, isoOf, LAST_DAY } from "../../src/core/calendar.ts";
import { DATE_FORMS, parseDate } from "../../src/core/dates.ts";
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
  ])("reads %s", (text, iso) => expect(read(text)).toBe(iso));

  it.each([
    "2026-02-30",
    "2/30/26",
    "13/1/26",
    "2026/01/20",
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

  it("reads every form that help and errors name", () => {
    const forms = DATE_FORMS.split(", ");
    expect(forms).toHaveLength(7);
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
