import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Environment } from "../core/choices.ts";
import { onPath } from "./doctor.ts";

/** What the banner costs a shell, measured. */

const TIME_LIMIT_MS = 5_000;
const RUNS = 7;

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
