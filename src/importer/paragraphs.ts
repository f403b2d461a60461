import { bulletOf } from "./archive-lines.ts";

/** Lines put together into the paragraphs of a tip. */

/** Prose that was broken into lines of about this many characters is put together again; verse is not. */
const BROKEN_AT = { least: 55, most: 100 };

/**
 * Paragraphs stand between blank lines. A list is one paragraph, one item a line, each with `• ` before it, also
 * where blank lines stood between its items.
 */
export function paragraphsOf(lines: readonly string[]): string[] {
  const paragraphs: string[] = [];
  let items: string[] = [];
  let open: string[] = [];
  const closeItems = () => {
    if (items.length > 0) paragraphs.push(items.join("\n"));
    items = [];
  };
  const closeOpen = () => {
    if (open.length > 0) paragraphs.push(joinedLines(open));
    open = [];
  };
  for (const line of lines) {
    const text = line.trim();
    const bullet = bulletOf(text);
    if (bullet !== undefined) {
      closeOpen();
      items.push(bullet);
    } else if (text === "") {
      closeOpen();
    } else {
      closeItems();
      open.push(text);
    }
  }
  closeItems();
  closeOpen();
  return paragraphs;
}

/** Lines of a paragraph in one where they were broken alone to fit, else as they are. */
export function joinedLines(lines: readonly string[]): string {
  const prose = lines.every(
    ({ length }, index) =>
      length <= BROKEN_AT.most && (length >= BROKEN_AT.least || index === lines.length - 1),
  );
  return lines.join(prose ? " " : "\n");
}
