import type { Day } from "./calendar.ts";
import type { Library, Tip } from "./tip.ts";
import { tipOfTheWeek } from "./tip-of-the-week.ts";

/** The tip that a login shell shows in a week. */
export interface BannerWeek {
  readonly number: number;
  readonly tip: Tip;
}

/** A year and a week: whoever opens a shell once a year has a banner at hand. */
const WEEKS_AHEAD = 53;

/** The tips from the week of `day` on; none where the library is empty. */
export function bannerWeeks(library: Library, day: Day): BannerWeek[] {
  return Array.from({ length: WEEKS_AHEAD }, (_, index) => tipOfTheWeek(library, day + 7 * index)).flatMap(
    (choice) => (choice ? [{ number: choice.week.number, tip: choice.tip }] : []),
  );
}
