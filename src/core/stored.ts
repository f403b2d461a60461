import { dayOfIso } from "./calendar.ts";
import { tipOf } from "./draft.ts";
import { cleanLine } from "./text.ts";
import { isId, type Season, type Tip, type Topic } from "./tip.ts";

/** What a file of the user's is believed: it may have been edited, damaged or made by another program. */

/** The tip of a value read from a file, clean; undefined where the value is none. */
export function storedTip(value: unknown, trusted: boolean): Tip | undefined {
  const tip = value as Tip | null;
  const sound =
    typeof tip === "object" &&
    tip !== null &&
    [tip.id, tip.title, tip.published, tip.takeaway, tip.summary].every((text) => typeof text === "string") &&
    [tip.topics, tip.body, tip.actions, tip.keywords].every(isTexts) &&
    (tip.coverage === "full" || tip.coverage === "opening") &&
    (tip.origin === undefined || tip.origin === "archive") &&
    (tip.season === undefined || isSeason(tip.season)) &&
    (tip.source === undefined || isSource(tip.source)) &&
    isId(tip.id) &&
    dayOfIso(tip.published) !== undefined;
  return sound ? (trusted ? tip : tipOf(tip, tip.id)) : undefined;
}

/** The topics of a value read from a file. */
export function storedTopics(value: unknown): Topic[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((topic) => {
    const { id, name, description } = Object(topic);
    const sound = [id, name, description].every((text) => typeof text === "string") && isId(id);
    return sound ? { id, name: cleanLine(name), description: cleanLine(description) } : [];
  });
}

/**
 * Whether a text of JSON holds nothing that is cleaned away, so that its strings may be taken as they are: none of
 * the characters themselves, and no escape but of quotes, backslashes and line breaks.
 */
export function isCleanJson(json: string): boolean {
  if (!UNUSUAL.test(json)) return true;
  // Made here and not above: its tables would cost every start, and few texts are unusual.
  const suspect =
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\p{Default_Ignorable_Code_Point}]|\\[^"\\n]/u;
  return !suspect.test(json);
}

/** Beyond Latin letters and common punctuation, of which nothing is cleaned away: ten times as fast to look for. */
const UNUSUAL = /[^\n -~\u00a1-\u00ac\u00ae-\u034e\u2010-\u2027]|\\[^"\\n]/;

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}

function isSeason(value: unknown): value is Season {
  const { from, to } = Object(value);
  return [from, to].every((day) => typeof day === "string" && /^\d\d-\d\d$/.test(day));
}

function isSource(value: unknown): boolean {
  const { archive, page } = Object(value);
  return typeof archive === "string" && (page === undefined || (Number.isSafeInteger(page) && page > 0));
}
