/** Where in a Markdown file with front matter its tips begin: people put one such file behind the other. */

const RULE = /^---[ \t]*$/;
const END = /^(?:---|\.\.\.)[ \t]*$/;
const FENCE = /^ {0,3}(?:```|~~~)/;
/** What may stand in front matter: a field, an item of a list, what goes on indented, a comment, nothing. */
const FITTING = /^(?:[A-Za-z_][\w-]*:(?:[ \t]|$)|-[ \t]|[ \t]+\S|#|\s*$)/;
const TITLE = /^title:[ \t]+\S/;
const DATE = /^(?:published|date):[ \t]+["']?\d/;

/** A tip, from its line of `---` on. */
export interface Part {
  /** How many lines of the file stand before it. */
  readonly before: number;
  readonly text: string;
}

/** The tips of a file that begins with front matter. */
export function partsOf(text: string): Part[] {
  const lines = text.split("\n");
  const starts = startsOf(lines);
  if (starts.length === 1) return [{ before: 0, text }];
  return starts.map((start, at) => ({ before: start, text: lines.slice(start, starts[at + 1]).join("\n") }));
}

function startsOf(lines: readonly string[]): number[] {
  const starts = [0];
  const lastFence = lines.findLastIndex((line) => FENCE.test(line));
  let isFenced = false;
  for (let at = endOf(lines, 0) + 1; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (FENCE.test(line)) isFenced = !isFenced;
    // A fence that nothing closes holds no tip back.
    if (!RULE.test(line) || (isFenced && at < lastFence)) continue;
    const end = endOf(lines, at);
    if (isMatter(lines.slice(at + 1, end), end < lines.length)) {
      starts.push(at);
      isFenced = false;
      at = end;
    }
  }
  return starts;
}

/** The line that ends what begins with a rule: the next rule, or the end of the file. */
function endOf(lines: readonly string[], start: number): number {
  let end = start + 1;
  while (end < lines.length && !END.test(lines[end] ?? "")) end++;
  return end;
}

/**
 * Whether what stands under a rule is the front matter of another tip, and nothing else for certain: it begins with
 * title and date; or it is ended, and has one of them and nothing but fields. Whatever else it lacks is a mistake in it.
 */
function isMatter(lines: readonly string[], ended: boolean): boolean {
  const blank = lines.findIndex((line) => line.trim() === "");
  const first = blank < 0 ? lines : lines.slice(0, blank);
  const has = (form: RegExp, among: readonly string[]) => among.some((line) => form.test(line));
  if (has(TITLE, first) && has(DATE, first)) return true;
  return ended && (has(TITLE, lines) || has(DATE, lines)) && lines.every((line) => FITTING.test(line));
}
