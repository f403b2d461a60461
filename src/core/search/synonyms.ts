import type { Meanings } from "./meanings.ts";

/** By stem, those of the words that may stand for its own: all in the lines in which it stands. */
export function synonymsIn(text: string): Meanings {
  return {
    get(stem) {
      const found = new Set<string>();
      const word = ` ${stem} `;
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const end = text.indexOf("\n", at);
        const line = text.slice(text.lastIndexOf("\n", at) + 1, end < 0 ? undefined : end);
        for (const other of line.trim().split(" ")) found.add(other);
      }
      found.delete(stem);
      return found.size > 0 ? [...found] : undefined;
    },
  };
}
