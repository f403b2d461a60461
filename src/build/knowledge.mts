import { readFileSync } from "node:fs";
import type { Knowledge } from "../core/search/word-index.ts";

/** What `data` says of queries, beside the tips. */
export function readKnowledge(folder: string): Required<Knowledge> {
  const words = (name: string) => readFileSync(`${folder}/${name}`, "utf8").split("\n").filter(Boolean);
  return {
    asked: JSON.parse(readFileSync(`${folder}/asked.json`, "utf8")),
    trade: words("trade-words.txt"),
    elsewhere: words("other-words.txt"),
  };
}
