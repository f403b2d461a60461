import { describe, expect, it } from "vitest";
import { cleanLine } from "../../src/core/text.ts";

describe("cleaning", () => {
  it.each([
    ["escapes", "\x1b[31m"],
    ["beginnings of strings", "\x1b]"],
    ["one string without an end", "\x1b]0;", "a"],
    ["one sequence without an end", "\x1b[", "0"],
    ["joiners", "\u200d"],
    ["joiners between letters", "a\u200d\u200cb"],
    ["lone surrogates", "\ud800"],
    ["carriage returns", "\r"],
  ])("takes 10 MB of %s in a time that grows with their length alone", (_name, first, repeated = first) => {
    const text = first + repeated.repeat(10_000_000 / repeated.length);
    const before = performance.now();
    cleanLine(text);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
