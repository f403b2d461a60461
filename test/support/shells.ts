import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cstip, environmentOf, programPath, scratchFolder } from "./program.ts";

/** The folder of the banner that is rendered ahead, in a home. */
export const BANNER = ".cache/cstip/banner";

/** Real shells under the pseudo-terminal of `script`, in a home of their own. */

export type RealShell = "bash" | "zsh" | "fish";
export const REAL_SHELLS: readonly RealShell[] = ["bash", "zsh", "fish"];

/** What starts a shell: for bash another than the usual one where CSTIP_TEST_BASH names one, such as a 3.2. */
export function programOf(shell: RealShell): string {
  return (shell === "bash" && process.env.CSTIP_TEST_BASH) || shell;
}

/** Whether the bash is one before 4.2, which has no builtin that tells the time. */
export function bashNeedsDate(): boolean {
  const line = "echo $((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1]))";
  return Number(spawnSync(programOf("bash"), ["-c", line], { encoding: "utf8" }).stdout) < 402;
}

/** Whether a program is installed; says on stderr that its tests skip where it is not. */
export function has(program: string): boolean {
  const found = spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
  if (!found) console.warn(`${program} is not installed: its tests skip`);
  return found;
}

export interface ShellHome {
  readonly home: string;
  /** A folder with a `cstip` that notes each start in `starts` of the home. */
  readonly path: string;
  readonly shell: RealShell;
}

const START_FILES = { bash: ".bashrc", zsh: ".zshrc", fish: ".config/fish/config.fish" } as const;

/** A home whose start file holds what `cstip init` prints, between these lines. */
export function shellHome(
  shell: RealShell,
  { every = "login", before = "", after = "", home = scratchFolder() } = {},
): ShellHome {
  const path = join(scratchFolder("bin"), "bin");
  mkdirSync(path);
  const script = `#!/bin/sh\necho x >>"$HOME/starts"\nexec '${process.execPath}' '${programPath()}' "$@"\n`;
  writeFileSync(join(path, "cstip"), script);
  chmodSync(join(path, "cstip"), 0o755);
  const { stdout } = cstip(["init", shell, "--every", every]);
  mkdirSync(join(home, ".config/fish"), { recursive: true });
  writeFileSync(join(home, START_FILES[shell]), `${before}\n${stdout}\n${after}\n`);
  return { home, path, shell };
}

export interface Entered {
  readonly output: string;
  readonly code: number | null;
}

/** Starts the shell on a terminal as a person does, types lines, and leaves; answers all that was to be seen. */
export function enter(
  { home, path, shell }: ShellHome,
  {
    env = {},
    columns = 80,
    prefix = "",
  }: { env?: Readonly<Record<string, string | undefined>>; columns?: number; prefix?: string } = {},
): Entered {
  // fish reads its next line from the terminal only when it is asked to; a moment passes as it would for a person.
  const leave = shell === "fish" ? '-C "sleep 0.5; exit"' : "";
  const line = `stty cols ${columns} rows 40; ${prefix} '${programOf(shell)}' -i ${leave}`;
  const { stdout, status } = spawnSync("script", ["-qec", line, "/dev/null"], {
    encoding: "utf8",
    env: environmentOf({
      home,
      env: { PATH: `${path}:${process.env.PATH}`, TERM: "xterm", SHELL: "/bin/sh", LANG: "C.UTF-8", ...env },
    }),
    input: "exit\n",
    timeout: 15_000,
  });
  return { output: stdout.replaceAll("\r\n", "\n"), code: status };
}

/** Renders the banners ahead, as the background does. */
export function renderAhead({ home }: ShellHome): void {
  cstip(["banner", "--refresh"], { home });
}

/** Whether a text holds this week's banner. */
export function showsBanner(text: string): boolean {
  return text.includes("cstip today");
}
