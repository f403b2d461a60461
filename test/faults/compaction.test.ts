import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, utimesSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { eventually } from "../support/eventually.ts";
import { cstip, cstipAsync, environmentOf, json, programPath } from "../support/program.ts";
import { has } from "../support/shells.ts";
import { NODE, put, SOUND, soundHome } from "./support.ts";

/** A compaction that is killed, or falls asleep, in the middle of it: no event is lost. */

function longHome(): { home: string; journal: string } {
  const home = soundHome();
  // The first rename of the next run is then that of the journal.
  cstip(["tidy"], { home });
  const read = SOUND.journal.replace("favorited", "read").repeat(1_500);
  return { home, journal: put(home, "journal", `${SOUND.journal}${read}`) };
}

const favorites = async (home: string) => (await cstipAsync(["favorite", "list"], { home })).stdout;

/** What stands beside the journal. */
const beside = (journal: string) => readdirSync(dirname(journal)).filter((name) => name !== "journal.jsonl");

/** A run whose rename of the journal takes its time; answers its own process, and when it has ended. */
function slow(delays: string, home: string): { ended: Promise<void>; kill: () => void } {
  const inject = `inject=rename:${delays}:when=1`;
  const options = ["-f", "-qq", "-o", "/dev/null", "-e", "trace=rename", "-e", inject];
  const child = spawn("strace", [...options, NODE, programPath(), "tidy"], {
    env: environmentOf({ home }),
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  const kill = () => {
    try {
      const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8");
      for (const pid of children.trim().split(" ").filter(Boolean)) process.kill(Number(pid), "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  };
  onTestFinished(kill);
  return { ended, kill };
}

/** Until the new file is written and the old one is about to go. */
const aboutToRename = (journal: string) => eventually(() => existsSync(`${journal}.before`));

describe.skipIf(!has("strace"))("a compaction", () => {
  it("killed behind its rename loses nothing that was written just before it, for readers and for the next", async () => {
    const { home, journal } = longHome();
    const { ended, kill } = slow("delay_enter=3000000:delay_exit=9000000", home);
    await aboutToRename(journal);
    const length = readFileSync(journal).length;
    expect((await cstipAsync(["favorite", "add", "3"], { home })).code).toBe(0);
    const [tip] = json<{ id: string }[]>(["list"], { home }).slice(2);
    await eventually(() => readFileSync(journal).length < length);
    kill();
    await ended;
    expect(readFileSync(journal, "utf8")).not.toContain(tip?.id);
    expect(await favorites(home)).toContain(tip?.id);
    expect((await cstipAsync(["show", "3", "--plain"], { home })).stdout).toContain("Favorite: yes");
    utimesSync(`${journal}.lock`, 0, 0);
    for (const _ of [1, 2]) expect((await cstipAsync(["today"], { home })).stderr).toBe("");
    expect(beside(journal)).toEqual([]);
    expect(readFileSync(journal, "utf8")).toContain(tip?.id);
    expect(await favorites(home)).toContain(tip?.id);
    expect((await cstipAsync(["favorite", "remove", "3"], { home })).code).toBe(0);
    expect(await favorites(home)).not.toContain(tip?.id);
  });

  it("that slept while another took its lock does not put its old file over the newer", async () => {
    const { home, journal } = longHome();
    const { ended } = slow("delay_enter=6000000", home);
    await aboutToRename(journal);
    utimesSync(`${journal}.lock`, 0, 0);
    for (const _ of [1, 2]) await cstipAsync(["tidy"], { home });
    expect(readFileSync(journal, "utf8")).toContain('"compacted"');
    expect((await cstipAsync(["favorite", "add", "own-two"], { home })).code).toBe(0);
    const text = readFileSync(journal, "utf8");
    await ended;
    expect(readFileSync(journal, "utf8")).toBe(text);
    expect(beside(journal)).toEqual([]);
    expect(await favorites(home)).toContain("own-two");
  });

  it("is not done where the old file cannot be kept until all of it has come over", async () => {
    const { home, journal } = longHome();
    const text = readFileSync(journal, "utf8");
    const options = [
      "-f",
      "-qq",
      "-o",
      "/dev/null",
      "-e",
      "trace=link,linkat",
      "-e",
      "inject=link,linkat:error=EPERM",
    ];
    const child = spawn("strace", [...options, NODE, programPath(), "tidy"], {
      env: environmentOf({ home }),
      stdio: "ignore",
    });
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
    expect(readFileSync(journal, "utf8")).toBe(text);
    expect(beside(journal)).toEqual([]);
  });
});
