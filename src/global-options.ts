import type { Option } from "./commands/command.ts";
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
    summary: "whether to use colour",
    choices: COLOR_CHOICES,
  },
  "no-color": { kind: "flag", summary: "short for --color never" },
  theme: {
    kind: "text",
    value: "theme",
    summary: "colours for the kind of screen",
    choices: THEMES,
  },
  pager: { kind: "flag", summary: "show text longer than the screen through $PAGER" },
  "no-pager": { kind: "flag", summary: "print it, however long" },
  "no-journal": { kind: "flag", summary: "note nothing down: not what was read, drawn or made a favourite" },
} as const satisfies Readonly<Record<string, Option>>;
