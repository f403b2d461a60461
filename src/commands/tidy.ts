import { defineCommand } from "./command.ts";

/** What a run leaves to the background: it starts this one and does not wait for it. */
export const tidy = defineCommand({
  name: "tidy",
  hidden: true,
  summary: "make a journal shorter that has grown long; it is done by itself",
  examples: [],
  formats: ["plain"],
  tellsOfSettings: true,
  async run(_invocation, context) {
    await context.journal.compact();
    return { view: { kind: "text", text: "" } };
  },
});
