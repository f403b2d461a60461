import { readFileSync } from "node:fs";
import { packedIndex } from "../../src/core/search/packed-index.ts";
import { packWords } from "../../src/core/search/packed-words.ts";
import { scannedIndex } from "../../src/core/search/scanned-index.ts";
import { searchTips } from "../../src/core/search/search.ts";
import { indexWords, type WordIndex } from "../../src/core/search/word-index.ts";
import type { Library, Tip } from "../../src/core/tip.ts";
import { knowledge, library } from "../support/context.ts";
import { evaluate, type Judgement, type Measures, meansOf, readQueries } from "./evaluate.ts";

/**
 * `npm run bench:search`: how good and how fast the search is. `queries.json` was looked at while the search was
 * tuned, `everyday.json`, whose words are further from the tips', and `trade.json`, which came later; of their held-out
 * parts only the sums were. `--failures` lists the queries of the first three that fall short.
 */

const words = new Set(readFileSync(new URL("../../dist/words.txt", import.meta.url), "utf8").split("\n"));
const isWord = (word: string) => words.has(word);
const today = 20_780; // 2026-11-23

function main(): void {
  for (const name of ["queries", "everyday", "trade", "held-out", "everyday-held-out", "trade-held-out"]) {
    const isSeen = !name.includes("held-out");
    const { judgements, falseAnswers, unanswerable } = evaluate(
      readQueries(new URL(`${name}.json`, import.meta.url)),
      library,
      isWord,
      today,
    );
    console.log(`\n${name}.json`);
    printKinds(judgements);
    console.log(
      `false answers: ${falseAnswers.length} of ${unanswerable}${isSeen ? ` ${falseAnswers.join(", ")}` : ""}`,
    );
    if (isSeen && process.argv.includes("--failures")) printFailures(judgements);
  }
  printElsewhere();
  for (const size of process.argv.includes("--large") ? [44, 1_000, 10_000, 100_000] : [44, 1_000])
    timeLibrary(size);
}

/** Queries with words of other matters: those of who serves in some trade, and those for something wholly else. */
function printElsewhere(): void {
  const index = indexWords(library, knowledge);
  const answered = (texts: string[]) =>
    `${texts.filter((text) => searchTips(library, index, { text, today, isWord }).hits.length > 0).length} of ${texts.length}`;
  const sets = JSON.parse(readFileSync(new URL("elsewhere.json", import.meta.url), "utf8"));
  console.log("\nelsewhere.json");
  for (const [name, { trades, elsewhere }] of Object.entries<Record<string, string[]>>(sets))
    console.log(
      `${name}: answered of all trades ${answered(trades ?? [])}, of other matters ${answered(elsewhere ?? [])}`,
    );
}

function printKinds(judgements: readonly Judgement[]): void {
  const kinds = [...new Set(judgements.map(({ judged }) => judged.kind))];
  console.log("kind       queries  nDCG@5  success@1  success@3  recall@10");
  for (const kind of kinds) printRow(kind, meansOf(judgements.filter(({ judged }) => judged.kind === kind)));
  printRow("all", meansOf(judgements));
}

function printRow(kind: string, { queries, ndcg5, success1, success3, recall10 }: Measures): void {
  const cells = [ndcg5, success1, success3, recall10].map((value) => value.toFixed(3));
  console.log(
    `${kind.padEnd(10)} ${String(queries).padStart(7)}  ${cells[0]?.padStart(6)}  ${cells[1]?.padStart(9)}  ${cells[2]?.padStart(9)}  ${cells[3]?.padStart(9)}`,
  );
}

function printFailures(judgements: readonly Judgement[]): void {
  for (const { judged, found, measures } of judgements) {
    if (measures.success1 === 1 && measures.ndcg5 > 0.7) continue;
    const graded = found.slice(0, 5).map((id) => `${id} ${judged.relevance[id] ?? 0}`);
    console.log(
      `${judged.id} ${judged.kind} “${judged.query}” nDCG@5 ${measures.ndcg5.toFixed(2)}: ${graded.join(", ")}`,
    );
  }
}

/**
 * Time of a first search over so many tips, made of the texts of ours in other orders, and the memory it takes: with
 * its words packed, as they are some seconds after an import, and with all its texts read.
 */
function timeLibrary(size: number): void {
  const large = grown(size);
  const start = performance.now();
  const words = packWords(large);
  const packing = performance.now() - start;
  const megabytes = (words.vocabulary.length + words.stems.length + words.postings.length) / 2 ** 20;
  console.log(`${size} tips: their words packed in ${packing.toFixed(0)} ms, ${megabytes.toFixed(1)} MiB`);
  timeSearches("with them", large, () => packedIndex(large, words));
  timeSearches("in all texts", large, () => scannedIndex(large));
}

function timeSearches(name: string, large: Library, index: () => WordIndex): void {
  const before = memory();
  const times = ["empathy", "empthy", "how do I calm an upset customer", "customer wants my boss"].map(
    (text) => {
      const start = performance.now();
      searchTips(large, index(), { text, today, isWord });
      return { text, time: performance.now() - start };
    },
  );
  const used = (memory() - before) / 2 ** 20;
  const shown = times.map(({ text, time }) => `“${text}” ${time.toFixed(0)} ms`).join(", ");
  console.log(`  ${name}: ${shown}; ${used.toFixed(0)} MiB kept`);
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function grown(size: number): Library {
  const tips: Tip[] = [];
  for (let place = 0; place < size; place++) {
    const like = library.tips[place % library.tips.length] as Tip;
    const other = library.tips[(place * 7 + 3) % library.tips.length] as Tip;
    tips.push({
      ...like,
      id: `${like.id}-${place}`,
      title: `${like.title} ${place}`,
      body: [...other.body],
      summary: other.summary,
    });
  }
  return { topics: library.topics, tips };
}

main();
