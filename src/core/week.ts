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
  const number = Math.floor((day - FIRST_TUESDAY) / 7);
  const from = FIRST_TUESDAY + number * 7;
  return { number, from, to: from + 6 };
}
