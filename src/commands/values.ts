import type { Context } from "../context.ts";
import type { Day } from "../core/calendar.ts";
import { WIDTHS } from "../core/choices.ts";
import { DATE_FORMS, namesNone, parseDate, parseSpan } from "../core/dates.ts";
import { nearest } from "../core/edit-distance.ts";
import { findTopic } from "../core/filter.ts";
import { joined, quoted } from "../core/text.ts";
import { UsageError } from "../errors.ts";
import type { Option } from "./command.ts";

/** Reads the text of an option into its value. Each throws a UsageError that names the option and what it takes. */
type Reader = (texts: readonly string[], name: string, context: Context) => unknown;

const MOST_COUNTED = 1_000_000;
/** Fifteen digits: a clock's milliseconds pass as a seed, and every number is exact. */
const MOST_INTEGER = 999_999_999_999_999;

const READERS: Readonly<Record<Option["kind"], Reader>> = {
  flag: () => true,
  text: (texts) => texts.at(-1),
  count: (texts, name) => readWhole(texts.at(-1) ?? "", name, 1, MOST_COUNTED),
  integer: (texts, name) => readWhole(texts.at(-1) ?? "", name, -MOST_INTEGER, MOST_INTEGER),
  width: (texts, name) => readWhole(texts.at(-1) ?? "", name, WIDTHS.least, WIDTHS.most),
  years: (texts, name) => texts.map((text) => readWhole(text, name, 1, 9999)),
  date: (texts, name, context) => readDate(texts.at(-1) ?? "", name, context.today()),
  start: (texts, name, context) => readSpan(texts.at(-1) ?? "", name, context.today()).from,
  end: (texts, name, context) => readSpan(texts.at(-1) ?? "", name, context.today()).to,
  topics: (texts, _name, context) => texts.map((text) => readTopic(text, context)),
};

/** The value of an option that was given, once or more than once; what is given last counts unless all do. */
export function readOption(
  option: Option,
  name: string,
  texts: readonly string[],
  context: Context,
): unknown {
  for (const text of texts) if (option.choices) readChoice(text, option.choices, `--${name}`);
  return READERS[option.kind](texts, `--${name}`, context);
}

/** A whole number within bounds. */
export function readWhole(text: string, name: string, least: number, most: number): number {
  const value = /^[+-]?\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(
    `${name} cannot be ${quoted(text)}`,
    `it takes a whole number from ${least} to ${most}`,
  );
}

export function readDate(text: string, name: string, today: Day): Day {
  const day = parseDate(text, today);
  if (day !== undefined) return day;
  throw noDate(text, name, DATE_FORMS, namesNone(text, false, today));
}

function readSpan(text: string, name: string, today: Day): { from: Day; to: Day } {
  const span = parseSpan(text, today);
  if (span) return span;
  throw noDate(text, name, `${DATE_FORMS}, 2026-01, January 2026, 2026`, namesNone(text, true, today));
}

function noDate(text: string, name: string, forms: string, isNone: boolean): UsageError {
  const typed = text.replace(/^−/, "-");
  const why = isNone ? ", which does not exist" : "";
  return new UsageError(`${name} cannot be ${quoted(typed)}${why}`, `dates are read as ${forms}`);
}

/** One of the allowed texts. */
export function readChoice(text: string, choices: readonly string[], name: string): void {
  if (choices.includes(text)) return;
  const [near] = nearest(text, choices);
  const meant = near === undefined ? "" : `did you mean ${near}? `;
  throw new UsageError(`${name} cannot be ${quoted(text)}`, `${meant}it takes ${joined(choices, "or")}`);
}

function readTopic(text: string, context: Context): string {
  const found = findTopic(context.library(), text);
  if ("topic" in found) return found.topic.id;
  const advice = found.near.length > 0 ? `did you mean ${joined(found.near, "or")}?` : "see 'cstip topics'";
  throw new UsageError(`there is no topic ${quoted(text)}`, advice);
}
