import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cstipEach } from "../support/batch.ts";
import { cstip, cstipAsync, onTerminal, scratchFolder } from "../support/program.ts";
import { FILES, libraryText, put, tip } from "./support.ts";

/** Text from outside that acts on a terminal or hides: none of it comes out anywhere. */

/** Each with a word behind it that is to be seen, so that nothing is kept out by being thrown away. */
const EVIL = [
  "\u001b[2J\u001b[31mred",
  "\u001b]0;owned\u0007title",
  "\u001b]8;;mailto:evil.example\u001b\\link",
  "\u001b]52;c;aGk=\u0007clip",
  "\u001bP1$r0m\u001b\\device",
  "\u009b31mc1",
  "\u009d0;owned\u009cosc",
  "\u0090q\u009cdcs",
  "a\u007fb\bc\u0000d\u000e\u000f",
  "\u202eltr\u202c \u2066iso\u2069 \u200fmark",
  "zero\u200bwidth\u2060\ufeff\u00ad",
  "tag\u{e0041}\u{e007f}",
].join(" ");

/** What can be typed, and stand in a file of text. */
const TYPED = EVIL.replaceAll("\u0000", "");

/** What is not to come out. A line break and the tabs of lists are; so are the colors that the program itself asks for. */
const HARMFUL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e0fff}]|owned|aGk=|evil\.example/u;

/** Carriage returns of a terminal, and the sixteen colors, bold and dim, are the program's own. */
function withoutOwn(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/\r(?=\n)/g, "").replace(/\x1b\[(?:\d|[39]\d|22|39)(?:;\d+)*m/g, "");
}

function expectClean(text: string, where: string): void {
  const found = HARMFUL.exec(withoutOwn(text));
  expect(
    found && `${where}: ${JSON.stringify(text.slice(Math.max(0, found.index - 40), found.index + 40))}`,
  ).toBe(null);
}

const EVIL_TIP = {
  title: `Evil ${EVIL}`,
  takeaway: `Takeaway ${EVIL}`,
  summary: `Summary ${EVIL}`,
  body: [`Body ${EVIL}`, `• item ${EVIL}`],
  actions: [`Action ${EVIL}`],
  keywords: ["keyword \u001b]0;owned\u0007 \u202ek\u200b"],
};

/** The same in every form that import reads. */
const FORMS: Readonly<Record<string, string>> = {
  "tips.json": JSON.stringify({
    version: 1,
    topics: [{ id: "evil", name: `Topic ${EVIL}`, description: `About ${EVIL}` }],
    tips: [tip("evil", { ...EVIL_TIP, topics: ["evil"] })],
  }),
  "tip.md": `---\ntitle: "Evil ${JSON.stringify(EVIL).slice(1, -1)}"\npublished: 2024-03-05\n---\n\nBody ${TYPED}\n\n- item ${TYPED}\n`,
};

const SHOWING = [
  ["show", "evil"],
  ["show", "evil", "--json"],
  ["show", "evil", "--markdown"],
  ["show", "evil", "--format", "card", "--color", "always"],
  ["list"],
  ["list", "--json"],
  ["search", "evil"],
  ["search", "evil", "--json"],
  ["topics"],
  ["topics", "--json"],
  ["today", "2024-03-05"],
  ["banner", "--always"],
  ["library", "list"],
  ["export"],
  ["export", "--format", "markdown"],
  ["export", "--format", "html"],
  ["export", "--format", "ics"],
];

describe("text that acts on a terminal or hides", () => {
  it.each(Object.keys(FORMS))("in an imported %s reaches neither library nor output", async (name) => {
    const home = scratchFolder();
    const file = join(home, name);
    writeFileSync(file, FORMS[name] ?? "");
    const { code, stdout, stderr } = await cstipAsync(["import", file], { home });
    expect(stdout).toContain("1 new");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect((await cstipAsync(["import", file], { home })).stdout).toContain(": 1 unchanged");
    // In JSON a character may hide in its escape.
    const stored = readFileSync(join(home, FILES.library), "utf8");
    expectClean(stored, "library");
    expectClean(
      JSON.stringify(JSON.parse(stored)).replace(/\\u([0-9a-f]{4})/gi, (_, hex) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
      "library",
    );
    for (const { line, run } of await cstipEach(SHOWING, { home })) {
      expect({ line, code: run.code }, run.stderr).toEqual({ line, code: 0 });
      const text = /ics/.test(line) ? run.stdout.replaceAll("\r\n", "\n") : run.stdout;
      expectClean(text + run.stderr, line);
    }
    expect((await cstipAsync(["show", "evil"], { home })).stdout).toMatch(/red.*title.*link.*clip.*device/s);
  });

  it("in a library that another hand wrote reaches no output and no banner", async () => {
    const home = scratchFolder();
    put(
      home,
      "library",
      libraryText([tip("evil", { ...EVIL_TIP, published: "2026-11-24" }), tip("other")]).replace(
        '"topics": []',
        `"topics": [{"id":"calm","name":${JSON.stringify(EVIL)},"description":${JSON.stringify(EVIL)}}]`,
      ),
    );
    put(home, "settings", JSON.stringify({ [EVIL]: EVIL, width: EVIL }));
    put(home, "journal", `{"at":"${EVIL}","event":"favorited","tip":${JSON.stringify(EVIL)}}\n${EVIL}\n`);
    const lines = [
      ...SHOWING,
      ["config", "list"],
      ["config", "get", "width"],
      ["doctor"],
      ["favorite", "list"],
    ];
    for (const { line, run } of await cstipEach(lines, { home, env: { SHELL: "" } })) {
      const text = /ics/.test(line) ? run.stdout.replaceAll("\r\n", "\n") : run.stdout;
      expectClean(text + run.stderr, line);
    }
    await cstipAsync(["banner", "--refresh"], { home });
    const folder = join(home, ".cache/cstip/banner");
    for (const name of readdirSync(folder)) expectClean(readFileSync(join(folder, name), "utf8"), name);
  });

  it("in names of files reaches no terminal", async () => {
    const home = join(scratchFolder(), `home \u001b]0;owned\u0007 \u202e`);
    mkdirSync(home);
    const name = join(home, "evil \u001b[31m\u009b2J\u001b]52;c;aGk=\u0007 \u202ename.json");
    const many = Array.from({ length: 12_000 }, (_, at) => tip(`many-${at}`, { body: ["word ".repeat(40)] }));
    writeFileSync(name, JSON.stringify(many));
    const env = { FILE: name, SHELL: "/bin/sh", CSTIP_DEBUG: "1" };
    for (const line of [
      'cstip import --dry-run "$FILE"',
      'cstip import "$FILE"x',
      'cstip export --output "$FILE"',
      'cstip export --output "$FILE"-2',
      'cstip export --output "$FILE"/x',
      "cstip config path",
      "cstip library path",
      "mkdir -p .config/cstip; echo broken > .config/cstip/config.json; cstip config get width; rm -r .config",
      "cstip doctor",
    ]) {
      const { stdout } = onTerminal(`cd "$HOME"; ${line}`, { home, env });
      expect(stdout, line).not.toBe("");
      // The progress line of an import goes back to the start of its line and clears it.
      expectClean(stdout.replaceAll("\r\u001b[K", ""), line);
    }
  });

  it("in names of files reaches no pipe either, but where a path is what is asked for", async () => {
    const home = scratchFolder();
    const file = join(home, "evil \u001b]0;owned\u0007.json");
    writeFileSync(file, JSON.stringify([tip("new")]));
    for (const args of [
      ["import", file],
      ["import", `${file}x`],
      ["export", "--output", `${file}-y`],
    ]) {
      const { stdout, stderr } = await cstipAsync(args, { home, env: { CSTIP_DEBUG: "1" } });
      expectClean(stdout + stderr, args.join(" "));
    }
    const env = { CSTIP_HOME: file };
    expect((await cstipAsync(["config", "path"], { home, env })).stdout).toBe(
      `${join(file, "config.json")}\n`,
    );
  });

  it("in words of the command line reaches no output", async () => {
    const lines = [
      ["search", TYPED],
      ["search", TYPED, "--json"],
      ["search", `calm ${TYPED}`],
      ["show", TYPED],
      [TYPED],
      ["help", TYPED],
      ["today", TYPED],
      [`--${TYPED}`],
      ["list", "--topic", TYPED],
      ["list", "--since", TYPED],
      ["list", "--sort", TYPED],
      ["config", "get", TYPED],
      ["config", "set", "width", TYPED],
      ["favorite", "add", TYPED],
      ["library", "remove", TYPED],
      ["init", TYPED],
      ["completion", TYPED],
      ["export", "--format", TYPED],
      ["today", "--width", TYPED],
      ["random", "--seed", TYPED],
    ];
    for (const { line, run } of await cstipEach(lines, { env: { CSTIP_DEBUG: "1" } })) {
      expect([0, 1, 2], line).toContain(run.code);
      expectClean(run.stdout + run.stderr, line);
    }
  });

  it("in variables reaches no output", async () => {
    const names = ["WIDTH", "COLOR", "FORMAT", "THEME", "PAGER", "JOURNAL", "BANNER"].map(
      (name) => `CSTIP_${name}`,
    );
    const others = [
      "COLUMNS",
      "LINES",
      "TERM",
      "COLORTERM",
      "NO_COLOR",
      "FORCE_COLOR",
      "CLICOLOR",
      "PAGER",
      "SHELL",
    ];
    const odd = Object.fromEntries(
      [...names, ...others, "XDG_CONFIG_HOME", "TZ"].map((name) => [name, TYPED]),
    );
    const lines = [
      ["today"],
      ["config", "list"],
      ["doctor"],
      ["config", "path"],
      ["list"],
      ["config", "get", "width"],
    ];
    for (const { line, run } of await cstipEach(lines, { env: odd }))
      expectClean(run.stdout + run.stderr, line);
    for (const line of ["cstip today", "cstip config list", "cstip doctor", "cstip banner", "cstip --help"]) {
      const { stdout } = onTerminal(line, { env: { ...odd, SHELL: "/bin/sh", TZ: "UTC" } });
      expectClean(stdout, line);
    }
    // Node itself does not survive every value of LANG, so this one is odd and harmless.
    expectClean(cstip(["doctor"], { env: { LANG: "\u202eUTF-8", SHELL: "" } }).stdout, "LANG");
  });
});
