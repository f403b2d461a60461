import type { TextView } from "./view.ts";
import { isSingle, widthOf } from "./width.ts";

/** Code units that are taken apart at once. */
const STRETCH = 1_000;

/**
 * Breaks text at its spaces into lines of at most `width` columns; a word that is wider is broken between the
 * characters a reader sees. Nothing is lost but the spaces at breaks.
 */
export function wrap(text: string, width: number): string[] {
  return text.split("\n").flatMap((line) => wrapLine(line, width));
}

/** The same in as many lines, as equally long as they can be: for a sentence that stands alone. */
export function wrapBalanced(text: string, width: number): string[] {
  const count = wrap(text, width).length;
  if (count < 2 || width === Number.POSITIVE_INFINITY) return wrap(text, width);
  // The spaces at breaks are part of the text, so that its share of a line may be more than fits.
  let narrow = Math.min(width, Math.ceil(widthOf(text) / count));
  while (narrow < width && wrap(text, narrow).length > count) narrow++;
  return wrap(text, narrow);
}

function wrapLine(text: string, width: number): string[] {
  if (width === Number.POSITIVE_INFINITY) return [text];
  if (isSingle(text) && !text.startsWith(" ") && !text.includes("  ")) return wrapSingle(text, width);
  const lines: string[] = [];
  let line = "";
  let columns = 0;
  for (const word of text.split(" ").flatMap((whole) => pieces(whole, width))) {
    const wordColumns = widthOf(word);
    if (line !== "" && columns + 1 + wordColumns > width) {
      lines.push(line);
      line = "";
      columns = 0;
    }
    line = line !== "" ? `${line} ${word}` : word;
    columns = widthOf(line);
  }
  lines.push(line);
  return lines;
}

/** The same for a text of which every character takes one column, as most do: nothing need be measured. */
function wrapSingle(text: string, width: number): string[] {
  const columns = Math.max(1, width);
  const lines: string[] = [];
  let start = 0;
  while (text.length - start > columns) {
    // In a slice, or it would be looked for up to the beginning of the text.
    const space = text.slice(start, start + columns + 1).lastIndexOf(" ");
    const end = start + (space > 0 ? space : columns);
    lines.push(text.slice(start, end));
    start = space > 0 ? end + 1 : end;
  }
  lines.push(text.slice(start));
  return lines;
}

/** A word as it is, or cut so that each piece fits. A character wider than the width stands alone. */
function pieces(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const found: string[] = [];
  let piece = "";
  let columns = 0;
  for (const character of charactersOf(word)) {
    // Characters do not change each other's columns; to measure the whole each time would take its square.
    const own = widthOf(character);
    if (piece !== "" && columns + own > width) {
      found.push(piece);
      piece = "";
      columns = 0;
    }
    piece += character;
    columns += own;
  }
  found.push(piece);
  return found;
}

/** A paragraph, in which the items of a list hang behind their bullets or numbers. */
export function wrapParagraph(text: string, width: number): string[] {
  return text.split("\n").flatMap((line) => {
    const mark = /^(?:[•*-]|\d{1,3}[.)]) /.exec(line)?.[0];
    return mark === undefined ? wrap(line, width) : wrapWith(mark, line.slice(mark.length), width);
  });
}

/** The characters a reader sees, cut in stretches: over a whole megabyte the segmenter takes quadratic time. */
function* charactersOf(word: string): Generator<string> {
  const segmenter = new Intl.Segmenter();
  for (let at = 0; at < word.length; ) {
    const stretch = word.slice(at, at + STRETCH);
    const segments = Array.from(segmenter.segment(stretch), ({ segment }) => segment);
    // The last character of a stretch may go on in the next.
    if (at + STRETCH < word.length && segments.length > 1) segments.pop();
    for (const segment of segments) at += segment.length;
    yield* segments;
  }
}

/** Wrapped lines with `first` before the first and `rest`, or as many spaces, before the others. */
export function wrapWith(
  first: string,
  text: string,
  width: number,
  rest = " ".repeat(widthOf(first)),
): string[] {
  return wrap(text, width - widthOf(first)).map((line, index) => (index === 0 ? first : rest) + line);
}

/**
 * A message in lines of so many columns, those behind the first indented. A word that is wider stands whole, for it is a
 * path that somebody may want to copy; where the columns are not known, all is one line.
 */
export function hang(text: string, columns: number | undefined): string {
  if (!columns || widthOf(text) <= columns) return text;
  const [first = "", ...words] = text.split(" ");
  let used = widthOf(first);
  return words.reduce((set, word) => {
    const width = widthOf(word);
    const fits = used + 1 + width <= columns;
    used = fits ? used + 1 + width : HANGING.length + width;
    return `${set}${fits ? " " : `\n${HANGING}`}${word}`;
  }, first);
}

const HANGING = "  ";

/** Lines that are to be read, each with what does not fit it below it and indented; others stay as they are. */
export function setText({ text, sentences }: TextView, width: number): string {
  if (!sentences) return text;
  const set = text.split("\n").flatMap((line) => {
    const [first = "", ...others] = wrap(line, width);
    if (others.length === 0) return [first];
    // Not the other lines joined: a word that is too wide has no space where it is broken.
    const rest = line.slice(line.indexOf(first) + first.length).trimStart();
    return [first, ...wrapWith("  ", rest, width, "  ")];
  });
  return set.join("\n");
}

/** Spaces up to a number of columns. */
export function padTo(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - widthOf(text)));
}
