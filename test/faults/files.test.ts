import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, statSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cstipEach } from "../support/batch.ts";
import { cstipAsync, scratchFolder } from "../support/program.ts";
import {
  FILES,
  IS_ROOT,
  libraryText,
  ONE_LINE,
  ONE_LINE_AT_MOST,
  placeOf,
  put,
  READS,
  SOUND,
  soundHome,
  stateOf,
  tip,
  type UserFile,
} from "./support.ts";

/** The user's files in every state that a disk, a crash, another program or a slip can leave them in. */

type Break = (home: string, file: UserFile) => void;

const BROKEN: Readonly<Record<string, Break>> = {
  missing: (home, file) => void placeOf(home, file),
  empty: (home, file) => void put(home, file, ""),
  "cut off": (home, file) => void put(home, file, SOUND[file].slice(0, -12)),
  "not JSON": (home, file) => void put(home, file, "width = 60\n\u0000\u001b[2J"),
  "of wrong types": (home, file) =>
    void put(home, file, '{"width": [], "tips": {"a": 1}, "topics": 5, "at": 1}\n'),
  "an array of nothing": (home, file) => void put(home, file, "[null, [], {}]"),
  "not UTF-8": (home, file) => void put(home, file, Buffer.from([0xff, 0xfe, 0x80, 0x00, 0x0a, 0xc3])),
  "nested deep": (home, file) => void put(home, file, `${"[".repeat(200_000)}${"]".repeat(200_000)}`),
  "a folder": (home, file) => mkdirSync(placeOf(home, file)),
  "a pipe": (home, file) => void execFileSync("mkfifo", [placeOf(home, file)]),
  "a link to a device": (home, file) => symlinkSync(deviceOf(home), placeOf(home, file)),
  "a link to nowhere": (home, file) => symlinkSync("/nowhere/at/all", placeOf(home, file)),
  "a link to itself": (home, file) => symlinkSync(placeOf(home, file), placeOf(home, file)),
  huge: (home, file) => truncateSync(put(home, file, SOUND[file]), 3_000_000_000),
};

const WRITES: Readonly<Partial<Record<UserFile, readonly (readonly string[])[]>>> = {
  settings: [
    ["config", "set", "width", "70"],
    ["config", "unset", "width"],
    ["config", "reset"],
    ["config", "list"],
  ],
  library: [
    ["import", "tips.json"],
    ["library", "remove", "own-one"],
    ["library", "list"],
  ],
};

/** States that are as if there was nothing, and those in which some of it can be used. */
const SERVES: Readonly<Record<string, readonly UserFile[]>> = {
  missing: ["settings", "library"],
  empty: ["settings"],
  "of wrong types": ["settings"],
  "a link to nowhere": ["settings", "library"],
};

/** In these states all commands that read are run, in the others a few: each run takes its time. */
const THOROUGH: ReadonlySet<string> = new Set(["not JSON", "a pipe", "a link to a device"]);
const FEW = ["today", "list"];
const isAmong =
  (names: readonly string[]) =>
  ([name = ""]: readonly string[]) =>
    names.includes(name);

/** Endless zeros. Root gets a device of the test's own: to lose that of the machine would be a fault too many. */
function deviceOf(home: string): string {
  const path = join(home, "zero");
  if (!IS_ROOT || spawnSync("mknod", [path, "c", "1", "5"]).status !== 0) return "/dev/zero";
  return path;
}

/** What a run may have changed: the journal grows, and the index is made again. */
function keeps(file: UserFile, before: string, after: string): boolean {
  if (file === "index") return true;
  if (file === "journal")
    return before === "nothing" || before.endsWith("000000000") || after.startsWith(before);
  return after === before;
}

describe.each(Object.keys(FILES) as UserFile[])("the %s", (file) => {
  it.each(Object.keys(BROKEN))("that is %s: tips show, with one line at most, and it stays", async (kind) => {
    const home = soundHome();
    BROKEN[kind]?.(home, file);
    const path = join(home, FILES[file]);
    const before = stateOf(path);
    const reads = THOROUGH.has(kind) && file !== "journal" ? READS : READS.filter(isAmong(FEW));
    for (const { line, run } of await cstipEach(reads, { home })) {
      expect({ line, code: run.code, shows: run.stdout.length > 40 }).toEqual({
        line,
        code: 0,
        shows: true,
      });
      expect(run.stderr, line).toMatch(ONE_LINE_AT_MOST);
    }
    expect(keeps(file, before, stateOf(path))).toBe(true);
    if (kind.includes("device")) expect(statSync(path).isCharacterDevice()).toBe(true);
  });
});

describe.each(["settings", "library"] as const)("commands that change the %s", (file) => {
  const kinds = Object.keys(BROKEN).filter((kind) => !SERVES[kind]?.includes(file));

  it.each(kinds)("leave 3, name it and keep it where it is %s", async (kind) => {
    const home = soundHome();
    BROKEN[kind]?.(home, file);
    writeFileSync(join(home, "tips.json"), JSON.stringify([tip("new")]));
    const path = join(home, FILES[file]);
    const before = stateOf(path);
    for (const args of WRITES[file] ?? []) {
      const words = args.map((word) => (word === "tips.json" ? join(home, word) : word));
      const { code, stdout, stderr } = await cstipAsync(words, { home });
      expect({ args, code, stdout }, stderr).toEqual({ args, code: 3, stdout: "" });
      expect(stderr, args.join(" ")).toMatch(ONE_LINE);
      expect(stderr).toContain(path);
      expect(stateOf(path)).toBe(before);
    }
  });
});

describe("a link in the place of a file of the user's", () => {
  it("is read and written through, and stays a link", async () => {
    const home = soundHome();
    const elsewhere = scratchFolder("elsewhere");
    for (const file of ["settings", "library", "journal"] as const) {
      const real = join(elsewhere, file);
      writeFileSync(real, SOUND[file]);
      symlinkSync(real, placeOf(home, file));
    }
    writeFileSync(join(home, "tips.json"), JSON.stringify([tip("new")]));
    await cstipAsync(["config", "set", "theme", "dark"], { home });
    await cstipAsync(["import", join(home, "tips.json")], { home });
    await cstipAsync(["favorite", "add", "own-two"], { home });
    for (const [file, holds] of [
      ["settings", Buffer.from('"theme"').toString("hex")],
      ["library", Buffer.from('"id":"new"').toString("hex")],
      ["journal", Buffer.from('"tip":"own-two"').toString("hex")],
    ] as const) {
      const state = stateOf(join(home, FILES[file]));
      expect(state, file).toContain("link to");
      expect(state, file).toContain(holds);
    }
  });
});

describe("doctor", () => {
  it.each(["a pipe", "a link to a device", "huge", "not JSON"])(
    "judges files of which each is %s",
    async (kind) => {
      const home = soundHome();
      for (const file of Object.keys(FILES) as UserFile[]) BROKEN[kind]?.(home, file);
      for (const name of [".bashrc", ".profile"]) symlinkSync(join(home, FILES.settings), join(home, name));
      const { code, stdout } = await cstipAsync(["doctor"], { home, env: { SHELL: "/bin/true/bash" } });
      expect(code).toBe(1);
      for (const file of ["settings", "library"] as const)
        expect(stdout).toContain(`problem: ${join(home, FILES[file])} cannot be used`);
    },
  );

  it("minds no settings file that is empty", async () => {
    const home = soundHome();
    put(home, "settings", "");
    expect((await cstipAsync(["doctor"], { home, env: { SHELL: "" } })).stdout).not.toContain("config.json");
  });
});

describe("a byte order mark", () => {
  it("is nothing, before each of the files", async () => {
    const home = soundHome();
    for (const file of Object.keys(FILES) as UserFile[]) put(home, file, `\ufeff${SOUND[file]}`);
    const runs = await cstipEach(
      [
        ["config", "get", "width"],
        ["library", "list"],
        ["favorite", "list"],
      ],
      { home },
    );
    expect(runs.map(({ run: { code, stderr } }) => [code, stderr])).toEqual(runs.map(() => [0, ""]));
    expect(runs[0]?.run.stdout).toBe("60\n");
    expect(runs[1]?.run.stdout).toContain("own-two");
    expect(runs[2]?.run.stdout).toContain("own-one");
  });
});

describe("keys and values that are meant to harm", () => {
  it("set no setting, and touch no object of the program", async () => {
    const home = soundHome();
    const long = "k".repeat(100_000);
    put(
      home,
      "settings",
      `{"__proto__": {"width": 30, "format": "json"}, "constructor": {"prototype": {"width": 30}}, "a.b": 1, "${long}": "${long}", "theme": "dark"}`,
    );
    const bad = [
      ["__proto__", "x"],
      ["constructor.prototype", "1"],
      ["a.b", "1"],
      [long, "1"],
      ["width", long],
    ];
    for (const { line, run } of await cstipEach(
      bad.map((words) => ["config", "set", ...words]),
      { home },
    )) {
      expect({ line: line.slice(0, 80), code: run.code, stdout: run.stdout }).toMatchObject({
        code: 2,
        stdout: "",
      });
      expect(run.stderr).toMatch(ONE_LINE);
      expect(run.stderr.length).toBeLessThan(400);
    }
    expect((await cstipAsync(["config", "get", "width"], { home })).stdout).toBe("auto\n");
    expect((await cstipAsync(["config", "get", "theme"], { home })).stdout).toBe("dark\n");
    expect((await cstipAsync(["today"], { home })).stdout).toMatch(/^Title: /m);
  });

  it("are not taken from an imported file either", async () => {
    const home = scratchFolder();
    const file = join(home, "tips.json");
    writeFileSync(
      file,
      `[{"__proto__": {"title": "polluted"}, "constructor": {"prototype": {"x": 1}}, ${JSON.stringify(tip("plain")).slice(1)}]`,
    );
    const { code, stderr } = await cstipAsync(["import", file], { home });
    expect([0, 1], stderr).toContain(code);
    const { stdout } = await cstipAsync(["show", "plain", "--json"], { home });
    expect(stdout).not.toContain("polluted");
  });
});

describe("the library", () => {
  it("of which an entry is damaged keeps the others, and tells of it in one line", async () => {
    const home = soundHome();
    put(home, "library", libraryText([tip("own-one"), { id: "no tip" }, tip("own-two")]));
    const { code, stdout, stderr } = await cstipAsync(["show", "own-two", "--plain"], { home });
    expect(code).toBe(0);
    expect(stdout).toContain("The tip own-two");
    expect(stderr).toMatch(ONE_LINE);
  });
});
