/**
 * How many letters must be inserted, left out, replaced or exchanged with their neighbour to turn `a` into `b`
 * (optimal string alignment). Answers `limit + 1` as soon as it is certain to be more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = nextRow(a, b, i, last, beforeLast);
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? limit + 1, limit + 1);
}

/** Row `i` of the table of distances between the starts of `a` and `b`. */
function nextRow(
  a: string,
  b: string,
  i: number,
  last: readonly number[],
  beforeLast: readonly number[],
): number[] {
  const row = [i];
  for (let j = 1; j <= b.length; j++) {
    const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
    const cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced);
    const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    row.push(exchanged ? Math.min(cost, (beforeLast[j - 2] ?? 0) + 1) : cost);
  }
  return row;
}

/** Whether two words have the same letters in whatever order. */
export function haveSameLetters(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join("") === [...b].sort().join("");
}

/**
 * The candidates nearest to a mistyped word, at most three; none where no candidate is near: one slip is expected for
 * so many letters, and one in any case.
 */
export function nearest(word: string, candidates: readonly string[], lettersForSlip = 3): string[] {
  const wanted = word.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / lettersForSlip));
  return candidates
    .map((candidate) => ({
      candidate,
      distance: distanceOf(wanted, candidate.toLowerCase(), limit),
    }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

function distanceOf(word: string, candidate: string, limit: number): number {
  if (word.length >= 3 && candidate.startsWith(word)) return 0;
  return editDistance(word, candidate, limit);
}
