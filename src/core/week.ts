import type { Day } from "./calendar.ts";

/** Seven days from a Tuesday, the day on which the tips are published. */
export interface Week {
  /** Whole weeks since Tuesday 1970-01-06; negative before. */
  readonly number: number;
  /** Its Tuesday. */
  readonly from: Day;
  /** Its Monday. */
  readonly to: Day;
}

const FIRST_TUESDAY: Day = 5; // 1970-01-06

/** The week that holds a day. */
export function weekOf(day: Day): Week {
  return weekNumbered(Math.floor((day - FIRST_TUESDAY) / 7));
}

/** The week of a number. */
export function weekNumbered(number: number): Week {
  const from = FIRST_TUESDAY + number * 7;
  return { number, from, to: from + 6 };
}
