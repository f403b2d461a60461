import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { eventually } from "../support/eventually.ts";
import { cstip, scratchFolder } from "../support/program.ts";
import {
  BANNER,
  bashNeedsDate,
  enter,
  has,
  programOf,
  REAL_SHELLS,
  renderAhead,
  type ShellHome,
  shellHome,
  showsBanner,
} from "../support/shells.ts";

function starts({ home }: ShellHome): number {
  const path = join(home, "starts");
  return existsSync(path) ? readFileSync(path, "utf8").split("\n").length - 1 : 0;
}

async function refreshed({ home }: ShellHome): Promise<void> {
  const folder = join(home, BANNER);
  await eventually(() => existsSync(join(folder, "ascii-20")) && !existsSync(join(folder, "lock")));
}

describe("the banner rendered ahead", () => {
  it("leaves no lock behind where its folder is a link, and takes nothing else for one", () => {
    const home = scratchFolder();
    const real = join(home, "real");
    for (const path of [real, join(home, BANNER, "..")]) mkdirSync(path, { recursive: true });
    symlinkSync(real, join(home, BANNER));
    for (const text of ["", "of another"]) {
      writeFileSync(join(real, "lock"), text);
      expect(cstip(["banner", "--refresh"], { home }).code).toBe(0);
      expect(readdirSync(real)).toEqual(text === "" ? [] : ["lock"]);
    }
  });
});

/** The week of the machine's clock begins with it. */
function thisWeek(): string {
  const { from } = JSON.parse(cstip(["today", "--json", "--no-journal"]).stdout).week;
  return from;
}

describe("README's message of the day", () => {
  it("is what cstip banner says in ASCII, without a process of Node", () => {
    const home = shellHome("bash");
    renderAhead(home);
    const [, script = ""] = /```sh\n(#!\/bin\/sh\n.*?)```/s.exec(readFileSync("README.md", "utf8")) ?? [];
    const path = "/var/cache/cstip/banner";
    expect(script).toContain(path);
    const own = script.replace(path, join(home.home, BANNER));
    const { stdout, stderr } = spawnSync("sh", ["-c", own], {
      encoding: "utf8",
      env: { PATH: process.env.PATH },
    });
    const { stdout: said } = cstip(["banner", "--always", "--plain", "--width", "80"], {
      home: home.home,
      env: { LC_ALL: "C" },
    });
    expect({ stdout, stderr }).toEqual({ stdout: said, stderr: "" });
  });
});

describe.each(REAL_SHELLS)("the banner in %s", (shell) => {
  const works = it.skipIf(!has(shell));

  works("shows every letter of a tip as it stands there", () => {
    const home = shellHome(shell);
    const takeaway = String.raw`100% of C:\new\x41 \c \033[2m \0134 %s $(x) 'is' "it" *`;
    const tip = `---\ntitle: "Odd: \\\\n"\npublished: ${thisWeek()}\ntakeaway: >-\n  ${takeaway}\n---\nIts text.\n`;
    expect(cstip(["import", "-"], { home: home.home, input: tip }).code).toBe(0);
    renderAhead(home);
    const { output } = enter(home, { env: { NO_COLOR: "1" } });
    expect(output).toContain(`${takeaway}\nOdd: \\n · cstip today\n`);
  });

  works("is shown from the file alone, and says what cstip banner says", () => {
    const home = shellHome(shell);
    renderAhead(home);
    const { stdout } = cstip(["banner", "--always", "--plain", "--width", "80"], { home: home.home });
    expect(enter(home, { env: { NO_COLOR: "1" } }).output).toContain(stdout);
    expect(starts(home)).toBe(0);
  });

  works("is rendered in the background where it is missing, and shown by the next shell", async () => {
    const home = shellHome(shell);
    expect(showsBanner(enter(home).output)).toBe(false);
    await refreshed(home);
    expect(showsBanner(enter(home).output)).toBe(true);
    expect(starts(home)).toBe(1);
  });

  works.each([
    ["settings", ".config/cstip/config.json"],
    ["a library", ".local/share/cstip/library.json"],
  ])("is rendered anew for new %s", async (_name, file) => {
    const home = shellHome(shell);
    renderAhead(home);
    mkdirSync(join(home.home, file, ".."), { recursive: true });
    writeFileSync(join(home.home, file), "{}");
    expect(showsBanner(enter(home).output)).toBe(true);
    await eventually(() => starts(home) === 1);
    await refreshed(home);
    enter(home);
    expect(starts(home)).toBe(1);
  });

  works("stays away where it is not wanted", () => {
    const home = shellHome(shell);
    renderAhead(home);
    const quiet = [{ TERM: "dumb" }, { CI: "true" }, { CSTIP_DISABLE: "1" }, { CSTIP_SHOWN: "1" }];
    for (const env of quiet)
      expect.soft(showsBanner(enter(home, { env }).output), JSON.stringify(env)).toBe(false);
    const piped = spawnSync(programOf(shell), ["-i", "-c", ":"], {
      env: {
        ...process.env,
        HOME: home.home,
        PATH: `${home.path}:${process.env.PATH}`,
        TERM: "xterm",
        CI: "",
      },
      encoding: "utf8",
      timeout: 15_000,
    });
    expect(piped.stdout).toBe("");
    writeFileSync(join(home.home, ".hushlogin"), "");
    expect(showsBanner(enter(home).output)).toBe(false);
  });

  works("is shown once where the snippet stands twice, and not in a shell below", () => {
    const home = shellHome(shell);
    const { stdout } = cstip(["init", shell]);
    const twice = shellHome(shell, { after: stdout, home: home.home });
    renderAhead(twice);
    expect(enter(twice).output.match(/cstip today/g)).toHaveLength(1);
    const nested = shellHome(shell, {
      home: home.home,
      after: `test -n "$INNER" || INNER=1 command '${programOf(shell)}' -i </dev/null`,
    });
    if (shell !== "fish") expect(enter(nested).output.match(/cstip today/g)).toHaveLength(1);
  });

  works.each([
    ["long ago", -3600],
    ["under a clock that was ahead", 365 * 24 * 3600],
  ])("is rendered where a lock was left behind %s", async (_, seconds) => {
    const home = shellHome(shell);
    const lock = join(home.home, BANNER, "lock");
    mkdirSync(join(home.home, BANNER), { recursive: true, mode: 0o700 });
    writeFileSync(lock, "");
    const time = Date.now() / 1000 + seconds;
    utimesSync(lock, time, time);
    enter(home);
    await refreshed(home);
    expect(showsBanner(enter(home).output)).toBe(true);
  });

  works("is that of the locale, of whose variables an empty one does not count", () => {
    const home = shellHome(shell);
    renderAhead(home);
    const folder = join(home.home, BANNER);
    for (const name of readdirSync(folder).filter((file) => file.startsWith("ascii"))) {
      const path = join(folder, name);
      writeFileSync(path, readFileSync(path, "utf8").replaceAll("cstip today", "in ASCII"));
    }
    for (const env of [{ LC_ALL: "" }, { LC_ALL: "", LC_CTYPE: "" }, { LC_CTYPE: "" }])
      expect(showsBanner(enter(home, { env }).output), JSON.stringify(env)).toBe(true);
    expect(showsBanner(enter(home, { env: { LC_ALL: "C" } }).output)).toBe(false);
    // fish looks for a locale by itself where none is named.
    if (shell !== "fish") expect(showsBanner(enter(home, { env: { LANG: undefined } }).output)).toBe(false);
  });

  works("is shown once a day where that was asked for", () => {
    const home = shellHome(shell, { every: "day" });
    renderAhead(home);
    expect(showsBanner(enter(home).output)).toBe(true);
    expect(showsBanner(enter(home).output)).toBe(false);
  });

  works("is never what another could have put there", () => {
    const home = shellHome(shell);
    renderAhead(home);
    const folder = join(home.home, BANNER);
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      writeFileSync(path, readFileSync(path, "utf8").replaceAll(/\t(?=[^\t]*\n)/g, "\t\u001b]0;x\u0007"));
    }
    expect(showsBanner(enter(home).output)).toBe(false);
    renderAhead(home);
    renameSync(folder, `${folder}.real`);
    symlinkSync(`${folder}.real`, folder);
    expect(showsBanner(enter(home).output)).toBe(false);
  });

  works("takes a home of any name", () => {
    const odd = join(scratchFolder(), `a 'b" $(touch hacked)\n\`c`);
    mkdirSync(odd);
    const home = shellHome(shell, { home: odd });
    renderAhead(home);
    expect(showsBanner(enter(home).output)).toBe(true);
    expect(existsSync("hacked")).toBe(false);
  });

  works("stays away where the setting says so, and starts nothing for it", () => {
    const home = shellHome(shell);
    cstip(["config", "set", "banner", "off"], { home: home.home });
    renderAhead(home);
    expect(showsBanner(enter(home).output)).toBe(false);
    expect(starts(home)).toBe(0);
    expect(cstip(["banner", "--always"], { home: home.home }).stdout).not.toBe("");
  });

  works("has the colour and the width of the settings", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the code of text that stands back
    const quiet = /\x1b\[2m[^\n]*cstip today/;
    const home = shellHome(shell);
    const set = (...words: string[]) => {
      cstip(["config", "set", ...words], { home: home.home });
      renderAhead(home);
    };
    renderAhead(home);
    expect(enter(home).output).toMatch(quiet);
    set("color", "never");
    expect(showsBanner(enter(home).output)).toBe(true);
    expect(enter(home).output).not.toMatch(quiet);
    set("width", "30");
    const { stdout } = cstip(["banner", "--always", "--width", "30"], { home: home.home });
    expect(enter(home).output).toContain(stdout);
  });

  works("heeds the variables of its own shell, which say nothing for others", async () => {
    const home = shellHome(shell);
    renderAhead(home);
    const never = enter(home, { env: { CSTIP_COLOR: "never" } }).output;
    expect(never).toContain(cstip(["banner", "--always", "--width", "80"], { home: home.home }).stdout);
    expect(showsBanner(enter(home, { env: { CSTIP_BANNER: "off" } }).output)).toBe(false);
    const file = join(home.home, BANNER, "utf8-80");
    const before = readFileSync(file, "utf8");
    utimesSync(file, 1_000_000_000, 1_000_000_000);
    enter(home, { env: { CSTIP_COLOR: "never", CSTIP_WIDTH: "20" } });
    await eventually(() => starts(home) === 1);
    await refreshed(home);
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  works("fits the columns and the locale", () => {
    const home = shellHome(shell);
    renderAhead(home);
    const { output } = enter(home, { env: { LANG: "C", LC_ALL: "C" } });
    expect(output).toContain("- cstip today");
  });

  works("comes from a file that is old, or of a week that is not there, only while it is right", async () => {
    const home = shellHome(shell);
    renderAhead(home);
    const file = join(home.home, BANNER, "utf8-80");
    const [, head, rows] = /^((?:[^\t]*\t){4})(.*)$/s.exec(readFileSync(file, "utf8")) ?? [];
    const old = `${head}20200106\tan old one\\ncstip today\\n\n`;
    writeFileSync(file, old + rows);
    expect(enter(home).output).not.toContain("an old one");
    await eventually(() => starts(home) === 1);
    await refreshed(home);
    writeFileSync(file, old);
    expect(showsBanner(enter(home).output)).toBe(false);
    await eventually(() => starts(home) === 2);
    await refreshed(home);
  });
});

const strict = {
  bash: "set -eu -o pipefail; set -o noclobber; alias printf=false read=false if=false case=false local=false builtin=false; (exit 3) || true; before=$(set -o; alias; declare -F; compgen -v | grep -v CSTIP_SHOWN); false && :",
  zsh: `setopt err_exit no_unset pipe_fail no_clobber; alias printf=false read=false if=false case=false local=false builtin=false; before=$(setopt; alias; print -l \${(k)functions}; print -l \${(k)parameters:#CSTIP_SHOWN} | sort); false && :`,
};
const compared = {
  bash: 'echo "status=$?"; after=$(set -o; alias; declare -F; compgen -v | grep -v -e CSTIP_SHOWN -e "^before$"); [[ $before == "$after" ]] && echo same',
  zsh: `echo "status=$?"; after=$(setopt; alias; print -l \${(k)functions}; print -l \${(k)parameters:#(CSTIP_SHOWN|before)} | sort); [[ $before == "$after" ]] && echo same`,
};

describe.each(["bash", "zsh"] as const)("the snippet in a strict %s", (shell) => {
  it.skipIf(!has(shell))("works, and leaves status, options, aliases, functions and variables", () => {
    const home = shellHome(shell, { before: strict[shell], after: compared[shell] });
    renderAhead(home);
    const { output } = enter(home);
    expect(showsBanner(output)).toBe(true);
    expect(output).toContain("status=1");
    expect(output).toContain("\nsame\n");
  });
});

const anything = expect.any(String);

describe("the snippet in zsh", () => {
  const works = it.skipIf(!has("zsh"));

  works("is read under options of other shells, and leaves them", () => {
    const after = "[[ -o sh_glob && -o aliases ]] && echo 'as before'; exit";
    const home = shellHome("zsh", { before: "emulate sh", after });
    renderAhead(home);
    const { output } = enter(home);
    expect(showsBanner(output)).toBe(true);
    expect(output).toContain("as before");
  });

  works("is silent behind an instant prompt", () => {
    const home = shellHome("zsh", { before: "__p9k_instant_prompt_active=1", after: "exit" });
    renderAhead(home);
    expect(showsBanner(enter(home).output)).toBe(false);
  });
});

describe("the snippet", () => {
  it.skipIf(!has("bash"))(
    "starts one refresh for ten shells at once, and none of them complains",
    async () => {
      const home = shellHome("bash");
      const line =
        'for i in 1 2 3 4 5 6 7 8 9 10; do script -qec "$BASH_PROGRAM -i" /dev/null <<<exit & done; wait';
      const { stdout, stderr } = spawnSync("bash", ["-c", line], {
        env: {
          HOME: home.home,
          PATH: `${home.path}:${process.env.PATH}`,
          TERM: "xterm",
          SHELL: "/bin/sh",
          LANG: "C.UTF-8",
          PS1: "",
          BASH_PROGRAM: programOf("bash"),
        },
        encoding: "utf8",
        timeout: 30_000,
      });
      await refreshed(home);
      expect(starts(home)).toBe(1);
      expect(`${stdout}${stderr}`).not.toMatch(/error|cannot|denied|lock|No such/i);
    },
  );

  it.skipIf(!has("strace")).each(["bash", "zsh"] as const)(
    "starts no process in %s, but a date in bash before 4.2",
    (shell) => {
      const home = shellHome(shell, { after: "exit" });
      renderAhead(home);
      const trace = join(home.home, "trace");
      const { output } = enter(home, {
        prefix: `env PATH=${home.path}:/usr/bin:/bin strace -f -e trace=execve,fork,vfork,clone,clone3 -o '${trace}'`,
      });
      expect(showsBanner(output)).toBe(true);
      const started = readFileSync(trace, "utf8")
        .split("\n")
        .filter((line) => /execve|clone|fork/.test(line) && !line.includes("ENOENT"));
      // The shell itself, and nothing else.
      if (shell === "zsh" || !bashNeedsDate()) expect(started).toHaveLength(1);
      else
        expect(started.filter((line) => line.includes("execve"))).toEqual([
          anything,
          expect.stringContaining("/date"),
        ]);
    },
  );

  it.skipIf(!has("dash"))("is passed over by another shell that reads the profile of bash", () => {
    const path = join(scratchFolder(), "profile");
    writeFileSync(path, cstip(["init", "bash"]).stdout);
    const script = '. "$1"; echo went on; set | grep -i cstip; type __cstip';
    for (const options of [["-u"], ["-i"], ["-l"]]) {
      const { stdout, stderr } = spawnSync("dash", [...options, "-c", script, "dash", path], {
        encoding: "utf8",
      });
      expect(stdout, stderr).toMatch(/^went on\n_?.*__cstip: not found\n$/s);
    }
    const strict = spawnSync("dash", ["-eu", "-c", '. "$1"; echo went on', "dash", path], {
      encoding: "utf8",
    });
    expect(strict).toMatchObject({ stdout: "went on\n", stderr: "", status: 0 });
  });

  it("keeps a shell whole where there is no cstip, no node, no place and no permission", () => {
    for (const shell of REAL_SHELLS.filter(has)) {
      const home = shellHome(shell, { after: "echo alive" });
      writeFileSync(join(home.home, ".cache"), "a file in the way");
      expect.soft(enter(home).output).toContain("alive");
      expect.soft(enter(home, { env: { PATH: "/usr/bin:/bin" } }).output).toContain("alive");
      expect
        .soft(enter(home, { env: { XDG_CACHE_HOME: "/dev/full" } }).output)
        .not.toMatch(/cannot|error|denied/i);
    }
  });

  it("is silent in shellcheck", () => {
    if (!has("shellcheck")) return;
    for (const args of [
      ["init", "bash"],
      ["init", "bash", "--every", "day"],
      ["completion", "bash"],
    ]) {
      const { stdout } = cstip(args);
      expect(spawnSync("shellcheck", ["-s", "bash", "-"], { input: stdout, encoding: "utf8" }).stdout).toBe(
        "",
      );
    }
  });

  it.skipIf(!has("zsh"))("shows nothing in zsh that others may write", async () => {
    const home = shellHome("zsh");
    renderAhead(home);
    chmodSync(join(home.home, BANNER, "utf8-80"), 0o666);
    expect(showsBanner(enter(home).output)).toBe(false);
    await eventually(() => starts(home) === 1);
    await refreshed(home);
    expect(showsBanner(enter(home).output)).toBe(true);
  });

  it("is old where the program was replaced, and shows nothing where it was taken away", async () => {
    const home = shellHome("bash");
    renderAhead(home);
    const file = join(home.home, BANNER, "utf8-80");
    utimesSync(file, 1_000_000_000, 1_000_000_000);
    enter(home);
    await eventually(() => starts(home) === 1);
    await refreshed(home);
    writeFileSync(file, readFileSync(file, "utf8").replace(/\/[^\n]*cstip\.cjs/, "/gone/cstip.cjs"));
    expect(showsBanner(enter(home, { env: { PATH: "/usr/bin:/bin" } }).output)).toBe(false);
  });
});
