import { dayOf, daysInMonth, isLeapYear } from "./calendar.ts";

/**
 * Time zones that TZ describes by offset and rule and not by a name, in the form of POSIX: `JST-9`, `<+0330>-3:30`,
 * `CET-1CEST,M3.5.0,M10.5.0/3`. The platform knows names, and takes another time for these without a word.
 */

/** When the clock is changed, in every year. */
interface Change {
  readonly dayIn: (year: number) => number;
  /** Behind the midnight of that day, on the clock that is changed. */
  readonly seconds: number;
}

/** Offsets are seconds east of Greenwich. */
interface Zone {
  readonly standard: number;
  readonly daylight?: Daylight;
}

interface Daylight {
  readonly offset: number;
  readonly start: Change;
  readonly end: Change;
}

const HOUR = 3_600;
const DAY = 24 * HOUR;
const DAYS_IN_YEAR = 365.2425;
/** In form like the others, but the platform knows them, with their history. */
const NAMES: ReadonlySet<string> = new Set(["EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT"]);
/** Where no rule is given, that of the United States is meant. */
const USUAL_RULES = ["M3.2.0", "M11.1.0"] as const;

/** By how many seconds the clock is ahead of UTC at a moment, in seconds since 1970; undefined where TZ is a name. */
export function posixOffset(zone: string, moment: number): number | undefined {
  // Most names have no digit.
  const read = /\d/.test(zone) ? readZone(zone.replace(/^:/, "")) : undefined;
  if (!read) return undefined;
  const { standard, daylight } = read;
  return daylight && isDaylight(standard, daylight, moment) ? daylight.offset : standard;
}

function isDaylight(standard: number, { offset, start, end }: Daylight, moment: number): boolean {
  const year = 1970 + Math.floor((moment + standard) / DAY / DAYS_IN_YEAR);
  const startOf = (of: number) => start.dayIn(of) * DAY + start.seconds - standard;
  const endOf = (of: number) => end.dayIn(of) * DAY + end.seconds - offset;
  // It may last over the new year, and a change be a week away from its day.
  return [year - 2, year - 1, year, year + 1].some((of) => {
    const first = startOf(of);
    const last = endOf(of) > first ? endOf(of) : endOf(of + 1);
    return first <= moment && moment < last;
  });
}

function readZone(text: string): Zone | undefined {
  if (NAMES.has(text)) return undefined;
  const name = "(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)";
  const offset = "([+-]?[0-9:]+)";
  const form = new RegExp(`^${name}${offset}(?:(${name})${offset}?(?:,([^,]+),([^,]+))?)?$`);
  const [, west = "", hasDaylight, daylightWest, first, last] = form.exec(text) ?? [];
  const behind = secondsOf(west, 24);
  if (behind === undefined) return undefined;
  const standard = -behind;
  if (hasDaylight === undefined) return { standard };
  const daylightBehind = daylightWest === undefined ? behind - HOUR : secondsOf(daylightWest, 24);
  const start = readChange(first ?? USUAL_RULES[0]);
  const end = readChange(last ?? USUAL_RULES[1]);
  if (daylightBehind === undefined || !start || !end) return undefined;
  return { standard, daylight: { offset: -daylightBehind, start, end } };
}

/** `5`, `-3:30`, `+12:45:00`. */
function secondsOf(text: string, mostHours: number): number | undefined {
  const [, sign, ...parts] = /^([+-]?)(\d{1,3})(?::(\d{2})(?::(\d{2}))?)?$/.exec(text) ?? [];
  const [hours = Number.NaN, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  if (!(hours <= mostHours && minutes < 60 && seconds < 60)) return undefined;
  return (sign === "-" ? -1 : 1) * (hours * HOUR + minutes * 60 + seconds);
}

/** `M3.2.0`, `J60` or `59`, and perhaps the time: `/2`, `/-1:30`. A time may be that of another day of the week. */
function readChange(text: string): Change | undefined {
  const [day = "", time = "2", ...more] = text.split("/");
  const dayIn = dayInYear(day);
  const seconds = secondsOf(time, 167);
  return dayIn && seconds !== undefined && more.length === 0 ? { dayIn, seconds } : undefined;
}

function dayInYear(text: string): Change["dayIn"] | undefined {
  const [, month, week, weekday] = /^M(\d{1,2})\.([1-5])\.([0-6])$/.exec(text)?.map(Number) ?? [];
  if (month !== undefined && week !== undefined && weekday !== undefined)
    return month >= 1 && month <= 12 ? (year) => weekdayIn(year, month, week, weekday) : undefined;
  const [, julian, number] = /^(J?)(\d{1,3})$/.exec(text) ?? [];
  const count = Number(number);
  if (number === undefined || count > 365 || (julian && count < 1)) return undefined;
  const newYear = (year: number) => dayOf({ year, month: 1, day: 1 });
  // With J the 29th of February is not counted, and cannot be meant.
  return julian
    ? (year) => newYear(year) + count - (isLeapYear(year) && count >= 60 ? 0 : 1)
    : (year) => newYear(year) + count;
}

/** The first, second … of a weekday (Sunday is 0) in a month; 5 is the last, whichever that is. */
function weekdayIn(year: number, month: number, week: number, weekday: number): number {
  const first = dayOf({ year, month, day: 1 });
  // 1970-01-01 was a Thursday.
  const toWeekday = (((weekday - first - 4) % 7) + 7) % 7;
  const days = toWeekday + (week - 1) * 7;
  return first + (days < daysInMonth(year, month) ? days : days - 7);
}
