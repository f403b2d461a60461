import { describe, expect, it } from "vitest";
import { cstipEach } from "../support/batch.ts";
import { cstip, json, leftIn, onTerminal, scratchFolder } from "../support/program.ts";

/** `cstip: what failed: what to do`, and nothing that acts on a terminal. */
const ONE_LINE = /^cstip: [^\p{Cc}]+: [^\p{Cc}]+\n$/u;

const WRONG: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "a command that does not exist": [
    ["nonsense"],
    [""],
    ["-"],
    ["__proto__"],
    ["constructor"],
    ["x\ny"],
    ["x\x1b]0;owned\x07y"],
    ["help", "nonsense"],
    ["help", "__proto__"],
  ],
  "an option that does not exist": [
    ["--nope"],
    ["-q"],
    ["today", "--nope"],
    ["search", "--nope", "word"],
    ["list", "--yeer", "2017"],
    ["list", "--__proto__"],
    ["list", "--no-topic"],
    ["list", "--reverse=yes"],
    ["list", "--\x1b[2Jnope"],
  ],
  "an option without its value, or with the next option as its value": [
    ["list", "--topic"],
    ["list", "--topic", "--json"],
    ["list", "-n"],
    ["today", "--date"],
    ["today", "--color"],
    ["--format"],
    ["--width", "--json", "list"],
  ],
  "missing and surplus arguments": [
    ["show"],
    ["search"],
    ["search", ""],
    ["search", "  ", "\t"],
    ["search", "\x1b[2J"],
    ["today", "2026-01-20", "2026-01-21"],
    ["today", "2026-01-20", "--date", "2026-01-20"],
    ["list", "empathy"],
    ["list", "--", "empathy"],
    ["topics", "empathy"],
    ["random", "7"],
  ],
  "a number that is none, or out of bounds": [
    ...["-3", "0", "1.5", "99999999999999999999", "NaN", "Infinity", "", " ", "0x10", "1e3", "five"].map(
      (number) => ["list", "--limit", number],
    ),
    ...["19", "401", "-80", "1e2", "", "80.5"].map((width) => ["today", "--width", width]),
    ...["0", "10000", "-5", "MMXX"].map((year) => ["list", "--year", year]),
    ...["", "1.5", "1e3", "seven", "99999999999999999999"].map((seed) => ["random", "--seed", seed]),
    ["list", "-n", "5", "-n", "x"],
  ],
  "a word that is none of those allowed": [
    ["list", "--topic", "nope"],
    ["list", "--topic", "constructor"],
    ["list", "--topic", ""],
    ["list", "--topic", "empathy", "--topic", "x\ny\x1b[2J"],
    ["random", "--topic", "nope"],
    ["search", "calm", "--topic", "nope"],
    ["list", "--sort", "size"],
    ["list", "--sort", ""],
    ["today", "--format", "yaml"],
    ["today", "--format="],
    ["today", "--format", "JSON"],
    ["--color", "maybe", "today"],
  ],
  "what does not go together": [
    ["today", "--json", "--plain"],
    ["--json", "today", "--markdown"],
    ["today", "--format", "card", "--json"],
    ["random", "--any", "--seed", "3"],
    ["list", "--since", "2026-01-02", "--until", "2026-01-01"],
    ["list", "--json", "--since", "2026", "--until", "2025"],
    ["export", "--since", "2026", "--until", "2025"],
    ["library", "list", "--since", "2026", "--until", "2025"],
  ],
  "a date that is none": [
    ...["2026-02-30", "2026-13-01", "0000-01-01", "10000-01-01", "20/1/26", "2026/02/30"].map((date) => [
      "today",
      date,
    ]),
    ["today", "next", "month"],
    ["31", "November"],
    ["today", "20261301"],
    ...["", "next month", "10d", "+10", "+9999999w", "-", "x\x1b[2J"].map((date) => ["today", date]),
    ["today", "--date", "2023-02-29"],
    ["list", "--since", "2026-02-30"],
    ["list", "--until", "soon"],
  ],
};

describe("wrong use", () => {
  it.each(Object.keys(WRONG))("leaves 2, one line on stderr and no trace: %s", async (kind) => {
    const home = scratchFolder();
    const runs = await cstipEach(WRONG[kind] ?? [], { home });
    for (const { line, run } of runs) {
      expect.soft({ code: run.code, stdout: run.stdout }, line).toEqual({ code: 2, stdout: "" });
      expect.soft(run.stderr, line).toMatch(ONE_LINE);
    }
    expect(leftIn(home)).toEqual([]);
  });

  it.each([
    [["tody"], "did you mean today?"],
    [["serach", "calm"], "did you mean search?"],
    [["help", "shwo"], "did you mean show?"],
    [["list", "--yeer", "2017"], "did you mean --year?"],
    [["list", "--topic", "empthy"], "did you mean empathy?"],
    [["list", "--sort", "titel"], "did you mean title? it takes date, title or topic"],
    [
      ["today", "--format", "markdwn"],
      "did you mean markdown? it takes card, plain, json, markdown, html or ics",
    ],
    [["show", "lift-it-upp"], "did you mean lift-it-up?"],
    [["today", "--width", "401"], "it takes a whole number from 20 to 400"],
    [["list", "--limit", "99999999999999999999"], "it takes a whole number from 1 to 1000000"],
    [
      ["today", "soon"],
      "dates are read as 2026-01-20, 1/20/26, 20 January 2026, today, yesterday, tomorrow, +2w, -10d",
    ],
  ])("says what was meant, or what is allowed: %j", (args, advice) => {
    expect(cstip(args).stderr.trimEnd().endsWith(`: ${advice}`)).toBe(true);
  });

  it.each([
    [["show"], "'show' needs <tip>: as in 'cstip show 3'; see 'cstip show --help'"],
    [
      ["config", "get"],
      "'config get' needs <key>: as in 'cstip config get width'; see 'cstip config get --help'",
    ],
    [
      ["list", "--since", "last", "week"],
      "'list' takes no argument: a date of several words stands in quotes; read are 2026-01-20, 1/20/26",
    ],
    [["topics", "empathy"], "'topics' takes no argument: see 'cstip topics --help'"],
    [
      ["today", "2025-02-30"],
      "date cannot be '2025-02-30', which does not exist: dates are read as 2026-01-20",
    ],
    [["list", "--since", "2025-13"], "--since cannot be '2025-13', which does not exist: dates are read as"],
    [
      ["list", "--since", "2026", "--until", "2025"],
      "--since is 2026-01-01 and --until is 2025-12-31, which is earlier: exchange the two\n",
    ],
    [["list", "--topic"], "--topic needs a value: see 'cstip list --help'"],
    [["list", "--yeer", "2017"], "there is no option '--yeer': did you mean --year?"],
    [["help", "foo"], "there is no command 'foo': 'cstip search foo' looks for it, and"],
    [["angry", "customer"], "there is no command 'angry': 'cstip search angry customer' looks for it"],
    [["3"], "there is no command '3': 'cstip show 3' shows it\n"],
    [["3", "--json"], "there is no command '3': 'cstip show 3' shows it\n"],
    [["3", "lift-it-up"], "there is no command '3': 'cstip show 3 lift-it-up' shows it\n"],
    [["lift-it-up"], "there is no command 'lift-it-up': 'cstip show lift-it-up' shows it\n"],
    [["Lift", "It", "Up"], "there is no command 'Lift': 'cstip show lift-it-up' shows it\n"],
    [["help", "lift-it-up"], "there is no command 'lift-it-up': 'cstip show lift-it-up' shows it\n"],
    [["3", "words"], "there is no command '3': 'cstip search 3 words' looks for it"],
    [["99"], "there is no command '99': see 'cstip --help'\n"],
    [["2017"], "there is no command '2017': 'cstip search 2017' looks for it"],
    [["config", "3"], "there is no command '3': see 'cstip config --help'\n"],
    [["fav", "add", "4", "--json"], "'favorite add' has no format json: its output is always the same"],
    [["config", "nope"], "there is no command 'nope': see 'cstip config --help'"],
  ])("is told in a sentence that names the way out: %j", (args, said) => {
    expect(cstip(args).stderr).toContain(`cstip: ${said}`);
  });

  it("names the option as it is typed", () => {
    for (const option of ["--limit", "--sort", "--year", "--since"])
      expect(cstip(["list", option, "soon"]).stderr).toContain(`cstip: ${option} cannot be 'soon'`);
  });
});

describe("nothing found", () => {
  it("leaves 1 and says so in one line on stderr", async () => {
    const lines = [
      ["list", "--year", "1990"],
      ["list", "--since", "2200-01-01"],
      ["list", "--since", "2026-01-02", "--until", "2026-01-02"],
      ["search", "zzqxv"],
      ["search", "???"],
      ["search", "--", "-x"],
      ["show", "zzqxv"],
      ["show", "0"],
      ["show", "#45"],
      ["show", "999999999999999999999999"],
      ["show", ""],
      ["show", "x\ny\x1b[2J"],
    ];
    for (const { line, run } of await cstipEach(lines, { home: scratchFolder() })) {
      expect.soft({ code: run.code, stdout: run.stdout }, line).toEqual({ code: 1, stdout: "" });
      expect.soft(run.stderr, line).toMatch(ONE_LINE);
    }
  });

  it("is an empty array under --json", () => {
    for (const args of [
      ["list", "--year", "1990", "--json"],
      ["--format", "json", "search", "zzqxv"],
    ])
      expect(cstip(args)).toMatchObject({ code: 1, stdout: "[]\n", stderr: expect.stringMatching(ONE_LINE) });
  });

  it("says how long the list is, and guesses nothing far away", () => {
    expect(cstip(["show", "45"]).stderr).toBe("cstip: there is no tip '45': the list has 44\n");
    expect(cstip(["show", "refund"]).stderr).toBe(
      "cstip: there is no tip 'refund': 'cstip search refund' looks for it, or see 'cstip list'\n",
    );
    for (const odd of ["a; b", "$(x)", "x".repeat(61)])
      expect(cstip(["show", odd]).stderr).toMatch(/: try 'cstip search', or see 'cstip list'\n$/);
  });

  it("names the tips that a reference could mean", () => {
    const { code, stdout, stderr } = cstip(["show", "a"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(
      /^cstip: \d+ tips match 'a': say which, by number or id: \d+ [a-z-]+, \d+ [a-z-]+.*\n$/,
    );
    const shown = onTerminal("cstip show a").stdout.trimEnd().split("\n");
    expect(shown[0]).toBe(stderr.replace(/(id:).*\n/, "$1"));
    for (const line of shown.slice(1, -1)) expect(line).toMatch(/^ {2}\d+ [a-z0-9-]+$/);
    const [, number, id] = /^ *(\d+) (.*)$/.exec(shown[1] ?? "") ?? [];
    expect(json<{ id: string }>(["show", number ?? ""]).id).toBe(id);
  });

  it("shows a trace only where CSTIP_DEBUG asks for one", () => {
    expect(cstip(["nonsense"]).stderr).not.toContain("at ");
    expect(cstip(["nonsense"], { env: { CSTIP_DEBUG: "1" } }).stderr).toMatch(/\n {4}at /);
  });
});

describe("help and version", () => {
  it("go to stdout and leave 0", () => {
    for (const args of [
      ["--help"],
      ["-h"],
      ["help"],
      ["help", "list"],
      ["list", "--help"],
      ["--version"],
      ["-V"],
    ]) {
      const { code, stdout, stderr } = cstip(args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout.length).toBeGreaterThan(3);
    }
    expect(cstip(["help", "week"]).stdout).toBe(cstip(["today", "--help"]).stdout);
  });
});
