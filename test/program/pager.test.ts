import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shellWords } from "../../src/host/pager.ts";
import { cstip, onTerminal, scratchFolder } from "../support/program.ts";

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
    for (const PAGER of ["no-such-pager", "", "/", '"unclosed']) {
      const { stdout } = onTerminal("cstip list --pager; echo code $?", { env: { PAGER } });
      expect(stdout).toContain("#44");
      expect(stdout).toMatch(/code 0\n$/);
    }
  });

  it("takes the words of a command line, and runs nothing in them", () => {
    expect(shellWords(`less -R "a b" 'c "d"' e\\ f g"h"'i'`)).toEqual([
      "less",
      "-R",
      "a b",
      'c "d"',
      "e f",
      "ghi",
    ]);
    expect(shellWords("cat $(touch x) `y` ; z")).toEqual(["cat", "$(touch", "x)", "`y`", ";", "z"]);
    expect(shellWords("")).toEqual([]);
    expect(shellWords("   ")).toEqual([]);
  });
});
