import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { SETTING_NAMES, type SettingName, variableOf } from "../../src/settings.ts";
import { cstip, cstipAsync, json, onTerminal, scratchFolder } from "../support/program.ts";
import { HAS_TMUX, Screen } from "../support/screen.ts";

interface Row {
  readonly key: string;
  readonly value: unknown;
  readonly source: string;
}

const fileOf = (home: string) => join(home, ".config", "cstip", "config.json");

function writeSettings(home: string, text: string): string {
  mkdirSync(dirname(fileOf(home)), { recursive: true });
  writeFileSync(fileOf(home), text);
  return fileOf(home);
}

/** For each setting: a value for the file, another for the environment, and the default. */
const VALUES: Readonly<Record<SettingName, readonly [string, string, string]>> = {
  color: ["always", "never", "auto"],
  width: ["50", "60", "auto"],
  format: ["markdown", "json", "auto"],
  theme: ["dark", "light", "both"],
  pager: ["true", "false", "false"],
  journal: ["false", "true", "true"],
  banner: ["false", "true", "true"],
};

describe("cstip config", () => {
  it.each(SETTING_NAMES)("sets, reads, overrides and unsets %s, and says where it comes from", (name) => {
    const home = scratchFolder();
    const [inFile, inEnvironment, usual] = VALUES[name];
    const env = { [variableOf(name)]: inEnvironment };
    const row = (setup: object = {}) =>
      json<Row[]>(["config", "list"], { home, ...setup }).find(({ key }) => key === name);
    expect(row()).toMatchObject({ source: "default" });
    expect(cstip(["config", "set", name, inFile], { home })).toMatchObject({ code: 0, stderr: "" });
    expect(String(row()?.value)).toBe(inFile);
    expect(row()?.source).toBe("file");
    expect(cstip(["config", "get", name], { home }).stdout).toBe(`${inFile}\n`);
    expect(String(row({ env })?.value)).toBe(inEnvironment);
    expect(row({ env })?.source).toBe("environment");
    expect(cstip(["config", "unset", name], { home }).stdout).toBe(`${name} is ${usual} now.\n`);
    expect(String(row()?.value)).toBe(usual);
    expect(cstip(["config", "set", name, "nonsense"], { home })).toMatchObject({ code: 2, stdout: "" });
  });

  it("goes by flag, then environment, then file: width", () => {
    const home = scratchFolder();
    const widest = (args: string[], env = {}) =>
      Math.max(
        ...cstip(["show", "3", ...args], { home, env })
          .stdout.split("\n")
          .map(({ length }) => length),
      );
    expect(widest([])).toBeGreaterThan(200);
    cstip(["config", "set", "width", "70"], { home });
    expect(widest([])).toBeLessThanOrEqual(70);
    expect(widest([])).toBeGreaterThan(60);
    expect(widest([], { CSTIP_WIDTH: "50" })).toBeLessThanOrEqual(50);
    expect(widest(["--width", "30"], { CSTIP_WIDTH: "50" })).toBeLessThanOrEqual(30);
  });

  it("goes by flag, then environment, then file: format, where the command has it", () => {
    const home = scratchFolder();
    cstip(["config", "set", "format", "markdown"], { home });
    expect(cstip(["show", "3"], { home }).stdout).toMatch(/^# Don/);
    expect(cstip(["show", "3"], { home, env: { CSTIP_FORMAT: "json" } }).stdout).toMatch(/^\{/);
    expect(cstip(["show", "3", "--plain"], { home, env: { CSTIP_FORMAT: "json" } }).stdout).toMatch(
      /^Title:/,
    );
    expect(cstip(["config", "path"], { home }).stdout).toBe(`${fileOf(home)}\n`);
  });

  it("goes by flag, then environment, then file: color and theme", () => {
    const home = scratchFolder();
    const card = (args: string[] = [], env = {}) =>
      cstip(["show", "3", "--format", "card", ...args], { home, env }).stdout;
    expect(card()).not.toContain("\u001b[");
    cstip(["config", "set", "color", "always"], { home });
    expect(card()).toContain("\u001b[35m");
    expect(card([], { NO_COLOR: "1" })).not.toContain("\u001b[");
    expect(card([], { CSTIP_COLOR: "never" })).not.toContain("\u001b[");
    expect(card(["--color", "always"], { CSTIP_COLOR: "never" })).toContain("\u001b[35m");
    cstip(["config", "set", "theme", "dark"], { home });
    expect(card()).toContain("\u001b[96m");
    expect(card([], { CSTIP_THEME: "light" })).toContain("\u001b[34m");
    expect(card(["--theme", "both"], { CSTIP_THEME: "light" })).toContain("\u001b[35m");
  });

  it("resets all, and keeps the file private", () => {
    const home = scratchFolder();
    cstip(["config", "set", "width", "70"], { home });
    cstip(["config", "set", "theme", "dark"], { home });
    const text = readFileSync(fileOf(home), "utf8");
    expect(JSON.parse(text)).toEqual({ width: 70, theme: "dark" });
    // What a prompt stands behind.
    expect(text).toMatch(/}\n$/);
    expect(statSync(fileOf(home)).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(fileOf(home))).mode & 0o777).toBe(0o700);
    expect(cstip(["config", "reset"], { home }).code).toBe(0);
    expect(JSON.parse(readFileSync(fileOf(home), "utf8"))).toEqual({});
    expect(readdirSync(dirname(fileOf(home)))).toEqual(["config.json"]);
  });

  it("writes nothing where it only reads, and unsets nothing where nothing is set", () => {
    const home = scratchFolder();
    for (const args of [["list"], ["get", "width"], ["path"], ["unset", "width"], ["reset"]]) {
      expect(cstip(["config", ...args], { home }).code).toBe(0);
    }
    expect(existsSync(fileOf(home))).toBe(false);
  });

  it("refuses names that are no setting, whatever they are", () => {
    const home = scratchFolder();
    const long = "x".repeat(100_000);
    for (const key of ["__proto__", "constructor", "constructor.prototype", "a.b", "toString", "", long]) {
      const { code, stdout, stderr } = cstip(["config", "set", key, "1"], { home });
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(/^cstip: there is no setting '.*': .*\n$/);
      expect(stderr.length).toBeLessThan(300);
    }
    expect(cstip(["config", "get", "widht"], { home }).stderr).toMatch(/did you mean width\?/);
    expect(existsSync(fileOf(home))).toBe(false);
  });

  it("takes out of the file what is no setting, by its name, and nothing else", () => {
    const home = scratchFolder();
    const strange = ["colour", "a.b", "__proto__", "constructor", "with space", "-x"];
    const file = Object.fromEntries(strange.map((key) => [key, { b: 1 }]));
    writeSettings(home, JSON.stringify({ ...file, width: 70 }).replace("{", '{"__proto__": 1, '));
    const left = () => Object.keys(JSON.parse(readFileSync(fileOf(home), "utf8")));
    for (const key of strange) {
      const before = left();
      expect(before).toContain(key);
      const { code, stdout, stderr } = cstip(["config", "unset", "--", key], { home });
      expect({ code, stdout, stderr }).toEqual({
        code: 0,
        stdout: `'${key}' is not in the file any more.\n`,
        stderr: "",
      });
      expect(left()).toEqual(before.filter((name) => name !== key));
    }
    expect(left()).toEqual(["width"]);
    expect(cstip(["config", "unset", "colour"], { home })).toMatchObject({ code: 2, stdout: "" });
  });

  it("shows no escape sequence that stands in a variable or in the file", () => {
    const home = scratchFolder();
    writeSettings(home, JSON.stringify({ theme: "\u001b[31mred\u202e", "\u001b]0;x\u0007": 1 }));
    for (const args of [["today"], ["config", "list"], ["config", "get", "theme"]]) {
      const { stdout, stderr } = cstip(args, { home, env: { CSTIP_WIDTH: "\u001b[2J9" } });
      expect((stdout + stderr).replace(/[\n\t]/g, " ")).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    }
  });

  it("keeps what thirty processes at once set", async () => {
    const home = scratchFolder();
    writeSettings(home, '{"later": {"kept": true}}');
    const sets = Array.from({ length: 30 }, (_, index) => {
      const name = SETTING_NAMES[index % SETTING_NAMES.length] ?? "width";
      return ["config", "set", name, VALUES[name][0]];
    });
    const results = await Promise.all(sets.map((args) => cstipAsync(args, { home })));
    expect(results.map(({ code, stderr }) => `${code}${stderr}`)).toEqual(sets.map(() => "0"));
    expect(JSON.parse(readFileSync(fileOf(home), "utf8"))).toEqual({
      later: { kept: true },
      color: "always",
      width: 50,
      format: "markdown",
      theme: "dark",
      pager: true,
      journal: false,
      banner: false,
    });
  });

  it("sees an empty file as one that holds nothing, and a byte order mark as nothing", () => {
    const home = scratchFolder();
    writeSettings(home, "");
    expect(cstip(["today"], { home }).stderr).toBe("");
    expect(cstip(["config", "set", "width", "70"], { home }).code).toBe(0);
    writeSettings(home, '\ufeff{"width": 66}');
    expect(cstip(["config", "get", "width"], { home }).stdout).toBe("66\n");
    expect(cstip(["config", "set", "theme", "dark"], { home }).code).toBe(0);
    expect(JSON.parse(readFileSync(fileOf(home), "utf8"))).toEqual({ width: 66, theme: "dark" });
  });
});

describe("a settings file that cannot be used", () => {
  const BROKEN: Readonly<Record<string, string>> = {
    "not JSON": "{ width: 70 ",
    "cut off": '{"width": 7',
    "an array": "[1, 2]",
    "a text": '"width"',
    "too large": `{"x": "${"y".repeat(2_000_000)}"}`,
  };

  const SAID =
    /^cstip: .*\/config\.json cannot be used \(it .*\): 'cstip config reset --yes' starts a new one and keeps this one beside it\n$/;

  it.each(Object.keys(BROKEN))("that is %s: reads work, config says no, nothing changes it", (kind) => {
    const home = scratchFolder();
    const path = writeSettings(home, BROKEN[kind] ?? "");
    for (const args of [["today"], ["list"], ["show", "3"], ["random"]]) {
      const { code, stdout, stderr } = cstip(args, { home });
      expect(code).toBe(0);
      expect(stdout).not.toBe("");
      expect(stderr).toMatch(SAID);
    }
    for (const args of [["list"], ["get", "width"], ["unset", "width"], ["reset"], ["set", "width", "70"]]) {
      const { code, stdout, stderr } = cstip(["config", ...args], { home });
      expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
      expect(stderr).toMatch(SAID);
    }
    expect(readFileSync(path, "utf8")).toBe(BROKEN[kind]);
    expect(cstip(["config", "path"], { home }).code).toBe(0);
  });

  it("makes way as every message says, and is kept beside the new one", () => {
    const home = scratchFolder();
    const path = writeSettings(home, "{ broken");
    expect(cstip(["config", "reset", "--yes"], { home })).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(`${path}.broken`, "utf8")).toBe("{ broken");
    expect(cstip(["today"], { home }).stderr).toBe("");
    expect(cstip(["config", "set", "width", "70"], { home }).code).toBe(0);
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({ width: 70 });
  });

  it("makes way where the user says yes, and is kept beside the new one", () => {
    const home = scratchFolder();
    const path = writeSettings(home, "{ broken");
    expect(cstip(["config", "set", "width", "70", "--yes"], { home })).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(`${path}.broken`, "utf8")).toBe("{ broken");
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({ width: 70 });
    writeSettings(home, "broken again");
    cstip(["config", "set", "width", "70", "--yes"], { home });
    expect(readFileSync(`${path}.broken`, "utf8")).toBe("{ broken");
    expect(readFileSync(`${path}.broken-2`, "utf8")).toBe("broken again");
  });

  it("is asked about on a terminal", () => {
    const home = scratchFolder();
    const path = writeSettings(home, "{ broken");
    const no = onTerminal("cstip config set width 70; echo code $?", { home, input: "n\n" });
    expect(no.stdout).toMatch(/\[y\/N\]/);
    expect(no.stdout).toMatch(/nothing\s+was\s+changed\ncode 3\n/);
    expect(readFileSync(path, "utf8")).toBe("{ broken");
    const yes = onTerminal("cstip config set width 70; echo code $?", { home, input: "y\n" });
    expect(yes.stdout).toMatch(/width is 70 now\.\ncode 0\n/);
    expect(readFileSync(`${path}.broken`, "utf8")).toBe("{ broken");
  });

  it.skipIf(!HAS_TMUX)(
    "and the question about it left by Ctrl-C is an interruption, by Ctrl-D a no",
    async () => {
      const home = scratchFolder();
      const path = writeSettings(home, "{ broken");
      const screen = new Screen({ home, columns: 200 });
      screen.run("cstip config reset; echo code $?");
      await screen.until("[y/N]");
      screen.keys("C-c");
      expect(await screen.until(/^code \d/m)).toMatch(/\[y\/N\] *\n+code 130\n/);
      screen.run("clear; cstip config set width 70; echo code $?");
      await screen.until(/\[y\/N\] *\n*$/);
      screen.keys("C-d");
      expect(await screen.until(/^code \d/m)).toMatch(/nothing was changed\ncode 3\n/);
      expect(readFileSync(path, "utf8")).toBe("{ broken");
    },
  );

  it("with several wrong values: list shows what holds, and names each of them", () => {
    const home = scratchFolder();
    const path = writeSettings(home, '{"width": 9999, "colour": "x", "color": 3, "theme": "dark"}');
    expect(cstip(["topics"], { home }).stderr).toMatch(/\(and 1 more: see 'cstip config list'\)\n$/);
    const lines = [
      `cstip: ${path}: 'colour' is no setting: 'cstip config unset' takes it out`,
      `cstip: ${path}: width cannot be '9999', it takes a whole number from 20 to 400, or auto: 'cstip config unset width' takes it out`,
      `cstip: ${path}: color cannot be '3', it takes auto, always or never: 'cstip config unset color' takes it out`,
    ];
    const shown = cstip(["config", "list"], { home, env: { CSTIP_PAGER: "less" } });
    expect(shown.code).toBe(3);
    expect(shown.stdout).toMatch(/^color\tauto\tdefault\t.*\nwidth\tauto\tdefault\t/);
    expect(shown.stdout).toContain("theme\tdark\tfile\t");
    expect(shown.stderr.split("\n").sort()).toEqual(
      [
        "",
        "cstip: CSTIP_PAGER cannot be 'less', it takes true or false: mend or unset the variable",
        ...lines,
      ].sort(),
    );
    const asJson = cstip(["config", "list", "--json"], { home });
    expect(asJson.code).toBe(3);
    expect(JSON.parse(asJson.stdout)).toHaveLength(SETTING_NAMES.length);
    expect(asJson.stderr.split("\n").sort()).toEqual(["", ...lines].sort());
  });

  it("with one wrong value: that alone is ignored, and unset mends it", () => {
    const home = scratchFolder();
    const path = writeSettings(home, '{"width": "wide", "theme": "dark", "colour": "never"}');
    const { code, stderr } = cstip(["today"], { home });
    expect(code).toBe(0);
    expect(stderr).toBe(
      `cstip: ${path}: width cannot be 'wide', it takes a whole number from 20 to 400, or auto: it is ignored\n`,
    );
    expect(cstip(["config", "get", "theme", "--json"], { home }).stdout).toBe('"dark"\n');
    expect(cstip(["config", "get", "theme"], { home }).stdout).toBe("dark\n");
    expect(cstip(["config", "list"], { home }).code).toBe(3);
    expect(cstip(["config", "unset", "width"], { home }).code).toBe(0);
    expect(cstip(["config", "list"], { home })).toMatchObject({
      code: 0,
      stderr: `cstip: ${path}: 'colour' is no setting: 'cstip config unset' takes it out\n`,
    });
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({ theme: "dark", colour: "never" });
  });

  it("that is a folder or a link to a device: reads work, config exits 3", () => {
    for (const make of [
      (path: string) => mkdirSync(path),
      (path: string) => symlinkSync("/dev/zero", path),
    ]) {
      const home = scratchFolder();
      mkdirSync(dirname(fileOf(home)), { recursive: true });
      make(fileOf(home));
      expect(cstip(["today"], { home }).code).toBe(0);
      expect(cstip(["config", "list"], { home }).code).toBe(3);
      expect(cstip(["config", "set", "width", "70"], { home }).code).toBe(3);
    }
  });

  it("tells in one line of a variable that cannot be used", () => {
    const { code, stderr } = cstip(["today"], { env: { CSTIP_WIDTH: "wide", CSTIP_THEME: "pink" } });
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^cstip: CSTIP_WIDTH cannot be 'wide', .* \(and 1 more: see 'cstip config list'\)\n$/,
    );
  });

  it("where there is no home: reads work, config says what to set", () => {
    const env = { HOME: "relative" };
    expect(cstip(["today"], { env })).toMatchObject({ code: 0, stderr: "" });
    expect(cstip(["config", "set", "width", "70"], { env })).toMatchObject({
      code: 3,
      stderr: "cstip: there is no home folder for settings: set HOME or CSTIP_HOME\n",
    });
  });
});
