import { inPlainLatin } from "../core/latin.ts";

/** What stands for a character where only ASCII can be shown. */
const SUBSTITUTES: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "--",
  "−": "-",
  "…": "...",
  "·": "-",
  "•": "*",
  "→": "->",
  "★": "*",
  "\u00a0": " ",
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: tabs between columns and escapes of our own colors stay
const NOT_ASCII = /[^\t\n -~\x1b]/;

/** Text for a terminal that shows ASCII only: known characters are replaced, accents dropped, `ß` is `ss`, the rest is `?`. */
export function toAscii(text: string): string {
  if (!NOT_ASCII.test(text)) return text;
  return Array.from(text, (character) => (NOT_ASCII.test(character) ? asciiOf(character) : character)).join(
    "",
  );
}

function asciiOf(character: string): string {
  const substitute = SUBSTITUTES[character];
  if (substitute !== undefined) return substitute;
  const base = character.normalize("NFKD").replace(/\p{M}/gu, "");
  if (!NOT_ASCII.test(base)) return base;
  const lower = base.toLowerCase();
  const plain = inPlainLatin(lower);
  if (NOT_ASCII.test(plain)) return "?";
  return lower === base ? plain : plain.toUpperCase();
}
