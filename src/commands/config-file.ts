import type { Context } from "../context.ts";
import { nearest } from "../core/edit-distance.ts";
import { cleanLine, joined, quoted } from "../core/text.ts";
import { ExitCode, ForeseenError, UsageError, UserFilesError } from "../errors.ts";
import { isSettingName, SETTING_NAMES, type SettingName, START_ANEW, unusableFile } from "../settings.ts";

/** What `config` asks of a setting's name and of the file before it does anything. */

export function requireName(key: string): SettingName {
  if (isSettingName(key)) return key;
  const near = key.length > 40 ? [] : nearest(key, SETTING_NAMES);
  const advice =
    near.length > 0 ? `did you mean ${joined(near, "or")}?` : `there are ${joined(SETTING_NAMES, "and")}`;
  throw new UsageError(`there is no setting ${quoted(key)}`, advice);
}

/** A setting, or something else that the file has. */
export function requireNameOrKey(key: string, { settings }: Context): string {
  return settings.current().problems.some(({ name }) => name === key) ? key : requireName(key);
}

/** The file can be read, and what it holds of one setting can be used. */
export function requireSound(context: Context, name: SettingName): void {
  requireReadable(context);
  const wrong = wrongValues(context).find(({ setting }) => setting === name);
  if (wrong) throw wrong.failure;
}

/** The values that their settings cannot have, of the file and of variables, each with what is said of it. */
export function wrongValues({ settings }: Context): { setting: SettingName; failure: UserFilesError }[] {
  return settings.current().problems.flatMap(({ kind, setting, what, inFile }) => {
    if (kind !== "value" || setting === undefined) return [];
    const where = inFile ? `${settings.path}: ` : "";
    const advice = inFile ? `'cstip config unset ${setting}' takes it out` : "mend or unset the variable";
    return [{ setting, failure: new UserFilesError(`${where}${what}`, advice) }];
  });
}

export function requireReadable(context: Context): void {
  const broken = fileProblem(context);
  if (broken) throw new UserFilesError(broken, START_ANEW);
}

/** Asks before a broken file makes way for a new one. */
export async function mayStartAnew(context: Context, yes: boolean): Promise<boolean> {
  const broken = fileProblem(context);
  if (!broken) return false;
  if (yes) return true;
  const answer = await context.confirm(`${cleanLine(broken)}. Keep it beside a new one?`);
  if (answer) return true;
  if (answer === false) throw new ForeseenError(ExitCode.userFiles, `${broken}: nothing was changed`);
  throw new UserFilesError(broken, START_ANEW);
}

function fileProblem(context: Context): string | undefined {
  const { path: file } = context.settings;
  const broken = context.settings.current().problems.find(({ kind }) => kind === "file");
  return broken && unusableFile(file, broken.what);
}
