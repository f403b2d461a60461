import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { day, library } from "../support/context.ts";
import { evaluate, meansOf, readQueries } from "./evaluate.ts";

/** A second's worth of quality: `search.test.ts` asks more queries, of more kinds. */

const words = new Set(readFileSync(new URL("../../dist/words.txt", import.meta.url), "utf8").split("\n"));
const today = day("2026-11-23");

it("the quality of search does not fall on the queries it was tuned on", () => {
  const queries = readQueries(new URL("queries.json", import.meta.url));
  const { judgements, falseAnswers } = evaluate(queries, library, (word) => words.has(word), today);
  const means = meansOf(judgements);
  expect(means.ndcg5).toBeGreaterThan(0.94);
  expect(means.success1).toBeGreaterThan(0.93);
  expect(means.success3).toBeGreaterThan(0.98);
  expect(means.recall10).toBeGreaterThan(0.92);
  expect(falseAnswers.length).toBeLessThan(2);
  expect(meansOf(judgements.filter(({ judged }) => judged.kind === "title")).success1).toBe(1);
});
