import { startsOf } from "./starts.ts";
import { SYNONYM_LINES } from "./synonym-lines.ts";
import { stemOf } from "./words.ts";

const found = new Map<string, ReadonlySet<string>>();

/** The stems of words that may stand for those of a stem. Only lines with a word that begins alike are stemmed. */
export function synonymsOf(stem: string): ReadonlySet<string> {
  let synonyms = found.get(stem);
  if (!synonyms) {
    synonyms = findSynonyms(stem);
    found.set(stem, synonyms);
  }
  return synonyms;
}

function findSynonyms(stem: string): Set<string> {
  const synonyms = new Set<string>();
  const starts = startsOf(stem).map((start) => ` ${start}`);
  for (const line of SYNONYM_LINES) {
    if (!starts.some((start) => ` ${line}`.includes(start))) continue;
    const stems = line.split(" ").map(stemOf);
    if (stems.includes(stem)) for (const other of stems) synonyms.add(other);
  }
  synonyms.delete(stem);
  return synonyms;
}
