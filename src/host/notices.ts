import type { Notices } from "../context.ts";
import { cleanLine } from "../core/text.ts";
import { say } from "./messages.ts";
import { Progress } from "./progress.ts";
import { inLocale } from "./terminal.ts";

/** What is said on stderr, beside what was asked for. */
export function createNotices(): Notices {
  const progress = new Progress();
  let warned = false;
  const notice = (text: string) => {
    progress.say("");
    say(cleanLine(text));
  };
  return {
    notice,
    warn: (text) => {
      if (!warned) notice(text);
      warned = true;
    },
    progress: (text, slow) => progress.say(inLocale(cleanLine(text)), slow),
  };
}
