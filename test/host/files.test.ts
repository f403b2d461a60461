import { execFileSync } from "node:child_process";
import {
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
import { UserFilesError } from "../../src/errors.ts";
import { makeFolder, readSmallText, readText, removeTemporaries, replaceFile } from "../../src/host/files.ts";
import { whileLocked } from "../../src/host/lock.ts";
import { scratchFolder } from "../support/program.ts";

const mkfifo = (path: string) => execFileSync("mkfifo", [path]);

describe("replaceFile", () => {
  it("writes a private file in a private folder that it makes, and leaves nothing beside it", () => {
    const folder = join(scratchFolder(), "made");
    const path = join(folder, "library.json");
    replaceFile(path, "one");
    replaceFile(path, "two");
    expect(readText(path)).toBe("two");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder)).toEqual(["library.json"]);
  });

  it("writes through a link and keeps the link", () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, "real.json"), "old");
    symlinkSync(join(folder, "real.json"), join(folder, "link.json"));
    replaceFile(join(folder, "link.json"), "new");
    expect(readFileSync(join(folder, "real.json"), "utf8")).toBe("new");
    expect(lstatSync(join(folder, "link.json")).isSymbolicLink()).toBe(true);
  });

  it("names the file that cannot be written, and leaves nothing behind", () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, "taken"));
    expect(() => replaceFile(join(folder, "taken"), "text")).toThrow(UserFilesError);
    expect(() => replaceFile(join(folder, "taken"), "text")).toThrow(join(folder, "taken"));
    expect(readdirSync(folder)).toEqual(["taken"]);
  });
});

describe("makeFolder", () => {
  it("makes the folders above it, privately, and leaves those that are there", () => {
    const folder = join(scratchFolder(), "a", "b", "c");
    makeFolder(folder);
    makeFolder(folder);
    expect(statSync(join(folder, "..")).mode & 0o777).toBe(0o700);
  });

  it("gives up where none can be made", () => {
    expect(() => makeFolder("/proc/nowhere/cstip")).toThrow();
    const file = join(scratchFolder(), "file");
    writeFileSync(file, "");
    expect(() => makeFolder(join(file, "folder"))).toThrow();
    expect(() => makeFolder(file)).toThrow();
  });
});

describe("readSmallText", () => {
  it("reads a file, and neither a device, a folder nor what is huge", () => {
    const folder = scratchFolder();
    const path = join(folder, "file");
    expect(readSmallText(path)).toBeUndefined();
    writeFileSync(path, "text");
    expect(readSmallText(path)).toBe("text");
    expect(() => readSmallText(folder)).toThrow("not a file");
    expect(() => readSmallText("/dev/zero")).toThrow("not a file");
    writeFileSync(path, "x".repeat(2_000_000));
    expect(() => readSmallText(path)).toThrow("too large");
  });
});

describe("replaceFile on what is no file", () => {
  it("leaves a device, a pipe and a folder as they are, behind a link too", () => {
    const folder = scratchFolder();
    mkfifo(join(folder, "pipe"));
    mkdirSync(join(folder, "folder"));
    for (const name of ["pipe", "folder"]) {
      symlinkSync(join(folder, name), join(folder, `to-${name}`));
      expect(() => replaceFile(join(folder, `to-${name}`), "text")).toThrow("it is not a file");
      expect(() => replaceFile(join(folder, name), "text")).toThrow("it is not a file");
      expect(statSync(join(folder, name)).isFile()).toBe(false);
    }
    expect(readdirSync(folder).sort()).toEqual(["folder", "pipe", "to-folder", "to-pipe"]);
  });
});

describe("removeTemporaries", () => {
  it("removes what we left, and nothing else that is named alike", () => {
    const folder = scratchFolder();
    const others = [
      ...[
        ".library.json.swp",
        ".library.json.un~",
        ".library.json.1.bak",
        ".library.json.",
        ".library.json.tmp",
      ],
      ...["library.json", "library.json.bak", ".library.json.12.min2abcd.gz", ".other.json.12.min2abcd"],
    ];
    for (const name of [...others, ".library.json.12.min2abcd", ".library.json.4194304.min2abcde"])
      writeFileSync(join(folder, name), "");
    removeTemporaries(join(folder, "library.json"));
    expect(readdirSync(folder).sort()).toEqual(others.sort());
  });
});

describe("readText", () => {
  it("answers nothing where there is no file, and text without its byte order mark", () => {
    const path = join(scratchFolder(), "file");
    expect(readText(path)).toBeUndefined();
    expect(readText(join(path, "under"))).toBeUndefined();
    writeFileSync(path, "\uFEFFtext");
    expect(readText(path)).toBe("text");
    expect(readText(join(path, "under"))).toBeUndefined();
  });
});

describe("whileLocked", () => {
  it("lets one at a time change a file", async () => {
    const path = join(scratchFolder(), "count");
    const addOne = () =>
      whileLocked(path, async () => {
        const before = Number(readText(path) ?? 0);
        await new Promise((resolve) => setTimeout(resolve, 5));
        replaceFile(path, String(before + 1));
      });
    await Promise.all(Array.from({ length: 20 }, addOne));
    expect(readText(path)).toBe("20");
  });
});
