/** Latin letters that are no other with an accent, so that no form of Unicode takes them apart: as plain ones. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  ŋ: "ng",
  ı: "i",
};

/** A text in lower case without accents, with plain letters for these. */
export function inPlainLatin(text: string): string {
  return text.replace(/[ßæœøłđðþħŧŋı]/g, (letter) => PLAIN[letter] ?? letter);
}
