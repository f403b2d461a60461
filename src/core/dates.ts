import { type Day, dayOf, dayOfIso, exists, FIRST_DAY, LAST_DAY } from "./calendar.ts";

/** The forms of a date that are read, for help and for errors. */
export const DATE_FORMS = "2026-01-20, 1/20/26, today, yesterday, tomorrow, +2w, -10d";

const RELATIVE: Readonly<Record<string, number>> = {
  yesterday: -1,
  today: 0,
  tomorrow: 1,
};

/**
 * Reads a date as a person types it; see `DATE_FORMS`. `today` is the day that relative forms start from.
 * Undefined where the text has no such form, or names a day that does not exist between years 1 and 9999.
 */
export function parseDate(text: string, today: Day): Day | undefined {
  const word = text.trim().toLowerCase();
  if (Object.hasOwn(RELATIVE, word)) return within(today + (RELATIVE[word] ?? 0));
  return dayOfIso(word) ?? parseOffset(word, today) ?? parseSlashes(word);
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
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(word);
  if (!parts) return undefined;
  const digits = parts[3] ?? "";
  const short = Number(digits);
  const year = digits.length === 4 ? short : short + (short < 69 ? 2000 : 1900);
  const date = { year, month: Number(parts[1]), day: Number(parts[2]) };
  return exists(date) ? dayOf(date) : undefined;
}

function within(day: Day): Day | undefined {
  return day >= FIRST_DAY && day <= LAST_DAY ? day : undefined;
}
