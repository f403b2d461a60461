import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { cstip, environmentOf, programPath, scratchFolder } from "../support/program.ts";
import { has } from "../support/shells.ts";
import { copyTo, IS_ROOT, NODE, openFolder, tip } from "./support.ts";

/** The ways in which the package gets onto a machine, and the paths that it then has. */

const NOBODY = 65_534;

const packageFolder = () => join(dirname(programPath()), "..");

/** Runs a program with the Node under test first on PATH. */
function run(program: string, args: readonly string[], home: string, cwd = home, more = {}, who = {}) {
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
    ...who,
  });
  return { code: status, stdout, stderr };
}

/** What it does from anywhere: reads, searches, changes, draws, and knows itself in what it prints for shells. */
function expectToWork(program: string, home: string, who = {}): void {
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
    const { code, stdout, stderr } = run(program, args, home, home, {}, who);
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

  it("in a folder that cannot be written, as a user who owns nothing there, it runs and leaves it as it is", () => {
    const open = openFolder();
    chmodSync(open, 0o755);
    const [folder, home] = [join(open, "in stalled"), join(open, "home")];
    copyTo(packageFolder(), folder);
    mkdirSync(home);
    const tree = () =>
      readdirSync(folder, { recursive: true })
        .map((name) => `${name} ${statSync(join(folder, String(name))).mtimeMs}`)
        .sort();
    spawnSync("chmod", ["-R", "a-w", folder]);
    onTestFinished(() => {
      spawnSync("chmod", ["-R", "u+w", folder]);
    });
    // Root may write wherever it likes, so another runs it.
    const who = IS_ROOT ? { uid: NOBODY, gid: NOBODY } : {};
    if (IS_ROOT) chownSync(home, NOBODY, NOBODY);
    const before = tree();
    expectToWork(join(folder, "bin", "cstip.js"), home, who);
    expect(tree()).toEqual(before);
  });

  it.skipIf(!has("npm"))("as a dependency of a project, it runs by 'npx cstip' there and below", () => {
    const home = scratchFolder();
    const project = join(scratchFolder(), "my project");
    mkdirSync(join(project, "sub"), { recursive: true });
    writeFileSync(join(project, "package.json"), "{}");
    const quiet = ["--offline", "--no-audit", "--no-fund", "--loglevel=error"];
    const packed = run("npm", ["pack", "--silent", "--ignore-scripts", packageFolder()], home, project);
    expect(packed.code, packed.stderr).toBe(0);
    const installed = run("npm", ["install", ...quiet, `./${packed.stdout.trim()}`], home, project);
    expect(installed.code, installed.stderr).toBe(0);
    const { stdout } = cstip(["today"], { home });
    for (const cwd of [project, join(project, "sub")]) {
      const npx = run("npx", ["--no", ...quiet, "cstip", "today"], home, cwd);
      expect({ code: npx.code, stdout: npx.stdout }, npx.stderr).toEqual({ code: 0, stdout });
    }
  });

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
