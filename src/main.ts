import { reportFailure } from "./host/failure.ts";
import { writeOut } from "./host/streams.ts";

const VERSION = process.env.CSTIP_VERSION ?? "0.0.0";

/** The process: runs the command line and leaves its exit code; what fails is told in one line. */
async function main(): Promise<void> {
  try {
    const argv = process.argv.slice(2);
    if (argv.length === 1 && ["-V", "--version"].includes(argv[0] ?? "")) {
      // What scripts ask in passing needs nothing of what follows.
      writeOut(`${VERSION}\n`);
    } else {
      const { run } = await import("./run.ts");
      process.exitCode = await run(argv, VERSION);
    }
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}

void main();
