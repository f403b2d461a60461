import { civilOf, type Day, isoOf, twoDigits } from "./calendar.ts";
import { compare, type Season, type Tip } from "./tip.ts";
import { type Week, weekOf } from "./week.ts";

/** Why a tip is the tip of its week. */
export type Reason = "published" | "season" | "rotation";

/** All that the choice needs to know of a tip. */
export type Dated = Pick<Tip, "id" | "published" | "season">;

export interface Choice<Entry extends Dated = Tip> {
  readonly week: Week;
  readonly reason: Reason;
  readonly tip: Entry;
}

/**
 * The tip of the week that holds `day`: one published in that week, else one whose season it is, else the next
 * of the rotation. Undefined only where the library is empty. Depends on nothing but its arguments.
 */
export function tipOfTheWeek<Entry extends Dated>(
  library: { readonly tips: readonly Entry[] },
  day: Day,
): Choice<Entry> | undefined {
  const week = weekOf(day);
  const published = publishedIn(library.tips, week);
  if (published) return { week, reason: "published", tip: published };
  const seasonal = inSeason(library.tips, week);
  if (seasonal) return { week, reason: "season", tip: seasonal };
  const rotating = inRotation(library.tips, week);
  return rotating && { week, reason: "rotation", tip: rotating };
}

/** The latest; of several on one day the first by id. */
function publishedIn<Entry extends Dated>(tips: readonly Entry[], week: Week): Entry | undefined {
  const [from, to] = [isoOf(week.from), isoOf(week.to)];
  let latest: Entry | undefined;
  for (const tip of tips) {
    if (tip.published < from || tip.published > to) continue;
    const later = latest ? compare(tip.published, latest.published) : 1;
    if (later > 0 || (later === 0 && latest && tip.id < latest.id)) latest = tip;
  }
  return latest;
}

function inSeason<Entry extends Dated>(tips: readonly Entry[], week: Week): Entry | undefined {
  const { year, month, day } = civilOf(week.from);
  const monthDay = `${twoDigits(month)}-${twoDigits(day)}`;
  const inTurn = tips.filter((tip) => tip.season && holds(tip.season, monthDay)).sort(byRotation);
  return inTurn[modulo(yearOf(inTurn[0]?.season, year, monthDay), inTurn.length)];
}

/** The year that a season began in: behind the new year that is the one before, and the turn is still the same. */
function yearOf(season: Season | undefined, year: number, monthDay: string): number {
  return season && season.from > season.to && monthDay <= season.to ? year - 1 : year;
}

function holds({ from, to }: Season, monthDay: string): boolean {
  return from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to;
}

/**
 * Where nothing was published and no season holds, all tips without a season take turns; where all have one, they do.
 * Only the one whose turn it is is looked for: to put all in order would take most of a run with a large library.
 */
function inRotation<Entry extends Dated>(tips: readonly Entry[], week: Week): Entry | undefined {
  const plain = tips.filter((tip) => !tip.season);
  const rotation = plain.length > 0 ? plain : tips;
  const hashes = Float64Array.from(rotation, ({ id }) => hashOf(id));
  const sorted = hashes.slice().sort();
  const turn = modulo(week.number, rotation.length);
  const hash = sorted[turn];
  const twins = rotation.filter((_, at) => hashes[at] === hash).sort(byRotation);
  return twins[turn - sorted.indexOf(hash ?? 0)];
}

function byRotation(a: Dated, b: Dated): number {
  return hashOf(a.id) - hashOf(b.id) || compare(a.id, b.id);
}

/** FNV-1a, 32 bits, over UTF-16 code units: an order that says nothing about title or date. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/** The remainder that is never negative; NaN for a count of 0, which indexes nothing. */
function modulo(value: number, count: number): number {
  return ((value % count) + count) % count;
}
