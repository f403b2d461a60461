import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isInFile } from "../../src/host/word-list.ts";
import { scratchFolder } from "../support/program.ts";

const SHIPPED = fileURLToPath(new URL("../../dist/words.txt", import.meta.url));

function fileOf(words: readonly string[]): string {
  const path = join(scratchFolder(), "words.txt");
  writeFileSync(path, `\n${words.join("\n")}\n`);
  return path;
}

describe("a word of the list", () => {
  it("is each of those that ship, and nothing between them", () => {
    const words = readFileSync(SHIPPED, "utf8").split("\n").filter(Boolean);
    const known = new Set(words);
    const every = words.filter((_, place) => place % 97 === 0 || place < 50 || place > words.length - 50);
    expect(every.filter((word) => !isInFile(SHIPPED, word))).toEqual([]);
    const none = every.flatMap((word) => [`${word}q`, word.slice(1), `${word}\n`, `z${word}`]);
    expect(none.filter((word) => !known.has(word) && isInFile(SHIPPED, word))).toEqual([]);
  });

  it.each([
    [["a"]],
    [["a", "b", "c"]],
    [Array.from({ length: 300 }, (_, at) => String(at).padStart(4, "0"))],
  ])("is found in a list of any length", (words) => {
    const path = fileOf(words);
    expect(words.every((word) => isInFile(path, word))).toBe(true);
    for (const none of ["", "!", "0", "aa", "zz", "é", "00055"])
      expect(isInFile(path, none), none).toBe(false);
  });

  it("is none where there is no list, or an empty one", () => {
    expect(isInFile(join(scratchFolder(), "none"), "a")).toBe(false);
    const path = join(scratchFolder(), "empty");
    writeFileSync(path, "");
    expect(isInFile(path, "a")).toBe(false);
  });
});
