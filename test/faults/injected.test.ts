import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { cstip, environmentOf, programPath } from "../support/program.ts";
import { has } from "../support/shells.ts";
import { FILES, NODE, ONE_LINE, put, SOUND, soundHome, stateOf, tip, type UserFile } from "./support.ts";

/** A system whose calls fail, one kind after the other: what is said is honest, and nothing of the user's is harmed. */

const USER_FILES = ["settings", "library", "journal"] as const;

/** Runs with a call that fails, everywhere or on these files alone. */
function failing(call: string, args: readonly string[], home: string, files: readonly UserFile[] = []) {
  const [name = ""] = call.split(":");
  const only = files.flatMap((file) => ["-P", join(home, FILES[file])]);
  const options = ["-f", "-qq", "-o", "/dev/null", "-e", `trace=${name}`, ...only, "-e", `inject=${call}`];
  const { status, stdout, stderr } = spawnSync("strace", [...options, NODE, programPath(), ...args], {
    env: environmentOf({ home }),
    encoding: "utf8",
    timeout: 30_000,
  });
  return { code: status, stdout, stderr };
}

/** What there is of files and locks beside the user's own, but for what can be made again. */
function litter(home: string): string[] {
  return [".config", ".local"]
    .flatMap((folder) => readdirSync(join(home, folder), { recursive: true }).map(String))
    .filter((name) => /(?:^|\/)\.[^/]*\.json|\.lock$/.test(name));
}

const states = (home: string) => USER_FILES.map((file) => stateOf(join(home, FILES[file])));

const WRITES = [
  ["config", "set", "width", "70"],
  ["config", "unset", "width"],
  ["import", "tips.json"],
  ["library", "remove", "own-one"],
];

describe.skipIf(!has("strace"))("a call that fails", () => {
  it.each(["rename:error=EACCES", "fsync:error=EIO", "mkdir:error=ENOSPC"])(
    "keeps the old file, and is told of in one line and 3: %s",
    (call) => {
      const home = soundHome();
      writeFileSync(join(home, "tips.json"), JSON.stringify([tip("new")]));
      const before = states(home);
      for (const args of WRITES) {
        const words = args.map((word) => (word === "tips.json" ? join(home, word) : word));
        const { code, stdout, stderr } = failing(call, words, home);
        expect({ args, code, stdout }, stderr).toEqual({ args, code: 3, stdout: "" });
        expect(stderr).toMatch(ONE_LINE);
        expect(states(home)).toEqual(before);
        expect(litter(home)).toEqual([]);
      }
      expect(cstip(["config", "set", "width", "70"], { home })).toMatchObject({ code: 0, stderr: "" });
    },
  );

  it.each(["openat:error=EIO", "read,pread64:error=EIO", "write:error=ENOSPC", "fstat,statx:error=EACCES"])(
    "on any file of the user's keeps no tip back, and nothing changes that cannot be read: %s",
    (call) => {
      const home = soundHome();
      const before = states(home);
      for (const file of USER_FILES) {
        for (const args of [["today"], ["list"], ["random"]]) {
          const { code, stdout, stderr } = failing(call, args, home, [file]);
          expect({ file, args, code, shows: stdout.length > 40 }, stderr).toEqual({
            file,
            args,
            code: 0,
            shows: true,
          });
          if (stderr !== "") expect(stderr).toMatch(ONE_LINE);
        }
      }
      const after = states(home);
      expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
      expect(after[2]?.startsWith(before[2] ?? "")).toBe(true);
    },
  );

  it("is no star that was given: what cannot be noted down leaves 3", () => {
    const home = soundHome();
    const { code, stdout, stderr } = failing("write:error=ENOSPC", ["favorite", "add", "3"], home, [
      "journal",
    ]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain("no space left on device");
    expect(stateOf(join(home, FILES.journal))).toBe(stateOf(put(soundHome(), "journal", SOUND.journal)));
  });

  it.each(["rename:error=EIO", "fsync:error=EIO", "mkdir:error=EACCES", "rmdir:error=EACCES"])(
    "leaves a long journal as long as it was, in silence, for the next run to compact: %s",
    (call) => {
      const home = soundHome();
      const text = `${SOUND.journal}${SOUND.journal.replace("favorited", "read").repeat(1_500)}`;
      put(home, "journal", text);
      expect(failing(call, ["today"], home)).toMatchObject({ code: 0, stderr: "" });
      if (!call.startsWith("rmdir")) {
        expect(readFileSync(join(home, FILES.journal), "utf8").startsWith(text)).toBe(true);
        expect(litter(home)).toEqual([]);
      }
      expect(cstip(["favorite", "list"], { home }).stdout).toContain("own-one");
      expect(cstip(["today"], { home })).toMatchObject({ code: 0, stderr: "" });
      expect(cstip(["favorite", "list"], { home }).stdout).toContain("own-one");
      const journal = readFileSync(join(home, FILES.journal), "utf8");
      expect(journal.split("\n").length).toBeLessThan(10);
    },
  );

  it("keeps what a journal holds where its folder takes no new file", () => {
    const home = soundHome();
    mkdirSync(join(dirname(join(home, FILES.journal)), "journal.jsonl.lock"));
    expect(cstip(["favorite", "add", "3"], { home })).toMatchObject({ code: 0, stderr: "" });
    expect(existsSync(join(home, `${FILES.journal}.lock`))).toBe(true);
  });
});
