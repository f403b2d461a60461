import { civilOf, dayOfIso, MONTHS } from "../core/calendar.ts";
import type { IsoDate } from "../core/tip.ts";
import { type Paint, paintFor } from "./paint.ts";
import type { Style, TipEntry } from "./view.ts";
import { widthOf } from "./width.ts";
import { padTo, wrap } from "./wrap.ts";

/** A list of tips to look through on a terminal: a line a tip, two where it is narrow. */

/** As in `May 30, 2026`. */
const DATE_COLUMNS = 12;
/** Narrower than this dates stand under the titles. */
const LEAST_BESIDE = 56;
/** So much room is enough to say topics. */
const LEAST_TOPICS = 12;
const GAP = 2;

/** `wanted` are topics that go before a tip's others. */
export function tipLines(entries: readonly TipEntry[], style: Style, wanted: readonly string[] = []): string {
  const paint = paintFor(style);
  const label = Math.max(...entries.map(({ number }) => `#${number}`.length)) + GAP;
  const star = entries.some(({ favorite }) => favorite) ? 2 : 0;
  const set = style.width < LEAST_BESIDE ? narrowLines : besideLines;
  const ordered = entries.map((entry) => withTopicsFirst(entry, wanted));
  const lines = set(ordered, style.width - label - star, paint, style.unicode).map(({ text, entry }) => {
    const margin = paint.quiet(padTo(entry ? `#${entry.number}` : "", label));
    return `${margin}${padTo(entry?.favorite ? "★" : "", star)}${text}`;
  });
  return `${lines.join("\n")}\n`;
}

export function starred(title: string, favorite: boolean | undefined): string {
  return favorite ? `★ ${title}` : title;
}

function withTopicsFirst(entry: TipEntry, wanted: readonly string[]): TipEntry {
  const { topics } = entry.tip;
  const first = topics.filter((topic) => wanted.includes(topic));
  if (first.length === 0) return entry;
  return { ...entry, tip: { ...entry.tip, topics: [...new Set([...first, ...topics])] } };
}

interface Line {
  readonly text: string;
  /** Of the first line of a tip: its number and star stand before it. */
  readonly entry?: TipEntry;
}

function narrowLines(entries: readonly TipEntry[], room: number, paint: Paint): Line[] {
  return entries.flatMap((entry) => {
    const [text = "", ...rest] = wrap(entry.tip.title, room).map((line) => paint.heading(line));
    const date = paint.quiet(shortDate(entry.tip.published));
    return [{ text, entry }, ...[...rest, date].map((line) => ({ text: line }))];
  });
}

/** Title, topics where there is room for them, and date. */
function besideLines(entries: readonly TipEntry[], room: number, paint: Paint, unicode: boolean): Line[] {
  const beside = room - GAP - DATE_COLUMNS;
  const titles = Math.min(beside, Math.max(...entries.map(({ tip }) => widthOf(tip.title))));
  const longest = Math.max(...entries.map(({ tip }) => widthOf(tip.topics.join(", "))));
  const topics = Math.min(beside - titles - GAP, Math.max(longest, LEAST_TOPICS));
  return entries.flatMap((entry) => {
    const { tip } = entry;
    const date = shortDate(tip.published).padStart(DATE_COLUMNS);
    const said =
      topics < LEAST_TOPICS
        ? ""
        : `  ${padTo(topicsWithin(tip.topics, topics, unicode ? "…" : "..."), topics)}`;
    const [first = "", ...rest] = wrap(tip.title, titles);
    const head = padTo(first, said === "" ? beside : titles);
    return [{ text: `${head}${paint.quiet(`${said}  ${date}`)}`, entry }, ...rest.map((text) => ({ text }))];
  });
}

/** The first topics, as many as fit: what `--topic` takes; with a mark where there are more and room to say so. */
function topicsWithin(topics: readonly string[], columns: number, more: string): string {
  let shown = "";
  for (const [place, topic] of topics.entries()) {
    const longer = shown === "" ? topic : `${shown}, ${topic}`;
    const mark = place + 1 < topics.length ? `, ${more}` : "";
    if (widthOf(longer + mark) <= columns) shown = longer;
    else
      return widthOf(`${shown}, ${more}`) <= columns && shown !== ""
        ? `${shown}, ${more}`
        : shown || fitting(topic, columns);
  }
  return shown;
}

function fitting(topic: string, columns: number): string {
  return widthOf(topic) <= columns ? topic : "";
}

function shortDate(date: IsoDate): string {
  const day = dayOfIso(date);
  if (day === undefined) return date;
  const { year, month, day: dayOfMonth } = civilOf(day);
  return `${MONTHS[month - 1]?.slice(0, 3)} ${dayOfMonth}, ${year}`;
}
