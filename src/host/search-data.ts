import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SearchData } from "../context.ts";
import { unpackIndex } from "../core/search/stored-index.ts";
import type { WordIndex } from "../core/search/word-index.ts";
import type { Library } from "../core/tip.ts";
import type { Libraries } from "./library.ts";
import type { LibraryWords } from "./library-words.ts";
import { isInFile } from "./word-list.ts";

/** Made at build, beside the bundle. */
const INDEX = join(__dirname, "search-index.txt");
const WORDS = join(__dirname, "words.txt");

/**
 * What search needs beside the tips. The index of the bundled tips is made at build; of a large library the words are
 * packed after an import, and any other is read, also one that has other texts under the same ids.
 */
export async function searchData(
  library: Library,
  libraries: Libraries,
  libraryWords: () => Promise<LibraryWords>,
): Promise<SearchData> {
  const bundled = libraries.bundled();
  const stored = storedIndexOf(bundled);
  if (stored && library === bundled) return { index: stored, isWord };
  const packed = await libraryWords();
  const words = library === libraries.all() ? packed.read(libraries.state) : undefined;
  if (words?.tips === library.tips.length) {
    const { packedIndex } = await import("../core/search/packed-index.ts");
    return { index: packedIndex(library, words, stored), isWord };
  }
  await packed.start(libraries.path);
  const { scannedIndex } = await import("../core/search/scanned-index.ts");
  return { index: scannedIndex(library, stored), isWord };
}

function storedIndexOf({ tips }: Library): WordIndex | undefined {
  try {
    const index = unpackIndex(readFileSync(INDEX, "utf8"));
    const same = index?.ids.length === tips.length && index.ids.every((id, place) => tips[place]?.id === id);
    return same ? index : undefined;
  } catch {
    return undefined; // Run from the sources: nothing was built.
  }
}

/** Words of the language. */
function isWord(word: string): boolean {
  return isInFile(WORDS, word);
}
