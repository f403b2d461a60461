import { cleanLine } from "../core/text.ts";

/** What the site puts around a tip. */

const LONGEST = 300;
const SIGN_UP = [
  "signup for free tips!",
  "sign up for free tips!",
  "contact us",
  "more resources for you",
  "visit our home page",
];
const SHARING = new Set([
  ...["share this:", "like this:", "loading...", "leave a reply", "comments are closed."],
]);
/** Buttons when others stand beside them; a line of its own with text under it is a heading of the tip. */
const BUTTONS = new Set(["tweet", "email", "print"]);

/** The lines of a tip, blank in place of what is not part of it. */
export function withoutFurniture(lines: readonly string[]): string[] {
  const kept = lines.map((line) => (isFurniture(line) ? undefined : line));
  const shown = kept.flatMap((line, at) => (line?.trim() === "" ? [] : [at]));
  const isButton = (at: number | undefined) => at !== undefined && BUTTONS.has(wordOf(kept[at]));
  const isAround = (at: number | undefined) => at === undefined || kept[at] === undefined || isButton(at);
  const buttons = shown.filter(
    (at, index) => isButton(at) && ((index > 0 && isAround(shown[index - 1])) || isAround(shown[index + 1])),
  );
  const dropped = new Set(buttons);
  return kept.map((line, at) => (dropped.has(at) ? "" : (line ?? "")));
}

/** Ways to sign up, counts of comments, sharing. */
function isFurniture(line: string): boolean {
  if (line.length > LONGEST) return false;
  const text = cleanLine(line).toLowerCase();
  if (text === "") return false;
  if (SHARING.has(text) || /^(?:please )?leave a comment$|^\d{1,6} comments?$|^no comments?$/.test(text))
    return true;
  let rest = text;
  for (const phrase of SIGN_UP) rest = rest.replace(phrase, "");
  return rest !== text && /^[\s|·•/,-]*$/.test(rest);
}

function wordOf(line: string | undefined): string {
  return line === undefined || line.length > LONGEST ? "" : cleanLine(line).toLowerCase();
}
