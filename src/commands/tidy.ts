import { defineCommand } from "./command.ts";

/** What a run leaves to the background: it starts this one and does not wait for it. */
export const tidy = defineCommand({
  name: "tidy",
  hidden: true,
  summary: "make a journal shorter that has grown long; it is done by itself",
  examples: [{ line: "cstip tidy", does: "at once, where it is long" }],
  formats: ["plain"],
  tellsOfSettings: true,
  options: {
    locked: { kind: "flag", summary: "the lock was taken for this run by the one that started it" },
  },
  async run({ options }, context) {
    await context.journal.compact(options.locked === true);
    return { view: { kind: "text", text: "" } };
  },
});
