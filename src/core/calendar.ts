import type { IsoDate } from "./tip.ts";

/**
 * Civil dates without time or zone, in the proleptic Gregorian calendar, as whole days since 1970-01-01.
 * `Date` is not used: it knows instants, not days, and reads years below 100 as 19xx.
 */
export type Day = number;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const DAYS_IN_ERA = 146_097; // 400 years
const DAYS_TO_EPOCH = 719_468; // 0000-03-01 to 1970-01-01

/** 0001-01-01 and 9999-12-31: no date outside is read or shown. */
export const FIRST_DAY: Day = dayOf({ year: 1, month: 1, day: 1 });
export const LAST_DAY: Day = dayOf({ year: 9999, month: 12, day: 31 });

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** The day of a date that exists. Source: Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”. */
export function dayOf({ year, month, day }: CivilDate): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - DAYS_TO_EPOCH;
}

/** The date of a day; the inverse of `dayOf`. */
export function civilOf(day: Day): CivilDate {
  const shifted = day + DAYS_TO_EPOCH;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of a month, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether there is such a date between the years 1 and 9999. */
export function exists({ year, month, day }: CivilDate): boolean {
  return (
    year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

/** `YYYY-MM-DD`. */
export function isoOf(day: Day): IsoDate {
  const { year, month, day: dayOfMonth } = civilOf(day);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

/** The day of a `YYYY-MM-DD` that exists, else undefined. */
export function dayOfIso(iso: IsoDate): Day | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!parts) return undefined;
  const date = {
    year: Number(parts[1]),
    month: Number(parts[2]),
    day: Number(parts[3]),
  };
  return exists(date) ? dayOf(date) : undefined;
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
