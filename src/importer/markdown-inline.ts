/** The marks within a line of Markdown: taken off where they are marks, and left where they are characters. */

const CODE = "(?<!`)(`{1,20})(?!`)([^\\n]{1,500}?)(?<!`)\\1(?!`)";
const ESCAPE = "\\\\([!-/:-@[-`{-~])";
const LINK = "!?\\[((?:[^\\][\\\\\\n]|\\\\.){0,300})\\]\\(<?([^()\\s<>]{1,500})>?\\)";
const ADDRESS = "\\bhttps?://[^\\s<>*`\\\\]{1,500}(?<!_)";
const HELD = "\\0";
/** What no mark of emphasis can begin or end in. */
const WHOLE = new RegExp([CODE, ESCAPE, LINK, ADDRESS, HELD].join("|"), "g");

const IN_WORD = "(?<=[\\p{L}\\p{N}])_(?=[\\p{L}\\p{N}])";
const UNDERSCORED = `((?:[^_\\n]|${IN_WORD}){1,500})(?<!\\s)`;
const BEFORE = "(?<![\\p{L}\\p{N}_*])";
const BEHIND = "(?![\\p{L}\\p{N}_*])";
const STRONG = /\*\*(?![\s*])([^*\n]{1,500})(?<!\s)\*\*/gu;
/** Marks of these kinds are none inside a word, such as `snake_case`, nor beside a space. */
const OTHERS = [
  `${BEFORE}__(?![\\s_])${UNDERSCORED}__${BEHIND}`,
  `${BEFORE}\\*(?![\\s*])([^*\\n]{1,500})(?<!\\s)\\*${BEHIND}`,
  `${BEFORE}_(?![\\s_])${UNDERSCORED}_${BEHIND}`,
].map((mark) => new RegExp(mark, "gu"));
/** Emphasis within emphasis. */
const DEEPEST = 3;

/** A line without the marks that a terminal would show: escapes, code, emphasis, and links, whose addresses stay. */
export function plainOf(text: string): string {
  const held: string[] = [];
  let shown = text.replace(WHOLE, (...found) => {
    held.push(shownOf(found));
    return "\0";
  });
  for (let depth = 0; depth < DEEPEST; depth++) shown = withoutEmphasis(shown);
  let at = 0;
  return held.length === 0 ? shown : shown.replaceAll("\0", () => held[at++] ?? "");
}

function shownOf([whole, , code, escaped, label, address]: readonly string[]): string {
  if (code !== undefined) return codeOf(code);
  if (escaped !== undefined) return escaped;
  if (label === undefined || address === undefined) return whole ?? "";
  const shown = plainOf(label);
  if (address.startsWith("#") || shown === address) return shown;
  return shown === "" ? address : `${shown} (${address})`;
}

/** One space on each side is there to keep a backtick from the marks. */
function codeOf(code: string): string {
  return /^ .*[^ ].* $/.test(code) ? code.slice(1, -1) : code;
}

function withoutEmphasis(text: string): string {
  const weak = text.replace(STRONG, (whole, strong: string, at: number) => {
    const inWord = isInWord(text[at - 1]) && isInWord(text[at + whole.length]);
    return inWord ? whole : strong;
  });
  return OTHERS.reduce((shown, mark) => shown.replace(mark, "$1"), weak);
}

function isInWord(character = ""): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
