import { execFileSync, spawn } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { lineOf, parseJournal } from "../../src/core/journal.ts";
import { favoriteTips, readTips } from "../../src/core/reading.ts";
import { JournalFile } from "../../src/host/journal.ts";
import { scratchFolder } from "../support/program.ts";

function open(folder = scratchFolder()) {
  const warnings: string[] = [];
  const journal = new JournalFile(folder, (text) => void warnings.push(text));
  return { folder, path: join(folder, "journal.jsonl"), journal, warnings };
}

/** A journal that has grown long: 5,000 readings of twenty tips, and one favourite at its start. */
function longText(): string {
  const time = (index: number) => new Date(1.7e12 + index * 1e6).toISOString();
  const reads = Array.from({ length: 5_000 }, (_, index) =>
    lineOf({ at: time(index), event: "read", tip: `tip-${index % 20}` }),
  );
  return lineOf({ at: time(0), event: "favorited", tip: "early" }) + reads.join("");
}

describe("JournalFile", () => {
  it("appends to a private file that it makes", () => {
    const { journal, path } = open(join(scratchFolder(), "state", "cstip"));
    expect(journal.append({ event: "read", tip: "a" })).toBe(true);
    expect(journal.append({ event: "favorited", tip: "b" })).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(journal.read().events).toMatchObject([{ tip: "a" }, { tip: "b" }]);
  });

  it("is compacted at the end of a run that found it long, and says the same", async () => {
    const { journal, path } = open();
    writeFileSync(path, `${longText()}torn\n`);
    expect(journal.read().lines).toBe(5_002);
    await journal.tidy();
    const after = parseJournal(readFileSync(path, "utf8"));
    expect(after.lines).toBe(22);
    expect(after.damagedLines).toEqual(["torn"]);
    expect(readTips(after.events).size).toBe(20);
    expect([...favoriteTips(after.events)]).toEqual(["early"]);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it("is left alone by a run that did not read it, and while another holds the lock", async () => {
    const { journal, path } = open();
    writeFileSync(path, longText());
    journal.append({ event: "read", tip: "a" });
    await journal.tidy();
    expect(parseJournal(readFileSync(path, "utf8")).lines).toBe(5_002);
    mkdirSync(`${path}.lock`);
    journal.read();
    await journal.tidy();
    expect(parseJournal(readFileSync(path, "utf8")).lines).toBe(5_002);
  });

  it("shows of a long journal the end alone, from the first whole line on", () => {
    const { journal, path } = open();
    writeFileSync(path, longText());
    appendFileSync(path, lineOf({ at: "2026-11-23T08:00:00.000Z", event: "favorited", tip: "late" }));
    const { events, damaged, lines } = journal.tail();
    expect([...favoriteTips(events)]).toEqual(["late"]);
    expect(damaged).toBe(0);
    expect(lines).toBeGreaterThan(200);
    expect(lines).toBeLessThan(1_000);
  });

  it("takes no pipe, folder or device for a journal, waits for none, and tells of it", () => {
    const { journal, path, warnings } = open();
    execFileSync("mkfifo", [path]);
    expect(journal.append({ event: "read", tip: "a" })).toBe(false);
    expect(journal.append({ event: "read", tip: "a" })).toBe(false);
    expect(journal.read().events).toEqual([]);
    expect(warnings.length).toBeGreaterThan(0);
    expect(warnings.every((warning) => warning.includes(path))).toBe(true);
    const zero = open();
    symlinkSync("/dev/zero", zero.path);
    expect(zero.journal.read().events).toEqual([]);
    expect(zero.warnings).toEqual([`the journal ${zero.path} cannot be read (it is not a file)`]);
    const taken = open();
    mkdirSync(taken.path);
    expect(taken.journal.append({ event: "read", tip: "a" })).toBe(false);
    expect(taken.warnings).toHaveLength(1);
  });

  it("loses no event of processes that append while it is compacted over and over", async () => {
    const { journal, folder } = open();
    const writers = ["a", "b", "c"].map((name) => appending(folder, name, 8_000));
    let done = false;
    const ended = Promise.all(writers).finally(() => {
      done = true;
    });
    let compactions = 0;
    while (!done) {
      if (journal.read().lines > 4_000) compactions++;
      await journal.tidy();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await ended).toEqual([0, 0, 0]);
    expect(compactions).toBeGreaterThan(1);
    const { events, damaged } = journal.read();
    expect(damaged).toBe(0);
    const read = readTips(events);
    const lost = ["a", "b", "c"].flatMap((name) =>
      Array.from({ length: 160 }, (_, index) => `${name}-${index * 50}`).filter((tip) => !read.has(tip)),
    );
    expect(lost).toEqual([]);
  });
});

/** A process that appends; answers its exit code. */
function appending(folder: string, name: string, count: number): Promise<number | null> {
  const script = fileURLToPath(new URL("../support/append-events.mts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, folder, name, String(count)], {
    stdio: "inherit",
  });
  return new Promise((resolve) => child.on("close", resolve));
}
