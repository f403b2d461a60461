import type { Segment } from "./view.ts";
import { wrap } from "./wrap.ts";

/** Excerpts with the words that answer a query marked: by color, or by `*` where there is none. */

export function textOf(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join("");
}

export function starred(segments: readonly Segment[]): string {
  return segments.map(({ text, marked }) => (marked ? `*${text}*` : text)).join("");
}

/** The lines of an excerpt, at most `width` columns each. Paint is put on after the wrapping, so that no line is cut inside it. */
export function markedLines(
  segments: readonly Segment[],
  width: number,
  color: boolean,
  mark: (text: string) => string,
): string[] {
  if (!color) return wrap(starred(segments), width);
  const text = textOf(segments);
  let at = 0;
  return wrap(text, width).map((line) => {
    const start = text.indexOf(line, at);
    at = start + line.length;
    return paintedPart(segments, start, at, mark);
  });
}

/** The text of segments from one place up to another, painted. */
function paintedPart(
  segments: readonly Segment[],
  from: number,
  to: number,
  mark: (text: string) => string,
): string {
  let line = "";
  let start = 0;
  for (const { text, marked } of segments) {
    const part = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    line += marked && part !== "" ? mark(part) : part;
    start += text.length;
  }
  return line;
}
