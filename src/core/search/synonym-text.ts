import { SYNONYM_LINES } from "./synonym-lines.ts";
import { stemOf } from "./words.ts";

/** The lines of words that stand for one another as stems, as text. It takes a while: it is done at build, and where nothing was built. */
export function synonymText(): string {
  return SYNONYM_LINES.map((line) => ` ${line.split(" ").map(stemOf).join(" ")} `).join("\n");
}

/** All of these words, as they are written. */
export function wordsWithSynonyms(): string[] {
  return [...new Set(SYNONYM_LINES.flatMap((line) => line.split(" ")))];
}
