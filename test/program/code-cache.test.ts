import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cstip, programPath, scratchFolder } from "../support/program.ts";

const LINE = ["today", "2026-01-20"];

/** The files below a folder. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function cacheOf(home: string): string {
  return join(home, ".cache", "cstip", "code");
}

/** A home in which the program has run, and its files of compiled code. */
function warmHome() {
  const home = scratchFolder();
  const { stdout } = cstip(LINE, { home });
  return { home, stdout, files: filesBelow(cacheOf(home)) };
}

/** From Node 22 on Node itself keeps the code, and sees to it that it is sound. */
const isOurs = (process.env.CSTIP_TEST_NODE ?? process.version).includes("v20.");

describe("compiled code", () => {
  it("is kept in private files, and the next run says the same and leaves them alone", () => {
    const { home, stdout, files } = warmHome();
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect(statSync(file).mode & 0o077).toBe(0);
    const times = files.map((file) => statSync(file).mtimeMs);
    expect(cstip(LINE, { home }).stdout).toBe(stdout);
    expect(files.map((file) => statSync(file).mtimeMs)).toEqual(times);
  });

  it.each([
    ["cut off", (bytes: Buffer) => bytes.subarray(0, bytes.length - 100)],
    ["empty", () => Buffer.alloc(0)],
    [
      "zeroed in the middle",
      (bytes: Buffer) => Buffer.from(bytes).fill(0, bytes.length >> 1, (bytes.length >> 1) + 512),
    ],
    [
      "changed at its end",
      (bytes: Buffer) => Buffer.from(bytes).fill(255, bytes.length - 700, bytes.length - 600),
    ],
    ["something else", () => Buffer.from("module.exports = 1;\n")],
  ])("is made anew where it is %s", (_, damage) => {
    const { home, stdout, files } = warmHome();
    for (const file of files) writeFileSync(file, damage(readFileSync(file)));
    expect(cstip(LINE, { home })).toEqual({ code: 0, stdout, stderr: "" });
    expect(cstip(LINE, { home })).toEqual({ code: 0, stdout, stderr: "" });
  });

  it.runIf(isOurs)("is not taken where others could have written it", () => {
    const { home, stdout, files } = warmHome();
    for (const file of files) chmodSync(file, 0o666);
    expect(cstip(LINE, { home }).stdout).toBe(stdout);
    for (const file of files) expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each([
    [
      "others can write",
      (folder: string) => chmodSync(mkdirSync(folder, { recursive: true }) ?? folder, 0o777),
    ],
    ["is a link", (folder: string) => symlinkSync(scratchFolder("elsewhere"), folder)],
  ])("is not kept in a folder that %s", (_, spoil) => {
    const home = scratchFolder();
    const version = cstip(["--version"], { home }).stdout.trim();
    const above = join(cacheOf(home), version);
    mkdirSync(above, { recursive: true, mode: 0o700 });
    spoil(join(above, "today"));
    expect(cstip(LINE, { home }).code).toBe(0);
    expect(readdirSync(join(above, "today"))).toEqual([]);
  });

  it("is done without where it cannot be kept", () => {
    const { stdout } = warmHome();
    for (const XDG_CACHE_HOME of ["/proc/nowhere", "/dev/null"])
      expect(cstip(LINE, { env: { XDG_CACHE_HOME } })).toEqual({ code: 0, stdout, stderr: "" });
  });

  it("is that of the text that is there, also where another was as long", () => {
    const folder = scratchFolder("install");
    const home = scratchFolder();
    cpSync(join(programPath(), "..", ".."), folder, { recursive: true });
    const run = () =>
      cstip(LINE, { home, env: { NODE_OPTIONS: undefined }, script: join(folder, "bin", "cstip.js") });
    const before = run().stdout;
    expect(before).toContain("Tip of the week");
    for (const file of filesBelow(join(folder, "dist")).filter((name) => name.endsWith(".cjs"))) {
      writeFileSync(file, readFileSync(file, "utf8").replaceAll("Tip of the week", "Top of the week"));
    }
    expect(run().stdout).toBe(before.replaceAll("Tip of the week", "Top of the week"));
  });
});
