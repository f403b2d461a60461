import { cleanLine, cleanText } from "../core/text.ts";
import { ExitCode, ForeseenError, Interrupted } from "../errors.ts";
import { say } from "./messages.ts";
import { ClosedPipe, messageOf, writeError } from "./streams.ts";
import { inLocale } from "./terminal.ts";

/** Tells of what went wrong in one line, `cstip: what failed: what to do`, and answers the exit code. */
export function reportFailure(error: unknown): ExitCode {
  if (error instanceof ClosedPipe) return ExitCode.done;
  if (error instanceof Interrupted) return ExitCode.interrupted;
  const foreseen = error instanceof ForeseenError;
  const what = foreseen ? error.message : `something unforeseen failed (${messageOf(error)})`;
  const advice = foreseen ? error.advice : "set CSTIP_DEBUG=1 to see where";
  const choices = foreseen ? error.choices.map(cleanLine) : [];
  say(cleanLine(advice ? `${what}: ${advice}` : what), choices);
  if (process.env.CSTIP_DEBUG === "1" && error instanceof Error)
    writeError(`${inLocale(cleanText(error.stack ?? ""))}\n`);
  return foreseen ? error.exitCode : ExitCode.failed;
}
