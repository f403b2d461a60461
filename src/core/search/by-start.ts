const NONE: readonly never[] = [];

/**
 * Looks up things by words that begin with the same letters as a text: to compare it with each word would take
 * longer than there is time for. The table is made when it is asked first.
 */
export function byStart<Thing>(
  letters: number,
  words: () => readonly (readonly [word: string, thing: Thing])[],
): (text: string) => readonly Thing[] {
  let table: Map<string, Thing[]> | undefined;
  const make = () => {
    const made = new Map<string, Thing[]>();
    for (const [word, thing] of words()) {
      const start = word.slice(0, letters);
      const known = made.get(start);
      if (known) known.push(thing);
      else made.set(start, [thing]);
    }
    return made;
  };
  return (text) => {
    table ??= make();
    return table.get(text.slice(0, letters)) ?? NONE;
  };
}
