import { endOfLetters, endOfWord, OTHER_LETTER, SYMBOLS, symbolOf } from "./letters.ts";

const START_LENGTH = 3;

/**
 * Finds the words of a text that begin with one of a few starts, without taking the text apart: most texts have
 * none, and a library can have a hundred million characters.
 */
export class WordFinder {
  readonly #starts = new Uint8Array(SYMBOLS ** START_LENGTH);

  /** Starts in lower case, plain letters and digits; of longer ones the first letters count. */
  constructor(starts: Iterable<string>) {
    for (const start of starts)
      if (/^[a-z0-9]+$/.test(start)) this.#starts[keyAt(start, 0, start.length)] = 1;
  }

  /** The words, as they are written; undefined where the text has letters beyond plain ones, which this cannot tell apart. */
  find(text: string): string[] | undefined {
    const found: string[] = [];
    let place = 0;
    while (place < text.length) {
      const symbol = symbolOf(text.charCodeAt(place));
      if (symbol === OTHER_LETTER) return undefined;
      if (symbol === 0) {
        place++;
        continue;
      }
      const end = endOfLetters(text, place);
      const whole = endOfWord(text, end);
      // A short first part, as in `co-worker`, does not show how the whole begins.
      const unclear = whole > end && end - place < START_LENGTH;
      if (unclear || this.#starts[keyAt(text, place, end)]) found.push(text.slice(place, whole));
      place = unclear ? whole : end;
    }
    return found;
  }
}

/** A number for the first letters of the word from `start` to `end`. */
function keyAt(text: string, start: number, end: number): number {
  const first = symbolOf(text.charCodeAt(start));
  const second = start + 1 < end ? symbolOf(text.charCodeAt(start + 1)) : 0;
  const third = start + 2 < end ? symbolOf(text.charCodeAt(start + 2)) : 0;
  return (first * SYMBOLS + second) * SYMBOLS + third;
}
