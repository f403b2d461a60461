import { execFileSync, spawn } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseJournal } from "../../src/core/journal.ts";
import { lineOf } from "../../src/core/journal-event.ts";
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

const linesOf = (path: string) => readFileSync(path, "utf8").split("\n").filter(Boolean).length;

describe("JournalFile", () => {
  it("appends to a private file that it makes", () => {
    const { journal, path } = open(join(scratchFolder(), "state", "cstip"));
    expect(journal.append({ event: "read", tip: "a" })).toBe(true);
    expect(journal.append({ event: "favorited", tip: "b" })).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(journal.read().events).toMatchObject([{ tip: "a" }, { tip: "b" }]);
  });

  it("is compacted at the end of a run that made it longer, and says the same", async () => {
    const { journal, path } = open();
    writeFileSync(path, `${longText()}torn\n`);
    journal.read();
    journal.append({ event: "read", tip: "tip-1" });
    await journal.tidy();
    const after = parseJournal(readFileSync(path, "latin1"));
    expect(linesOf(path)).toBe(23);
    expect(after.damage.join("")).toBe("torn\n");
    expect(readTips(after.events).size).toBe(20);
    expect([...favoriteTips(after.events)]).toEqual(["early"]);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it("is compacted by a run that only appended, as today does", async () => {
    const { journal, path } = open();
    writeFileSync(path, longText());
    journal.append({ event: "read", tip: "new" });
    await journal.tidy();
    const { events } = parseJournal(readFileSync(path, "latin1"));
    expect(linesOf(path)).toBe(23);
    expect(readTips(events)).toContain("new");
    expect([...favoriteTips(events)]).toEqual(["early"]);
  });

  it("is not compacted again before it has grown to twice of what was left", async () => {
    const { journal, path } = open();
    const distinct = Array.from({ length: 3_000 }, (_, index) =>
      lineOf({ at: "2026-11-23T08:00:00.000Z", event: "read", tip: `tip-number-${index}` }),
    ).join("");
    const endRun = async () => {
      journal.append({ event: "read", tip: "tip-number-0" });
      await journal.tidy();
    };
    writeFileSync(path, distinct);
    await endRun();
    expect(linesOf(path)).toBe(3_001);
    const first = statSync(path);
    appendFileSync(path, `${longText().slice(0, 200_000)}\n`);
    await endRun();
    expect(statSync(path).ino).toBe(first.ino);
    appendFileSync(path, longText());
    await endRun();
    expect(statSync(path).ino).not.toBe(first.ino);
    expect(linesOf(path)).toBeLessThan(3_100);
  });

  it("is left alone where most of it is no journal", async () => {
    const { journal, path } = open();
    const text = `${"something else entirely\n".repeat(5_000)}${longText().slice(0, 20_000)}\n`;
    writeFileSync(path, text);
    journal.append({ event: "read", tip: "a" });
    journal.read();
    await journal.tidy();
    expect(readFileSync(path, "utf8").startsWith(text)).toBe(true);
  });

  it("is left alone by a run that only reads, and while another holds the lock", async () => {
    const { journal, path } = open();
    writeFileSync(path, longText());
    journal.tail("week");
    journal.isFavorite("early");
    journal.read();
    await journal.tidy();
    expect(linesOf(path)).toBe(5_001);
    mkdirSync(`${path}.lock`);
    journal.append({ event: "read", tip: "tip-1" });
    await journal.tidy();
    expect(linesOf(path)).toBe(5_002);
  });

  it.each([
    ["long ago", -3600],
    ["under a clock that was ahead", 365 * 24 * 3600],
  ])("is compacted by the next run but one where a lock was left behind %s", async (_, seconds) => {
    const { journal, path } = open();
    writeFileSync(path, longText());
    mkdirSync(`${path}.lock`);
    const time = Date.now() / 1000 + seconds;
    utimesSync(`${path}.lock`, time, time);
    for (const lines of [5_002, 22]) {
      journal.append({ event: "read", tip: "tip-1" });
      await journal.tidy();
      expect(linesOf(path)).toBe(lines);
    }
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it("knows a favourite at the start of a long journal, and one taken back", () => {
    const { journal, path } = open();
    writeFileSync(path, longText());
    expect(journal.isFavorite("early")).toBe(true);
    expect(journal.isFavorite("late")).toBe(false);
    appendFileSync(path, lineOf({ at: "2026-11-23T08:00:00.000Z", event: "favorited", tip: "late" }));
    expect(journal.isFavorite("late")).toBe(true);
    appendFileSync(path, longText().replace('"favorited"', '"unfavorited"'));
    expect(journal.isFavorite("early")).toBe(false);
    expect(journal.isFavorite("late")).toBe(true);
  });

  it("finds a favourite wherever it stands, also across the blocks in which the file is read", () => {
    const { journal, path } = open();
    const star = lineOf({ at: "2026-11-23T08:00:00.000Z", event: "favorited", tip: "moving" });
    const rest = longText().slice(0, 80_000);
    for (let position = 65_536 - 2 * star.length; position < 65_536 + 2 * star.length; position += 7) {
      writeFileSync(path, `${star}${rest.slice(rest.indexOf("\n") + 1).slice(-position)}\n`);
      expect(journal.isFavorite("moving")).toBe(true);
    }
  });

  it.each([60_000, 65_535, 65_536, 80_000, 200_000])(
    "finds a favourite before and behind a line of %i bytes",
    (length) => {
      const { journal, path } = open();
      const star = (tip: string) => lineOf({ at: "2026-11-23T08:00:00.000Z", event: "favorited", tip });
      writeFileSync(path, `${star("before")}${"\0".repeat(length)}\n`);
      expect(journal.isFavorite("before")).toBe(true);
      expect(journal.isFavorite("none")).toBe(false);
      expect(journal.tail("week")).toEqual([]);
      appendFileSync(path, star("behind"));
      expect(journal.isFavorite("behind")).toBe(true);
      expect(journal.isFavorite("before")).toBe(true);
    },
  );

  it("shows of a long journal the end alone, from the first whole line on", () => {
    const { journal, path } = open();
    const line = (week: number) =>
      lineOf({ at: "2026-11-23T08:00:00.000Z", event: "read", tip: `tip-${week}`, week });
    writeFileSync(
      path,
      Array.from({ length: 2_000 }, (_, week) => line(week)).join("") + longText().slice(0, 500),
    );
    const events = journal.tail('"week"');
    expect(events.at(-1)).toMatchObject({ tip: "tip-1999", week: 1_999 });
    expect(events.length).toBeGreaterThan(200);
    expect(events.length).toBeLessThan(1_600);
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

  it("has all that a compaction which was killed has not carried over, and the next run carries it over", async () => {
    const { journal, path } = open();
    const star = (second: number, tip: string, event: "favorited" | "unfavorited" = "favorited") =>
      lineOf({ at: `2026-11-23T08:00:0${second}.000Z`, event, tip });
    writeFileSync(`${path}.before`, star(1, "old") + star(2, "late") + star(3, "away"));
    writeFileSync(path, star(1, "old") + star(4, "away", "unfavorited"));
    const expectStars = () => {
      expect([...favoriteTips(journal.read().events)]).toEqual(["old", "late"]);
      for (const [tip, isOne] of Object.entries({ old: true, late: true, away: false }))
        expect(journal.isFavorite(tip)).toBe(isOne);
      expect(journal.tail("late")).toContainEqual(expect.objectContaining({ tip: "late" }));
    };
    expectStars();
    await journal.tidy();
    expect(existsSync(`${path}.before`)).toBe(true);
    journal.append({ event: "read", tip: "old" });
    await journal.tidy();
    expect(existsSync(`${path}.before`)).toBe(false);
    expect(readFileSync(path, "utf8").endsWith(star(2, "late"))).toBe(true);
    expectStars();
  });

  it("sees what a compaction leaves behind that is killed between two looks of a run", () => {
    const { journal, path } = open();
    writeFileSync(path, lineOf({ at: "2026-11-23T08:00:01.000Z", event: "read", tip: "old", week: 1 }));
    expect(journal.tail("week")).toHaveLength(1);
    expect(journal.isFavorite("late")).toBe(false);
    renameSync(path, `${path}.before`);
    appendFileSync(
      `${path}.before`,
      lineOf({ at: "2026-11-23T08:00:02.000Z", event: "favorited", tip: "late" }),
    );
    writeFileSync(path, "");
    expect(journal.isFavorite("late")).toBe(true);
    expect(journal.tail("week")).toContainEqual(expect.objectContaining({ tip: "old" }));
  });

  it("keeps damaged lines as the bytes that they are", async () => {
    const { journal, path } = open();
    const odd = ["\xff\xfe caf\xe9", '{"at":"\xe9', `{"x":"${"\xe9".repeat(10_000)}`];
    const damaged = Buffer.from(`${odd.join("\n")}\n${longText()}`, "latin1");
    writeFileSync(path, damaged);
    const before = journal.read();
    await journal.compact();
    const after = readFileSync(path);
    for (const line of odd) expect(after.includes(Buffer.from(`${line}\n`, "latin1"))).toBe(true);
    expect(after.includes("\ufffd")).toBe(false);
    expect(linesOf(path)).toBe(25);
    expect(journal.read().damage.join("")).toBe(before.damage.join(""));
    expect(journal.read().events.length).toBeGreaterThan(19);
  });

  it("is soon through with millions of lines of one letter, and keeps each where it compacts them", async () => {
    const { journal, path } = open();
    writeFileSync(path, "a\n".repeat(8 * 1024 * 1024) + longText());
    const start = performance.now();
    expect(readTips(journal.read().events).size).toBe(20);
    expect(performance.now() - start).toBeLessThan(3_000);
    writeFileSync(path, "a\n".repeat(100_000) + longText());
    journal.read();
    await journal.compact();
    const after = readFileSync(path, "utf8");
    expect(after.match(/^a$/gm)).toHaveLength(100_000);
    expect(linesOf(path)).toBe(100_022);
  });

  it("reads a line that is longer than what is read at once, and those on both sides of it", () => {
    const { journal, path } = open();
    const topics = Array.from({ length: 60_000 }, (_, index) => `topic-${index}`);
    const at = "2026-11-23T08:00:00.000Z";
    for (const long of [lineOf({ at, event: "returned", topics }), `${"x".repeat(700_000)}\n`]) {
      writeFileSync(path, longText() + long + lineOf({ at, event: "favorited", tip: "behind" }));
      const { events, damage } = journal.read();
      expect([...favoriteTips(events)]).toEqual(["early", "behind"]);
      expect(events.some(({ event }) => event === "returned")).toBe(long.startsWith("{"));
      expect(damage.join("")).toBe(long.startsWith("{") ? "" : long);
    }
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
      journal.read();
      const before = statSync(journal.path ?? "", { throwIfNoEntry: false })?.ino;
      await journal.compact();
      if (statSync(journal.path ?? "", { throwIfNoEntry: false })?.ino !== before) compactions++;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await ended).toEqual([0, 0, 0]);
    expect(compactions).toBeGreaterThan(1);
    const { events, damage } = journal.read();
    expect(damage).toEqual([]);
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
