import type { Context } from "../context.ts";
import { bannerWeeks } from "../core/banner.ts";
import type { OutputRequest, TextView } from "../render/view.ts";
import { defineCommand } from "./command.ts";

const NOTHING: TextView = { kind: "text", text: "" };

export const banner = defineCommand({
  name: "banner",
  summary: "this week's takeaway in at most four lines, to a terminal",
  description: [
    "It is what a shell shows at login once 'cstip init' has set it up; the shell then prints it without starting this program. It never fails, and where it cannot be shown, or 'cstip config set banner off' was said, it says nothing.",
  ],
  options: {
    always: { kind: "flag", summary: "print it where there is no terminal too" },
    refresh: { kind: "flag", summary: "print nothing; render the coming year's ahead, for login shells" },
  },
  examples: [
    { line: "cstip banner", does: "see it" },
    { line: "cstip banner --always > motd", does: "into a file" },
  ],
  formats: ["card", "plain", "json", "markdown"],
  tellsOfSettings: true,
  async run({ options, output }, context) {
    try {
      const look = context.settings.current().values;
      if (options.refresh) {
        await context.login.writeBanners(bannerWeeks(context.library(), context.today()), look);
      } else if (options.always || (look.banner && context.terminal.isTerminal)) await show(context, output);
    } catch {
      // A login is no place for the news that the disk is full.
    }
    return { view: NOTHING };
  },
});

/** Shown from here, so that nothing that goes wrong comes out. */
async function show(context: Context, output: OutputRequest): Promise<void> {
  const weekly = context.weekly(context.today());
  if (weekly) await context.show({ kind: "banner", tip: weekly.tip }, output);
}
