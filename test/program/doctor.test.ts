import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { cstip, programPath, scratchFolder } from "../support/program.ts";
import { has } from "../support/shells.ts";

interface Finding {
  readonly level: "ok" | "note" | "problem";
  readonly what: string;
  readonly advice?: string;
}

/** A home of somebody with bash, and with cstip on PATH. */
function healthyHome(): { home: string; env: Record<string, string> } {
  const home = scratchFolder();
  const bin = scratchFolder("bin");
  symlinkSync(programPath(), join(bin, "cstip"));
  const env = {
    PATH: `${bin}:${dirname(process.execPath)}:${process.env.PATH}`,
    SHELL: "/bin/bash",
    TERM: "xterm",
  };
  writeFileSync(join(home, ".bashrc"), cstip(["init", "bash"]).stdout);
  cstip(["banner", "--refresh"], { home });
  return { home, env };
}

function examine({ home, env }: ReturnType<typeof healthyHome>) {
  const { code, stdout, stderr } = cstip(["doctor", "--json"], { home, env });
  const findings: Finding[] = JSON.parse(stdout);
  return { code, stderr, problems: findings.filter(({ level }) => level === "problem"), findings };
}

describe("cstip doctor", () => {
  it("finds nothing where all is well, and changes nothing", () => {
    const healthy = healthyHome();
    const before = readFileSync(join(healthy.home, ".bashrc"), "utf8");
    const { code, stderr, problems } = examine(healthy);
    expect({ code, stderr, problems }).toEqual({ code: 0, stderr: "", problems: [] });
    expect(readFileSync(join(healthy.home, ".bashrc"), "utf8")).toBe(before);
    expect(cstip(["doctor"], { ...healthy }).stdout).toMatch(
      /^ok: bash prints nothing where there is no terminal\n/,
    );
  });

  it("finds a snippet that stands twice, one of another version, and a shell that prints", () => {
    const sick = healthyHome();
    const rc = join(sick.home, ".bashrc");
    const snippet = readFileSync(rc, "utf8");
    writeFileSync(rc, `echo hello\n${snippet.replace("builtin trap", "builtin  trap")}${snippet}`);
    const { code, stderr, problems } = examine(sick);
    expect(code).toBe(1);
    expect(stderr).toBe("cstip: 3 problems found\n");
    expect(problems.map(({ what }) => what).join("\n")).toMatch(
      /prints 6 characters[\s\S]*stands 2 times[\s\S]*not that of this version/,
    );
    for (const { advice } of problems) expect(advice).toBeTruthy();
  });

  it("finds start files that take too long, waits no longer, and leaves nothing running", () => {
    const slow = healthyHome();
    const rc = join(slow.home, ".bashrc");
    const marker = `${process.pid}7.5`;
    writeFileSync(rc, `echo hello\nsleep ${marker}\n${readFileSync(rc, "utf8")}`);
    const start = Date.now();
    const { code, problems } = examine(slow);
    expect(Date.now() - start).toBeLessThan(15_000);
    expect(code).toBe(1);
    expect(problems.map(({ what }) => what)).toEqual([
      "bash is not through its start files after five seconds",
      expect.stringMatching(/^bash prints 6 characters/),
    ]);
    expect(spawnSync("pgrep", ["-f", `sleep ${marker}`], { encoding: "utf8" }).stdout).toBe("");
  });

  it.each(["bash", "zsh", "fish"].filter(has))("measures in %s without leaving a trace", async (shell) => {
    const { home, env } = healthyHome();
    rmSync(join(home, ".bashrc"));
    const started = join(home, "started");
    const bin = scratchFolder("bin");
    writeFileSync(join(bin, "cstip"), `#!/bin/sh\necho "$*" >>'${started}'\n`);
    chmodSync(join(bin, "cstip"), 0o755);
    const put = (path: string, every: string) => {
      mkdirSync(dirname(join(home, path)), { recursive: true });
      writeFileSync(join(home, path), cstip(["init", shell, "--every", every]).stdout);
    };
    put({ bash: ".bashrc", zsh: ".zshrc", fish: ".config/fish/config.fish" }[shell] ?? "", "day");
    const setup = { home, env: { ...env, PATH: `${bin}:${env.PATH}`, SHELL: shell } };
    const traces = () =>
      readdirSync(home, { recursive: true }).filter((path) => /started|shown|lock/.test(`${path}`));
    const measured = () => examine(setup).findings.map(({ what }) => what);
    expect(measured()).toContainEqual(expect.stringMatching(/^the banner adds (?:less than )?[\d.]+ ms/));
    expect(traces()).toEqual([]);
    // Nor where a shell would render it anew.
    rmSync(join(home, ".cache/cstip/banner"), { recursive: true });
    expect(measured()).toContainEqual(expect.stringMatching(/^the banner adds (?:less than )?[\d.]+ ms/));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(traces()).toEqual([]);
  });

  it("finds a snippet behind an instant prompt", () => {
    const { home, env } = healthyHome();
    const prompt = 'source "$HOME/.cache/p10k-instant-prompt-somebody.zsh"\n';
    const snippet = cstip(["init", "zsh"]).stdout;
    const said = (text: string) => {
      writeFileSync(join(home, ".zshrc"), text);
      // A shell that is not there: what is written in its file can be told all the same.
      return examine({ home, env: { ...env, SHELL: "/nowhere/zsh" } }).problems.map(({ what }) => what);
    };
    expect(said(prompt + snippet).join()).toMatch(/behind the instant prompt/);
    expect(said(snippet + prompt)).toEqual([]);
  });

  it("finds broken settings and libraries, damaged lines, and banners that others can write", () => {
    const sick = healthyHome();
    const put = (path: string, text: string) => {
      mkdirSync(dirname(join(sick.home, path)), { recursive: true });
      appendFileSync(join(sick.home, path), text);
    };
    put(".config/cstip/config.json", "{");
    put(".local/share/cstip/library.json", "{");
    put(".local/state/cstip/journal.jsonl", "{\n");
    chmodSync(join(sick.home, ".cache/cstip/banner"), 0o777);
    const { code, problems, findings } = examine(sick);
    expect(code).toBe(1);
    const said = problems.map(({ what }) => what).join("\n");
    expect(said).toMatch(/config\.json cannot be used[\s\S]*library\.json cannot be used/);
    expect(said).toMatch(/another could write it/);
    expect(findings.map(({ what }) => what)).toContain("1 line of the journal cannot be read");
  });

  it("finds a journal that is no file, as the failure of a favorite promises", () => {
    const sick = healthyHome();
    const journal = join(sick.home, ".local/state/cstip/journal.jsonl");
    mkdirSync(journal, { recursive: true });
    expect(cstip(["favorite", "add", "3"], sick)).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/see 'cstip doctor'\n$/),
    });
    const { code, stderr, problems } = examine(sick);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "cstip: 1 problem found\n" });
    expect(problems).toEqual([
      {
        level: "problem",
        what: `${journal} cannot be used (it is not a file)`,
        advice: expect.stringMatching(/move it away/),
      },
    ]);
  });

  it("names what keeps the banner silent, and is a note and no problem", () => {
    const healthy = healthyHome();
    const notes = (env: Record<string, string> = {}) =>
      examine({ ...healthy, env: { ...healthy.env, ...env } })
        .findings.filter(({ level, what }) => level === "note" && /banner|show none/.test(what))
        .map(({ what, advice }) => `${what}: ${advice}`);
    expect(notes()).toEqual([]);
    expect(notes({ CSTIP_DISABLE: "0", CI: "false", CSTIP_BANNER: "on" })).toEqual([]);
    expect(notes({ CSTIP_DISABLE: "1" })).toEqual([expect.stringMatching(/^CSTIP_DISABLE is '1'.*unset/)]);
    expect(notes({ CSTIP_BANNER: "off" })).toEqual([expect.stringMatching(/^CSTIP_BANNER is 'off'/)]);
    expect(notes({ CI: "1" })).toEqual([expect.stringMatching(/^CI is '1'/)]);
    expect(notes({ TERM: "dumb" })).toEqual([expect.stringMatching(/^TERM is dumb/)]);
    writeFileSync(join(healthy.home, ".hushlogin"), "");
    expect(notes()).toEqual([expect.stringMatching(/^there is .*\/\.hushlogin.*delete it/)]);
    rmSync(join(healthy.home, ".hushlogin"));
    cstip(["config", "set", "banner", "off"], healthy);
    // What is rendered ahead is silent whatever the variable says.
    expect(notes({ CSTIP_BANNER: "on" })).toEqual([
      "the setting banner is off, so shells show none: 'cstip config set banner on' shows it again",
    ]);
  }, 120_000);

  it("promises that a shell renders the banner only where one does", () => {
    const { home, env } = healthyHome();
    rmSync(join(home, ".cache"), { recursive: true });
    const advice = (more: Record<string, string> = {}) =>
      examine({ home, env: { ...env, ...more } }).findings.find(({ what }) => /not rendered yet/.test(what))
        ?.advice;
    expect(advice({ CSTIP_DISABLE: "1" })).toBe("'cstip banner --refresh' does it");
    const snippet = readFileSync(join(home, ".bashrc"));
    writeFileSync(join(home, ".bashrc"), "");
    expect(advice()).toBe("'cstip banner --refresh' does it");
    writeFileSync(join(home, ".bashrc"), snippet);
    expect(advice()).toMatch(/^the next shell does it/);
  });
});
