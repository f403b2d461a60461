import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cstip } from "../support/program.ts";
import { has, shellHome } from "../support/shells.ts";

/** Completion of words that are meant to be run. */

const WORDS = [
  ...[
    "$(touch hacked)",
    "`touch hacked`",
    "';touch hacked;'",
    '"$(touch hacked)',
    "(touch hacked)",
    "<(touch hacked)",
  ],
  ...[
    "$'\\x60touch hacked",
    "*",
    "~root",
    ">hacked",
    "|touch hacked",
    "&&touch hacked",
    "a'b",
    'a"b',
    "-",
    "--",
    "\\",
    "{a,b",
  ],
];
const BEFORE = ["", "show ", "list --topic=", "config set ", "config set color "];

/** Lines of the program below a scratch PATH, in an empty folder; answers what was made there. */
function completing(shell: "fish" | "zsh", lines: readonly string[], script: (file: string) => string) {
  const { home, path } = shellHome(shell);
  const folder = join(home, "here");
  mkdirSync(folder);
  const file = join(home, "completion");
  writeFileSync(file, cstip(["completion", shell]).stdout);
  const args =
    shell === "fish"
      ? ["--no-config", "-c", script(file), ...lines]
      : ["-f", "-c", script(file), "zsh", ...lines];
  const { stdout, stderr, status } = spawnSync(shell, args, {
    env: { HOME: home, PATH: `${path}:${process.env.PATH}`, LANG: "C.UTF-8", TERM: "xterm" },
    cwd: folder,
    encoding: "utf8",
    timeout: 60_000,
  });
  return { made: readdirSync(folder), stdout, stderr, status };
}

const LINES = BEFORE.flatMap((before) => WORDS.map((word) => `cstip ${before}${word}`));

describe.skipIf(!has("fish"))("completion in fish", () => {
  it("runs nothing that a word holds, and says nothing of it", () => {
    const each = (file: string) => `source '${file}'; for line in $argv; complete -C "$line" >/dev/null; end`;
    expect(completing("fish", LINES, each)).toMatchObject({ made: [], stderr: "", status: 0 });
  });

  const once = (file: string) => `source '${file}'; complete -C $argv[1]`;
  const offered = (line: string) => completing("fish", [line], once).stdout;

  it("knows a tip by its title, a topic by its name, and says nothing of other values", () => {
    expect(offered("cstip show lift")).toBe("lift-it-up\tLift It Up\n");
    expect(offered("cstip list --topic emp")).toBe("empathy\tEmpathy\n");
    expect(offered("cstip list --sort ")).toBe("date\ntitle\ntopic\n");
  });

  it("offers the values of the setting that was named", () => {
    expect(offered("cstip config set co")).toBe("color\n");
    expect(offered("cstip config set color ")).toBe("always\nauto\nnever\n");
    expect(offered("cstip config get color ")).toBe("");
    expect(offered("cstip favorite remove ")).toBe("");
  });
});

describe.skipIf(!has("zsh"))("completion in zsh", () => {
  /** The function, with what zsh gives it, and what it offers printed instead of shown. */
  const each = (file: string) =>
    `compdef() { : }; compset() { return 1 }; _files() { : }; _describe() { : }; compadd() { print -rl -- "$@" }; source '${file}'; for line; do words=(\${(s: :)line}); CURRENT=$#words; PREFIX=$words[CURRENT]; _cstip; done; :`;

  it("runs nothing that a word holds", () => {
    const { made, status, stderr } = completing("zsh", LINES, each);
    expect({ made, status, stderr }).toEqual({ made: [], status: 0, stderr: "" });
  });

  it("knows a tip", () => {
    expect(completing("zsh", ["cstip show lift"], each).stdout).toContain("lift-it-up");
  });

  it("offers the values of the setting that was named", () => {
    // The last word of a line stands in this test for the one that is being typed.
    const offered = (line: string) => completing("zsh", [line], each).stdout.split("\n");
    expect(offered("cstip config set co")).toContain("color");
    expect(offered("cstip config set color al")).toEqual(["--", "auto", "always", "never", ""]);
    expect(offered("cstip config get color al")).toEqual([""]);
    expect(offered("cstip favorite remove x")).not.toContain("lift-it-up");
  });
});
