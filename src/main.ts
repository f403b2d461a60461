import { writeSync } from "node:fs";
import { join } from "node:path";
import { loaderOf } from "./host/code-cache.ts";
import { findFolders } from "./host/folders.ts";

const VERSION = process.env.CSTIP_VERSION ?? "0.0.0";

/** The process: runs the command line. Nothing else is loaded here, for a script that asks for the version in passing. */
async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  if (argv.length === 1 && ["-V", "--version"].includes(argv[0] ?? "") && writeVersion()) return;
  const { run } = await loadRun();
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

async function loadRun(): Promise<typeof import("./run.ts")> {
  if (!__dirname.endsWith("dist")) return import("./run.ts");
  const { cache } = findFolders(process.env);
  const load = loaderOf(__dirname, cache && join(cache, "code", VERSION));
  return load("./run.cjs") as typeof import("./run.ts");
}

void main();
