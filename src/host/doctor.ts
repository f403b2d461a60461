import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, lstatSync, statSync } from "node:fs";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import type { Environment } from "../core/choices.ts";
import type { Inspection } from "../login-files.ts";
import { lastDaysIn } from "./banner-files.ts";
import { readSmallText } from "./files.ts";
import type { Folders } from "./folders.ts";
import { readLibrary } from "./library-file.ts";
import { readSettingsFile } from "./settings-reader.ts";
import { codeOf, messageOf } from "./streams.ts";

/** Looks at the machine for `cstip doctor`: facts alone, which the command judges. Nothing is changed. */

const START_LIMIT_MS = 5_000;

export function inspect(environment: Environment, folders: Folders): Inspection {
  const shell = shellOf(environment);
  return {
    shell: shell?.name,
    startFiles: startFiles(shell?.name, environment).flatMap((path) => {
      const text = readable(path);
      return text === undefined ? [] : [{ path, text }];
    }),
    ...started(shell?.path, environment),
    programOnPath: pathOf("cstip", environment) !== undefined,
    folders: (["config", "state", "data", "cache"] as const).map((name) => ({
      name,
      path: folders[name],
      problem: folders[name] === undefined ? "there is no home folder" : unwritable(folders[name]),
    })),
    damagedFiles: [
      ...damagedSettings(folders.config),
      ...damagedLibrary(folders.data),
      ...damagedJournal(folders.state),
    ],
    silencers: silencers(environment, folders.config),
    bannerFile: folders.cache ? bannerState(join(folders.cache, "banner", "utf8-80")) : undefined,
  };
}

function shellOf({ SHELL }: Environment): { name: string; path: string } | undefined {
  if (!SHELL) return process.platform === "win32" ? { name: "powershell", path: "powershell" } : undefined;
  return { name: basename(SHELL), path: SHELL };
}

/** The files that a shell reads when it starts, where the snippet may stand. */
function startFiles(shell: string | undefined, environment: Environment): string[] {
  const home = environment.HOME ?? "";
  const configHome = environment.XDG_CONFIG_HOME || join(home, ".config");
  switch (shell) {
    case "bash":
      return [".bashrc", ".bash_profile", ".bash_login", ".profile"].map((name) => join(home, name));
    case "zsh":
      return [".zshrc", ".zprofile", ".zlogin"].map((name) => join(environment.ZDOTDIR || home, name));
    case "fish":
      return ["config.fish", "conf.d/cstip.fish"].map((name) => join(configHome, "fish", name));
    default:
      return [];
  }
}

/** What the shell writes to a stdout that is no terminal when it reads its start files, as scp and rsync would get it. */
function started(
  shell: string | undefined,
  environment: Environment,
): Pick<Inspection, "printedWithoutTerminal" | "startsLate"> {
  if (shell === undefined) return { printedWithoutTerminal: undefined, startsLate: false };
  const env = { ...environment, CSTIP_SHOWN: "" };
  // A session of its own, or an interactive shell would take our terminal. The types do not know of it.
  const ownSession = { detached: true };
  const { stdout, error, pid } = spawnSync(shell, ["-i", "-c", ":"], {
    ...ownSession,
    env,
    encoding: "utf8",
    timeout: START_LIMIT_MS,
    // An interactive shell does not mind SIGTERM.
    killSignal: "SIGKILL",
    stdio: ["ignore", "pipe", "ignore"],
  });
  if (error && pid > 0) endGroup(pid);
  const startsLate = codeOf(error) === "ETIMEDOUT";
  return { printedWithoutTerminal: error && !startsLate ? undefined : stdout, startsLate };
}

/** What a shell had started when it was ended. */
function endGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL");
  } catch {
    // There is nothing left of it.
  }
}

function readable(path: string): string | undefined {
  try {
    return readSmallText(path);
  } catch {
    return undefined;
  }
}

function unwritable(folder: string): string | undefined {
  for (let path = folder; ; path = dirname(path)) {
    try {
      if (!statSync(path).isDirectory()) return `${path} is no folder`;
      accessSync(path, constants.W_OK | constants.X_OK);
      return undefined;
    } catch (error) {
      if (codeOf(error) !== "ENOENT" || path === dirname(path)) return `${path}: ${messageOf(error)}`;
    }
  }
}

type Damaged = Inspection["damagedFiles"];

function damagedSettings(folder: string | undefined): Damaged {
  const path = folder && join(folder, "config.json");
  const { problem } = readSettingsFile(path);
  return path && problem ? [{ holds: "settings", path, problem: problem.what }] : [];
}

function damagedLibrary(folder: string | undefined): Damaged {
  if (folder === undefined) return [];
  const path = join(folder, "library.json");
  try {
    readLibrary(path);
    return [];
  } catch (error) {
    return [{ holds: "library", path, problem: messageOf(error) }];
  }
}

/** A journal that is there can be read and appended to; one that is not is made when it is needed. */
function damagedJournal(folder: string | undefined): Damaged {
  if (folder === undefined) return [];
  const path = join(folder, "journal.jsonl");
  try {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) return [];
    if (!status.isFile()) throw new Error("it is not a file");
    accessSync(path, constants.R_OK | constants.W_OK);
    return [];
  } catch (error) {
    // A folder on its way is a file: that is told of the folder.
    if (codeOf(error) === "ENOTDIR") return [];
    return [{ holds: "journal", path, problem: messageOf(error) }];
  }
}

/** What silences the snippets of shells. */
function silencers(environment: Environment, configFolder: string | undefined): Inspection["silencers"] {
  const { CI, CSTIP_DISABLE, CSTIP_BANNER, TERM, HOME } = environment;
  const hushlogin = join(HOME || "/", ".hushlogin");
  const { file } = readSettingsFile(configFolder && join(configFolder, "config.json"));
  return {
    variables: { CI, CSTIP_DISABLE, CSTIP_BANNER, TERM },
    hushlogin: existsSync(hushlogin) ? hushlogin : undefined,
    setting: file.banner === false,
  };
}

/** Whether the banner is rendered ahead, and nobody else could have written it. */
function bannerState(path: string): Inspection["bannerFile"] {
  try {
    const states = [lstatSync(dirname(path)), lstatSync(path)];
    const safe = states.every(
      (state) =>
        !state.isSymbolicLink() &&
        state.uid === (process.getuid?.() ?? state.uid) &&
        (state.mode & 0o022) === 0,
    );
    const lastDays = lastDaysIn(readSmallText(path) ?? "");
    return { path, safe: safe || process.platform === "win32", lastDays };
  } catch {
    return { path, safe: true, lastDays: [] };
  }
}

/** Where a program is, by PATH. */
export function pathOf(program: string, { PATH }: Environment): string | undefined {
  const names = process.platform === "win32" ? [`${program}.cmd`, `${program}.exe`] : [program];
  return (PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => names.map((name) => resolve(folder, name)))
    .find((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}
