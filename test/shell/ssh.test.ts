import { execFileSync, type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { programPath } from "../support/program.ts";
import { has } from "../support/shells.ts";

/** What speaks a protocol over a shell's stdout works with the snippet in the start file, over a real sshd of our own. */

const SSHD = "/usr/sbin/sshd";
const installed = existsSync(SSHD) && ["ssh", "scp", "sftp", "rsync", "bash"].every(has);
if (!installed) console.warn("sshd, scp, sftp or rsync is not installed: their tests skip");

const folder = mkdtempSync(join(tmpdir(), "cstip-ssh-"));
let stop = () => {};
let port = 0;

beforeAll(async () => {
  if (!installed) return;
  for (const name of ["host", "user"]) {
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(folder, name)]);
  }
  port = await freePort();
  const home = join(folder, "home");
  mkdirSync(home);
  const cstip = (...args: string[]) =>
    execFileSync(process.execPath, [programPath(), ...args], { encoding: "utf8", env: { HOME: home } });
  writeFileSync(join(home, ".bashrc"), cstip("init", "bash"));
  cstip("banner", "--refresh");
  // The home of the account stays as it is: each session reads our start file, and then runs its command.
  writeFileSync(
    join(folder, "run"),
    `#!/bin/bash\nHOME='${home}'\n. "$HOME/.bashrc"\neval "$SSH_ORIGINAL_COMMAND"\n`,
    { mode: 0o755 },
  );
  const key = readFileSync(join(folder, "user.pub"), "utf8");
  writeFileSync(join(folder, "keys"), `command="${join(folder, "run")}" ${key}`, { mode: 0o600 });
  const config = [
    `Port ${port}`,
    "ListenAddress 127.0.0.1",
    `HostKey ${join(folder, "host")}`,
    `AuthorizedKeysFile ${join(folder, "keys")}`,
    "StrictModes no",
    "UsePAM no",
    "PermitRootLogin yes",
    `PidFile ${join(folder, "pid")}`,
    "Subsystem sftp /usr/lib/openssh/sftp-server",
  ];
  writeFileSync(join(folder, "config"), config.join("\n"));
  if (process.getuid?.() === 0) mkdirSync("/run/sshd", { recursive: true });
  const server = spawn(SSHD, ["-D", "-e", "-f", join(folder, "config")], { stdio: "ignore" });
  stop = () => void server.kill();
  for (let waited = 0; waited < 5_000 && over("true").status !== 0; waited += 100) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
});

afterAll(() => {
  stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function options(): string[] {
  return [
    "-F",
    "none",
    "-i",
    join(folder, "user"),
    "-o",
    "StrictHostKeyChecking=no",
    "-o",
    "UserKnownHostsFile=/dev/null",
    "-o",
    "LogLevel=ERROR",
  ];
}

function run(program: string, args: readonly string[], input = ""): SpawnSyncReturns<string> {
  return spawnSync(program, args, { encoding: "utf8", input, timeout: 20_000 });
}

function over(command: string): SpawnSyncReturns<string> {
  return run("ssh", [...options(), "-p", String(port), `${userInfo().username}@127.0.0.1`, command]);
}

describe.skipIf(!installed)("over ssh, with the snippet in ~/.bashrc", () => {
  const remote = `${userInfo().username}@127.0.0.1:`;

  it("a command prints what it prints alone", () => {
    expect(over("echo clean")).toMatchObject({ status: 0, stdout: "clean\n", stderr: "" });
  });

  it.each([
    ["scp, the old protocol", "scp", () => ["-O", ...options(), "-P", String(port)]],
    ["scp", "scp", () => [...options(), "-P", String(port)]],
    ["rsync", "rsync", () => ["-e", ["ssh", "-p", port, ...options()].join(" ")]],
  ] as const)("%s copies a file", (name, program, args) => {
    const from = join(folder, "from");
    const to = join(folder, `to-${name.length}-${program}`);
    writeFileSync(from, "text");
    const { status, stderr } = run(program, [...args(), from, `${remote}${to}`]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(readFileSync(to, "utf8")).toBe("text");
  });

  it("sftp lists a folder", () => {
    const { status, stdout } = run(
      "sftp",
      [...options(), "-P", String(port), "-b", "-", remote.slice(0, -1)],
      `ls ${folder}\n`,
    );
    expect(status).toBe(0);
    expect(stdout).toContain("host.pub");
  });
});
