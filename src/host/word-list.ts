import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Many times the longest line. */
const BLOCK = 1024;

/**
 * Whether a word stands in a file: a word a line, in the order of their letters, with a line break before the first.
 * The file is halved, not read: a query asks for a few words of sixty thousand. No word does where there is no file.
 */
export function isInFile(path: string, word: string): boolean {
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    return word !== "" && isIn(file, word);
  } catch {
    return false;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function isIn(file: number, word: string): boolean {
  const block = Buffer.alloc(BLOCK);
  let low = 0;
  let high = fstatSync(file).size;
  while (low < high) {
    const start = Math.max(0, Math.floor((low + high - BLOCK) / 2));
    const text = block.toString("latin1", 0, readSync(file, block, 0, BLOCK, start));
    if (text.includes(`\n${word}\n`)) return true;
    const [begin, end] = [text.indexOf("\n"), text.lastIndexOf("\n")];
    const words = text.slice(begin + 1, end).split("\n");
    if (word < (words[0] ?? "")) high = start + begin;
    else if (word > (words.at(-1) ?? "")) low = start + end + 1;
    else return false;
  }
  return false;
}
