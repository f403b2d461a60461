import { hang } from "../render/wrap.ts";
import { writeError } from "./streams.ts";
import { inLocale } from "./terminal.ts";

/**
 * Says something in a line of its own on stderr, with what there is to choose from behind it; on a terminal in several
 * lines where it is too narrow, and each choice in its own.
 */
export function say(said: string, offered: readonly string[] = []): void {
  const line = `cstip: ${inLocale(said)}`;
  const choices = offered.map(inLocale);
  const set = isErrorTerminal()
    ? [
        `${hang(line, process.stderr.columns)}${choices.length > 0 ? ":" : ""}`,
        ...choices.map((each) => `  ${each}`),
      ]
    : [choices.length > 0 ? `${line}: ${choices.join(", ")}` : line];
  writeError(`${set.join("\n")}\n`);
}

/** Whether stderr is a terminal that is more than a log. Asked only where something is said, for it takes time. */
export function isErrorTerminal(): boolean {
  return process.env.TERM !== "dumb" && (require("node:tty") as typeof import("node:tty")).isatty(2);
}
