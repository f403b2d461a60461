import { existsSync, renameSync } from "node:fs";
import { basename, dirname } from "node:path";
import Conf from "conf";
import { UserFilesError } from "../errors.ts";
import { type SettingName, START_ANEW, unusableFile } from "../settings.ts";
import { whileLocked } from "./lock.ts";
import { giveFile } from "./owner.ts";
import { readSettingsFile } from "./settings-reader.ts";
import { messageOf } from "./streams.ts";

/** Changes to the settings file, each under a lock: conf reads all, changes one and writes all back. */

/** Sets one. A file that cannot be read is kept under another name where `startAnew`, and stays as it is where not. */
export async function setInFile(
  path: string,
  name: SettingName,
  value: string | number | boolean,
  startAnew: boolean,
): Promise<void> {
  await change(path, startAnew, (conf) => conf.set(name, value));
}

/** Takes settings out, or all that the file holds; a file that cannot be read as `setInFile`. */
export async function unsetInFile(
  path: string,
  names: readonly string[] | "all",
  startAnew: boolean,
): Promise<void> {
  if (!existsSync(path)) return;
  await change(path, startAnew, (conf) => {
    if (names === "all") conf.clear();
    else for (const name of names) conf.delete(name);
  });
}

async function change(path: string, startAnew: boolean, action: (conf: Conf) => void): Promise<void> {
  await whileLocked(path, () => {
    const { problem } = readSettingsFile(path);
    if (problem && !startAnew) throw new UserFilesError(unusableFile(path, problem.what), START_ANEW);
    try {
      if (problem) keepAside(path);
      const isNew = !existsSync(path);
      action(openConf(path));
      // Of a file that is there it keeps the owner by itself.
      if (isNew && existsSync(path)) giveFile(path, dirname(path));
    } catch (error) {
      throw new UserFilesError(
        `${path} cannot be written (${messageOf(error)})`,
        "what it held before is unchanged",
        error,
      );
    }
  });
}

/** The file under a name that is still free: `config.json.broken`, or with a number. */
function keepAside(path: string): void {
  let aside = `${path}.broken`;
  for (let number = 2; existsSync(aside); number++) aside = `${path}.broken-${number}`;
  renameSync(path, aside);
}

/**
 * conf on just this file. No defaults, for conf writes them when it opens; no schema, for it compiles it; and it
 * never clears what it cannot read. A file that is empty holds nothing.
 */
function openConf(path: string): Conf {
  return new Conf({
    cwd: dirname(path),
    configName: basename(path, ".json"),
    projectName: "cstip",
    projectSuffix: "",
    clearInvalidConfig: false,
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
    // As conf does it, and with the line break that a text file ends in.
    serialize: (value) => `${JSON.stringify(value, undefined, "\t")}\n`,
    deserialize: (text: string) => (text.trim() === "" ? {} : JSON.parse(text.replace(/^\uFEFF/, ""))),
  });
}
