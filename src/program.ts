import { CommanderError } from "commander";
import { arrange, createParser, type Given, usageErrorOf } from "./command-line.ts";
import type { Command, Outcome } from "./commands/command.ts";
import { readOption } from "./commands/values.ts";
import type { Context } from "./context.ts";
import { joined } from "./core/text.ts";
import { ExitCode, UsageError } from "./errors.ts";
import { GLOBAL_OPTIONS } from "./global-options.ts";
import type { ColorChoice, Format, OutputRequest } from "./render/view.ts";

/**
 * Runs a command line (without program and script) and answers the exit code. Throws what goes wrong; what is wrong
 * with the command line itself is a UsageError.
 */
export async function runProgram(argv: readonly string[], context: Context): Promise<ExitCode> {
  const run = { code: ExitCode.done as ExitCode, help: "" };
  const parser = createParser({
    version: context.version,
    columns: context.columns,
    print: (text) => {
      run.help += text;
    },
    act: async (command, args, given) => {
      run.code = await runCommand(command, args, given, context);
    },
  });
  try {
    await parser.parseAsync(arrange(argv), { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw usageErrorOf(error);
    await context.show({ kind: "text", text: run.help }, {});
  }
  return run.code;
}

async function runCommand(
  command: Command,
  args: readonly string[],
  given: Given,
  context: Context,
): Promise<ExitCode> {
  const output = readOutput(command, given, context);
  const options: Record<string, never> = {};
  for (const [name, option] of Object.entries(command.options ?? {})) {
    const texts = given(name);
    if (texts) options[name] = readOption(option, name, texts, context) as never;
  }
  return await show(await command.run({ arguments: args, options, output }, context), output, context);
}

async function show(
  { view, nothingFound }: Outcome,
  output: OutputRequest,
  context: Context,
): Promise<ExitCode> {
  if (nothingFound === undefined || output.format === "json") await context.show(view, output);
  if (nothingFound === undefined) return ExitCode.done;
  context.notice(nothingFound);
  return ExitCode.failed;
}

function readOutput(command: Command, given: Given, context: Context): OutputRequest {
  const value = (name: keyof typeof GLOBAL_OPTIONS): unknown => {
    const texts = given(name);
    return texts && readOption(GLOBAL_OPTIONS[name], name, texts, context);
  };
  const shorts = (["json", "plain", "markdown"] as const).filter((name) => given(name));
  const asked = new Set(
    [value("format") as Format | undefined, ...shorts].filter((name) => name !== undefined),
  );
  if (asked.size > 1)
    throw new UsageError(`${joined([...asked], "and")} are asked for at once`, "choose one format");
  const [format] = asked;
  if (format !== undefined && !command.formats.includes(format)) {
    const has =
      command.formats.length > 0
        ? `it has ${joined(command.formats, "and")}`
        : "its output is always the same";
    throw new UsageError(`'${command.name}' has no format ${format}`, has);
  }
  return {
    format: format ?? command.usualFormat,
    width: value("width") as number | undefined,
    color: given("no-color") ? "never" : (value("color") as ColorChoice | undefined),
  };
}
