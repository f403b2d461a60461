import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Environment } from "../core/choices.ts";
import { pathOf } from "./doctor.ts";
import type { Folders } from "./folders.ts";

/** What the banner costs a shell, measured. */

const TIME_LIMIT_MS = 5_000;
const RUNS = 7;

/** A shell on a terminal, and a folder of its own for all that it might write. */
interface Trial {
  readonly shell: string;
  readonly path: string;
  readonly script: string;
  readonly folder: string;
  readonly env: Environment;
}

/**
 * Milliseconds that a snippet adds to the start of a shell on a terminal; undefined where that cannot be tried, or
 * takes too long. The snippet sees the user's banners and writes to a copy of them, and finds no cstip to start.
 */
export function measureSnippet(
  shell: string,
  snippet: string,
  environment: Environment,
  folders: Folders,
): number | undefined {
  const [script, path] = [pathOf("script", environment), pathOf(shell, environment)];
  if (!script || !path || !["bash", "zsh", "fish"].includes(shell)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "cstip-doctor-"));
  try {
    const env = withCopies(folder, environment, folders);
    const trial = { shell, path, script, folder, env };
    const bare: number[] = [];
    const withSnippet: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      bare.push(startTime(trial, "exit\n"));
      withSnippet.push(startTime(trial, `${snippet}\nexit\n`));
    }
    return Math.max(0, median(withSnippet) - median(bare));
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * An environment in which the snippet reads what it would, and writes to the folder: banners are a copy, settings and
 * imported tips, which it does but look for, are linked.
 */
function withCopies(folder: string, environment: Environment, { cache, config, data }: Folders): Environment {
  const base = (name: string) => join(folder, name);
  for (const name of ["cache", "config", "data", "bin"]) mkdirSync(base(name));
  if (config) symlinkSync(config, join(base("config"), "cstip"));
  if (data) symlinkSync(data, join(base("data"), "cstip"));
  if (cache && existsSync(join(cache, "banner"))) {
    cpSync(join(cache, "banner"), bannersIn(folder), {
      recursive: true,
      preserveTimestamps: true,
      filter: (source) => basename(source) === "banner" || /^(?:utf8|ascii)-\d+$/.test(basename(source)),
    });
  }
  // All that a snippet starts, beside cstip itself.
  const date = pathOf("date", environment);
  if (date) symlinkSync(date, join(base("bin"), "date"));
  return {
    ...environment,
    CSTIP_HOME: "",
    CSTIP_SHOWN: "",
    PATH: base("bin"),
    SHELL: "/bin/sh",
    XDG_CACHE_HOME: base("cache"),
    XDG_CONFIG_HOME: base("config"),
    XDG_DATA_HOME: base("data"),
    ZDOTDIR: folder,
  };
}

function bannersIn(folder: string): string {
  return join(folder, "cache", "cstip", "banner");
}

/** Throws where the shell takes too long. */
function startTime({ shell, path, script, folder, env }: Trial, text: string): number {
  const file = join(folder, ".zshrc");
  writeFileSync(file, text);
  // That it was shown today, as a run before has noted.
  rmSync(join(bannersIn(folder), "shown"), { force: true });
  const lines: Readonly<Record<string, string>> = {
    bash: `exec ${quoted(path)} --noprofile --rcfile ${quoted(file)} -i`,
    zsh: `exec ${quoted(path)} -d -i`,
    fish: `exec ${quoted(path)} --no-config -i -c ${quoted(`source '${file}'`)}`,
  };
  const line = lines[shell] ?? "exit";
  const args =
    process.platform === "linux" ? ["-qec", line, "/dev/null"] : ["-q", "/dev/null", "/bin/sh", "-c", line];
  const start = performance.now();
  const { error } = spawnSync(script, args, {
    env,
    stdio: ["ignore", "pipe", "ignore"],
    timeout: TIME_LIMIT_MS,
    // A shell that talks to somebody does not mind SIGTERM.
    killSignal: "SIGKILL",
  });
  if (error) throw error;
  return performance.now() - start;
}

/** One word of sh. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
