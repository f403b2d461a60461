import type { Context } from "../context.ts";
import { quoted } from "../core/text.ts";
import { noHomeFor, UsageError } from "../errors.ts";
import type { TableView, TextView } from "../render/view.ts";
import { allowedFor, isSettingName, readSetting, SETTING_NAMES, SETTINGS, variableOf } from "../settings.ts";
import { type Argument, defineCommand, type Group, type Option } from "./command.ts";
import {
  mayStartAnew,
  requireName,
  requireNameOrKey,
  requireReadable,
  requireSound,
  wrongValues,
} from "./config-file.ts";
import { pathShown } from "./shared.ts";

const KEY: Argument = {
  name: "key",
  summary: "the name of a setting",
  choices: SETTING_NAMES,
  completion: "setting",
};

const SETTINGS_TEXT = SETTING_NAMES.map(
  (name) => `${name} (${allowedFor(name)}): ${SETTINGS[name].summary}.`,
);

const list = defineCommand({
  name: "list",
  aliases: ["ls"],
  summary: "all settings, with where each value comes from",
  description: [
    "A value comes from the environment, where its variable is set, else from the file, else it is the default. Options of the command line go before all. Values that a setting cannot have are named, and the exit code is 3.",
  ],
  examples: [
    { line: "cstip config list", does: "what holds, and why" },
    { line: "cstip config list --json", does: "for a script" },
  ],
  formats: ["card", "plain", "json", "markdown"],
  tellsOfSettings: true,
  async run({ output }, context) {
    requireReadable(context);
    const { problems } = context.settings.current();
    for (const { what, kind } of problems)
      if (kind === "name")
        context.notice(`${context.settings.path}: ${what}: 'cstip config unset' takes it out`);
    const view = settingsTable(context);
    const failures = wrongValues(context).map(({ failure }) => failure);
    const last = failures.pop();
    if (!last) return { view };
    // What holds all the same, then all that is wrong: each in a line of its own, and the last decides the exit code.
    await context.show(view, output);
    for (const { message, advice } of failures) context.notice(`${message}: ${advice}`);
    throw last;
  },
});

function settingsTable({ settings }: Context): TableView {
  const { values, sources } = settings.current();
  const data = SETTING_NAMES.map((name) => ({
    key: name,
    value: values[name],
    source: sources[name],
    variable: variableOf(name),
    allowed: allowedFor(name),
    summary: SETTINGS[name].summary,
  }));
  const rows = data.map(({ key, value, source, summary, variable }) => [
    key,
    String(value),
    source === "environment" ? variable : source,
    summary,
  ]);
  return { kind: "table", columns: ["key", "value", "from", "what it does"], rows, data };
}

const get = defineCommand({
  name: "get",
  summary: "the value of one",
  arguments: [KEY],
  examples: [{ line: "cstip config get width", does: "what holds, wherever it comes from" }],
  formats: ["plain", "json"],
  tellsOfSettings: true,
  run({ arguments: [key = ""] }, context) {
    const name = requireName(key);
    requireSound(context, name);
    const value = context.settings.current().values[name];
    return { view: { ...text(String(value)), data: value } };
  },
});

const YES = {
  kind: "flag",
  short: "y",
  summary: "start a new file where the old one cannot be read, and keep that beside it",
} as const satisfies Option;

const set = defineCommand({
  name: "set",
  summary: "set one, in the file",
  description: ["The settings:", ...SETTINGS_TEXT],
  arguments: [KEY, { name: "value", summary: "what it is to be", minus: true }],
  options: { yes: YES },
  examples: [
    { line: "cstip config set width 72", does: "lines of at most 72 columns" },
    { line: "cstip config set theme light", does: "colors for a light screen" },
    { line: "cstip config set pager on", does: "long text through $PAGER" },
    { line: "cstip config set journal off", does: "note nothing down" },
  ],
  formats: [],
  tellsOfSettings: true,
  async run({ arguments: [key = "", told = ""], options }, context) {
    const name = requireName(key);
    const value = readSetting(name, told);
    if (value === undefined) {
      throw new UsageError(`${name} cannot be ${quoted(told)}`, `it takes ${allowedFor(name)}`);
    }
    await context.settings.set(name, value, await mayStartAnew(context, options.yes ?? false));
    if (context.settings.current().sources[name] === "environment") {
      context.notice(`${variableOf(name)} is set, and goes before the file`);
    }
    return { view: text(`${name} is ${value} now.`) };
  },
});

const unset = defineCommand({
  name: "unset",
  summary: "take one out of the file, so that the default holds",
  description: ["What the file has that is no setting is taken out by its name too."],
  arguments: [KEY],
  examples: [{ line: "cstip config unset width", does: "as wide as the terminal again" }],
  formats: [],
  tellsOfSettings: true,
  async run({ arguments: [key = ""] }, context) {
    requireReadable(context);
    const name = requireNameOrKey(key, context);
    await context.settings.unset([name], false);
    if (!isSettingName(name)) return { view: text(`${quoted(name)} is not in the file any more.`) };
    return { view: text(`${name} is ${context.settings.current().values[name]} now.`) };
  },
});

const reset = defineCommand({
  name: "reset",
  summary: "take all of them out",
  options: { yes: YES },
  examples: [{ line: "cstip config reset", does: "as it was on the first day" }],
  formats: [],
  tellsOfSettings: true,
  async run({ options }, context) {
    await context.settings.unset("all", await mayStartAnew(context, options.yes ?? false));
    return { view: text("All settings have their defaults now.") };
  },
});

const path = defineCommand({
  name: "path",
  summary: "where the file is",
  examples: [{ line: 'cat "$(cstip config path)"', does: "the file itself" }],
  formats: [],
  tellsOfSettings: true,
  run(_invocation, context) {
    const { path: file } = context.settings;
    if (file === undefined) throw noHomeFor("settings");
    return { view: text(pathShown(file, context)) };
  },
});

export const config: Group = {
  name: "config",
  summary: "the settings",
  description: SETTINGS_TEXT,
  commands: [list, get, set, unset, reset, path],
};

function text(line: string): TextView {
  return { kind: "text", text: `${line}\n` };
}
