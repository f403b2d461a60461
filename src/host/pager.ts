import type { Environment } from "../core/choices.ts";
import { quoted } from "../core/text.ts";
import { codeOf } from "./streams.ts";

const USUAL_PAGER = "less";
/** What less is told where the user does not say: quit on one screen, let colors through, leave the text standing. */
const USUAL_LESS = "FRX";

/** What only a shell understands: then the command is its business, as git and man have it. */
const SHELL_OPERATORS = /[|&;<>()$`*?[\]#~=%\n]/;
/** A shell tells so of a command that a signal ended: so much more than the signal's number. */
const ENDED_BY_SIGNAL = 128;

const WHY: Readonly<Record<string, string>> = {
  ENOENT: "there is no such program",
  EACCES: "it is no program that may be run",
};

/** Whether a text was shown, and what is to be said where the pager could not even be started. */
interface Paged {
  readonly shown: boolean;
  readonly problem?: string;
}

/**
 * Shows text that is longer than the screen through `$PAGER`. It is not shown where it fits, where PAGER is set to
 * nothing, or where there is no such program or it failed. A pager that is left early has done its work.
 */
export async function page(text: string, environment: Environment): Promise<Paged> {
  const rows = process.stdout.rows ?? Number.POSITIVE_INFINITY;
  if (text.split("\n").length <= rows) return { shown: false };
  const [program, ...args] = pagerCommand(environment.PAGER ?? USUAL_PAGER);
  if (program === undefined || environment.TERM === "dumb") return { shown: false };
  return await pageThrough(program, args, text);
}

async function pageThrough(program: string, args: readonly string[], text: string): Promise<Paged> {
  const { spawnSync } = await import("node:child_process");
  // Ctrl-C is the pager's business while it runs; to die of it would leave the terminal to two.
  let interrupted = false;
  const note = () => {
    interrupted = true;
  };
  process.on("SIGINT", note);
  try {
    const { error, status, signal } = spawnSync(program, [...args], {
      input: text,
      stdio: ["pipe", "inherit", "inherit"],
      env: { LESS: USUAL_LESS, ...process.env },
    });
    // What a pager that fails has to say it says by itself; one that is not there cannot.
    if (error !== undefined && codeOf(error) !== "EPIPE")
      return { shown: false, problem: notStarted(program, codeOf(error)) };
    if (status === 0 || signal !== null || (status ?? 0) > ENDED_BY_SIGNAL) return { shown: true };
    // `less -K` leaves with a status at Ctrl-C, which is heard here in the next turn: then nobody wants the text.
    await new Promise((resolve) => setImmediate(resolve));
    return { shown: interrupted };
  } finally {
    process.off("SIGINT", note);
  }
}

function notStarted(program: string, code = ""): string {
  const why = WHY[code] ?? code;
  return `the pager ${quoted(program)} could not be started (${why}): set PAGER to one that is there, or give --no-pager`;
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
