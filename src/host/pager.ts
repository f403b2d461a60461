import type { Environment } from "../core/choices.ts";
import { codeOf } from "./streams.ts";

const USUAL_PAGER = "less";
/** What less is told where the user does not say: quit on one screen, let colors through, leave the text standing. */
const USUAL_LESS = "FRX";

/**
 * Shows text that is longer than the screen through `$PAGER`. Answers whether it was shown: not where it fits, where
 * PAGER is set to nothing, or where there is no such program. A pager that is left early has done its work.
 */
export async function page(text: string, environment: Environment): Promise<boolean> {
  const rows = process.stdout.rows ?? Number.POSITIVE_INFINITY;
  if (text.split("\n").length <= rows) return false;
  const [program, ...args] = shellWords(environment.PAGER ?? USUAL_PAGER);
  if (program === undefined || environment.TERM === "dumb") return false;
  const { spawnSync } = await import("node:child_process");
  // Ctrl-C is the pager's business while it runs; to die of it would leave the terminal to two.
  const ignore = () => {};
  process.on("SIGINT", ignore);
  try {
    const { error } = spawnSync(program, args, {
      input: text,
      stdio: ["pipe", "inherit", "inherit"],
      env: { LESS: USUAL_LESS, ...process.env },
    });
    return error === undefined || codeOf(error) === "EPIPE";
  } finally {
    process.off("SIGINT", ignore);
  }
}

/** The words of a command as a shell splits them, with its quotes and backslashes; nothing in them is run or expanded. */
export function shellWords(command: string): string[] {
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
