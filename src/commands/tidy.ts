import { defineCommand } from "./command.ts";

/** What a run leaves to the background: it starts this one and does not wait for it. */
export const tidy = defineCommand({
  name: "tidy",
  hidden: true,
  summary:
    "shorten a journal that has grown long, or prepare a large library for search; it is done by itself",
  examples: [
    { line: "cstip tidy", does: "the journal, at once" },
    { line: "cstip tidy --words", does: "the words of the library" },
  ],
  formats: ["plain"],
  tellsOfSettings: true,
  options: {
    words: { kind: "flag", summary: "the words of a large library, for search, and not the journal" },
    locked: { kind: "flag", summary: "the lock was taken for this run by the one that started it" },
  },
  async run({ options: { words, locked = false } }, context) {
    await (words ? context.packWords(locked) : context.journal.compact(locked));
    return { view: { kind: "text", text: "" } };
  },
});
