import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { cstip, cstipAsync, environmentOf, json, programPath, scratchFolder } from "../support/program.ts";
import {
  FILES,
  IS_ROOT,
  NODE,
  ONE_LINE,
  ONE_LINE_AT_MOST,
  openFolder,
  put,
  READS,
  soundHome,
  tip,
} from "./support.ts";

/** Full disks, kill -9, locks that were left behind, and many at once. */

describe("kill -9 while it writes", () => {
  const LINES = [
    ["config", "set", "width", "70"],
    ["import", "tips.json"],
    ["library", "remove", "own-one"],
    ["favorite", "add", "own-two"],
    ["today"],
    ["banner", "--refresh"],
  ];

  it.each(LINES.map((args) => [args.join(" "), args] as const))(
    "leaves the old or the new, and nothing that blocks: %s",
    async (_, args) => {
      const home = soundHome();
      const file = join(home, "tips.json");
      writeFileSync(file, JSON.stringify(Array.from({ length: 300 }, (_, at) => tip(`new-${at}`))));
      const words = args.map((word) => (word === "tips.json" ? file : word));
      for (let delay = 35; delay < 130; delay += 16) {
        const child = spawn(NODE, [programPath(), ...words], {
          env: environmentOf({ home }),
          stdio: "ignore",
        });
        const ended = new Promise((resolve) => child.on("exit", resolve));
        await Promise.race([wait(delay), ended]);
        child.kill("SIGKILL");
        await ended;
        expect(() => JSON.parse(readFileSync(join(home, FILES.settings), "utf8"))).not.toThrow();
        expect([1, 2, 301, 302]).toContain(
          JSON.parse(readFileSync(join(home, FILES.library), "utf8")).tips.length,
        );
      }
      // The lock of a dead process is taken over, and what it had begun is nobody's.
      for (const [key, value] of [
        ["width", "72"],
        ["theme", "dark"],
      ] as const)
        expect(await cstipAsync(["config", "set", key, value], { home })).toMatchObject({
          code: 0,
          stderr: "",
        });
      expect(await cstipAsync(["import", file], { home })).toMatchObject({ code: 0, stderr: "" });
      expect((await cstipAsync(["today"], { home })).stderr).toBe("");
      expect(
        readdirSync(dirname(join(home, FILES.library))).filter((name) => name.endsWith(".lock")),
      ).toEqual([]);
    },
  );
});

describe("a lock that was left behind", () => {
  it.each([
    ["long ago", -3600],
    ["under a clock that was ahead", 365 * 24 * 3600],
  ])("%s is taken over", async (_, seconds) => {
    const home = soundHome();
    const lock = `${join(home, FILES.settings)}.lock`;
    mkdirSync(lock);
    const time = Date.now() / 1000 + seconds;
    utimesSync(lock, time, time);
    expect(await cstipAsync(["config", "set", "width", "70"], { home })).toMatchObject({
      code: 0,
      stderr: "",
    });
  });

  it("that is no lock is told of at once", () => {
    const home = soundHome();
    writeFileSync(`${join(home, FILES.settings)}.lock`, "");
    const start = Date.now();
    const { code, stderr } = cstip(["config", "set", "width", "70"], { home });
    expect({ code, stderr }).toMatchObject({ code: 3 });
    expect(stderr).toContain("config.json.lock is in the way");
    expect(Date.now() - start).toBeLessThan(5_000);
  });
});

describe("thirty processes at once that write different things", () => {
  it("lose nothing", async () => {
    const home = scratchFolder();
    const settings = [
      ["width", "66"],
      ["theme", "dark"],
      ["color", "never"],
      ["format", "plain"],
      ["pager", "true"],
    ];
    const lines = [
      ...settings.map((words) => ["config", "set", ...words]),
      ...Array.from({ length: 9 }, (_, at) => {
        const file = join(home, `${at}.json`);
        writeFileSync(file, JSON.stringify([tip(`new-${at}`)]));
        return ["import", file];
      }),
      ...Array.from({ length: 10 }, (_, at) => ["favorite", "add", `#${at + 10}`]),
      ...Array.from({ length: 3 }, () => ["banner", "--refresh"]),
      ...Array.from({ length: 3 }, () => ["random"]),
    ];
    expect(lines).toHaveLength(30);
    // The numbers of favorites are those of the library as each finds it: so they are named by id.
    const ids = json<{ id: string }[]>(["list"]).map(({ id }) => id);
    const named = lines.map((words) =>
      words.map((word) => (word.startsWith("#") ? (ids[Number(word.slice(1))] ?? "") : word)),
    );
    const runs = await Promise.all(named.map((words) => cstipAsync(words, { home })));
    expect(runs.map(({ code, stderr }) => [code, stderr])).toEqual(runs.map(() => [0, ""]));
    const stored = JSON.parse(readFileSync(join(home, FILES.settings), "utf8"));
    expect(Object.keys(stored).sort()).toEqual(settings.map(([name]) => name).sort());
    expect(json<unknown[]>(["library", "list"], { home })).toHaveLength(9);
    expect(
      json<{ id: string }[]>(["favorite", "list"], { home })
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids.slice(10, 20).sort());
    const events = readFileSync(join(home, FILES.journal), "utf8").trimEnd().split("\n");
    expect(events.map((line) => JSON.parse(line).event).filter((event) => event === "drawn")).toHaveLength(3);
  });
});

/** A file system of half a megabyte, taken away when the test has finished; undefined where none can be mounted. */
function tinyDisk(): string | undefined {
  const folder = openFolder();
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=512k", "tmpfs", folder]).status !== 0) return undefined;
  // Runs before the folder is removed: what was registered last goes first.
  onTestFinished(() => void spawnSync("umount", ["--lazy", folder]));
  return folder;
}

describe("a full disk", () => {
  it.skipIf(!IS_ROOT)("keeps the old files whole, in one line and 3, and tips show", (context) => {
    const disk = tinyDisk();
    if (disk === undefined) return context.skip("no file system can be mounted here");
    const home = join(disk, "home");
    mkdirSync(home);
    const many = join(scratchFolder(), "many.json");
    writeFileSync(many, JSON.stringify(Array.from({ length: 6000 }, (_, at) => tip(`many-${at}`))));
    put(
      home,
      "library",
      `{\n"version": 1,\n"topics": [],\n"tips": [\n${JSON.stringify(tip("own-one"))}\n]\n}\n`,
    );
    // Its compiled code alone may fill the disk.
    cstip(["config", "set", "width", "70"], { home });
    const before = [FILES.settings, FILES.library].map((name) => readFileSync(join(home, name), "utf8"));
    const expectKept = () =>
      expect([FILES.settings, FILES.library].map((name) => readFileSync(join(home, name), "utf8"))).toEqual(
        before,
      );
    const large = cstip(["import", many], { home });
    expect({ code: large.code, stdout: large.stdout }, large.stderr).toEqual({ code: 3, stdout: "" });
    expect(large.stderr).toMatch(ONE_LINE);
    expectKept();
    // To the last byte.
    spawnSync("dd", ["if=/dev/zero", `of=${join(disk, "filler")}`, "bs=4k"]);
    spawnSync("dd", ["if=/dev/zero", `of=${join(disk, "filler2")}`, "bs=1"]);
    const set = cstip(["config", "set", "width", "72"], { home });
    expect({ code: set.code, stdout: set.stdout }, set.stderr).toEqual({ code: 3, stdout: "" });
    expect(set.stderr).toMatch(ONE_LINE);
    expectKept();
    for (const args of READS) {
      const { code, stdout, stderr } = cstip(args, { home });
      expect({ args, code, shows: stdout.length > 40 }, stderr).toEqual({ args, code: 0, shows: true });
      expect(stderr).toMatch(ONE_LINE_AT_MOST);
    }
    expect(cstip(["banner", "--refresh"], { home }).code).toBe(0);
    const exported = cstip(["export", "--output", join(disk, "out.json")], { home });
    expect(exported.code).toBe(1);
    expect(exported.stderr).toMatch(ONE_LINE);
    expect(readdirSync(disk).sort()).toEqual(["filler", "filler2", "home"]);
    expectKept();
  });
});
