import { createInterface } from "node:readline/promises";
import { Interrupted } from "../errors.ts";
import { hang } from "../render/wrap.ts";

/**
 * Asks on the terminal for yes or no; no is what an empty answer means. Undefined where nobody sits there; throws an
 * Interrupted for Ctrl-C.
 */
export async function confirm(question: string): Promise<boolean | undefined> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const left = new AbortController();
  lines.once("close", () => left.abort());
  let interrupted = false;
  lines.once("SIGINT", () => {
    interrupted = true;
    lines.close();
  });
  try {
    const answer = await lines.question(`${hang(`${question} [y/N]`, process.stderr.columns)} `, {
      signal: left.signal,
    });
    return /^y(es)?$/i.test(answer.trim());
  } catch {
    process.stderr.write("\n");
    if (interrupted) throw new Interrupted();
    return false;
  } finally {
    lines.close();
  }
}
