import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cstip, scratchFolder } from "../support/program.ts";
import { has, shellHome } from "../support/shells.ts";

/** What bash offers for a command line whose last word is being typed. */
function offered(...words: string[]): string[] {
  return offeredIn(shellHome("bash"), words);
}

function offeredIn({ home, path }: ReturnType<typeof shellHome>, words: readonly string[]): string[] {
  const line = `eval "$SCRIPT"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _cstip; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const env = {
    HOME: home,
    PATH: `${path}:${process.env.PATH}`,
    SCRIPT: cstip(["completion", "bash"]).stdout,
  };
  const { stdout } = spawnSync("bash", ["-c", line, "bash", ...words], { env, cwd: home, encoding: "utf8" });
  expect(existsSync(join(home, "hacked"))).toBe(false);
  return stdout.split("\n").filter(Boolean);
}

describe.skipIf(!has("bash"))("completion in bash", () => {
  it("knows commands, options, their values, topics and tips", () => {
    expect(offered("cstip", "")).toEqual(expect.arrayContaining(["today", "list", "init", "help"]));
    expect(offered("cstip", "list", "--so")).toEqual(["--sort"]);
    expect(offered("cstip", "list", "--sort", "")).toEqual(["date", "title", "topic"]);
    expect(offered("cstip", "list", "--format", "=", "js")).toEqual(["json"]);
    expect(offered("cstip", "ls", "--topic", "em")).toEqual(["empathy"]);
    expect(offered("cstip", "show", "lift")).toEqual(["lift-it-up"]);
    expect(offered("cstip", "init", "")).toEqual(["bash", "zsh", "fish", "powershell"]);
  });

  it("offers before a command the formats that the help of the program names, and behind it those that it has", () => {
    const { stdout } = cstip(["--help"]);
    const named = /--format <format> [^(]*\(([^)]*)\)/.exec(stdout)?.[1]?.split(/,\s+/);
    expect(named).toContain("ics");
    expect(offered("cstip", "--format", "")).toEqual(named);
    expect(offered("cstip", "today", "--format", "")).toEqual(["card", "plain", "json", "markdown"]);
    expect(offered("cstip", "--da")).toEqual(["--date"]);
  });

  it("offers what the place takes, and behind an only argument nothing", () => {
    expect(offered("cstip", "config", "set", "")).toContain("width");
    expect(offered("cstip", "config", "set", "color", "")).toEqual(["auto", "always", "never"]);
    expect(offered("cstip", "config", "set", "--yes", "pager", "t")).toEqual(["true"]);
    expect(offered("cstip", "config", "set", "theme", "--y")).toEqual(["--yes"]);
    expect(offered("cstip", "config", "get", "color", "")).toEqual([]);
    expect(offered("cstip", "init", "bash", "")).toEqual([]);
    expect(offered("cstip", "favorite", "add", "3", "lift")).toEqual(["lift-it-up"]);
  });

  it("offers favorites to be removed, and of tips those imported", () => {
    const shell = shellHome("bash");
    const remove = (...words: string[]) => offeredIn(shell, ["cstip", ...words, ""]);
    expect([remove("favorite", "remove"), remove("library", "remove")]).toEqual([[], []]);
    cstip(["favorite", "add", "lift-it-up"], shell);
    cstip(["import", "-"], {
      ...shell,
      input: JSON.stringify({ title: "Mine", published: "2024-05-07", body: ["A text of my own."] }),
    });
    expect(remove("fav", "rm")).toEqual(["lift-it-up"]);
    expect(remove("library", "remove")).toEqual(["mine"]);
  });

  it("runs nothing that a word holds", () => {
    for (const word of ["$(touch hacked)", "`touch hacked`", "';touch hacked;'", "*", "$HOME"]) {
      expect(offered("cstip", "show", word)).toEqual([]);
      expect(offered("cstip", word, "--topic", word)).toEqual([]);
    }
  });
});

describe("cstip completion and init", () => {
  it("print what each shell reads without complaint", () => {
    for (const shell of ["bash", "zsh", "fish"].filter(has)) {
      for (const command of ["completion", "init"]) {
        const { stdout } = cstip([command, shell]);
        const file = join(scratchFolder(), "script");
        writeFileSync(file, stdout);
        const { stderr, status } = spawnSync(shell, ["-n", file], { encoding: "utf8" });
        expect.soft({ stderr, status }, `${command} ${shell}`).toEqual({ stderr: "", status: 0 });
      }
    }
  });

  it("name the shells there are", () => {
    expect(cstip(["init", "csh"])).toMatchObject({ code: 2, stdout: "" });
    expect(cstip(["completion"])).toMatchObject({ code: 2, stdout: "" });
  });
});
