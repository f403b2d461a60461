import {
  type CivilDate,
  civilOf,
  type Day,
  dayOf,
  daysInMonth,
  exists,
  FIRST_DAY,
  LAST_DAY,
  MONTHS,
} from "./calendar.ts";

/** The forms of a date for help and for errors: the usual ones, and not all that are read. */
export const DATE_FORMS = "2026-01-20, 1/20/26, 20 January 2026, today, yesterday, tomorrow, +2w, -10d";

const RELATIVE: Readonly<Record<string, number>> = {
  yesterday: -1,
  today: 0,
  tomorrow: 1,
  "last week": -7,
  "this week": 0,
  "next week": 7,
};

/**
 * Reads a date as a person types it; see `DATE_FORMS`. `today` is the day that relative forms start from.
 * Undefined where the text has no such form, or names a day that does not exist between years 1 and 9999.
 */
export function parseDate(text: string, today: Day): Day | undefined {
  const word = text.trim().toLowerCase();
  if (Object.hasOwn(RELATIVE, word)) return within(today + (RELATIVE[word] ?? 0));
  return (
    dayThatExists(yearFirst(word) ?? eightDigits(word)) ??
    parseOffset(word, today) ??
    dayThatExists(slashes(word) ?? written(word, today))
  );
}

/** Whether a text has the form of a day, or where a `span` is asked for of a month or a year, and there is none such. */
export function namesNone(text: string, span: boolean, today: Day): boolean {
  const word = text.trim().toLowerCase();
  const date =
    yearFirst(word) ?? slashes(word) ?? written(word, today) ?? (span ? startOfSpan(word) : undefined);
  return date !== undefined && !exists(date);
}

/** The first and the last day of what a text names: a day as `parseDate` reads it, a month, or a year. */
export function parseSpan(text: string, today: Day): { readonly from: Day; readonly to: Day } | undefined {
  const day = parseDate(text, today);
  if (day !== undefined) return { from: day, to: day };
  const start = startOfSpan(text.trim());
  if (!start || !exists(start)) return undefined;
  const { year, wholeYear } = start;
  const month = wholeYear ? 12 : start.month;
  return { from: dayOf(start), to: dayOf({ year, month, day: daysInMonth(year, month) }) };
}

/** The first day of `2025`, `2025-06` or `June 2025`. */
function startOfSpan(word: string): (CivilDate & { readonly wholeYear: boolean }) | undefined {
  const [, name, yearBehind] = /^([a-z]{3,9})\.?,? (\d{4})$/i.exec(word) ?? [];
  const named = monthNamed(name);
  if (named > 0) return { year: Number(yearBehind), month: named, day: 1, wholeYear: false };
  const [, year, month] = /^(\d{4})(?:[-/](\d{1,2}))?$/.exec(word) ?? [];
  if (year === undefined) return undefined;
  return { year: Number(year), month: Number(month ?? 1), day: 1, wholeYear: month === undefined };
}

/** `2026-01-20`, `2026-1-20` or `2026/01/20`: with the year first nobody takes the month for the day. */
function yearFirst(word: string): CivilDate | undefined {
  const [, year, , month, day] = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(word) ?? [];
  return year === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) };
}

/** `20260120`, as names of files have it. Other numbers have eight digits too, so one that is no day is no date. */
function eightDigits(word: string): CivilDate | undefined {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(word) ?? [];
  return year === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) };
}

/**
 * `January 20, 2026` as the program prints it, also `Jan 20 2026` and `20 January 2026`; without a year it is that
 * of this one. Two digits are no year here.
 */
function written(word: string, today: Day): CivilDate | undefined {
  return writtenDate(/\d{3}$/.test(word) ? word : `${word} ${civilOf(today).year}`);
}

/** A date with the name of a month in it, be it one that exists or not. */
export function writtenDate(text: string): CivilDate | undefined {
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{1,4})$/i.exec(text);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3,9})\.?,? (\d{1,4})$/i.exec(text);
  const [month, day] = monthFirst ? [monthFirst[1], monthFirst[2]] : [dayFirst?.[2], dayFirst?.[1]];
  const found = monthNamed(month);
  const year = Number((monthFirst ?? dayFirst)?.[3]);
  return found === 0 ? undefined : { year, month: found, day: Number(day) };
}

/** A month by its name in any case, or the start of it as dates have it, from 1; 0 for a name that is none. */
export function monthNamed(name = ""): number {
  const start = name.toLowerCase().replace(/^sept$/, "sep");
  const whole = MONTHS.map((month) => month.toLowerCase());
  return whole.findIndex((month) => month === start || month.slice(0, 3) === start) + 1;
}

function dayThatExists(date: CivilDate | undefined): Day | undefined {
  return date && exists(date) ? dayOf(date) : undefined;
}

/** `+2w`, `-10d`. The typographic minus is read too: a phone types it, and so is an argument kept from looking like an option. */
function parseOffset(word: string, today: Day): Day | undefined {
  const parts = /^([+\-−])(\d{1,7})([dw])$/.exec(word);
  if (!parts) return undefined;
  const days = Number(parts[2]) * (parts[3] === "w" ? 7 : 1);
  return within(parts[1] === "+" ? today + days : today - days);
}

/** Month first, as the tips print it. Two digits of a year are read as POSIX does: 69 to 99 are 19xx. */
export function parseSlashes(word: string): Day | undefined {
  return dayThatExists(slashes(word));
}

function slashes(word: string): CivilDate | undefined {
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(word);
  if (!parts) return undefined;
  const digits = parts[3] ?? "";
  const short = Number(digits);
  const year = digits.length === 4 ? short : short + (short < 69 ? 2000 : 1900);
  return { year, month: Number(parts[1]), day: Number(parts[2]) };
}

function within(day: Day): Day | undefined {
  return day >= FIRST_DAY && day <= LAST_DAY ? day : undefined;
}
