import { readFileSync } from "node:fs";
import { once } from "../core/once.ts";
import type { Knowledge } from "../core/search/word-index.ts";
import { learn } from "./learning.mts";

/** What `data` says of queries, beside the tips. What is learned of it takes seconds, and is there when it is asked for. */
export function readKnowledge(folder: string): Required<Knowledge> {
  const words = (name: string) => readFileSync(`${folder}/${name}`, "utf8").split("\n").filter(Boolean);
  const judged = JSON.parse(readFileSync(`${folder}/judged.json`, "utf8"));
  const learned = once(() => learn(judged));
  return {
    asked: JSON.parse(readFileSync(`${folder}/asked.json`, "utf8")),
    judged,
    get learned() {
      return learned();
    },
    trade: words("trade-words.txt"),
    elsewhere: words("other-words.txt"),
  };
}
