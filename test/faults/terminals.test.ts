import widthOf from "fast-string-width";
import { describe, expect, it } from "vitest";
import { cstipEach } from "../support/batch.ts";
import { clockAt } from "../support/clock.ts";
import { cstip, cstipAsync, json, onTerminal, scratchFolder } from "../support/program.ts";
import { libraryText, ONE_LINE, put, tip } from "./support.ts";

/** Terminals that say odd things of themselves, widths with odd text, and dates that are none. */

const COLORED = "\u001b[";

describe("a terminal", () => {
  const base = { SHELL: "/bin/sh", TERM: "xterm-256color" };

  it.each([
    [{ TERM: "dumb" }, false],
    [{ TERM: "" }, true],
    [{ TERM: "never-heard-of" }, true],
    [{ COLUMNS: "0" }, true],
    [{ COLUMNS: "1" }, true],
    [{ COLUMNS: "100000" }, true],
    [{ COLUMNS: "many" }, true],
    [{ NO_COLOR: "" }, true],
    [{ NO_COLOR: "0" }, false],
    [{ FORCE_COLOR: "0" }, false],
    [{ FORCE_COLOR: "3" }, true],
    [{ FORCE_COLOR: "rainbow" }, true],
    [{ FORCE_COLOR: "1", NO_COLOR: "1" }, false],
    [{ CLICOLOR: "0" }, false],
    [{ CLICOLOR: "0", CLICOLOR_FORCE: "1" }, true],
  ] as const)("with %j shows tips, coloured or not, and --color has the last word", (env, colored) => {
    const home = scratchFolder();
    const shown = (line: string) => onTerminal(line, { home, env: { ...base, ...env } });
    const lines = ["today", "list --color never", "search calm --color always"];
    const [usual, never, always] = lines.map((line) => shown(`cstip ${line}`));
    for (const run of [usual, never, always]) {
      expect(run?.code).toBe(0);
      expect(run?.stdout.length).toBeGreaterThan(300);
    }
    // A dumb terminal gets plain text, which has no color whatever is asked for.
    const last = !("TERM" in env && env.TERM === "dumb");
    expect([usual, never, always].map((run) => run?.stdout.includes(COLORED))).toEqual([
      colored,
      false,
      last,
    ]);
  });
});

describe("text of any script", () => {
  const WORDS = [
    "漢字かな交じり文".repeat(12),
    "e\u0301\u0323".repeat(120),
    "👩‍👩‍👧‍👦🏳️‍🌈👍🏽".repeat(25),
    "שלום עולם مرحبا بالعالم",
    "a\u200bb\u200dc\ufeffd",
    "w".repeat(500),
    "🇩🇪🇫🇷1️⃣",
  ];

  it("fits every width, and nothing that can be seen is lost", async () => {
    const home = scratchFolder();
    const odd = { title: WORDS.join(" "), takeaway: WORDS.join(" "), body: WORDS, actions: WORDS };
    put(home, "library", libraryText([tip("odd", odd)]));
    const seen = json<{ title: string }>(["show", "odd"], { home }).title.replace(/\s/g, "");
    const widths = [20, 21, 39, 40, 41, 79, 80, 133, 400];
    const lines = widths.flatMap((width) =>
      ["card", "plain"].map((format) => ["show", "odd", "--format", format, "--width", String(width)]),
    );
    for (const { line, run } of await cstipEach(lines, { home })) {
      const width = Number(/"--width","(\d+)"/.exec(line)?.[1]);
      expect({ line, code: run.code, stderr: run.stderr }).toEqual({ line, code: 0, stderr: "" });
      for (const row of run.stdout.split("\n"))
        expect(widthOf(row), `${line}: ${row}`).toBeLessThanOrEqual(width);
      const text = run.stdout.replace(/[│╭╮╰╯─\s★]/g, "");
      expect(text.replace(/^Title:/, "").includes(seen), line).toBe(true);
    }
    for (const width of ["19", "401", "0", "-1", "NaN", "1e2", "40.5"]) {
      const { code, stderr } = cstip(["today", "--width", width], { home });
      expect({ width, code }).toEqual({ width, code: 2 });
      expect(stderr).toMatch(ONE_LINE);
    }
  });
});

const NO_DATES = [
  ...["2026-02-30", "2025-02-29", "1900-02-29", "0000-01-01", "10000-01-01", "2026-13-01", "2026-00-10"],
  ...["2026-1-1-1", "20260230", "20.1.2026", "32/1/26", "1/20/2026/3", "+999999999w", "-1e3d", "NaN"],
];
const EDGES = [
  "2024-02-29",
  "2000-02-29",
  "0001-01-01",
  "9999-12-31",
  "1969-12-31",
  "1970-01-01",
  "1582-10-10",
];

describe("a date", () => {
  it("that is none is refused in one line with the forms there are", async () => {
    for (const { line, run } of await cstipEach(
      NO_DATES.map((date) => ["today", "--date", date]),
      {},
    )) {
      expect({ line, code: run.code, stdout: run.stdout }).toEqual({ line, code: 2, stdout: "" });
      expect(run.stderr).toMatch(ONE_LINE);
      expect(run.stderr).toContain("2026-01-20");
    }
  });

  it("at an edge of the calendar has its week", async () => {
    const runs = await cstipEach(
      EDGES.map((date) => ["today", date, "--json"]),
      {},
    );
    for (const [at, { run }] of runs.entries()) {
      const { date, week } = JSON.parse(run.stdout);
      expect(date).toBe(EDGES[at]);
      expect(week.from <= date && date <= week.to.replace(/^10000/, "9999-99")).toBe(true);
    }
  });

  it.each([
    ["Pacific/Kiritimati", "2026-11-24"],
    ["Etc/GMT+12", "2026-11-23"],
    ["Europe/Berlin", "2026-11-23"],
    ["Nowhere/Land", "2026-11-23"],
  ])("of today is that of the zone: %s", async (TZ, date) => {
    const env = { ...clockAt("2026-11-23"), TZ };
    expect(json<{ date: string }>(["today"], { env }).date).toBe(date);
  });

  it.each([
    ["<+0900>-9", "2026-11-23T15:00:00Z", "2026-11-24"],
    ["<+0900>-9", "2026-11-23T14:59:59Z", "2026-11-23"],
    ["JST-9JDT,M3.2.0,M11.1.0", "2026-07-06T14:00:00Z", "2026-07-07"],
    ["IST-5:30", "2026-11-23T18:30:00Z", "2026-11-24"],
    ["EST5EDT,M3.2.0,M11.1.0", "2026-11-24T04:59:59Z", "2026-11-23"],
    ["EST5EDT,M3.2.0,M11.1.0", "2026-07-07T04:00:00Z", "2026-07-07"],
    [":<-02>2", "2026-11-24T01:59:59Z", "2026-11-23"],
  ])("of today is that of a zone in the form of POSIX: %s at %s", async (TZ, now, date) => {
    const env = { ...clockAt("2026-11-23"), CSTIP_TEST_NOW: now, TZ };
    const shown = json<{ date: string; week: { from: string } }>(["today"], { env });
    expect(shown.date).toBe(date);
    expect(shown.week.from).toBe(json<typeof shown>(["today", date], { env }).week.from);
  });

  it.each([
    ["2026-03-29T00:59:59Z", "2026-03-29"],
    ["2026-03-29T01:00:00Z", "2026-03-29"],
    ["2026-10-25T00:30:00Z", "2026-10-25"],
    ["2026-10-25T01:30:00Z", "2026-10-25"],
    ["2026-10-24T22:00:00Z", "2026-10-25"],
    ["1902-01-01T00:00:00Z", "1902-01-01"],
    ["9998-12-31T12:00:00Z", "9998-12-31"],
  ])("where the hour is skipped, comes twice, or the clock is far off: %s", async (now, date) => {
    const env = { ...clockAt("2026-11-23"), CSTIP_TEST_NOW: now, TZ: "Europe/Berlin" };
    const { code, stdout, stderr } = await cstipAsync(["today", "--json"], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout).date).toBe(date);
    expect((await cstipAsync(["banner", "--refresh"], { env })).code).toBe(0);
  });
});
