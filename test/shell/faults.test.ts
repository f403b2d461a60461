import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "../support/program.ts";
import {
  BANNER,
  bashNeedsDate,
  enter,
  has,
  renderAhead,
  type ShellHome,
  shellHome,
  showsBanner,
} from "../support/shells.ts";

/** Shells whose system calls fail: they start, read their start file to its end, and say nothing of it. */

const traced = has("strace");
const complaint = /error|cannot|failed|denied|No such|not found/i;

interface Fault {
  readonly name: string;
  /** What strace is to do, in its own words. */
  readonly inject: string;
  /** Only where it is about the files that the snippet looks at. */
  readonly ofBanner: boolean;
  /** Where it is about the second read: bash has all it needs from the first. */
  readonly only?: "zsh";
}

const FILE_FAULTS: readonly Fault[] = [
  { name: "an open that fails", inject: "?open,?openat:error=EIO", ofBanner: true },
  { name: "no more open files", inject: "?open,?openat:error=EMFILE", ofBanner: true },
  { name: "a look that fails", inject: "?stat,?lstat,?newfstatat,?statx:error=EIO", ofBanner: true },
  {
    name: "a look that fails later",
    inject: "?stat,?lstat,?newfstatat,?statx:error=EIO:when=3+",
    ofBanner: true,
  },
  { name: "a read that fails", inject: "read:error=EIO", ofBanner: true },
  { name: "a read that fails in the middle", inject: "read:error=EIO:when=2+", ofBanner: true, only: "zsh" },
  { name: "a file that ends at once", inject: "read:retval=0", ofBanner: true },
  { name: "a descriptor that cannot be moved", inject: "?dup2,?dup3:error=EBADF", ofBanner: true },
];

/** Starts the shell under strace, and answers what was to be seen and how often something failed by its hand. */
function enterWith(home: ShellHome, { inject, ofBanner }: Fault): { output: string; injected: number } {
  const trace = join(scratchFolder("trace"), "trace");
  const folder = join(home.home, BANNER);
  const paths = ofBanner ? `-P '${folder}' -P '${join(folder, "utf8-80")}'` : "";
  const prefix = `strace -f -qq -o '${trace}' ${paths} -e inject='${inject}'`;
  const { output } = enter(home, { prefix });
  const injected = existsSync(trace) ? readFileSync(trace, "utf8").split("(INJECTED)").length - 1 : 0;
  return { output, injected };
}

/** A home whose start file says at its end that it was read so far. */
function homeOf(shell: "bash" | "zsh"): ShellHome {
  return shellHome(shell, { after: 'echo "read to the end, $?"; exit' });
}

describe.each(["bash", "zsh"] as const)("a %s with the snippet starts in spite of", (shell) => {
  it
    .skipIf(!traced || !has(shell))
    .each(FILE_FAULTS.filter(({ only }) => only === undefined || only === shell))("$name", (fault) => {
    const home = homeOf(shell);
    renderAhead(home);
    const { output, injected } = enterWith(home, fault);
    expect(injected).toBeGreaterThan(0);
    expect(output).toContain("read to the end, 0");
    expect(output).not.toMatch(complaint);
    // The banner whole, or nothing of it; the terminal echoes what was typed.
    const said = output.replace("exit\n", "").replace("read to the end, 0\n", "");
    if (said !== "") expect(showsBanner(said)).toBe(true);
  });
});

describe("where no process can be started", () => {
  const fault: Fault = { name: "", inject: "?fork,?vfork,?clone,?clone3:error=ENOMEM", ofBanner: false };

  it.skipIf(!traced || !has("bash") || bashNeedsDate())("a bash shows what is at hand", () => {
    const home = homeOf("bash");
    renderAhead(home);
    const { output } = enterWith(home, fault);
    expect(showsBanner(output)).toBe(true);
    expect(output).toContain("read to the end, 0");
  });

  // bash itself leaves its start file where a fork fails, whatever asked for it.
  it.skipIf(!traced || !has("zsh"))("a zsh without a banner reads its start file on", () => {
    const home = homeOf("zsh");
    mkdirSync(join(home.home, BANNER), { recursive: true });
    const { output, injected } = enterWith(home, fault);
    expect(injected).toBeGreaterThan(0);
    expect(output).toContain("read to the end, 0");
    expect(output).not.toMatch(complaint);
    rmSync(join(home.home, BANNER), { recursive: true });
  });
});

const STRICT = { bash: "set -eu -o pipefail", zsh: "setopt err_exit no_unset pipe_fail" } as const;

/** What may be in the place of the file with the banners. */
const IN_ITS_PLACE: readonly (readonly [name: string, put: (file: string, text: string) => void])[] = [
  ["nothing", () => {}],
  ["an empty file", (file) => writeFileSync(file, "")],
  ["a file of an older form", (file) => writeFileSync(file, "cstip-banner\t2\t[]\t/bin/sh\t2968\t=old\n")],
  ["a file without weeks", (file, text) => writeFileSync(file, text.slice(0, text.search(/\d{8}\t/)))],
  ["a file that was cut off", (file, text) => writeFileSync(file, text.slice(0, text.indexOf("\n") - 9))],
  [
    "a file of weeks gone by",
    (file, text) => writeFileSync(file, text.replaceAll(/20\d{6}\t/g, "20200106\t")),
  ],
  ["bytes that are no text", (file) => writeFileSync(file, Buffer.from([0, 255, 254, 9, 10, 9, 0, 128, 10]))],
  ["a folder", (file) => mkdirSync(file)],
];

describe.each(["bash", "zsh"] as const)("a strict %s reads its start file on where there is", (shell) => {
  const after = 'echo "read to the end, $?"';
  const works = it.skipIf(!has(shell));
  const expectToGoOn = (home: ShellHome, env: Readonly<Record<string, string | undefined>> = {}) => {
    const { output } = enter(home, { env });
    // Behind it come prompts, before it the terminal's echo of what is typed.
    expect.soft(output.replace(/^exit\n/, "")).toMatch(/^read to the end, 0\n/);
  };

  works.each(IN_ITS_PLACE)("%s in the place of the banners", (_, put) => {
    for (const every of ["login", "week"]) {
      const home = shellHome(shell, { every, before: STRICT[shell], after });
      renderAhead(home);
      const file = join(home.home, BANNER, "utf8-80");
      const text = readFileSync(file, "utf8");
      rmSync(file);
      put(file, text);
      expectToGoOn(home, { PATH: "/usr/bin:/bin" });
    }
  });

  works("no folder, no home, no program, no locale, and no room", () => {
    const home = shellHome(shell, { before: STRICT[shell], after });
    expectToGoOn(home, { PATH: "/usr/bin:/bin" });
    expectToGoOn(home, { XDG_CACHE_HOME: "/dev/full", LANG: undefined, COLUMNS: "x" });
    expectToGoOn(home, { CSTIP_HOME: "/dev/null", TERM: "xterm", COLUMNS: "0" });
    expectToGoOn(home, { CSTIP_HOME: "relative", XDG_CACHE_HOME: "relative", HOME: home.home, COLUMNS: "7" });
  });
});
