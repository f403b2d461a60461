import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { type Command, type Entry, isGroup } from "../../src/commands/command.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { cstip, onTerminal } from "../support/program.ts";

/** Commands that only read: their examples can be run. */
const READING = ["today", "search", "list", "show", "random", "topics"];

function commandsOf(entries: readonly Entry[], before: string[] = []): [string, Command][] {
  return entries.flatMap((entry) => {
    const words = [...before, entry.name];
    return isGroup(entry)
      ? commandsOf(entry.commands, words)
      : [[words.join(" "), entry] as [string, Command]];
  });
}

const commands = commandsOf(COMMANDS.filter(({ hidden }) => !hidden));

describe("help", () => {
  it.each(commands)("of %s says what it does, its options and examples, in 80 columns", (name, command) => {
    const { code, stdout, stderr } = cstip([...name.split(" "), "--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`Usage: cstip ${name}`);
    for (const option of Object.keys(command.options ?? {})) expect(stdout).toContain(`--${option}`);
    const [, examples = ""] = stdout.split("\nExamples:\n");
    expect(command.examples.length).toBeGreaterThan(0);
    for (const { line, does } of command.examples) {
      expect(line).toContain("cstip ");
      expect(examples).toContain(line);
      expect(examples).toContain(does);
    }
    expect(stdout).not.toMatch(/.{121}/);
  });

  it("breaks no word where the terminal is narrow", () => {
    const words = (text: string) => text.split(/\s+/).filter(Boolean);
    for (const args of [[], ["list"], ["import"], ["favorite"], ["config", "set"]]) {
      const whole = words(cstip([...args, "--help"]).stdout);
      for (const columns of [40, 24]) {
        const { stdout } = onTerminal(`cstip ${args.join(" ")} --help`, { columns });
        expect(words(stdout), `${args} at ${columns}`).toEqual(whole);
        const wide = stdout.split("\n").filter((line) => line.length > columns);
        expect(wide, `${args} at ${columns}`).toEqual([]);
      }
    }
  });

  it.each(commands)("of %s names the formats that it has, and no others", (name, { formats }) => {
    const { stdout } = cstip([...name.split(" "), "--help"]);
    for (const format of ["json", "plain", "markdown"] as const)
      expect(new RegExp(`^ +--${format} `, "m").test(stdout), format).toBe(formats.includes(format));
    expect(stdout.includes("--format <format>")).toBe(formats.length > 0);
    if (formats.length > 0) expect(stdout.replace(/\s+/g, " ")).toContain(`(${formats.join(", ")})`);
  });

  it("names no option with which the command can do nothing", () => {
    for (const name of ["add", "remove"]) {
      expect(cstip(["favorite", name, "--help"]).stdout).not.toContain("--no-journal");
      expect(cstip(["favorite", name, "3", "--no-journal"]).code).toBe(1);
    }
    expect(cstip(["favorite", "list", "--help"]).stdout).toContain("--no-journal");
  });

  it("shows a tip as Markdown and as JSON, as README and the manual page do, and both can be imported", () => {
    const { samples = [] } = commands.find(([name]) => name === "import")?.[1] ?? {};
    const { stdout } = cstip(["import", "--help"]);
    const readme = readFileSync("README.md", "utf8");
    const page = join(inject("packed"), "share", "man", "man1", "cstip.1");
    const manual = readFileSync(page, "utf8")
      .replace(/\\-/g, "-")
      .replaceAll("\\(dq", '"')
      .replaceAll("\\&", "");
    expect(samples).toHaveLength(2);
    for (const [at, { lines }] of samples.entries()) {
      expect(stdout).toContain(lines.map((line) => line && `  ${line}`).join("\n"));
      expect(readme).toContain(`\`\`\`${at === 0 ? "text" : "json"}\n${lines.join("\n")}\n\`\`\`\n`);
      expect(manual).toContain(`\n.nf\n${lines.join("\n")}\n.fi\n`);
      expect(cstip(["import", "-"], { input: lines.join("\n") }).stdout).toContain("took 1 tip");
    }
  });

  it("of the program names every command", () => {
    const { stdout } = cstip(["--help"]);
    for (const { name, hidden } of COMMANDS)
      if (!hidden) expect(stdout).toMatch(new RegExp(`^ {2}${name}\\b`, "m"));
  });

  it.each(commands.filter(([name]) => READING.includes(name)))(
    "of %s has examples that run",
    (_name, { examples }) => {
      for (const { line } of examples) {
        const { stdout } = onTerminal(`out=$(${line}); echo "left $? \${#out}"`);
        expect(stdout, line).toMatch(/left 0 [1-9]\d*\n$/);
      }
    },
  );
});
