import { spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { cstipAsync, environmentOf, programPath, scratchFolder } from "../support/program.ts";
import { libraryText, NODE, ONE_LINE, put, soundHome, tip } from "./support.ts";

/** Streams that are closed, full and slow, and signals at any point. */

const PRINTING: readonly (readonly string[])[] = [
  ["today"],
  ["list"],
  ["show", "3"],
  ["search", "calm"],
  ["random"],
  ["topics"],
  ["export"],
  ["export", "--format", "ics"],
  ["library", "list"],
  ["library", "path"],
  ["favorite", "list"],
  ["config", "list"],
  ["config", "path"],
  ["init", "bash"],
  ["completion", "zsh"],
  ["doctor"],
  ["help", "list"],
  ["--help"],
  ["--version"],
];

/** Runs with stdin, stdout and stderr as a line of sh redirects them. */
function redirected(args: readonly string[], redirections: string, home: string) {
  const line = `"$0" "$@" ${redirections}`;
  const { status, stdout, stderr } = spawnSync("sh", ["-c", line, NODE, programPath(), ...args], {
    env: environmentOf({ home, env: { SHELL: "" } }),
    encoding: "utf8",
    timeout: 20_000,
  });
  return { code: status, stdout, stderr };
}

describe("every command that prints", () => {
  it.each(PRINTING.map((args) => [args.join(" "), args] as const))(
    "tells of a full disk under its output in one line and leaves 1: %s",
    (_, args) => {
      const { code, stderr } = redirected(args, ">/dev/full", soundHome());
      expect({ code, stderr }).toMatchObject({ code: 1 });
      expect(stderr).toMatch(ONE_LINE);
      expect(stderr).toContain("no space left on device");
    },
  );

  it.each(PRINTING.map((args) => [args.join(" "), args] as const))(
    "does its work where streams are closed: %s",
    (_, args) => {
      const home = soundHome();
      const closed = redirected(args, "<&- >&- 2>&-", home).code;
      expect([0, 1]).toContain(closed);
      if (args[0] !== "doctor") expect(closed).toBe(0);
      const { stdout, stderr, code } = redirected(args, "<&-", home);
      expect({ printed: stdout !== "", code, stderr }).toMatchObject({ printed: true, code: closed });
    },
  );
});

describe("a slow reader", () => {
  it("of a megabyte gets all of it", async () => {
    const home = scratchFolder();
    const tips = Array.from({ length: 300 }, (_, at) =>
      tip(`long-${at}`, { body: ["word ".repeat(1000).trim()] }),
    );
    put(home, "library", libraryText(tips));
    const child = spawn(
      "sh",
      ["-c", '"$0" "$@" | { sleep 1; cat; }', NODE, programPath(), "list", "--json"],
      {
        env: environmentOf({ home }),
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
      child.stdout.pause();
      setTimeout(() => child.stdout.resume(), 5);
    });
    await new Promise((resolve) => child.on("close", resolve));
    expect(text.length).toBeGreaterThan(1_000_000);
    expect(JSON.parse(text)).toHaveLength(344);
  });
});

describe("a signal", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)(
    "%s ends whatever runs, at any point, with its own code, and leaves files whole",
    async (signal, code) => {
      const home = soundHome();
      const file = join(home, "many.json");
      writeFileSync(file, JSON.stringify(Array.from({ length: 3000 }, (_, at) => tip(`many-${at}`))));
      const lines = [["today"], ["import", file], ["config", "set", "width", "70"], ["list"]];
      for (const [at, args] of [...lines, ...lines].entries()) {
        const child = spawn(NODE, [programPath(), ...args], {
          env: environmentOf({ home }),
          stdio: "ignore",
        });
        const ended = new Promise<number | null>((resolve) => {
          child.on("exit", (left, by) => resolve(by === signal ? code : left));
        });
        await wait(20 + at * 25);
        child.kill(signal);
        expect([0, code], args.join(" ")).toContain(await ended);
      }
      const left = await cstipAsync(["library", "list", "--json"], { home });
      expect([2, 3002]).toContain(JSON.parse(left.stdout).length);
      expect((await cstipAsync(["config", "list"], { home })).code).toBe(0);
      expect((await cstipAsync(["config", "set", "width", "80"], { home })).code).toBe(0);
    },
  );

  it("while standard input is awaited ends it too", async () => {
    const child = spawn(NODE, [programPath(), "import", "-"], {
      env: environmentOf({}),
      stdio: ["pipe", "ignore", "ignore"],
    });
    await wait(400);
    child.kill("SIGINT");
    const by = await new Promise((resolve) => child.on("exit", (_, signal) => resolve(signal)));
    expect(by).toBe("SIGINT");
  });
});

describe("standard input", () => {
  it("that is a folder, closed or endless is told of in one line where it is to be read", () => {
    const home = scratchFolder();
    for (const redirection of ["<&-", "</", "</dev/null"]) {
      const { code, stderr } = redirected(["import", "-"], redirection, home);
      expect({ redirection, code }, stderr).toEqual({ redirection, code: 1 });
      expect(stderr.split("\n").every((line) => line === "" || line.startsWith("cstip: "))).toBe(true);
    }
    const zero = openSync("/dev/zero", "r");
    const { status, stderr } = spawnSync(NODE, [programPath(), "import", "-"], {
      env: environmentOf({ home }),
      stdio: [zero, "pipe", "pipe"],
      encoding: "utf8",
      timeout: 20_000,
    });
    closeSync(zero);
    expect(status).toBe(1);
    expect(stderr).toContain("larger than 64 MiB");
  });
});
