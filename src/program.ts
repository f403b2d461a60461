import { CommanderError } from "commander";
import { type Call, createParser } from "./command-line.ts";
import { arrange, commandsFor, entriesFor } from "./command-words.ts";
import type { Command, Entry, Outcome } from "./commands/command.ts";
import { readOption } from "./commands/values.ts";
import type { Context } from "./context.ts";
import type { ColorChoice, Format, Theme } from "./core/choices.ts";
import { joined } from "./core/text.ts";
import { ExitCode, UsageError } from "./errors.ts";
import { GLOBAL_OPTIONS } from "./global-options.ts";
import type { OutputRequest } from "./render/view.ts";
import { type Settings, START_ANEW, unusableFile } from "./settings.ts";

/**
 * Runs a command line (without program and script) and answers the exit code. Throws what goes wrong; what is wrong
 * with the command line itself is a UsageError.
 */
export async function runProgram(argv: readonly string[], context: Context): Promise<ExitCode> {
  const run = { code: ExitCode.done as ExitCode, text: "", help: undefined as readonly string[] | undefined };
  const commands = await commandsFor(argv);
  const line = arrange(argv, commands);
  const parser = createParser(entriesFor(line, commands), {
    version: context.version,
    takesOptions: line.some((word) => word.startsWith("-")),
    print: (text) => {
      run.text += text;
    },
    askHelp: (words) => {
      run.help = words;
    },
    act: async (call) => {
      run.code = await runCommand(call, context);
    },
  });
  try {
    await parser.parseAsync(line, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) {
      const { usageErrorOf } = await import("./usage-errors.ts");
      throw usageErrorOf(error, argv, commands, context.library);
    }
    const text = run.help ? await helpOn(run.help, commands, context) : run.text;
    const { pager } = context.settings.current().values;
    await context.show({ kind: "text", text }, { pager });
  }
  return run.code;
}

async function helpOn(
  words: readonly string[],
  commands: readonly Entry[],
  { columns }: Context,
): Promise<string> {
  const { helpText } = await import("./help.ts");
  return helpText(commands, words, columns);
}

async function runCommand(call: Call, world: Context): Promise<ExitCode> {
  const { command, args, given } = call;
  const settings = world.settings.current();
  const output = withSettings(readOutput(call, world), command, settings);
  if (!command.tellsOfSettings) warnOfSettings(settings, world);
  const keepsJournal = !given("no-journal") && settings.values.journal;
  const context = keepsJournal ? world : withoutJournal(world);
  const options: Record<string, never> = {};
  for (const [name, option] of Object.entries(command.options ?? {})) {
    const texts = given(name);
    if (texts) options[name] = readOption(option, name, texts, context) as never;
  }
  const code = await show(await command.run({ arguments: args, options, output }, context), output, context);
  await context.journal.tidy();
  return code;
}

/** One line at most, whatever is wrong: the tip is what was asked for. */
function warnOfSettings({ problems }: Settings, context: Context): void {
  const [first, ...rest] = problems.filter(({ kind }) => kind !== "name");
  if (!first) return;
  const { path } = context.settings;
  const where = first.inFile ? `${path}: ` : "";
  const more = rest.length > 0 ? ` (and ${rest.length} more: see 'cstip config list')` : "";
  const said =
    first.kind === "file"
      ? `${unusableFile(path, first.what)}: ${START_ANEW}`
      : `${where}${first.what}: it is ignored${more}`;
  context.warn(said);
}

/** The same world, in which nothing is noted down. */
function withoutJournal(context: Context): Context {
  const { journal } = context;
  const silent: Pick<Context, "keepsJournal" | "journal"> = {
    keepsJournal: false,
    journal: {
      read: () => journal.read(),
      tail: (word) => journal.tail(word),
      isFavorite: (tip) => journal.isFavorite(tip),
      append: () => false,
      strict: { read: journal.strict.read, append: () => {} },
      tidy: async () => {},
      compact: async () => {},
    },
  };
  // Not a copy, for which all that is asked of the world when it is needed would be asked at once.
  return Object.assign(Object.create(context), silent);
}

async function show(
  { view, nothingFound, events = [] }: Outcome,
  output: OutputRequest,
  context: Context,
): Promise<ExitCode> {
  if (nothingFound === undefined || output.format === "json") await context.show(view, output);
  for (const event of events) {
    // What a script is given was read by nobody.
    if (event.event !== "read" || output.format !== "json") context.journal.append(event);
  }
  if (nothingFound === undefined) return ExitCode.done;
  context.notice(nothingFound);
  return ExitCode.failed;
}

function readOutput({ command, words, given }: Call, context: Context): OutputRequest {
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
    throw new UsageError(`'${words.join(" ")}' has no format ${format}`, has);
  }
  return {
    format: format ?? command.usualFormat?.((name) => given(name)?.at(-1)),
    width: value("width") as number | undefined,
    color: given("no-color") ? "never" : (value("color") as ColorChoice | undefined),
    theme: value("theme") as Theme | undefined,
    pager: given("no-pager") ? false : given("pager") ? true : undefined,
  };
}

/** What the command line left open, as the settings have it. */
function withSettings(
  request: OutputRequest,
  command: Command,
  { values, sources }: Settings,
): OutputRequest {
  const { width, format, color, theme, pager } = values;
  const usual = format === "auto" || !command.formats.includes(format) ? undefined : format;
  const colorIsTold = sources.color === "environment";
  return {
    format: request.format ?? usual,
    width: request.width ?? (width === "auto" ? undefined : width),
    color: request.color ?? (colorIsTold ? color : undefined),
    usualColor: color,
    theme: request.theme ?? theme,
    pager: request.pager ?? pager,
  };
}
