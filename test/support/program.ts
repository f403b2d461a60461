import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";
import { eventually } from "./eventually.ts";

/** Drives the packed program as a user would, in a home of its own. */

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Setup {
  /** Added to an environment that holds nothing but PATH, HOME and a UTF-8 locale; undefined takes a variable out. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly home?: string;
  readonly input?: string;
  readonly cwd?: string;
  /** Another copy of the program. */
  readonly script?: string;
}

const TIME_LIMIT_MS = 20_000;

/** The Node that runs the program: another than the tests' own where CSTIP_TEST_NODE names one. */
const NODE = process.env.CSTIP_TEST_NODE ?? process.execPath;

/** The script of the packed program. */
export function programPath(): string {
  return join(inject("packed"), "lib", "node_modules", "cstip", "bin", "cstip.js");
}

/** A fresh folder, removed when the test has finished. */
export function scratchFolder(name = "home"): string {
  const folder = mkdtempSync(join(tmpdir(), `cstip-${name}-`));
  onTestFinished(() => eventually(() => isRemoved(folder)));
  return folder;
}

/** Not at once where a program that was just ended still writes into it. */
function isRemoved(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

/** What runs have left in a home, but for what can be made again. */
export function leftIn(home: string): string[] {
  return readdirSync(home).filter((name) => name !== ".cache");
}

/** The environment of a run in this home. */
export function environmentOf({ env, home = scratchFolder() }: Setup): NodeJS.ProcessEnv {
  const base = { PATH: process.env.PATH, HOME: home, LANG: "C.UTF-8", ...env };
  return Object.fromEntries(
    Object.entries(base).filter(([, value]) => value !== undefined),
  ) as NodeJS.ProcessEnv;
}

/** Runs `cstip` with these arguments; stdout and stderr are pipes. */
export function cstip(args: readonly string[], setup: Setup = {}): Run {
  const { status, stdout, stderr, error } = spawnSync(NODE, [setup.script ?? programPath(), ...args], {
    encoding: "utf8",
    env: environmentOf(setup),
    input: setup.input ?? "",
    timeout: TIME_LIMIT_MS,
    maxBuffer: 256 * 1024 * 1024,
    ...(setup.cwd !== undefined && { cwd: setup.cwd }),
  });
  if (error) throw error;
  return { code: status, stdout, stderr };
}

/** The same without waiting, for many at once. */
export function cstipAsync(args: readonly string[], setup: Setup = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(NODE, [programPath(), ...args], {
      env: environmentOf(setup),
      stdio: ["ignore", "pipe", "pipe"],
      timeout: TIME_LIMIT_MS,
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** What a run printed under `--json`. */
export function json<Value>(args: readonly string[], setup: Setup = {}): Value {
  const { stdout, stderr, code } = cstip([...args, "--json"], setup);
  if (code !== 0) throw new Error(`cstip ${args.join(" ")} left ${code}: ${stderr}`);
  return JSON.parse(stdout) as Value;
}

/**
 * Runs a shell command line under a real pseudo-terminal of `script`, and answers all that came out of it.
 * `$CSTIP` is the program.
 */
export function onTerminal(
  line: string,
  setup: Setup & { readonly columns?: number; readonly rows?: number } = {},
): Run {
  const env = { TERM: "xterm-256color", ...setup.env, CSTIP: programPath(), CSTIP_NODE: NODE };
  const command = `stty cols ${setup.columns ?? 80} rows ${setup.rows ?? 40} 2>/dev/null; cstip() { "$CSTIP_NODE" "$CSTIP" "$@"; }; ${line}`;
  const { status, stdout, stderr, error } = spawnSync("script", ["-qec", command, "/dev/null"], {
    encoding: "utf8",
    env: environmentOf({ ...setup, env: { SHELL: "/bin/sh", ...env } }),
    input: setup.input ?? "",
    timeout: TIME_LIMIT_MS,
  });
  if (error) throw error;
  return { code: status, stdout: stdout.replaceAll("\r\n", "\n"), stderr };
}
