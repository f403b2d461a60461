import type { Day } from "../core/calendar.ts";
import { quoted } from "../core/text.ts";
import type { Tip } from "../core/tip.ts";
import { tipOfTheWeek } from "../core/tip-of-the-week.ts";

/** What a change of the library does to the tips of the weeks, which one would not expect of it. */
export interface OtherWeeks {
  /** Whether weeks without a tip of their own have others now. */
  readonly dealtAnew: boolean;
  /** This week's tip before and after, where it is another. */
  readonly thisWeek?: { readonly before: Tip; readonly after: Tip };
}

/** From the tips before the change and after it. */
export function otherWeeks(
  before: readonly Tip[],
  after: readonly Tip[],
  today: Day,
  dealtAnew: boolean,
): OtherWeeks {
  const [old, now] = [before, after].map((tips) => tipOfTheWeek({ tips }, today)?.tip);
  const isOther = old !== undefined && now !== undefined && old.id !== now.id;
  return { dealtAnew, ...(isOther && { thisWeek: { before: old, after: now } }) };
}

/** In one line; none where every week has the tip that it had. */
export function weeksRemark({ dealtAnew, thisWeek }: OtherWeeks, dry = false): string[] {
  const dealt = dry
    ? "weeks without a tip of their own would show others than before, as other tips would take turns in them"
    : "weeks without a tip of their own show others than before, as other tips take turns in them";
  if (!thisWeek) return dealtAnew ? [`${dealt}; this week ${dry ? "would keep" : "keeps"} its tip`] : [];
  const [before, after] = [thisWeek.before, thisWeek.after].map(({ title }) => quoted(title));
  const said = dry
    ? `this week's tip would be ${after} (it is ${before})`
    : `this week's tip is now ${after} (it was ${before})`;
  return [dealtAnew ? `${said}; ${dealt}` : said];
}
