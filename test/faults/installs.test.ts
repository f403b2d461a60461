import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { cstip, environmentOf, programPath, scratchFolder } from "../support/program.ts";
import { has } from "../support/shells.ts";
import { copyTo, NODE, tip } from "./support.ts";

/** The ways in which the package gets onto a machine, and the paths that it then has. */

const packageFolder = () => join(dirname(programPath()), "..");

/** Runs a program with the Node under test first on PATH. */
function run(program: string, args: readonly string[], home: string, cwd = home, more = {}) {
  const PATH = `${dirname(NODE)}:${process.env.PATH}`;
  const env = {
    ...environmentOf({ home, env: { PATH } }),
    npm_config_cache: join(home, "npm-cache"),
    ...more,
  };
  const { status, stdout, stderr } = spawnSync(program, args, {
    env,
    cwd,
    encoding: "utf8",
    timeout: 60_000,
  });
  return { code: status, stdout, stderr };
}

/** What it does from anywhere: reads, searches, changes, draws, and knows itself in what it prints for shells. */
function expectToWork(program: string, home: string): void {
  writeFileSync(join(home, "tips.json"), JSON.stringify([tip("new")]));
  for (const args of [
    ["today"],
    ["search", "calm"],
    ["import", join(home, "tips.json")],
    ["show", "new", "--format", "card"],
    ["favorite", "add", "new"],
    ["export", "--format", "ics"],
    ["banner", "--refresh"],
    ["banner", "--always"],
    ["completion", "bash"],
  ]) {
    const { code, stdout, stderr } = run(program, args, home);
    expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: "" });
    if (!args.includes("--refresh")) expect(stdout.length).toBeGreaterThan(20);
  }
}

describe("installed", () => {
  it("by npm for all, it runs through the link that npm makes", () => {
    const home = scratchFolder();
    const bin = join(packageFolder(), "../../../bin/cstip");
    expect(run(bin, ["--version"], home)).toMatchObject({ code: 0, stderr: "" });
    expectToWork(bin, home);
  });

  it.each(["with spaces", "quotes ' \" `", "größe 雪 é", "$(touch hacked) %s #?&"])(
    "under a folder named %j, and through a link of a link in it, it runs",
    (name) => {
      const home = scratchFolder();
      const folder = join(scratchFolder(), name);
      copyTo(packageFolder(), join(folder, "cstip"));
      mkdirSync(join(folder, "bin"));
      symlinkSync("../cstip/bin/cstip.js", join(folder, "bin", "one"));
      symlinkSync("one", join(folder, "bin", "cs tip"));
      expectToWork(join(folder, "bin", "cs tip"), home);
      const { stdout } = run(join(folder, "bin", "cs tip"), ["init", "bash"], home);
      const checked = spawnSync("bash", ["-n"], { input: stdout, encoding: "utf8" });
      expect({ status: checked.status, stderr: checked.stderr }).toEqual({ status: 0, stderr: "" });
      expect(readdirSync(home)).not.toContain("hacked");
    },
  );

  it.skipIf(!has("npm"))("by 'npm link' and 'npx' of a folder, it runs", () => {
    const home = scratchFolder();
    const folder = join(scratchFolder(), "my package");
    copyTo(packageFolder(), folder);
    const prefix = join(home, "pre fix");
    mkdirSync(join(prefix, "lib"), { recursive: true });
    const quiet = ["--offline", "--no-audit", "--no-fund", "--loglevel=error"];
    expect(run("npm", ["link", ...quiet], home, folder, { npm_config_prefix: prefix })).toMatchObject({
      code: 0,
    });
    const { stdout } = cstip(["today"], { home });
    expect(run(join(prefix, "bin/cstip"), ["today"], home)).toMatchObject({ code: 0, stdout, stderr: "" });
    const npx = run("npx", [...quiet, "--yes", "--package", folder, "cstip", "today"], home);
    expect({ code: npx.code, stdout: npx.stdout }, npx.stderr).toEqual({ code: 0, stdout });
  });
});
