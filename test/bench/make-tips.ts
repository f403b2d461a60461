/** Tips of a made-up service desk, for libraries of any size: the same ones for the same numbers. */

const WORDS =
  "answer ask call caller clear counter customer desk early explain follow form greet guest hand help hold honest hour kind late letter line listen mind name next note offer order patient plan promise question queue quick reply room service share smile sorry step story team tell thank time tone visit voice wait word".split(
    " ",
  );

/** Numbers from 0 up to 1. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function wordsOf(next: () => number, count: number): string {
  return Array.from({ length: count }, () => WORDS[Math.floor(next() * WORDS.length)]).join(" ");
}

/** A file in the form of `data/tips.json` with this many tips, of some 1.5 kB each, from `first` on. */
export function tipsFile(count: number, first = 0): string {
  const tips = Array.from({ length: count }, (_, index) => {
    const number = first + index;
    const next = numbers(number + 1);
    const day = new Date(Date.UTC(1990, 0, 2) + (number % 1800) * 7 * 86_400_000).toISOString().slice(0, 10);
    return {
      id: `made-tip-${number}`,
      title: `Made tip ${number}: ${wordsOf(next, 4)}`,
      published: day,
      coverage: "full",
      topics: ["customer-service"],
      takeaway: `${wordsOf(next, 9)}.`,
      summary: `${wordsOf(next, 24)}.`,
      body: [0, 1, 2].map(() => `${wordsOf(next, 55)}.`),
      actions: [0, 1].map(() => `${wordsOf(next, 9)}.`),
      keywords: [wordsOf(next, 1), wordsOf(next, 2)],
    };
  });
  return JSON.stringify({ version: 1, topics: [], tips });
}
