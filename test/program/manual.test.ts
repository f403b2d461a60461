import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { isGroup } from "../../src/commands/command.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { GLOBAL_OPTIONS } from "../../src/global-options.ts";
import { SETTING_NAMES, variableOf } from "../../src/settings.ts";
import { cstip } from "../support/program.ts";

const entries = COMMANDS.filter(({ hidden }) => !hidden);
const lines = entries.flatMap((entry) => [
  [entry.name],
  ...(isGroup(entry) ? entry.commands.map(({ name }) => [entry.name, name]) : []),
]);
const has = (program: string) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
const page = () => join(inject("packed"), "share", "man", "man1", "cstip.1");

describe("--help", () => {
  it.each([[[] as string[]], ...lines.map((line) => [line])])("has examples: cstip %j", (line) => {
    const { code, stdout, stderr } = cstip([...line, "--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^Usage: cstip/);
    expect(stdout).toMatch(/\nExamples:\n {2}\S/);
    expect(Math.max(...stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(110);
  });

  it("of config set names every setting", () => {
    const { stdout } = cstip(["config", "set", "--help"]);
    for (const name of SETTING_NAMES) expect(stdout).toContain(`${name} (`);
  });
});

describe("the manual page", () => {
  it("is installed where man looks, and names all commands, options, settings and variables", () => {
    expect(existsSync(page())).toBe(true);
    const text = readFileSync(page(), "utf8").replaceAll("\\-", "-");
    for (const line of lines) expect(text).toContain(line.length > 1 ? `cstip ${line.join(" ")}` : line[0]);
    for (const name of Object.keys(GLOBAL_OPTIONS)) expect(text).toContain(`--${name}\\fR`);
    for (const name of SETTING_NAMES) expect(text).toContain(variableOf(name));
    expect(cstip(["help"]).stdout).toContain("'man cstip' tells of the settings, the variables");
  });

  it("names each variable that the program or a snippet looks at, and sets examples under what a command does", () => {
    const text = readFileSync(page(), "utf8").replaceAll("\\-", "-");
    const [, environment = ""] = text.split(".SH ENVIRONMENT");
    const scripts = ["bash", "zsh", "fish"].map((shell) => cstip(["init", shell]).stdout).join();
    const used = new Set(scripts.match(/\b(?:CSTIP|XDG)_[A-Z_]+/g));
    for (const name of [
      ...[...used, ...SETTING_NAMES.map(variableOf), "CSTIP_DEBUG", "XDG_STATE_HOME", "NO_COLOR"],
      ...["FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "PAGER", "COLUMNS", "TERM", "LANG"],
      ...["NODE_DISABLE_COMPILE_CACHE", "~/.hushlogin"],
    ])
      expect(environment.split(".SH EXAMPLES")[0], name).toContain(name);
    expect(text).toContain(
      '.SS "topics: the topics, with how many tips each has"\n.TP\n\\fBcstip topics\\fR\nAll of them.',
    );
  });

  it.skipIf(!has("mandoc"))("has nothing that mandoc's linter minds", () => {
    const { stdout, status } = spawnSync("mandoc", ["-T", "lint", page()], { encoding: "utf8" });
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  it.skipIf(!has("groff"))("has nothing that groff warns of", () => {
    const { stderr } = spawnSync("groff", ["-ww", "-man", "-Tutf8", page()], { encoding: "utf8" });
    expect(stderr).toBe("");
  });

  it.skipIf(!has("man"))("is shown by man", () => {
    const { stdout, status } = spawnSync("man", ["-l", page()], {
      encoding: "utf8",
      env: { ...process.env, MANWIDTH: "80", MANPAGER: "cat", PAGER: "cat", LC_ALL: "C.UTF-8" },
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(/CSTIP\(1\)/);
    expect(stdout).toContain("cstip favorite add");
  });
});
