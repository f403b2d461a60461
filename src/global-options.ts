import type { Command, Option } from "./commands/command.ts";
import { COLOR_CHOICES, FORMATS, THEMES } from "./core/choices.ts";

/** The options of the output: one meaning everywhere, before or behind the name of a command. */
export const GLOBAL_OPTIONS = {
  format: {
    kind: "text",
    short: "f",
    value: "format",
    summary: "how to set the text",
    choices: FORMATS,
  },
  json: { kind: "flag", summary: "short for --format json" },
  plain: { kind: "flag", summary: "short for --format plain" },
  markdown: { kind: "flag", summary: "short for --format markdown" },
  width: {
    kind: "width",
    short: "w",
    value: "columns",
    summary: "columns of the text, 20 to 400",
  },
  color: {
    kind: "text",
    value: "when",
    summary: "whether to use color",
    choices: COLOR_CHOICES,
  },
  "no-color": { kind: "flag", summary: "short for --color never" },
  theme: {
    kind: "text",
    value: "theme",
    summary: "colors for the kind of screen",
    choices: THEMES,
  },
  pager: { kind: "flag", summary: "show text longer than the screen through $PAGER" },
  "no-pager": { kind: "flag", summary: "print it, however long" },
  "no-journal": { kind: "flag", summary: "note nothing down: not what was read, drawn or made a favorite" },
} as const satisfies Readonly<Record<string, Option>>;

const FORMAT_FLAGS = ["json", "plain", "markdown"] as const;
const OF_CARDS: ReadonlySet<string> = new Set(["width", "color", "no-color", "theme"]);

/** Those that make a difference to a command, with the formats that it has; all of them where none is named. */
export function globalOptionsOf(command: Command | undefined): Readonly<Record<string, Option>> {
  const formats = command?.formats ?? FORMATS;
  const shown = Object.entries<Option>(GLOBAL_OPTIONS).flatMap(([name, option]) => {
    const flag = FORMAT_FLAGS.find((format) => format === name);
    if (flag && !formats.includes(flag)) return [];
    if (name === "no-journal" && command?.needsJournal) return [];
    if (OF_CARDS.has(name) && !formats.includes("card")) return [];
    if (name !== "format") return [[name, option] as const];
    return formats.length > 0 ? [[name, { ...option, choices: formats }] as const] : [];
  });
  return Object.fromEntries(shown);
}
