import type { Context } from "../context.ts";
import { bagOf, drawFrom, pick, seededRandom } from "../core/bag.ts";
import { filterTips } from "../core/filter.ts";
import type { NewEvent } from "../core/journal-event.ts";
import type { Tip } from "../core/tip.ts";
import { NothingFoundError, UsageError } from "../errors.ts";
import { defineCommand } from "./command.ts";
import { reading, TOPIC_OPTION, tipView } from "./shared.ts";

export const random = defineCommand({
  name: "random",
  summary: "a tip by chance, each once before any comes again",
  options: {
    topic: TOPIC_OPTION,
    seed: {
      kind: "integer",
      value: "number",
      summary: "let this number choose: the same tip each time, and nothing is noted down",
    },
    any: { kind: "flag", summary: "any tip, whether it came lately or not" },
  },
  examples: [
    { line: "cstip random", does: "one you have not drawn yet" },
    { line: "cstip random --topic upset-customers", does: "one on a topic" },
    { line: "cstip random --seed 7", does: "the same one on every machine" },
  ],
  formats: ["card", "plain", "json", "markdown"],
  run({ options, output }, context) {
    if (options.any && options.seed !== undefined) {
      throw new UsageError("--any and --seed do not go together", "choose one");
    }
    const library = context.library();
    const candidates = filterTips(library.tips, { topics: options.topic });
    const { tip, events } =
      options.seed !== undefined
        ? { tip: pick(candidates, seededRandom(options.seed)) }
        : options.any
          ? { tip: pick(candidates, context.random), events: [] }
          : drawn(candidates, library.tips, options.topic, context);
    if (!tip) throw new NothingFoundError("no tip has this topic", "see 'cstip topics'");
    if (!events) return { view: tipView(tip, library.topics) };
    const read = reading(tip, context, output);
    return { ...read, events: [...events, ...read.events] };
  },
});

/** A draw from the bag, with the events that it is. */
function drawn(
  candidates: readonly Tip[],
  all: readonly Tip[],
  topics: readonly string[] | undefined,
  context: Context,
): { readonly tip: Tip | undefined; readonly events?: readonly NewEvent[] } {
  const draw = drawFrom(bagOf(context.journal.read().events, all), candidates, context.random);
  if (!draw) return { tip: undefined };
  const returned: NewEvent[] = draw.refilled ? [{ event: "returned", ...(topics && { topics }) }] : [];
  return { tip: draw.tip, events: [...returned, { event: "drawn", tip: draw.tip.id }] };
}
