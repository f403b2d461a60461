import type { Context } from "../context.ts";
import type { Tip } from "../core/tip.ts";
import { NothingFoundError } from "../errors.ts";
import { defineCommand } from "./command.ts";
import { reading, requireTip } from "./shared.ts";

/** The tip as it ships. Throws a NothingFoundError for one that does not. */
function digestOf({ id }: Tip, context: Context): Tip {
  const digest = context.bundled().tips.find((tip) => tip.id === id);
  if (digest) return digest;
  throw new NothingFoundError(`there is no digest of ${id}`, "it was imported, and did not ship with cstip");
}

export const show = defineCommand({
  name: "show",
  summary: "one tip in full",
  arguments: [
    {
      name: "tip",
      summary: "its number in the list, its id or the start of it, or its title or words of it",
      variadic: true,
      completion: "tip",
    },
  ],
  options: {
    digest: { kind: "flag", summary: "our digest, also where you imported the original" },
  },
  examples: [
    { line: "cstip show 3", does: "the third of the list; '#3' is the same" },
    { line: "cstip show lift-it-up", does: "by id" },
    {
      line: "cstip show the miracle",
      does: "by the start of it, or words of the title",
    },
    {
      line: "cstip show lift-it-up --markdown",
      does: "to paste into a message",
    },
  ],
  formats: ["card", "plain", "json", "markdown"],
  run({ arguments: words, options, output }, context) {
    const found = requireTip(context.library(), words.join(" "));
    const tip = options.digest ? digestOf(found, context) : found;
    return reading(tip, context, output);
  },
});
