import { hang } from "../render/wrap.ts";
import { writeError } from "./streams.ts";

/** Says something in a line of its own on stderr; on a terminal that is too narrow for it, in several. */
export function say(text: string): void {
  const line = `cstip: ${text}`;
  writeError(`${isErrorTerminal() ? hang(line, process.stderr.columns) : line}\n`);
}

/** Whether stderr is a terminal that is more than a log. Asked only where something is said, for it takes time. */
export function isErrorTerminal(): boolean {
  return process.env.TERM !== "dumb" && (require("node:tty") as typeof import("node:tty")).isatty(2);
}
