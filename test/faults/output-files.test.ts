import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cstipAsync, environmentOf, programPath, scratchFolder } from "../support/program.ts";
import { IS_ROOT, NODE, ONE_LINE, openFolder } from "./support.ts";

/** Where `export --output` is told to write. */

const exported = (path: string, ...more: string[]) => cstipAsync(["export", "--output", path, ...more]);

const IMPOSSIBLE: Readonly<Record<string, string>> = {
  "a folder": "taken",
  "no folder": "none/file",
  "below a file": "file/below",
  "an empty name": "",
  "a name that is too long": "n".repeat(5000),
  "a name of three hundred letters": "n".repeat(300),
  "a link that leads to itself": "loop",
  "a device behind a link": "device",
  "where nothing can be made": "/proc/nowhere",
};

describe("export --output", () => {
  it.each(Object.keys(IMPOSSIBLE))(
    "to %s fails in one line, by force too, and leaves nothing",
    async (kind) => {
      const folder = scratchFolder();
      mkdirSync(join(folder, "taken"));
      writeFileSync(join(folder, "file"), "old");
      symlinkSync("loop", join(folder, "loop"));
      symlinkSync("/dev/null", join(folder, "device"));
      const name = IMPOSSIBLE[kind] ?? "";
      const before = readdirSync(folder);
      for (const force of [[], ["--force"]]) {
        const path = name.startsWith("/") || name === "" ? name : join(folder, name);
        const { code, stdout, stderr } = await exported(path, ...force);
        expect([1, 2], stderr).toContain(code);
        expect(stdout).toBe("");
        expect(stderr).toMatch(ONE_LINE);
        expect(stderr).not.toMatch(/unforeseen/);
        expect(readdirSync(folder)).toEqual(before);
      }
    },
  );

  it("to a file that is there keeps it, to a link replaces the link by force and not what it leads to", async () => {
    const folder = scratchFolder();
    const [real, link] = [join(folder, "real"), join(folder, "link")];
    writeFileSync(real, "old");
    symlinkSync(real, link);
    expect((await exported(link)).code).toBe(1);
    expect(readFileSync(real, "utf8")).toBe("old");
    expect((await exported(link, "--force")).code).toBe(0);
    expect(JSON.parse(readFileSync(link, "utf8")).tips).toHaveLength(44);
    if (lstatSync(link).isFile()) expect(readFileSync(real, "utf8")).toBe("old");
  });

  it.each(["600", "640", "664", "777"])("by force keeps the permissions of the file: %s", async (mode) => {
    const path = join(scratchFolder(), "file");
    for (const target of [path, `${path}-link`]) {
      writeFileSync(path, "old");
      chmodSync(path, Number.parseInt(mode, 8));
      if (target !== path) symlinkSync(path, target);
      expect((await exported(target, "--force")).code).toBe(0);
      expect(JSON.parse(readFileSync(path, "utf8")).tips).toHaveLength(44);
      expect((statSync(path).mode & 0o777).toString(8)).toBe(mode);
    }
  });

  it.runIf(IS_ROOT)("by force leaves the file to whom it belongs", async () => {
    const path = join(scratchFolder(), "file");
    writeFileSync(path, "old");
    chownSync(path, 12, 34);
    expect((await exported(path, "--force")).code).toBe(0);
    const { uid, gid } = statSync(path);
    expect({ uid, gid }).toEqual({ uid: 12, gid: 34 });
  });

  it("takes the longest name that a file can have, in letters of three bytes", async () => {
    const path = join(scratchFolder(), "雪".repeat(85));
    expect(await exported(path)).toMatchObject({ code: 0, stderr: "" });
    expect(existsSync(path)).toBe(true);
  });

  it("to -, /dev/stdout, /dev/null, /dev/full and a pipe with a name does what is meant", async () => {
    for (const path of ["-", "/dev/stdout"])
      expect(JSON.parse((await exported(path)).stdout).tips).toHaveLength(44);
    expect((await exported("/dev/null")).code).toBe(0);
    expect(lstatSync("/dev/null").isCharacterDevice()).toBe(true);
    const full = await exported("/dev/full");
    expect(full.code).toBe(1);
    expect(full.stderr).toMatch(ONE_LINE);
    const pipe = join(openFolder(), "pipe");
    execFileSync("mkfifo", [pipe]);
    const reader = spawn("cat", [pipe], { stdio: ["ignore", "pipe", "ignore"] });
    let text = "";
    reader.stdout.on("data", (chunk) => {
      text += chunk;
    });
    const closed = new Promise((resolve) => reader.on("close", resolve));
    expect((await exported(pipe)).code).toBe(0);
    await closed;
    expect(JSON.parse(text).tips).toHaveLength(44);
  });

  it("killed at any point leaves the old file or the new one", async () => {
    const folder = scratchFolder();
    const path = join(folder, "out.json");
    for (let delay = 30; delay < 150; delay += 15) {
      writeFileSync(path, "old");
      const child = spawn(NODE, [programPath(), "export", "--force", "--output", path], {
        env: environmentOf({ home: folder }),
        stdio: "ignore",
        timeout: delay,
        killSignal: "SIGKILL",
      });
      await new Promise((resolve) => child.on("exit", resolve));
      const text = readFileSync(path, "utf8");
      if (text !== "old") expect(JSON.parse(text).tips).toHaveLength(44);
    }
    expect(existsSync(path)).toBe(true);
  });
});
