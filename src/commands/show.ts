import type { Context } from "../context.ts";
import { findTip } from "../core/find-tip.ts";
import { counted, joined, quoted } from "../core/text.ts";
import type { Tip } from "../core/tip.ts";
import { NothingFoundError } from "../errors.ts";
import { defineCommand } from "./command.ts";
import { markRead, tipView } from "./shared.ts";

/** More ids than this are counted, not named. */
const NAMED = 8;

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
  run({ arguments: words, options }, context) {
    const library = context.library();
    const reference = words.join(" ");
    const found = findTip(library, reference);
    if (found.kind === "none") {
      const near = found.near.map(({ id }) => id);
      const advice =
        near.length > 0 ? `did you mean ${joined(near, "or")}?` : "see 'cstip list', or try 'cstip search'";
      throw new NothingFoundError(`there is no tip ${quoted(reference)}`, advice);
    }
    if (found.kind === "several") {
      const named = found.tips.slice(0, NAMED).map(({ id }) => id);
      const rest = found.tips.length - named.length;
      const names = rest > 0 ? `${named.join(", ")} and ${rest} more` : joined(named, "and");
      throw new NothingFoundError(
        `${counted(found.tips.length, "tip")} match ${quoted(reference)}`,
        `say which of ${names}`,
      );
    }
    const tip = options.digest ? digestOf(found.tip, context) : found.tip;
    markRead(context, tip);
    return { view: tipView(tip, library.topics) };
  },
});
