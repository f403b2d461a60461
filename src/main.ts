import { writeSync } from "node:fs";
import { join } from "node:path";
import { loaderOf } from "./host/code-cache.ts";
import { findFolders } from "./host/folders.ts";

const VERSION = process.env.CSTIP_VERSION ?? "0.0.0";

/** The commands that are run most. */
const KEPT_APART: ReadonlySet<string> = new Set(["today", "list", "search", "show", "random"]);

/** The process: runs the command line. Nothing else is loaded here, for a script that asks for the version in passing. */
async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  if (argv.length === 1 && ["-V", "--version"].includes(argv[0] ?? "") && writeVersion()) return;
  const { run } = await loadRun(argv);
  process.exitCode = await run(argv, VERSION);
}

/** Answers whether it is written: where not, a whole run tells why. */
function writeVersion(): boolean {
  try {
    const line = `${VERSION}\n`;
    return writeSync(1, line) === line.length;
  } catch {
    return false;
  }
}

/** Code is kept by what it was compiled for: one run compiles what it needs, and leaves out what another does. */
function useOf(argv: readonly string[]): string {
  const named = argv.find((word) => !word.startsWith("-")) ?? "today";
  return KEPT_APART.has(named) ? named : "other";
}

async function loadRun(argv: readonly string[]): Promise<typeof import("./run.ts")> {
  if (!__dirname.endsWith("dist")) return import("./run.ts");
  const { cache } = findFolders(process.env);
  const load = loaderOf(__dirname, cache && join(cache, "code", VERSION, useOf(argv)));
  return load("./run.cjs") as typeof import("./run.ts");
}

void main();
