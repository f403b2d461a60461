import { SYNONYM_LINES } from "./synonym-lines.ts";
import { stemOf } from "./words.ts";

/** By stem, those of words that may stand for its own. It takes a while: it is done at build, and where nothing was built. */
export function synonymsOfStems(): ReadonlyMap<string, readonly string[]> {
  const synonyms = new Map<string, Set<string>>();
  for (const line of SYNONYM_LINES) {
    const stems = line.split(" ").map(stemOf);
    for (const stem of stems) {
      const known = synonyms.get(stem) ?? new Set();
      for (const other of stems) if (other !== stem) known.add(other);
      synonyms.set(stem, known);
    }
  }
  return new Map([...synonyms].map(([stem, others]) => [stem, [...others]]));
}
