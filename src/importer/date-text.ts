import { type Day, dayOf, dayOfIso, exists, isoOf, MONTHS } from "../core/calendar.ts";
import { parseSlashes } from "../core/dates.ts";
import type { IsoDate } from "../core/tip.ts";

/** A date as tips as Markdown have it: `2026-01-20`, with a time behind it, `1/20/2026`, or `January 20, 2026`. */
export function isoDateOf(text: string): IsoDate | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(text.trim())?.[1];
  if (iso !== undefined) {
    const day = dayOfIso(iso);
    return day === undefined ? undefined : isoOf(day);
  }
  const day = parseSlashes(text.trim()) ?? named(text.trim());
  return day === undefined ? undefined : isoOf(day);
}

function named(text: string): Day | undefined {
  const parts = /^([A-Za-z]{3,9})\.? (\d{1,2}), (\d{1,4})$/.exec(text);
  const name = parts?.[1]?.toLowerCase() ?? "";
  const month = MONTHS.findIndex((each) => each.toLowerCase() === name) + 1;
  const date = { year: Number(parts?.[3]), month, day: Number(parts?.[2]) };
  return parts && exists(date) ? dayOf(date) : undefined;
}
