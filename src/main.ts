import { createContext } from "./host/context.ts";
import { reportFailure } from "./host/failure.ts";
import { runProgram } from "./program.ts";

/** The process: runs the command line and leaves its exit code; what fails is told in one line. */
async function main(): Promise<void> {
  try {
    process.exitCode = await runProgram(process.argv.slice(2), createContext());
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}

void main();
