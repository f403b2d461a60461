import type { Environment } from "../core/choices.ts";
import { codeOf } from "./streams.ts";

const USUAL_PAGER = "less";
/** What less is told where the user does not say: quit on one screen, let colors through, leave the text standing. */
const USUAL_LESS = "FRX";

/** What only a shell understands: then the command is its business, as git and man have it. */
const SHELL_OPERATORS = /[|&;<>()$`*?[\]#~=%\n]/;
/** A shell tells so of a command that a signal ended: so much more than the signal's number. */
const ENDED_BY_SIGNAL = 128;

/**
 * Shows text that is longer than the screen through `$PAGER`. Answers whether it was shown: not where it fits, where
 * PAGER is set to nothing, or where there is no such program or it failed. A pager that is left early has done its work.
 */
export async function page(text: string, environment: Environment): Promise<boolean> {
  const rows = process.stdout.rows ?? Number.POSITIVE_INFINITY;
  if (text.split("\n").length <= rows) return false;
  const [program, ...args] = pagerCommand(environment.PAGER ?? USUAL_PAGER);
  if (program === undefined || environment.TERM === "dumb") return false;
  const { spawnSync } = await import("node:child_process");
  // Ctrl-C is the pager's business while it runs; to die of it would leave the terminal to two.
  let interrupted = false;
  const note = () => {
    interrupted = true;
  };
  process.on("SIGINT", note);
  try {
    const { error, status, signal } = spawnSync(program, args, {
      input: text,
      stdio: ["pipe", "inherit", "inherit"],
      env: { LESS: USUAL_LESS, ...process.env },
    });
    if (error !== undefined && codeOf(error) !== "EPIPE") return false;
    if (status === 0 || signal !== null || (status ?? 0) > ENDED_BY_SIGNAL) return true;
    // `less -K` leaves with a status at Ctrl-C, which is heard here in the next turn: then nobody wants the text.
    await new Promise((resolve) => setImmediate(resolve));
    return interrupted;
  } finally {
    process.off("SIGINT", note);
  }
}

/** The program and its arguments; none where PAGER says nothing. */
export function pagerCommand(pager: string): string[] {
  const needsShell = process.platform !== "win32" && SHELL_OPERATORS.test(pager);
  return needsShell ? ["sh", "-c", pager] : shellWords(pager);
}

/** The words of a command as a shell splits them, with its quotes and backslashes; nothing in them is run or expanded. */
function shellWords(command: string): string[] {
  const words: string[] = [];
  const pattern = /\s*((?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+)/gsy;
  for (const [, word = ""] of command.matchAll(pattern)) {
    words.push(word.replace(/"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/gs, unquoted));
  }
  return words;
}

function unquoted(_: string, double?: string, single?: string, escaped?: string): string {
  return double?.replace(/\\(["\\$`])/g, "$1") ?? single ?? escaped ?? "";
}
