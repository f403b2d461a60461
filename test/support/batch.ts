import { cstipAsync, type Run, type Setup } from "./program.ts";

const AT_ONCE = 4;

/** Runs many command lines, some at a time, and answers each with what it did, in their order. */
export async function cstipEach(
  lines: readonly (readonly string[])[],
  setup: Setup,
): Promise<{ readonly line: string; readonly run: Run }[]> {
  const runs: { line: string; run: Run }[] = [];
  for (let at = 0; at < lines.length; at += AT_ONCE) {
    const part = lines.slice(at, at + AT_ONCE);
    const done = await Promise.all(
      part.map(async (args) => ({
        line: `cstip ${JSON.stringify(args)}`,
        run: await cstipAsync(args, setup),
      })),
    );
    runs.push(...done);
  }
  return runs;
}
