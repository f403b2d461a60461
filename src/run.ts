import type { ExitCode } from "./errors.ts";
import { createContext } from "./host/context.ts";
import { reportFailure } from "./host/failure.ts";
import { runProgram } from "./program.ts";

/**
 * Runs a command line (without program and script) in the world as it is, and answers the exit code; what fails is
 * told in one line. All that every run needs is behind this.
 */
export async function run(argv: readonly string[], version: string): Promise<ExitCode> {
  try {
    return await runProgram(argv, createContext(version));
  } catch (error) {
    return reportFailure(error);
  }
}
