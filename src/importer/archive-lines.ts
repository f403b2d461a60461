import { dayOf, exists, isoOf } from "../core/calendar.ts";
import { cleanLine } from "../core/text.ts";
import type { IsoDate } from "../core/tip.ts";

/** What single lines of a saved archive page are. All take a line without white space at its ends, or make it so. */

export interface Heading {
  readonly title: string;
  /** Undefined where the date does not exist. */
  readonly published: IsoDate | undefined;
  readonly date: string;
}

export interface PageHeading {
  /** Undefined on the page of a single post, which has the post's heading there. */
  readonly archive: string | undefined;
  readonly page: number | undefined;
}

const LONGEST_HEADING = 400;
const LONGEST_FURNITURE = 300;
const LONGEST_POSTED = 200;
const DASHES = "-–—‐‑‒−";

/** Without a category, or broken before it. */
const POSTED_ALONE =
  /^posted on(?: [a-z]{3,9}\.? \d{1,2},? \d{4})?(?: in)?(?: (?:please leave a comment|(?:no|\d{1,6}) comments?))?$/i;

const PUBLISHER = "| customer service solutions, inc";

/** `Title – 1/20/26`, perhaps with TOW behind it. */
export function headingOf(line: string): Heading | undefined {
  if (line.length > LONGEST_HEADING || !/\d/.test(line)) return undefined;
  const text = cleanLine(line).replace(/ tow$/i, "");
  const date = /(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(text.slice(-10));
  if (!date) return undefined;
  const before = text.slice(0, text.length - date[0].length).trimEnd();
  const dash = before.at(-1) ?? "";
  const title = before.slice(0, -1);
  if (!DASHES.includes(dash) || dash === "" || title.trim() === "") return undefined;
  return { title: title.trim(), published: isoDateOf(date), date: date[0] };
}

/** `resolve | Customer Service Solutions, Inc. - Page 4`; a first page may have no number. */
export function pageHeadingOf(line: string): PageHeading | undefined {
  if (line.length > LONGEST_HEADING || !line.includes("|")) return undefined;
  const text = cleanLine(line);
  const at = text.toLowerCase().indexOf(PUBLISHER);
  if (at <= 0) return undefined;
  const rest = text.slice(at + PUBLISHER.length);
  const page = /^\.?(?: ?[-–—|] ?page (\d{1,6}))?$/i.exec(rest);
  const archive = text.slice(0, at).trim();
  if (!page) return undefined;
  const number = page[1] === undefined ? undefined : Number(page[1]);
  return { archive: headingOf(archive) ? undefined : archive, page: number };
}

/**
 * The line under the heading of a tip in full, such as `Posted on in Customer Service Tip of the Week 1 Comment`:
 * what stands in it behind that, which is text of the tip. Undefined for any other line.
 */
export function afterPosted(line: string): string | undefined {
  const text = line.trimStart();
  if (!/^posted on\b/i.test(text)) return undefined;
  if (text.length < LONGEST_POSTED && POSTED_ALONE.test(cleanLine(text))) return "";
  return afterCategory(text.slice(0, LONGEST_POSTED), text);
}

/** The same for the rest of that line, where a browser has broken it. */
export function afterCategory(line: string, whole = line): string | undefined {
  const category = /^(?:posted on\b.{0,80}?)?\s*customer service tip of the week\b/i.exec(line);
  if (!category) return undefined;
  const rest = whole.slice(category[0].length).trimStart();
  const comments = /^(?:please )?leave a comment\b|^no comments?\b|^\d{1,6} comments?\b/i.exec(
    rest.slice(0, 40),
  );
  return comments ? rest.slice(comments[0].length).trim() : rest;
}

/** Whether a line ends an opening; the text before that is what is left of it. */
export function withoutReadMore(line: string): string | undefined {
  const text = line.trimEnd();
  const tail = text.slice(-40);
  const found = /(?:\[?(?:…|\.\.\.)\]?\s{0,3})?\bread more\s{0,3}(?:»|›|→|…|\.\.\.)?$/i.exec(tail);
  return found ? text.slice(0, text.length - tail.length + found.index).trimEnd() : undefined;
}

/** `« Previous 1 2 3`, `1 2 … 9 Next »`: the end of the page. */
export function isPaging(line: string): boolean {
  if (line.length > LONGEST_FURNITURE || !/[«»]|previous|next/i.test(line)) return false;
  const words = cleanLine(line).toLowerCase().split(" ");
  return (
    words.some((word) => /[«»\d]/.test(word)) &&
    words.every((word) => /^(?:[«»‹›←→…]|\.\.\.|\d{1,6}|«?previous|next»?|pages?:?|of)$/.test(word))
  );
}

/** Numbers of pages and no word: paging where it is the last line of the page. */
export function isPageNumbers(line: string): boolean {
  if (line.length > LONGEST_FURNITURE) return false;
  const words = cleanLine(line).split(" ");
  return words.length > 1 && words[0] === "1" && words.every((word) => /^(?:\d{1,6}|…|\.\.\.)$/.test(word));
}

/** `  • text` as `• text`; a dash or an asterisk is a bullet too. Undefined for any other line. */
export function bulletOf(line: string): string | undefined {
  const text = line.trimStart();
  if (!/^[•‣◦▪●∙·*-]\s/.test(text)) return undefined;
  const item = text.slice(1).trim();
  return item === "" ? undefined : `• ${item}`;
}

/** Two digits of a year are read as the command line reads them. */
function isoDateOf(parts: RegExpExecArray): IsoDate | undefined {
  const digits = parts[3] ?? "";
  const short = Number(digits);
  const year = digits.length === 4 ? short : short + (short < 69 ? 2000 : 1900);
  const date = { year, month: Number(parts[1]), day: Number(parts[2]) };
  return exists(date) ? isoOf(dayOf(date)) : undefined;
}
