import { defineCommand } from "./command.ts";

/** What an import leaves to the background, as a large library takes some seconds. */
export const pack = defineCommand({
  name: "pack",
  hidden: true,
  summary: "make the words of a large library ready for search; it is done by itself",
  examples: [{ line: "cstip pack", does: "at once" }],
  formats: ["plain"],
  tellsOfSettings: true,
  options: {
    locked: { kind: "flag", summary: "the lock was taken for this run by the one that started it" },
  },
  async run({ options }, context) {
    await context.packWords(options.locked === true);
    return { view: { kind: "text", text: "" } };
  },
});
