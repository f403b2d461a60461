import { readFileSync } from "node:fs";
import { join } from "node:path";
import { byNewest, type Corpus, type Library } from "../core/tip.ts";

/** `data` stands beside `dist` in the package, and beside `src` in the sources. */
const BUNDLED = join(__dirname, __dirname.endsWith("dist") ? ".." : "../..", "data", "tips.json");

/** The tips that ship with the program. */
export function bundledLibrary(): Library {
  const { topics, tips }: Corpus = JSON.parse(readFileSync(BUNDLED, "utf8"));
  return { topics, tips: [...tips].sort(byNewest) };
}
