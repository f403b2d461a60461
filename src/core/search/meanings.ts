import { TRADE_PHRASES } from "./trade-phrases.ts";
import { stemOf } from "./words.ts";

/** From phrases of the trade to what they stand for, all as stems; those of a phrase joined by spaces. */
export interface Meanings {
  get(phrase: string): readonly string[] | undefined;
}

/** All of them. It takes a while: it is done at build, and where nothing was built. */
export function meaningsOfPhrases(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    TRADE_PHRASES.map((line) => {
      const [phrase = "", meaning = ""] = line.split(" = ");
      return [phrase.split(" ").map(stemOf).join(" "), meaning.split(" ").map(stemOf)];
    }),
  );
}
