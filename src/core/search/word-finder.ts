import { LATIN_SIGN_LETTERS, startOfWord } from "./letters.ts";
import { MOST_START } from "./starts.ts";

/** A word as it stands in a text. */
export interface FoundWord {
  readonly text: string;
  /** Where it begins, in code units. */
  readonly start: number;
}

const PLAIN = "a-z0-9";
const OTHER = `${LATIN_SIGN_LETTERS}\\u00c0-\\u1fff\\u2070-\\uffff`;
const JOINTS = "'’‘-";
/** A text without these is one in which `\b` is where a word or a part of one begins: by far the fastest to look for. */
const UNCOMMON = new RegExp(`[_${OTHER}]`);

/**
 * Finds the words of a text that begin in one of a few ways, without taking the text apart: most texts have few, and
 * a library can have a hundred million characters. Finds some more, never fewer.
 */
export class WordFinder {
  readonly #inCommonText: RegExp;
  readonly #inAnyText: RegExp;

  /** The letters with which they begin. */
  constructor(starts: Iterable<string>) {
    // `e-mail` and `co-worker` do not begin as they do in one piece.
    const likely = [...new Set(starts), `[${PLAIN}]{1,${MOST_START - 1}}[${JOINTS}][${PLAIN}]`].join("|");
    const rest = `[${PLAIN}${OTHER}${JOINTS}]*`;
    this.#inCommonText = new RegExp(`\\b(?:${likely})${rest}`, "gi");
    this.#inAnyText = new RegExp(
      `(?<![${PLAIN}${OTHER}])(?:[${PLAIN}${JOINTS}]*[${OTHER}]|${likely})${rest}`,
      "gi",
    );
  }

  /** Whole words with all that is joined to them; every word with a letter beyond plain ones is among them. */
  find(text: string): FoundWord[] {
    const expression = UNCOMMON.test(text) ? this.#inAnyText : this.#inCommonText;
    const found: FoundWord[] = [];
    expression.lastIndex = 0;
    for (let match = expression.exec(text); match; match = expression.exec(text)) {
      const start = startOfWord(text, match.index);
      found.push({ text: start === match.index ? match[0] : text.slice(start, expression.lastIndex), start });
    }
    return found;
  }
}
