import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { library } from "../support/context.ts";
import {
  cstip,
  environmentOf,
  json,
  leftIn,
  onTerminal,
  programPath,
  scratchFolder,
} from "../support/program.ts";

const NODE = process.env.CSTIP_TEST_NODE ?? process.execPath;
/** Runs a line of sh in which `cstip` is the program. */
function shell(line: string): ReturnType<typeof onTerminal> {
  return onTerminal(`{ ${line}; } 2>&1`, { env: { TERM: "dumb" } });
}

describe("the stream of the output", () => {
  it("that is full is told in one line, and 1 is left", () => {
    const { stdout } = shell("cstip list > /dev/full; echo left $?");
    expect(stdout).toBe(
      "cstip: the output cannot be written (no space left on device): free some space or write elsewhere\nleft 1\n",
    );
    expect(shell("cstip --help > /dev/full; echo left $?").stdout).toMatch(/^cstip: [^\n]+\nleft 1\n$/);
  });

  it("of messages is broken at words on a terminal, and nowhere else", () => {
    for (const columns of [80, 40]) {
      const { stdout } = onTerminal("cstip list --year 1x", { columns });
      const lines = stdout.trimEnd().split("\n");
      expect(lines.length, `${columns}`).toBe(columns === 80 ? 1 : 2);
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(columns);
      expect(lines.map((line) => line.trim()).join(" ")).toBe(
        "cstip: --year cannot be '1x': it takes a whole number from 1 to 9999",
      );
      for (const line of lines.slice(1)) expect(line).toMatch(/^ {2}\S/);
    }
    const piped = onTerminal("cstip list --year 1x 2>&1 | cat", { columns: 40 });
    expect(piped.stdout.split("\n")).toHaveLength(2);
  });

  it("that nobody reads to the end is no failure, and nothing is said", () => {
    const lines = "for i in 1 2 3; do { cstip list --json; echo left $? >&2; } | head -1; done";
    expect(shell(lines).stdout).toBe("[\nleft 0\n".repeat(3));
    expect(shell("{ cstip list --json; echo left $? >&2; } | true").stdout).toBe("left 0\n");
  });

  it("that is closed is no failure", () => {
    expect(shell("cstip today >&-; echo left $?").stdout).toBe("left 0\n");
    expect(shell("cstip nonsense 2>&-; echo left $?").stdout).toBe("left 2\n");
  });

  it("loses nothing to a slow reader", async () => {
    const child = spawn(NODE, [programPath(), "list", "--json"], {
      env: environmentOf({}),
      stdio: ["ignore", "pipe", "inherit"],
    });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
      child.stdout.pause();
      setTimeout(() => child.stdout.resume(), 50);
    });
    await new Promise((resolve) => child.on("close", resolve));
    expect(JSON.parse(text)).toEqual(library.tips.map((tip, place) => ({ ...tip, number: place + 1 })));
  });
});

describe("cstip random", () => {
  const id = (args: readonly string[], home: string) =>
    json<{ id: string }>(["random", ...args], { home }).id;

  it("draws every tip once before any comes again, in an order of its own in each home", () => {
    const home = scratchFolder();
    const other = scratchFolder();
    const drawn = Array.from({ length: 44 }, () => id([], home));
    expect(new Set(drawn).size).toBe(44);
    expect(id([], home)).not.toBe(drawn.at(-1));
    expect(Array.from({ length: 6 }, () => id([], other))).not.toEqual(drawn.slice(0, 6));
  });

  it("draws the same with a seed each time, in every home, and leaves no trace", () => {
    const home = scratchFolder();
    expect(id(["--seed", "7"], home)).toBe("one-question-to-prevent-a-follow-up-call");
    expect(id(["--seed=7"], home)).toBe("one-question-to-prevent-a-follow-up-call");
    expect(id(["--seed", "-7"], home)).toBe(id(["--seed", "-7"], scratchFolder()));
    expect(leftIn(home)).toEqual([]);
  });

  it("stays within a topic, which has a bag of its own tips", () => {
    const home = scratchFolder();
    const tips = library.tips.filter(({ topics }) => topics.includes("technology")).map((tip) => tip.id);
    const draws = tips.map(() => id(["--topic", "technology"], home));
    expect([...draws].sort()).toEqual([...tips].sort());
    expect(tips).toContain(id(["--topic", "technology"], home));
  });
});

describe("what nobody saw", () => {
  it("is not noted down as read", () => {
    const home = scratchFolder();
    const env = { ...process.env, HOME: home, LANG: "C.UTF-8" };
    for (const command of ["today", "show 3", "random"]) {
      const { status } = spawnSync(
        "sh",
        ["-c", `"${process.execPath}" "${programPath()}" ${command} >/dev/full`],
        { env },
      );
      expect(status).toBe(1);
    }
    expect(existsSync(join(home, ".local/state/cstip/journal.jsonl"))).toBe(false);
  });
});

describe("the machine", () => {
  const READS = [["today"], ["random"], ["show", "1"], ["list"], ["search", "calm"]];

  it("needs no home that can be written", () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, "file"), "");
    for (const HOME of [undefined, "", "relative", join(folder, "file"), "/proc", "/dev/null"]) {
      for (const args of READS) {
        const { code, stdout, stderr } = cstip(args, { env: { HOME } });
        expect.soft({ code, empty: stdout === "" }, `${args} in ${HOME}`).toEqual({ code: 0, empty: false });
        expect.soft(stderr, `${args} in ${HOME}`).toMatch(/^(cstip: [^\n]+\n)?$/);
      }
    }
  });

  it("shows the day that the clock on the wall shows, in every zone", () => {
    const zones = [
      "Etc/GMT+12",
      "Pacific/Pago_Pago",
      "America/Denver",
      "UTC",
      "Asia/Kolkata",
      "Pacific/Kiritimati",
    ];
    for (const TZ of [...zones, "America/New_York", "Europe/Berlin", "XYZ-14", "ABC+12"]) {
      const { stdout } = onTerminal("date +%F; cstip today --json | grep '\"date\"'; date +%F", {
        env: { TZ },
      });
      const [before, , after] = stdout.split("\n");
      expect([`  "date": "${before}",`, `  "date": "${after}",`], TZ).toContain(stdout.split("\n")[1]);
    }
  });

  it("runs from any folder, under a path with spaces, quotes and dollars, and where it cannot write", () => {
    const folder = join(scratchFolder("install"), 'it\'s a $(touch x) "path" ü');
    mkdirSync(folder, { recursive: true });
    cpSync(join(programPath(), "..", ".."), folder, { recursive: true });
    const script = join(folder, "bin", "cstip.js");
    const env = { SCRIPT: script };
    const expected = cstip(["today", "2026-01-20"]).stdout;
    const line =
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own
      'chmod -R a-w "${SCRIPT%/bin/*}"; "$CSTIP_NODE" "$SCRIPT" today 2026-01-20 | cat; chmod -R u+w "${SCRIPT%/bin/*}"';
    expect(onTerminal(line, { env }).stdout).toBe(expected);
    const home = join(folder, "home");
    mkdirSync(home);
    for (const cwd of ["/", folder])
      expect(cstip(["today", "2026-01-20"], { cwd, home }).stdout).toBe(expected);
    expect(leftIn(home)).toEqual([".local"]);
    expect(readdirSync(folder)).not.toContain("x");
  });
});
