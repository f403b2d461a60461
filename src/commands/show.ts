import { defineCommand } from "./command.ts";
import { readingView, requireTip } from "./shared.ts";

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
  run({ arguments: words, output }, context) {
    return { view: readingView(requireTip(context.library(), words.join(" ")), context, output) };
  },
});
