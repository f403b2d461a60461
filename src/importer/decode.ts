/** From the bytes of a file to its text. */

export type Decoded = { readonly text: string } | { readonly problem: string };

/** How far into a page its declaration of a charset is looked for. */
const HEAD_BYTES = 4096;

/** What windows-1252 has where Latin-1 has control characters; some versions of Node decode it as Latin-1. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/**
 * Decodes by byte order mark, by the charset that an HTML page declares, as UTF-8, and where the bytes are not that
 * as windows-1252. Line breaks become `\n`; no mark is left.
 */
export function decode(bytes: Uint8Array): Decoded {
  const charset = charsetOf(bytes);
  if (charset === undefined && bytes.subarray(0, 1 << 20).includes(0)) {
    return { problem: "it holds NUL bytes, so it is no text: save it as UTF-8" };
  }
  try {
    const text = charset === undefined ? decodeUnknown(bytes) : decodeAs(bytes, charset);
    if (text.includes("\0")) return { problem: "it holds NUL bytes, so it is no text: save it as UTF-8" };
    return { text: text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n") };
  } catch {
    return { problem: `its charset ${charset ?? ""} is not known: save it as UTF-8` };
  }
}

function charsetOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_BYTES));
  if (!/^\s*</.test(head)) return undefined;
  const declared = /<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i
    .exec(head)?.[1]
    ?.toLowerCase();
  // A page that can be read as ASCII so far is not in UTF-16, whatever it says.
  return declared?.startsWith("utf-16") ? "utf-8" : declared;
}

function decodeUnknown(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeAs(bytes, "windows-1252");
  }
}

function decodeAs(bytes: Uint8Array, charset: string): string {
  const decoder = new TextDecoder(charset);
  const text = decoder.decode(bytes);
  if (decoder.encoding !== "windows-1252") return text;
  return text.replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control);
}
