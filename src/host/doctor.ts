import { spawnSync } from "node:child_process";
import { accessSync, constants, lstatSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import type { Inspection } from "../context.ts";
import type { Environment } from "../core/choices.ts";
import { weeksIn } from "./banner-files.ts";
import { readSmallText } from "./files.ts";
import type { Folders } from "./folders.ts";
import { readLibrary } from "./library-file.ts";
import { readSettingsFile } from "./settings-reader.ts";
import { codeOf, messageOf } from "./streams.ts";

/** Looks at the machine for `cstip doctor`: facts alone, which the command judges. Nothing is changed. */

const TIME_LIMIT_MS = 5_000;
const RUNS = 7;

export function inspect(environment: Environment, folders: Folders): Inspection {
  const shell = shellOf(environment);
  return {
    shell: shell?.name,
    startFiles: startFiles(shell?.name, environment).flatMap((path) => {
      const text = readable(path);
      return text === undefined ? [] : [{ path, text }];
    }),
    printedWithoutTerminal: shell && printed(shell.path, environment),
    programOnPath: onPath("cstip", environment),
    folders: (["config", "state", "data", "cache"] as const).map((name) => ({
      name,
      path: folders[name],
      problem: folders[name] === undefined ? "there is no home folder" : unwritable(folders[name]),
    })),
    damagedFiles: [...damagedSettings(folders.config), ...damagedLibrary(folders.data)],
    bannerFile: folders.cache ? bannerState(join(folders.cache, "banner", "utf8-80")) : undefined,
  };
}

/** Milliseconds that a snippet adds to the start of a shell on a terminal; undefined where that cannot be tried. */
export function measureSnippet(shell: string, snippet: string, environment: Environment): number | undefined {
  if (!onPath("script", environment) || !["bash", "zsh", "fish"].includes(shell)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "cstip-doctor-"));
  try {
    const bare: number[] = [];
    const withSnippet: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      bare.push(startTime(shell, folder, "exit\n", environment));
      withSnippet.push(startTime(shell, folder, `${snippet}\nexit\n`, environment));
    }
    return Math.max(0, median(withSnippet) - median(bare));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function startTime(shell: string, folder: string, text: string, environment: Environment): number {
  const file = join(folder, ".zshrc");
  writeFileSync(file, text);
  const lines: Readonly<Record<string, string>> = {
    bash: `exec bash --noprofile --rcfile '${file}' -i`,
    zsh: "exec zsh -d -i",
    fish: `exec fish --no-config -i -c "source '${file}'"`,
  };
  const line = lines[shell] ?? "exit";
  const args =
    process.platform === "linux" ? ["-qec", line, "/dev/null"] : ["-q", "/dev/null", "sh", "-c", line];
  const env = { ...environment, CSTIP_SHOWN: "", ZDOTDIR: folder, SHELL: "/bin/sh" };
  const start = performance.now();
  spawnSync("script", args, { env, stdio: ["ignore", "pipe", "ignore"], timeout: TIME_LIMIT_MS });
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
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
function printed(shell: string, environment: Environment): string | undefined {
  const env = { ...environment, CSTIP_SHOWN: "" };
  // A session of its own, or an interactive shell would take our terminal. The types do not know of it.
  const ownSession = { detached: true };
  const { stdout, error } = spawnSync(shell, ["-i", "-c", ":"], {
    ...ownSession,
    env,
    encoding: "utf8",
    timeout: TIME_LIMIT_MS,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return error ? undefined : stdout;
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
  return path && problem ? [{ path, problem: problem.what }] : [];
}

function damagedLibrary(folder: string | undefined): Damaged {
  if (folder === undefined) return [];
  const path = join(folder, "library.json");
  try {
    readLibrary(path);
    return [];
  } catch (error) {
    return [{ path, problem: messageOf(error) }];
  }
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
    const weeks = weeksIn(readSmallText(path) ?? "");
    return { path, safe: safe || process.platform === "win32", weeks };
  } catch {
    return { path, safe: true, weeks: [] };
  }
}

function onPath(program: string, { PATH }: Environment): boolean {
  const names = process.platform === "win32" ? [`${program}.cmd`, `${program}.exe`] : [program];
  return (PATH ?? "")
    .split(delimiter)
    .some((folder) =>
      names.some((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile()),
    );
}
