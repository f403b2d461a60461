import {
  COLOR_CHOICES,
  type ColorChoice,
  type Environment,
  type Format,
  THEMES,
  type Theme,
  TIP_FORMATS,
  WIDTHS,
} from "./core/choices.ts";
import { cleanLine, joined, quoted } from "./core/text.ts";

/**
 * The settings: one table, from which the check of the file, the CSTIP_ variables, `config`, help, the man page and
 * the completions are made. A value that is `auto` is decided by the terminal.
 */

export interface Setting {
  readonly kind: "flag" | "choice" | "width";
  /** The words allowed, for completion; a width may be a number too. */
  readonly choices: readonly string[];
  /** What holds where nobody said anything. */
  readonly fallback: string | boolean;
  readonly summary: string;
}

export interface SettingValues {
  readonly color: ColorChoice;
  readonly width: number | "auto";
  readonly format: Format | "auto";
  readonly theme: Theme;
  readonly pager: boolean;
  readonly journal: boolean;
  readonly banner: boolean;
}

export type SettingName = keyof SettingValues;

const SWITCH = ["true", "false"];

export const SETTINGS: { readonly [Name in SettingName]: Setting } = {
  color: {
    kind: "choice",
    choices: COLOR_CHOICES,
    fallback: "auto",
    summary: "whether to use color; auto: on a terminal",
  },
  width: {
    kind: "width",
    choices: ["auto"],
    fallback: "auto",
    summary: "columns of the text; auto: as wide as the terminal, at most 80",
  },
  format: {
    kind: "choice",
    choices: ["auto", ...TIP_FORMATS],
    fallback: "auto",
    summary: "how to set the text; auto: card on a terminal, plain elsewhere",
  },
  theme: {
    kind: "choice",
    choices: THEMES,
    fallback: "both",
    summary: "colors for a dark screen, a light one, or for both",
  },
  pager: {
    kind: "flag",
    choices: SWITCH,
    fallback: false,
    summary: "whether text longer than the screen goes through $PAGER",
  },
  journal: {
    kind: "flag",
    choices: SWITCH,
    fallback: true,
    summary: "whether to note down what was read, drawn and made a favorite",
  },
  banner: {
    kind: "flag",
    choices: SWITCH,
    fallback: true,
    summary: "whether the login banner shows",
  },
};

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

/** Where a value comes from. The options of the command line, which go before all, are not counted here. */
export type SettingSource = "environment" | "file" | "default";

export interface SettingProblem {
  /** In one line: what is wrong. */
  readonly what: string;
  /** A `file` that holds no settings at all, a `value` that its setting cannot have, a `name` that is none. */
  readonly kind: "file" | "value" | "name";
  /** Whether it is the file that has it, and not a variable. */
  readonly inFile: boolean;
  /** Whose value it is. */
  readonly setting?: SettingName;
  /** The name that is none, as the file has it. */
  readonly name?: string;
}

export interface Settings {
  readonly values: SettingValues;
  readonly sources: Readonly<Record<SettingName, SettingSource>>;
  readonly problems: readonly SettingProblem[];
}

/** What is said of a file that holds no settings, wherever it is met, and the way out. */
export function unusableFile(path: string | undefined, what: string): string {
  return `${path} cannot be used (${what})`;
}

export const START_ANEW = "'cstip config reset --yes' starts a new one and keeps this one beside it";

export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

/** `CSTIP_WIDTH` for `width`. */
export function variableOf(name: SettingName): string {
  return `CSTIP_${name.toUpperCase()}`;
}

/** The value that a text of the command line or of the environment stands for; undefined where it cannot. */
export function readSetting(name: SettingName, text: string): string | number | boolean | undefined {
  const word = text.trim().toLowerCase();
  const { kind, choices } = SETTINGS[name];
  if (kind === "flag") {
    if (["true", "on", "yes", "1"].includes(word)) return true;
    return ["false", "off", "no", "0"].includes(word) ? false : undefined;
  }
  if (choices.includes(word)) return word;
  return kind === "width" && /^\d{1,4}$/.test(word) ? checkSetting(name, Number(word)) : undefined;
}

/** A value of the settings file, where the setting can have it. */
export function checkSetting(name: SettingName, value: unknown): string | number | boolean | undefined {
  const { kind, choices } = SETTINGS[name];
  if (kind === "flag") return typeof value === "boolean" ? value : undefined;
  if (typeof value === "string") return choices.includes(value) ? value : undefined;
  const isWidth = kind === "width" && typeof value === "number" && Number.isInteger(value);
  return isWidth && value >= WIDTHS.least && value <= WIDTHS.most ? value : undefined;
}

/** What a setting takes, as in `a whole number from 20 to 400, or auto`. */
export function allowedFor(name: SettingName): string {
  const { kind, choices } = SETTINGS[name];
  if (kind === "width") return `a whole number from ${WIDTHS.least} to ${WIDTHS.most}, or auto`;
  return joined(choices, "or");
}

/**
 * What holds: the environment goes before the file, and both before the table. Values that a setting cannot have
 * are as if they were not there, and are told of.
 */
export function resolveSettings(file: Readonly<Record<string, unknown>>, environment: Environment): Settings {
  const problems: SettingProblem[] = [];
  const values: Record<string, string | number | boolean> = {};
  const sources = {} as Record<SettingName, SettingSource>;
  for (const name of SETTING_NAMES) {
    const told = environment[variableOf(name)];
    const fromEnvironment = told ? readSetting(name, told) : undefined;
    if (told && fromEnvironment === undefined) problems.push(wrongValue(variableOf(name), told, name, false));
    const fromFile = Object.hasOwn(file, name) ? checkSetting(name, file[name]) : undefined;
    values[name] = fromEnvironment ?? fromFile ?? SETTINGS[name].fallback;
    if (fromEnvironment !== undefined) sources[name] = "environment";
    else sources[name] = fromFile === undefined ? "default" : "file";
  }
  return {
    values: values as unknown as SettingValues,
    sources,
    problems: [...problems, ...problemsIn(file)],
  };
}

/** What a file has that is no setting, or no value of it. */
function problemsIn(file: Readonly<Record<string, unknown>>): SettingProblem[] {
  return Object.keys(file).flatMap((name): SettingProblem[] => {
    if (!isSettingName(name))
      return [{ what: `${quoted(name)} is no setting`, kind: "name", inFile: true, name }];
    return checkSetting(name, file[name]) === undefined ? [wrongValue(name, file[name], name, true)] : [];
  });
}

function wrongValue(label: string, value: unknown, name: SettingName, inFile: boolean): SettingProblem {
  const shown = cleanLine(typeof value === "string" ? value : (JSON.stringify(value) ?? ""));
  return {
    what: `${label} cannot be ${quoted(shown)}, it takes ${allowedFor(name)}`,
    kind: "value",
    inFile,
    setting: name,
  };
}
