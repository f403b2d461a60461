import type { Context } from "../context.ts";
import { referencesIn } from "../core/find-tip.ts";
import type { Tip } from "../core/tip.ts";
import { NothingFoundError } from "../errors.ts";
import { defineCommand, type Outcome } from "./command.ts";
import { type Reading, reading, requireTip } from "./shared.ts";

/** The tip as it ships. Throws a NothingFoundError for one that does not. */
function digestOf({ id }: Tip, context: Context): Tip {
  const digest = context.bundled().tips.find((tip) => tip.id === id);
  if (digest) return digest;
  throw new NothingFoundError(`there is no digest of ${id}`, "it was imported, and did not ship with cstip");
}

export const show = defineCommand({
  name: "show",
  summary: "one tip in full, or several",
  arguments: [
    {
      name: "tip",
      summary:
        "its number in the list, its id or the start of it, or its title or words of it; several by number or id",
      variadic: true,
      completion: "tip",
    },
  ],
  options: {
    digest: { kind: "flag", summary: "our digest, also where you imported the original" },
  },
  examples: [
    { line: "cstip show 3", does: "the third of the list; '#3' is the same" },
    { line: "cstip show 3 5", does: "two of them" },
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
    const library = context.library();
    const readings = referencesIn(library, words).map((reference) => {
      const found = requireTip(library, reference);
      return reading(options.digest ? digestOf(found, context) : found, context, output);
    });
    const [only] = readings;
    return only && readings.length === 1 ? only : oneAfterTheOther(readings);
  },
});

function oneAfterTheOther(readings: readonly Reading[]): Outcome {
  const views = readings.map(({ view }) => view);
  return { view: { kind: "tips", views }, events: readings.flatMap(({ events }) => events) };
}
