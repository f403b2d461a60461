import { type Day, dayOfIso, isoOf, MONTHS, twoDigits } from "../calendar.ts";
import { monthNamed, parseDate } from "../dates.ts";
import type { IsoDate } from "../tip.ts";

/** A time of publication that a query names: the start of the ISO date, such as `2026`, `2026-01` or `-01-`. */
export interface NamedTime {
  readonly matches: (published: IsoDate) => boolean;
  /** As it is said back: `January 2026`. */
  readonly label: string;
}

export interface Dated {
  readonly time: NamedTime | undefined;
  /** What the query says besides. */
  readonly rest: string;
}

const MONTH = `(?:${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`)
  .join("|")
  .replace("Sep(?:tember)?", "Sept?(?:ember)?")})`;
const YEAR = "(?:19|20)\\d\\d";
const MONTH_AND_YEAR = new RegExp(`\\b(${MONTH})\\.?,?\\s+(?:of\\s+)?(${YEAR})\\b`, "i");
const MONTH_DAY_YEAR = new RegExp(`\\b(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(${YEAR})\\b`, "i");
const NUMERIC = /(?<![\w/])(\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/(?:\d{4}|\d\d))(?![\w/])/;
const YEAR_AND_MONTH = new RegExp(`(?<![\\w-])(${YEAR})-(0[1-9]|1[0-2])(?![\\w-])`);
const YEAR_ALONE = new RegExp(`(?<![\\w/-])(${YEAR})(?![\\w/-])`);

/** Takes a date, a month or a year out of a query; `today` is the day that two-digit years and such start from. */
export function takeTime(query: string, today: Day): Dated {
  for (const read of /\d/.test(query) ? [readDay, readMonth, readYear] : [readMonthAlone]) {
    const dated = read(query, today);
    if (dated) return dated;
  }
  return { time: undefined, rest: query };
}

function readDay(query: string, today: Day): Dated | undefined {
  const numeric = NUMERIC.exec(query);
  if (numeric) return onDay(query, numeric[0], parseDate(numeric[0], today));
  const written = MONTH_DAY_YEAR.exec(query);
  if (!written) return undefined;
  const iso = `${written[3]}-${twoDigits(monthNamed(written[1]))}-${twoDigits(Number(written[2]))}`;
  return onDay(query, written[0], dayOfIso(iso));
}

function onDay(query: string, found: string, day: Day | undefined): Dated | undefined {
  if (day === undefined) return undefined;
  const iso = isoOf(day);
  return { time: { matches: (published) => published === iso, label: iso }, rest: query.replace(found, " ") };
}

function readMonth(query: string): Dated | undefined {
  const digits = YEAR_AND_MONTH.exec(query);
  const named = MONTH_AND_YEAR.exec(query);
  const month = digits ? Number(digits[2]) : monthNamed(named?.[1]);
  const year = digits ? digits[1] : named?.[2];
  const found = (digits ?? named)?.[0];
  if (found === undefined) return undefined;
  const start = `${year}-${twoDigits(month)}-`;
  return {
    time: { matches: (published) => published.startsWith(start), label: `${MONTHS[month - 1]} ${year}` },
    rest: query.replace(found, " "),
  };
}

/** `January`, `in Jan.`, and nothing else; `may` and `march` are words. */
function readMonthAlone(query: string): Dated | undefined {
  const name = query
    .trim()
    .replace(/^in\s+/i, "")
    .replace(/\.$/, "");
  const month = monthNamed(name);
  if (month === 0 || name === "may" || name === "march") return undefined;
  const middle = `-${twoDigits(month)}-`;
  return {
    time: { matches: (published) => published.includes(middle), label: MONTHS[month - 1] ?? name },
    rest: "",
  };
}

function readYear(query: string): Dated | undefined {
  const year = YEAR_ALONE.exec(query)?.[0];
  if (year === undefined) return undefined;
  return {
    time: { matches: (published) => published.startsWith(`${year}-`), label: year },
    rest: query.replace(year, " "),
  };
}
