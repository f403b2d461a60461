import { inPlainLatin } from "./latin.ts";

/** What may be shown, and how words are compared. */

// Whole escape sequences first, so that no printable rest of one stays behind. What begins one and is not ended in its
// line goes alone, and so does a C1 byte that nothing but its own code makes a sequence: mostly it is half of a letter
// that was decoded wrongly, with the text behind it. Each class excludes what ends it: no backtracking.
const ESCAPE_SEQUENCES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this takes out
  /\x1b\[[0-?]*[ -/]*[@-~]|\x9b[0-?]+[ -/]*[@-~]|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x80-\x9f\n]*(?:\x07|\x1b\\|\x9c)|\x1b[ -/]*[0-~]?/g;
const LINE_SEPARATORS = /\r\n?|[\u2028\u2029\u0085]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this takes out
const CONTROLS = /[\x00-\x09\x0b-\x1f\x7f-\x9f]/g;
const JOINERS = /\u200c|\u200d/;
const NOT_PLAIN = /[^\n -~]/;

/**
 * Text of others made safe to store and to show: no escape sequence, control character, bidirectional override,
 * invisible character or lone surrogate is left. Line breaks become `\n`, tabs and other controls spaces.
 */
export function cleanText(text: string): string {
  if (!NOT_PLAIN.test(text)) return text;
  // Well-formed first: halves of a pair must not meet when what parted them is taken out.
  const clean = text
    .toWellFormed()
    .replace(LINE_SEPARATORS, "\n")
    .replace(ESCAPE_SEQUENCES, "")
    .replace(CONTROLS, (control) => (control === "\t" || control === "\v" || control === "\f" ? " " : ""))
    .replace(invisible(), "");
  return JOINERS.test(clean) ? withoutLooseJoiners(clean) : clean;
}

/**
 * What has no picture: bidirectional marks and overrides, zero-width characters, tags, anchors of annotations. What
 * joins letters and emoji stays for now. Made where it is needed: its tables would cost every start a millisecond.
 */
function invisible(): RegExp {
  return /(?!\u200c|\u200d|\ufe0f)\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]|(?<!\p{Emoji})\ufe0f/gu;
}

/** Joiners join emoji, and letters of scripts that are joined. Anywhere else they hide. */
function withoutLooseJoiners(text: string): string {
  const other = "(?!\\p{Script=Latin}|\\p{Script=Greek}|\\p{Script=Cyrillic})";
  const before = `${other}[\\p{L}\\p{M}\\p{Extended_Pictographic}]|\\ufe0f|\\p{Emoji_Modifier}`;
  const after = `${other}[\\p{L}\\p{Extended_Pictographic}]`;
  return text.replace(new RegExp(`(?<!${before})[\\u200c\\u200d]|[\\u200c\\u200d](?!${after})`, "gu"), "");
}

/** The same for what stands in one line: every run of white space is one space, none at the ends. */
export function cleanLine(text: string): string {
  return inOneLine(cleanText(text));
}

/** Text that is clean already, with one space for every run of white space, and none at the ends. */
export function inOneLine(text: string): string {
  return /[^\S ]| {2}|^ | $/.test(text) ? text.replace(/\s+/g, " ").trim() : text;
}

/** At most so many code units of a text that is clean, and no half of a character. */
export function startOf(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
}

/** A piece of the user's own text for an error, in quotes: clean, in one line, cut to 60 characters. */
export function quoted(text: string): string {
  const line = Array.from(cleanLine(text.slice(0, 1000)));
  const shown = line.length > 60 ? `${line.slice(0, 59).join("")}…` : line.join("");
  return `'${shown}'`;
}

/**
 * Text as it is compared: lower case, in plain Latin letters without accents, without apostrophes and punctuation, one space between words.
 * “What’s Next?” and “whats next” are the same.
 */
export function folded(text: string): string {
  // Dashes, quotation marks and dots stand between words in any script; text without more is the rule.
  const plain = text.replace(/['’‘`´]/g, "").replace(/[\u2010-\u2026]/g, " ");
  return NOT_PLAIN.test(plain)
    ? foldedAnyScript(plain)
    : plain
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, " ")
        .trim();
}

function foldedAnyScript(text: string): string {
  const letters = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}|['’‘`´]/gu, "");
  return inPlainLatin(letters)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The parts joined as in a sentence: `a, b or c`. */
export function joined(parts: readonly string[], conjunction: "and" | "or"): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} ${conjunction} ${parts.at(-1)}`;
}

/** `1 tip`, `2 tips`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
