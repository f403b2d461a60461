import { readFileSync } from "node:fs";
import { type Hit, searchTips } from "../../src/core/search/search.ts";
import type { IsWord } from "../../src/core/search/spelling.ts";
import { indexWords } from "../../src/core/search/word-index.ts";
import type { Library } from "../../src/core/tip.ts";
import { knowledge } from "../support/context.ts";

/** Measures of a search on judged queries. */

export interface JudgedQuery {
  readonly id: string;
  readonly query: string;
  readonly kind: string;
  /** By the id of a tip: 3 is wanted, 2 helps, 1 touches it. Nobody should be answered where there is none. */
  readonly relevance: Readonly<Record<string, number>>;
}

export interface Measures {
  readonly queries: number;
  readonly ndcg5: number;
  readonly success1: number;
  readonly success3: number;
  readonly recall10: number;
}

export interface Judgement {
  readonly judged: JudgedQuery;
  readonly found: readonly string[];
  readonly measures: Omit<Measures, "queries">;
}

export function readQueries(path: string | URL): JudgedQuery[] {
  return JSON.parse(readFileSync(path, "utf8"));
}

export interface Evaluation {
  /** Of the queries that have an answer. */
  readonly judgements: readonly Judgement[];
  /** Queries that have none, and got one. */
  readonly falseAnswers: readonly string[];
  readonly unanswerable: number;
}

/** Searches for all queries. */
export function evaluate(
  queries: readonly JudgedQuery[],
  library: Library,
  isWord: IsWord,
  today: number,
): Evaluation {
  const index = indexWords(library, knowledge);
  const hitsOf = ({ query }: JudgedQuery) => searchTips(library, index, { text: query, today, isWord }).hits;
  const answerable = queries.filter(({ relevance }) => Object.keys(relevance).length > 0);
  const others = queries.filter((query) => !answerable.includes(query));
  return {
    judgements: answerable.map((query) => judge(query, hitsOf(query))),
    falseAnswers: others.filter((query) => hitsOf(query).length > 0).map(({ query }) => query),
    unanswerable: others.length,
  };
}

/** Judges the first ten hits of each query that has an answer. */
function judge(judged: JudgedQuery, hits: readonly Hit[]): Judgement {
  const found = hits.slice(0, 10).map(({ tip }) => tip.id);
  const grades = found.map((id) => judged.relevance[id] ?? 0);
  const ideal = Object.values(judged.relevance).sort((a, b) => b - a);
  const best = ideal[0] ?? 0;
  return {
    judged,
    found,
    measures: {
      ndcg5: gain(grades) / gain(ideal),
      success1: (grades[0] ?? 0) === best ? 1 : 0,
      success3: grades.slice(0, 3).includes(best) ? 1 : 0,
      recall10: grades.filter((grade) => grade > 0).length / Math.min(10, ideal.length),
    },
  };
}

/** The means over judgements. */
export function meansOf(judgements: readonly Judgement[]): Measures {
  const mean = (name: keyof Judgement["measures"]) =>
    judgements.reduce((sum, { measures }) => sum + measures[name], 0) / judgements.length;
  return {
    queries: judgements.length,
    ndcg5: mean("ndcg5"),
    success1: mean("success1"),
    success3: mean("success3"),
    recall10: mean("recall10"),
  };
}

/** Discounted cumulative gain of the first five. */
function gain(grades: readonly number[]): number {
  return grades.slice(0, 5).reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}
