import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { environmentOf, programPath } from "../support/program.ts";
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
      .filter((call) => /\b(?:socket|connect|bind|sendto|sendmsg)\(/.test(call) && !isOfThisMachine(call));
    expect(opened).toEqual([]);
  });
});

/** Pipes between Node and what it starts are sockets of this machine. */
function isOfThisMachine(call: string): boolean {
  return /socketpair\(|AF_UNIX/.test(call);
}
