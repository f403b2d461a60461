import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseJournal } from "../../src/core/journal.ts";
import { lineOf } from "../../src/core/journal-event.ts";
import { favoriteTips, readTips } from "../../src/core/reading.ts";
import { corpus } from "../support/context.ts";
import { eventually } from "../support/eventually.ts";
import { cstip, cstipAsync, environmentOf, json, programPath, scratchFolder } from "../support/program.ts";

const ids = corpus.tips.map(({ id }) => id);
const journalOf = (home: string) => join(home, ".local", "state", "cstip", "journal.jsonl");
const events = (home: string) => parseJournal(readFileSync(journalOf(home), "latin1"));
const linesOf = (home: string) => readFileSync(journalOf(home), "utf8").split("\n").filter(Boolean);

function writeJournal(home: string, text: string): void {
  mkdirSync(join(home, ".local", "state", "cstip"), { recursive: true });
  writeFileSync(journalOf(home), text);
}

/** As many events as a shell that greets ten times a day writes in thirty years. */
function longJournal(count: number): string {
  const kinds = ["read", "read", "drawn", "favorited", "unfavorited"] as const;
  return Array.from({ length: count }, (_, index) =>
    lineOf({
      at: new Date(1.5e12 + index * 3e6).toISOString(),
      event: kinds[index % kinds.length] ?? "read",
      tip: ids[(index * 7) % 40] ?? "",
    }),
  ).join("");
}

describe("the journal", () => {
  it("notes down what today, show and random show, and nothing for list, search and seeds", () => {
    const home = scratchFolder();
    for (const args of [["today"], ["show", "3"], ["random"]]) cstip(args, { home });
    expect(linesOf(home).map((line) => JSON.parse(line).event)).toEqual(["read", "read", "drawn", "read"]);
    for (const args of [["list"], ["topics"], ["random", "--seed", "1"]]) cstip(args, { home });
    expect(linesOf(home)).toHaveLength(4);
  });

  it("is not kept under --no-journal, CSTIP_JOURNAL and the setting, and the tip shows all the same", () => {
    const home = scratchFolder();
    expect(cstip(["today", "--no-journal"], { home }).stdout).toContain("Title:");
    expect(cstip(["--no-journal", "show", "3"], { home }).stdout).toContain("Title:");
    expect(cstip(["random"], { home, env: { CSTIP_JOURNAL: "off" } }).stdout).toContain("Title:");
    cstip(["config", "set", "journal", "off"], { home });
    expect(cstip(["today"], { home }).stdout).toContain("Title:");
    expect(existsSync(journalOf(home))).toBe(false);
    const { code, stderr } = cstip(["favorite", "add", "3"], { home });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^cstip: favorites are kept in the journal, which is off: .*journal true.*\n$/);
  });

  it("loses no event of thirty processes at once that favorite, read and draw", async () => {
    const home = scratchFolder();
    // Long enough to be compacted while they write.
    writeJournal(home, longJournal(5_000));
    const before = new Set(readTips(events(home).events));
    const runs = Array.from({ length: 30 }, (_, index) => {
      const id = ids[index] ?? "";
      if (index % 3 === 0) return ["favorite", "add", id];
      return index % 3 === 1 ? ["show", ids[40 + (index % 4)] ?? "", "--plain"] : ["random"];
    });
    const results = await Promise.all(runs.map((args) => cstipAsync(args, { home })));
    expect(results.map(({ code, stderr }) => `${code}${stderr}`)).toEqual(runs.map(() => "0"));
    const after = events(home);
    expect(after.damage).toEqual([]);
    const favorites = favoriteTips(after.events);
    for (const [verb, , id] of runs) if (verb === "favorite") expect(favorites.has(id ?? "")).toBe(true);
    const read = readTips(after.events);
    for (const [verb, id] of runs) if (verb === "show") expect(read.has(id ?? "")).toBe(true);
    for (const id of before) expect(read.has(id)).toBe(true);
    expect(linesOf(home).length).toBeLessThan(1_000);
  });

  it("holds every line of thirty processes that write one each", async () => {
    const home = scratchFolder();
    await Promise.all(ids.slice(0, 30).map((id) => cstipAsync(["show", id], { home })));
    expect(new Set(linesOf(home).map((line) => JSON.parse(line).tip))).toEqual(new Set(ids.slice(0, 30)));
  });

  it("still reads after kill -9 at many points, and the next runs work", async () => {
    const home = scratchFolder();
    const text = longJournal(5_000);
    const before = readTips(parseJournal(text).events);
    for (let delay = 20; delay < 260; delay += 12) {
      writeJournal(home, text);
      await killedAfter(delay, ["random"], home);
      const { events: left, damage } = events(home);
      expect(damage).toEqual([]);
      expect(readTips(left).size).toBeGreaterThanOrEqual(before.size);
    }
    const { code, stderr } = cstip(["random"], { home });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("of a hundred thousand events says the same before and after it was compacted, also of an old star", async () => {
    const home = scratchFolder();
    const { tip } = json<{ tip: { id: string } }>(["today", "--no-journal"], { home });
    const star = lineOf({ at: "2011-01-01T00:00:00.000Z", event: "favorited", tip: tip.id });
    const text =
      star +
      longJournal(100_000).replaceAll(
        new RegExp(`"(un)?favorited","tip":"${tip.id}"`, "g"),
        '"drawn","tip":"calm"',
      );
    writeJournal(home, text);
    const unread = cstip(["list", "--unread", "--plain", "--no-journal"], { home }).stdout;
    const written = text.trimEnd().split("\n");
    const read = new Set(
      written.map((line) => JSON.parse(line)).flatMap(({ event, tip }) => (event === "read" ? tip : [])),
    );
    expect(unread.trimEnd().split("\n")).toHaveLength(ids.length - read.size);
    expect(linesOf(home)).toHaveLength(100_001);
    // The first of these has it compacted in the background.
    for (const _ of [1, 2]) expect(cstip(["today", "--format", "card"], { home }).stdout).toContain("★");
    await eventually(() => linesOf(home).length < 200);
    const rows = unread.split("\n").filter((row) => !row.includes(tip.id));
    expect(cstip(["list", "--unread", "--plain"], { home }).stdout.split("\n").filter(Boolean)).toEqual(
      rows.filter(Boolean),
    );
    expect(cstip(["favorite", "list"], { home }).stdout).toContain(tip.id);
  });

  it("is compacted by one process alone, however many runs find it long at once", async () => {
    const home = scratchFolder();
    writeJournal(home, longJournal(20_000));
    const runs = await Promise.all(Array.from({ length: 10 }, (_, at) => startedBy(["today"], home, at)));
    expect(runs.reduce((sum, count) => sum + count)).toBe(1);
    await eventually(() => linesOf(home).length < 200);
    await eventually(() => !existsSync(`${journalOf(home)}.lock`));
  });

  it("starts no process at every run where most of it is another's, and keeps that as it is", async () => {
    const home = scratchFolder();
    const text = `${longJournal(4_000)}${"a line of something else\n".repeat(50_000)}`;
    writeJournal(home, text);
    for (const args of [["today"], ["favorite", "add", "3"], ["random"]])
      expect(await startedBy(args, home, 0)).toBe(0);
    expect(readFileSync(journalOf(home), "utf8").startsWith(text)).toBe(true);
  });

  it("is compacted at once by a run that has read and made longer what little is left of, and not by one that reads", () => {
    const home = scratchFolder();
    writeJournal(home, longJournal(20_000));
    cstip(["list", "--unread"], { home });
    expect(linesOf(home)).toHaveLength(20_000);
    cstip(["favorite", "add", "3"], { home });
    expect(linesOf(home).length).toBeLessThan(200);
    expect(existsSync(`${journalOf(home)}.lock`)).toBe(false);
  });

  it("is looked for beside itself, where a compaction was killed, once a run", async () => {
    const home = scratchFolder();
    for (const _ of [1, 2]) {
      const calls = await tracedCalls("%file", ["today"], home);
      expect(calls.split("journal.jsonl.before").length - 1).toBe(1);
    }
  });

  it("is never so long that a star is forgotten, whatever is written behind it", () => {
    const home = scratchFolder();
    cstip(["favorite", "add", "3"], { home });
    for (let round = 0; round < 3; round++) {
      appendFileSync(journalOf(home), longJournal(1_000).replaceAll(ids[2] ?? "", "other"));
      expect(cstip(["show", "3", "--plain"], { home }).stdout).toContain("Favorite: yes");
    }
  });
});

/** How many processes a run starts to compact the journal. */
async function startedBy(args: readonly string[], home: string, at: number): Promise<number> {
  return (await tracedCalls("execve", args, home, at)).split('"--locked"').length - 1;
}

/** What a run asks of the system. */
async function tracedCalls(calls: string, args: readonly string[], home: string, at = 0): Promise<string> {
  const trace = join(home, `trace-${at}`);
  const options = ["-f", "-qq", "-e", `trace=${calls}`, "-o", trace];
  const child = spawn("strace", [...options, process.execPath, programPath(), ...args], {
    env: environmentOf({ home }),
    stdio: "ignore",
  });
  expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
  return readFileSync(trace, "utf8");
}

/** Runs the program and kills it after some milliseconds. */
function killedAfter(milliseconds: number, args: readonly string[], home: string): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [programPath(), ...args], {
      env: environmentOf({ home }),
      stdio: "ignore",
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
    child.on("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
