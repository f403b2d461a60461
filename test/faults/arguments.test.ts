import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/index.ts";
import { cstipEach } from "../support/batch.ts";
import { environmentOf, programPath, scratchFolder } from "../support/program.ts";
import { NODE, ONE_LINE, ONE_LINE_AT_MOST } from "./support.ts";

/** Words of the command line that nobody meant. */

/** An argument of bytes, which may be no UTF-8; the system takes at most 128 KiB of one. */
function withBytes(args: readonly (string | Buffer)[], home = scratchFolder()) {
  const words = args.map(
    (word) =>
      `$'${[...Buffer.from(word)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("")}'`,
  );
  const line = `exec "$NODE" "$PROGRAM" ${words.join(" ")}`;
  const { status, stdout, stderr } = spawnSync("bash", ["-s"], {
    input: line,
    env: { ...environmentOf({ home }), NODE, PROGRAM: programPath() },
    encoding: "utf8",
    timeout: 20_000,
  });
  return { code: status, stdout, stderr };
}

describe("a query", () => {
  it.each([
    ["of 120 kB of one word", "q".repeat(120_000)],
    ["of 120 kB of words", "calm words ".repeat(11_000)],
    ["of 120 kB of letters beyond ASCII", "é".repeat(60_000)],
    ["of 120 kB of emoji that join", "👩‍👩‍👧".repeat(6_000)],
    ["of 120 kB of escapes", "\u001b[".repeat(60_000)],
    ["of 120 kB of symbols", "([{*+?".repeat(20_000)],
  ])("%s is answered at once", (_, query) => {
    const start = Date.now();
    const { code, stderr } = withBytes(["search", query]);
    expect([0, 1, 2], stderr).toContain(code);
    expect(stderr).toMatch(ONE_LINE_AT_MOST);
    expect(stderr.length).toBeLessThan(1_000);
    expect(Date.now() - start).toBeLessThan(5_000);
  });

  it("of a megabyte, in many words, is answered too", async () => {
    const words = Array.from({ length: 10 }, () => "word ".repeat(20_000));
    const [found] = await cstipEach([["search", ...words]], {});
    expect([0, 1]).toContain(found?.run.code);
    expect(found?.run.stderr).toMatch(ONE_LINE_AT_MOST);
  });

  it("of bytes that are no text is answered", () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 1, max: 255, minLength: 1, maxLength: 60 }), (bytes) => {
        const { code, stdout, stderr } = withBytes(["search", "--", Buffer.from(bytes)]);
        expect([0, 1, 2], stderr).toContain(code);
        expect(stderr).toMatch(ONE_LINE_AT_MOST);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
        expect(stdout).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
      }),
      { numRuns: 12 },
    );
  });
});

/** The words that every command is tried with. */
const ODD = [
  "",
  " ",
  "-",
  "--",
  "-1",
  "NaN",
  "1e999",
  "__proto__",
  "../../etc/passwd",
  "$(id)",
  "\u0007",
  "-\u0301",
  "\ud83d",
  "'",
];

describe("every command", () => {
  it("answers words that nobody meant with a code of its own and one line at most", async () => {
    const names = COMMANDS.flatMap((entry) =>
      "commands" in entry ? entry.commands.map(({ name }) => [entry.name, name]) : [[entry.name]],
    ).filter(([name]) => name !== "doctor");
    const lines = names.flatMap((name, at) => [
      [...name, ODD[at % ODD.length] ?? ""],
      [...name, "--", ODD[(at + 3) % ODD.length] ?? "", ODD[(at + 5) % ODD.length] ?? ""],
      [...name, `--${ODD[(at + 7) % ODD.length]}`, "x"],
    ]);
    for (const { line, run } of await cstipEach(lines, {})) {
      expect([0, 1, 2], `${line}: ${run.stderr}`).toContain(run.code);
      if (run.code === 2) expect(run.stderr, line).toMatch(ONE_LINE);
      expect(run.stderr, line).not.toContain("unforeseen");
      expect(run.stderr, line).not.toMatch(/\n {4}at /);
    }
  });
});
