import { findTip } from "../core/find-tip.ts";
import { counted, joined, quoted } from "../core/text.ts";
import { NothingFoundError } from "../errors.ts";
import { defineCommand } from "./command.ts";
import { markRead, tipView } from "./shared.ts";

/** More ids than this are counted, not named. */
const NAMED = 8;

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
  run({ arguments: words }, context) {
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
    markRead(context, found.tip);
    return { view: tipView(found.tip, library.topics) };
  },
});
