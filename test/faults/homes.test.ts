import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cstipEach } from "../support/batch.ts";
import { cstipAsync, programPath, scratchFolder } from "../support/program.ts";
import {
  copyTo,
  FILES,
  IS_ROOT,
  NODE,
  ONE_LINE,
  ONE_LINE_AT_MOST,
  openFolder,
  placeOf,
  READS,
  SOUND,
  soundHome,
  stateOf,
  tip,
} from "./support.ts";

/** Homes that are not as homes are. */

describe("a home", () => {
  const NONE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    "that is empty": { HOME: "" },
    "that is relative": { HOME: "relative/home" },
    "that is a file": { HOME: "/etc/passwd" },
    "that is not there": { HOME: "/nowhere/at/all" },
    "where no folder can be made": { HOME: "/proc/nowhere" },
    "whose path is too long": { HOME: `/${"long/".repeat(2000)}` },
    "with XDG variables that lead nowhere": {
      XDG_CONFIG_HOME: "/proc/nowhere",
      XDG_DATA_HOME: "/etc/passwd",
      XDG_STATE_HOME: "/etc/passwd/below",
      XDG_CACHE_HOME: "/dev/null",
    },
  };
  // Root can make a folder nearly anywhere, and is not to.
  const names = Object.keys(NONE).filter((name) => !(IS_ROOT && name === "that is not there"));

  it.each(names)("%s: tips show, with one line at most; what changes it leaves 3", async (name) => {
    const home = scratchFolder();
    const env = { ...NONE[name] };
    for (const { line, run } of await cstipEach(READS, { home, env, cwd: home })) {
      expect({ line, code: run.code, shows: run.stdout.length > 40 }).toEqual({
        line,
        code: 0,
        shows: true,
      });
      expect(run.stderr, line).toMatch(ONE_LINE_AT_MOST);
    }
    const file = join(home, "tips.json");
    writeFileSync(file, JSON.stringify([tip("new")]));
    const changes = [
      ["config", "set", "width", "70"],
      ["import", file],
    ];
    for (const { line, run } of await cstipEach(changes, { home, env })) {
      expect({ line, code: run.code, stdout: run.stdout }).toEqual({ line, code: 3, stdout: "" });
      expect(run.stderr.split("\n").at(-2), line).toMatch(/^cstip: [^\p{Cc}]+$/u);
    }
    expect((await cstipAsync(["banner", "--refresh"], { home, env })).code).toBe(0);
    expect(readdirSync(home)).toEqual(["tips.json"]);
  });

  it("with relative and empty XDG variables is used as if they were unset", async () => {
    const home = soundHome();
    const env = { XDG_CONFIG_HOME: "conf", XDG_DATA_HOME: "", XDG_STATE_HOME: "./x", XDG_CACHE_HOME: "~" };
    expect((await cstipAsync(["config", "path"], { home, env })).stdout).toBe(
      `${join(home, FILES.settings)}\n`,
    );
    expect((await cstipAsync(["library", "list"], { home, env })).stdout).toContain("own-one");
  });

  it.each([
    "with spaces",
    "quotes ' \" `",
    "line\nbreak",
    "$(touch owned) $HOME %s",
    "雪 é 👩‍👩‍👧 ‮ltr",
    "-rf",
    "\u001b]0;owned\u0007",
  ])("named %j is a home like any other", async (name) => {
    const home = join(scratchFolder(), name);
    mkdirSync(home);
    const file = join(home, "tips.json");
    writeFileSync(file, JSON.stringify([tip("new")]));
    expect(await cstipAsync(["config", "set", "width", "70"], { home })).toMatchObject({
      code: 0,
      stderr: "",
    });
    expect(await cstipAsync(["import", file], { home })).toMatchObject({ code: 0, stderr: "" });
    expect(await cstipAsync(["show", "new"], { home })).toMatchObject({ code: 0, stderr: "" });
    expect((await cstipAsync(["config", "path"], { home })).stdout).toBe(`${join(home, FILES.settings)}\n`);
    expect((await cstipAsync(["config", "get", "width"], { home })).stdout).toBe("70\n");
    expect((await cstipAsync(["banner", "--refresh"], { home })).code).toBe(0);
    expect(readdirSync(join(home, ".cache/cstip/banner"))).toHaveLength(8);
    expect(existsSync("owned")).toBe(false);
  });
});

describe("what is made", () => {
  it("is the user's alone: files 0600, folders 0700, whatever the umask", async () => {
    const home = scratchFolder();
    const file = join(home, "tips.json");
    writeFileSync(file, JSON.stringify([tip("new")]));
    const lines = [
      `config set width 70`,
      `import ${file}`,
      "today",
      "favorite add new",
      "list",
      "banner --refresh",
    ];
    for (const line of lines) {
      const command = `umask 000; exec '${NODE}' '${programPath()}' ${line}`;
      const { status, stderr } = spawnSync("sh", ["-c", command], { env: { HOME: home }, encoding: "utf8" });
      expect({ line, status }, stderr).toEqual({ line, status: 0 });
    }
    const made = readdirSync(home, { recursive: true, withFileTypes: true }).filter(
      ({ name }) => name !== "tips.json",
    );
    expect(made.length).toBeGreaterThan(15);
    for (const entry of made) {
      const path = join(entry.parentPath, entry.name);
      expect([path, (statSync(path).mode & 0o777).toString(8)]).toEqual([
        path,
        entry.isDirectory() ? "700" : "600",
      ]);
    }
  });
});

/** As a user who owns nothing in the folder of the program. */
describe.skipIf(!IS_ROOT)("another user than root (these tests skip where they are not run by root)", () => {
  const NOBODY = 65_534;

  function asNobody(args: readonly string[], home: string, program: string) {
    const { status, stdout, stderr } = spawnSync(NODE, [program, ...args], {
      uid: NOBODY,
      gid: NOBODY,
      cwd: "/",
      env: { HOME: home, PATH: process.env.PATH, LANG: "C.UTF-8" },
      encoding: "utf8",
      timeout: 20_000,
    });
    return { code: status, stdout, stderr };
  }

  /** The package where anyone can read it and nobody can write, and a home of nobody's. */
  function world(): { program: string; home: string } {
    const folder = openFolder();
    chmodSync(folder, 0o755);
    copyTo(join(programPath(), "../.."), join(folder, "in stalled"));
    const home = join(folder, "home");
    mkdirSync(home);
    copyTo(soundHome(), home);
    spawnSync("chown", ["-R", `${NOBODY}:${NOBODY}`, home]);
    return { program: join(folder, "in stalled", "bin", "cstip.js"), home };
  }

  /** The reads show tips with one line at most. */
  function expectTips(lines: readonly (readonly string[])[], home: string, program: string): void {
    for (const args of lines) {
      const { code, stdout, stderr } = asNobody(args, home, program);
      expect({ args, code, shows: stdout.length > 100 }, stderr).toEqual({ args, code: 0, shows: true });
      expect(stderr, args.join(" ")).toMatch(ONE_LINE_AT_MOST);
    }
  }

  /** A change leaves 3 and names the file, at once. */
  function expectRefusal(args: readonly string[], path: string, home: string, program: string): void {
    const { code, stderr } = asNobody(args, home, program);
    expect({ args, code }, stderr).toEqual({ args, code: 3 });
    expect(stderr).toMatch(ONE_LINE);
    expect(stderr).toContain(path);
  }

  it.each(["settings", "library", "journal", "index", "words"] as const)(
    "has tips whose %s cannot be used",
    (file) => {
      const { program, home } = world();
      writeFileSync(join(home, "tips.json"), JSON.stringify([tip("new")]), { mode: 0o644 });
      const path = join(home, FILES[file]);
      for (const mode of [0o000, 0o400, 0o200]) {
        chmodSync(path, mode);
        expectTips([["today", "--plain"], ["list"], ["random"]], home, program);
        if (mode === 0o400) continue;
        const before = stateOf(path);
        if (file === "settings") expectRefusal(["config", "set", "width", "70"], path, home, program);
        if (file === "library") expectRefusal(["import", join(home, "tips.json")], path, home, program);
        if (file === "settings" || file === "library") expect(stateOf(path)).toBe(before);
      }
    },
  );

  it.each([
    ["that cannot be written", NOBODY, 0o500],
    ["that is another's", 0, 0o700],
  ])("has tips in a home %s, and learns at once what cannot be kept", (_, owner, mode) => {
    const { program, home } = world();
    for (const path of [
      home,
      ...readdirSync(home, { recursive: true }).map((name) => join(home, String(name))),
    ]) {
      chownSync(path, owner, owner);
      if (statSync(path).isDirectory()) chmodSync(path, mode);
    }
    expectTips(READS, home, program);
    const { code } = asNobody(["config", "set", "width", "70"], home, program);
    expect(code).toBe(3);
  });
});

/** As under a sudo that keeps HOME. */
describe.skipIf(!IS_ROOT)("root in the home of a user", () => {
  const USER = 1234;
  const ownersIn = (home: string) =>
    readdirSync(home, { recursive: true })
      .map(String)
      .filter((name) => !/^\.cache|tips\.json$/.test(name))
      .map((name) => `${name} ${statSync(join(home, name)).uid}:${statSync(join(home, name)).gid}`);

  it("leaves the user's files the user's, those that were there and those that are new", async () => {
    for (const home of [soundHome(), scratchFolder()]) {
      const file = join(home, "tips.json");
      writeFileSync(file, JSON.stringify([tip("new")]));
      const journal = join(home, FILES.journal);
      if (existsSync(journal)) appendFileSync(journal, SOUND.journal.replace("own-one", "two").repeat(2_000));
      spawnSync("chown", ["-R", `${USER}:${USER}`, home]);
      const before = existsSync(journal) && statSync(journal).ino;
      for (const args of [
        ["import", file],
        ["config", "set", "width", "70"],
        ["show", "1"],
        ["list", "--unread"],
      ])
        expect(await cstipAsync(args, { home })).toMatchObject({ code: 0, stderr: "" });
      if (before !== false) expect(statSync(journal).ino).not.toBe(before);
      const owners = ownersIn(home);
      expect(owners.length).toBeGreaterThan(8);
      expect(owners.filter((owner) => !owner.endsWith(` ${USER}:${USER}`))).toEqual([]);
    }
  });
});

describe("a place that is taken", () => {
  it("by a file where a folder is to be keeps no tip back", async () => {
    const home = scratchFolder();
    writeFileSync(join(placeOf(home, "journal"), "../../../.x"), "");
    for (const name of [".config", ".cache"]) writeFileSync(join(home, name), "taken");
    for (const { line, run } of await cstipEach(READS, { home })) {
      expect({ line, code: run.code }).toEqual({ line, code: 0 });
      expect(run.stderr, line).toMatch(ONE_LINE_AT_MOST);
    }
    const { code, stderr } = await cstipAsync(["config", "set", "width", "70"], { home });
    expect(code).toBe(3);
    expect(stderr).toContain(FILES.settings);
  });
});
