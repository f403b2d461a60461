import { type Day, dayOf, dayOfIso, exists, isoOf } from "../core/calendar.ts";
import { parseSlashes, writtenDate } from "../core/dates.ts";
import type { IsoDate } from "../core/tip.ts";

/** What to write in place of what is no date. */
export const DATE_FORMS = "write 2026-01-20, or January 20, 2026";

/**
 * A date as tips as Markdown have it: `2026-01-20`, with a time behind it, `1/20/2026`, `January 20, 2026`, or
 * `20 January 2026`; names of months may be cut.
 */
export function isoDateOf(text: string): IsoDate | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(text.trim())?.[1];
  if (iso !== undefined) {
    const day = dayOfIso(iso);
    return day === undefined ? undefined : isoOf(day);
  }
  const day = parseSlashes(text.trim()) ?? named(text.trim());
  return day === undefined ? undefined : isoOf(day);
}

/** Whether a text has the form of a date, be it one or none such as February 30, 2026. */
export function isDateText(text: string): boolean {
  const date = text.trim();
  return /^(?:\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{4})$/.test(date) || writtenDate(date) !== undefined;
}

function named(text: string): Day | undefined {
  const date = writtenDate(text);
  return date && exists(date) ? dayOf(date) : undefined;
}
