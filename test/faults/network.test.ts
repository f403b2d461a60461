import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { environmentOf, programPath } from "../support/program.ts";
import { HAS_TMUX, Screen } from "../support/screen.ts";
import { has } from "../support/shells.ts";
import { NODE, soundHome, tip } from "./support.ts";

/** No command opens a socket, ever. */

const LINES = [
  "today",
  "list",
  "show 3",
  "search empathy https://example.com",
  "random",
  "topics",
  "catch-up",
  "favorite add 3",
  "import tips.json",
  "library list",
  "export --format html",
  "export --format ics",
  "config set width 70",
  "config list",
  "banner --always",
  "banner --refresh",
  "init bash",
  "completion bash",
  "doctor",
  "--help",
  "--version",
];

describe.skipIf(!has("strace"))("under strace", () => {
  it.each(LINES)("cstip %s opens no socket", (line) => {
    const home = soundHome();
    writeFileSync(
      join(home, "tips.json"),
      JSON.stringify([tip("new", { source: { archive: "https://example.com/a" } })]),
    );
    const log = join(home, "trace");
    const args = ["-f", "-qq", "-e", "trace=network", "-o", log, NODE, programPath(), ...line.split(" ")];
    const { status } = spawnSync("strace", args, {
      env: environmentOf({ home, env: { SHELL: "/bin/sh" } }),
      cwd: home,
      timeout: 30_000,
    });
    expect([0, 1]).toContain(status);
    const opened = readFileSync(log, "utf8")
      .split("\n")
      .filter((call) => NETWORK.test(call) && !isOfThisMachine(call));
    expect(opened).toEqual([]);
  });
});

describe.skipIf(!has("strace") || !HAS_TMUX)("browse under strace", () => {
  it("opens no socket, and writes nothing outside its folders", async () => {
    const home = soundHome();
    const log = join(home, "trace");
    const screen = new Screen({ home, env: { LOG: log } });
    const calls =
      "trace=network,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,rmdir,link,symlink";
    screen.run(`strace -f -qq -e ${calls} -o "$LOG" "$CSTIP_NODE" "$CSTIP" browse; echo "code $?"`);
    await screen.until("Esc leaves");
    screen.keys("-l", "calm");
    await screen.until("Filter: calm");
    screen.keys("C-f");
    await screen.until("★");
    screen.keys("Enter");
    await screen.until("Esc goes back");
    screen.keys("Enter");
    await screen.until("code 0");
    const traced = readFileSync(log, "utf8").split("\n");
    expect(traced.filter((call) => NETWORK.test(call) && !isOfThisMachine(call))).toEqual([]);
    const writing = traced.filter(
      (call) =>
        /O_WRONLY|O_RDWR|O_CREAT|\b(?:creat|mkdir|rename|unlink|rmdir|link|symlink)/.test(call) &&
        !/= -1 E/.test(call),
    );
    const inside = [".config", ".cache", ".local/share", ".local/state"].map(
      (name) => `"${join(home, name)}/`,
    );
    const outside = writing.filter((call) => !inside.some((folder) => call.includes(folder)));
    expect(writing.length).toBeGreaterThan(0);
    expect(outside.filter((call) => !/"\/dev\/(?:tty|null|pts\/\d+)"/.test(call))).toEqual([]);
  });
});

const NETWORK = /\b(?:socket|connect|bind|sendto|sendmsg)\(/;

/** Pipes between Node and what it starts are sockets of this machine. */
function isOfThisMachine(call: string): boolean {
  return /socketpair\(|AF_UNIX/.test(call);
}
