import type { ExitCode } from "./errors.ts";
import { createContext } from "./host/context.ts";
import { runProgram } from "./program.ts";

/** Runs a command line (without program and script) in the world as it is. All that every run needs is behind this. */
export async function run(argv: readonly string[], version: string): Promise<ExitCode> {
  return runProgram(argv, createContext(version));
}
