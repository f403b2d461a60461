/** Text that acts on a terminal, hides, or reads otherwise than it stands. */

export const HOSTILE: readonly string[] = [
  "\u001b[2J\u001b[31m",
  "\u001b]0;title\u0007",
  "\u001b]8;;http://x.example\u001b\\link\u001b]8;;\u001b\\",
  "\u001b]52;c;aGk=\u0007",
  "\u001bP1$r0m\u001b\\",
  "\u001b",
  "\u009b31m",
  "\u009d0;x\u009c",
  "\u0000",
  "\u0007\u0008\u007f",
  "\r",
  "\u0085",
  "\u202e\u2066\u200f\u061c",
  "\u200b\u2060\ufeff\u00ad",
  "\u2028\u2029",
  "\u{e0041}\u{e007f}",
  "\ud800",
  "\udc00",
];

/** The first character of a text that is not to be shown; undefined where there is none. A line break is no harm. */
export function harmIn(text: string): string | undefined {
  const found =
    /(?!\n)[\p{Cc}\u2028\u2029\ufff9-\ufffb]|\p{Bidi_Control}|(?!\u200c|\u200d|\ufe0f)\p{Default_Ignorable_Code_Point}|\p{Surrogate}/u.exec(
      text,
    );
  return found
    ? `U+${found[0].codePointAt(0)?.toString(16)} in ${JSON.stringify(text.slice(0, 300))}`
    : undefined;
}
