import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { environmentOf, programPath, type Setup } from "./program.ts";

/** Whether there is a tmux to drive; tests that need one say that they are skipped. */
export const HAS_TMUX = spawnSync("tmux", ["-V"]).status === 0;

const TIME_LIMIT_MS = 15_000;

/** A shell on a real terminal that a test types into and looks at. */
export class Screen {
  readonly #socket: string;
  readonly #env: NodeJS.ProcessEnv;

  constructor(setup: Setup & { readonly columns?: number; readonly rows?: number } = {}) {
    const folder = mkdtempSync(join(tmpdir(), "cstip-tmux-"));
    this.#socket = join(folder, "socket");
    this.#env = environmentOf({
      ...setup,
      env: {
        CSTIP: programPath(),
        CSTIP_NODE: process.env.CSTIP_TEST_NODE ?? process.execPath,
        PS1: "$ ",
        SHELL: "/bin/sh",
        ...setup.env,
      },
    });
    const size = ["-x", String(setup.columns ?? 80), "-y", String(setup.rows ?? 24)];
    this.#tmux("-f", "/dev/null", "new-session", "-d", ...size, "exec /bin/sh");
    this.run('cstip() { "$CSTIP_NODE" "$CSTIP" "$@"; }; clear');
    onTestFinished(() => {
      spawnSync("tmux", ["-S", this.#socket, "kill-server"]);
      rmSync(folder, { recursive: true, force: true });
    });
  }

  /** Types a line. */
  run(line: string): void {
    this.#tmux("send-keys", "-l", line);
    this.keys("Enter");
  }

  /** Presses keys, as tmux names them: `Down`, `C-c`, `f`. */
  keys(...keys: readonly string[]): void {
    this.#tmux("send-keys", ...keys);
  }

  resize(columns: number, rows: number): void {
    this.#tmux("resize-window", "-x", String(columns), "-y", String(rows));
  }

  /** The ids of what runs in the shell. */
  processes(): number[] {
    const shell = this.#tmux("display-message", "-p", "#{pane_pid}").trim();
    const { stdout } = spawnSync("pgrep", ["-P", shell], { encoding: "utf8" });
    return stdout.split("\n").filter(Boolean).map(Number);
  }

  /** What is on the screen. */
  text(): string {
    return this.#tmux("capture-pane", "-p");
  }

  /** Whether the cursor is shown. */
  showsCursor(): boolean {
    return this.#tmux("display-message", "-p", "#{cursor_flag}").trim() === "1";
  }

  /** Waits until the screen is as it should be; fails with what it was last. */
  async until(wanted: string | RegExp | ((text: string) => boolean)): Promise<string> {
    const end = Date.now() + TIME_LIMIT_MS;
    for (;;) {
      const text = this.text();
      const holds =
        typeof wanted === "string"
          ? text.includes(wanted)
          : wanted instanceof RegExp
            ? wanted.test(text)
            : wanted(text);
      if (holds) return text;
      if (Date.now() > end) throw new Error(`never came: ${wanted}\nthe screen was:\n${text}`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  #tmux(...args: readonly string[]): string {
    return execFileSync("tmux", ["-S", this.#socket, ...args], { encoding: "utf8", env: this.#env });
  }
}
