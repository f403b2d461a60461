import { civilOf, type Day, dayOfIso, twoDigits } from "./calendar.ts";
import { compare, type Library, type Season, type Tip } from "./tip.ts";
import { type Week, weekOf } from "./week.ts";

/** Why a tip is the tip of its week. */
export type Reason = "published" | "season" | "rotation";

export interface Choice {
  readonly week: Week;
  readonly reason: Reason;
  readonly tip: Tip;
}

/**
 * The tip of the week that holds `day`: one published in that week, else one whose season it is, else the next
 * of the rotation. Undefined only where the library is empty. Depends on nothing but its arguments.
 */
export function tipOfTheWeek(library: Library, day: Day): Choice | undefined {
  const week = weekOf(day);
  const published = publishedIn(library.tips, week);
  if (published) return { week, reason: "published", tip: published };
  const seasonal = inSeason(library.tips, week);
  if (seasonal) return { week, reason: "season", tip: seasonal };
  const rotating = inRotation(library.tips, week);
  return rotating && { week, reason: "rotation", tip: rotating };
}

/** The latest; of several on one day the first by id. */
function publishedIn(tips: readonly Tip[], week: Week): Tip | undefined {
  let latest: Tip | undefined;
  for (const tip of tips) {
    const day = dayOfIso(tip.published);
    if (day === undefined || day < week.from || day > week.to) continue;
    const later = latest ? compare(tip.published, latest.published) : 1;
    if (later > 0 || (later === 0 && latest && tip.id < latest.id)) latest = tip;
  }
  return latest;
}

function inSeason(tips: readonly Tip[], week: Week): Tip | undefined {
  const { year, month, day } = civilOf(week.from);
  const monthDay = `${twoDigits(month)}-${twoDigits(day)}`;
  const inTurn = tips.filter((tip) => tip.season && holds(tip.season, monthDay)).sort(byRotation);
  return inTurn[modulo(year, inTurn.length)];
}

function holds({ from, to }: Season, monthDay: string): boolean {
  return from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to;
}

/** Where nothing was published and no season holds, all tips without a season take turns; where all have one, they do. */
function inRotation(tips: readonly Tip[], week: Week): Tip | undefined {
  const plain = tips.filter((tip) => !tip.season);
  const rotation = plain.length > 0 ? plain : [...tips];
  const hashes = new Map(rotation.map((tip) => [tip, hashOf(tip.id)]));
  rotation.sort((a, b) => (hashes.get(a) ?? 0) - (hashes.get(b) ?? 0) || compare(a.id, b.id));
  return rotation[modulo(week.number, rotation.length)];
}

function byRotation(a: Tip, b: Tip): number {
  return hashOf(a.id) - hashOf(b.id) || compare(a.id, b.id);
}

/** FNV-1a, 32 bits, over UTF-16 code units: an order that says nothing about title or date. */
function hashOf(text: string): number {
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
