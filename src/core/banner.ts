import type { Day } from "./calendar.ts";
import type { Library } from "./tip.ts";
import { type Choice, tipOfTheWeek } from "./tip-of-the-week.ts";

/** A year and a week: whoever opens a shell once a year has a banner at hand. */
const WEEKS_AHEAD = 53;

/** What a login shell shows, from the week of `day` on; none where the library is empty. */
export function bannerWeeks(library: Library, day: Day): Choice[] {
  return Array.from(
    { length: WEEKS_AHEAD },
    (_, index) => tipOfTheWeek(library, day + 7 * index) ?? [],
  ).flat();
}
