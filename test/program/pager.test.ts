import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pagerCommand } from "../../src/host/pager.ts";
import { cstip, onTerminal, scratchFolder } from "../support/program.ts";
import { HAS_TMUX, Screen } from "../support/screen.ts";

/** A pager that leaves what it was given in a file. */
function tracingPager(body: string) {
  const folder = scratchFolder("pager it's");
  const script = join(folder, "my pager");
  const seen = join(folder, "seen");
  writeFileSync(script, `#!/bin/sh\necho "$*" > '${seen.replaceAll("'", "'\\''")}'\n${body}\n`);
  chmodSync(script, 0o755);
  return { PAGER: `"${script}" --one 'two words'`, seen };
}

describe("the pager", () => {
  it("shows what is longer than the screen, where it is turned on", () => {
    const { PAGER, seen } = tracingPager("sed 's/^/PAGED /'");
    const { stdout } = onTerminal("cstip list --pager", { env: { PAGER } });
    expect(stdout).toMatch(/^PAGED /);
    expect(readFileSync(seen, "utf8")).toBe("--one two words\n");
    expect(onTerminal("CSTIP_PAGER=on cstip list", { env: { PAGER } }).stdout).toMatch(/^PAGED /);
    const home = scratchFolder();
    cstip(["config", "set", "pager", "on"], { home });
    expect(onTerminal("cstip list", { env: { PAGER }, home }).stdout).toMatch(/^PAGED /);
    expect(onTerminal("cstip list --no-pager", { env: { PAGER }, home }).stdout).not.toMatch(/PAGED/);
  });

  it("is not asked for short text, in a pipe, or where nobody turned it on", () => {
    const { PAGER, seen } = tracingPager("cat");
    onTerminal("cstip list", { env: { PAGER } });
    onTerminal("cstip list --pager --limit 2", { env: { PAGER } });
    onTerminal("cstip list --pager | cat", { env: { PAGER } });
    expect(existsSync(seen)).toBe(false);
  });

  it("that is left early is no failure", () => {
    const { PAGER } = tracingPager("exec < /dev/null; exit 0");
    const { stdout } = onTerminal("cstip list --pager --width 400; echo code $?", { env: { PAGER } });
    expect(stdout).toBe("code 0\n");
  });

  it("that is not there: the text is printed", () => {
    const plain = onTerminal("cstip list").stdout;
    for (const PAGER of ["no-such-pager --quickly", "", "/", '"unclosed']) {
      const { stdout } = onTerminal("cstip list --pager 2>&-; echo code $?", { env: { PAGER } });
      expect(stdout, PAGER).toBe(`${plain}code 0\n`);
    }
  });

  it("that cannot be started is named in one line on stderr", () => {
    const said = (PAGER: string) =>
      onTerminal("cstip list --pager 2>&1 >/dev/tty | cat", { env: { PAGER } }).stdout.split("\n").at(-2);
    const line = /^cstip: the pager '(.*)' could not be started \((.*)\): set PAGER to one that is there, or/;
    expect(line.exec(said("no-such-pager --quickly") ?? "")?.slice(1)).toEqual([
      "no-such-pager",
      "there is no such program",
    ]);
    expect(line.exec(said("/") ?? "")?.slice(1)).toEqual(["/", "it is no program that may be run"]);
    expect(said("")).toContain("#44");
  });

  it("that fails: the text is printed, and what it said before stands", () => {
    for (const PAGER of [
      "false",
      "sh -c 'echo no; exit 3'",
      "cat --no-such-option",
      "no-such-pager | false",
    ]) {
      const { stdout } = onTerminal("cstip list --pager; echo code $?", { env: { PAGER } });
      expect(stdout, PAGER).toContain("#44");
      expect(stdout).toMatch(/code 0\n$/);
    }
  });

  it("that a signal ended, as at Ctrl-C, is no failure", () => {
    for (const PAGER of ["sh -c 'kill -INT $$'", "cat >/dev/null; kill -TERM $$"]) {
      const { stdout } = onTerminal("cstip list --pager; echo code $?", { env: { PAGER } });
      expect(stdout, PAGER).toBe("code 0\n");
    }
  });

  it.skipIf(!HAS_TMUX)("that leaves with a status at Ctrl-C is no failure", async () => {
    const { PAGER } = tracingPager("trap 'exit 2' INT; echo begun; sleep 60 & wait");
    const screen = new Screen({ env: { PAGER }, rows: 30 });
    screen.run("cstip list --pager; echo code $?");
    await screen.until(/^begun$/m);
    screen.keys("C-c");
    expect(await screen.until(/code 0$/m)).not.toContain("#44");
  });

  it("is a command of the shell where it holds what only a shell understands", () => {
    const shown = (PAGER: string) => onTerminal("cstip list --pager", { env: { PAGER, NUMBER: "1" } }).stdout;
    const whole = shown("");
    const last = `${whole.trimEnd().split("\n").at(-1)}\n`;
    expect(shown("cat | tail -1")).toBe(last);
    expect(shown("tail -$NUMBER")).toBe(last);
    expect(shown("X=1 tail -1")).toBe(last);
  });

  it("takes the words of a command line where no shell is needed", () => {
    expect(pagerCommand(`less -R "a b" 'c "d"' e\\ f g"h"'i'`)).toEqual([
      "less",
      "-R",
      "a b",
      'c "d"',
      "e f",
      "ghi",
    ]);
    expect(pagerCommand("")).toEqual([]);
    expect(pagerCommand("   ")).toEqual([]);
  });
});
