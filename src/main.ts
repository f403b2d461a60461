import { createContext } from "./host/context.ts";
import { reportFailure } from "./host/failure.ts";

/** The process: runs the command line and leaves its exit code; what fails is told in one line. */
async function main(): Promise<void> {
  try {
    const argv = process.argv.slice(2);
    const context = createContext();
    if (argv.length === 1 && ["-V", "--version"].includes(argv[0] ?? "")) {
      // What scripts ask in passing needs no command line parser.
      await context.show({ kind: "text", text: `${context.version}\n` }, {});
    } else {
      const { runProgram } = await import("./program.ts");
      process.exitCode = await runProgram(argv, context);
    }
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}

void main();
