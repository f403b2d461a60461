import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Measures whole processes: CPU time, user and system, of each in turn with its measure, and the median of the
 * ratios. Prints a table and writes it to RESULTS.md beside this file. `npm run bench -- 41` takes 41 pairs.
 */

interface Row {
  readonly name: string;
  readonly line: string;
  /** What it is compared with. */
  readonly against: string;
  readonly most?: number;
}

const pairs = Math.max(3, Number(process.argv[2]) || 21);
const program = fileURLToPath(new URL("../../bin/cstip.js", import.meta.url));
const results = fileURLToPath(new URL("RESULTS.md", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "cstip-bench-"));
const node = `'${process.execPath}'`;
const cstip = `${node} '${program}'`;
const bare = `${node} -e 0`;

function has(name: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${name}`]).status === 0;
}

/** Command lines that start a shell on a terminal which reads just this text. */
function shellLine(shell: string, name: string, text: string): string {
  const folder = join(scratch, `${shell}-${name}`);
  mkdirSync(folder);
  const file = join(folder, ".zshrc");
  writeFileSync(file, `${text}\nexit\n`);
  if (shell === "bash") return `bash --noprofile --rcfile '${file}' -i`;
  return shell === "zsh" ? `ZDOTDIR='${folder}' zsh -d -i` : `fish --no-config -i -c "source '${file}'"`;
}

function shellRows(shell: string): Row[] {
  if (!has(shell)) return [];
  const snippet = execFileSync(process.execPath, [program, "init", shell], { encoding: "utf8" });
  const against = shellLine(shell, "bare", "");
  const rows: Row[] = [
    { name: `${shell}, with the banner`, line: shellLine(shell, "banner", snippet), against, most: 1.5 },
  ];
  const fortune = has("fortune")
    ? "fortune"
    : existsSync("/usr/games/fortune")
      ? "/usr/games/fortune"
      : undefined;
  if (fortune)
    rows.push({ name: `${shell}, with fortune`, line: shellLine(shell, "fortune", fortune), against });
  return rows;
}

const rows: Row[] = [
  { name: "`cstip --version`", line: `${cstip} --version`, against: bare, most: 1.3 },
  { name: "`cstip today`, plain", line: `${cstip} today --plain`, against: bare, most: 1.5 },
  { name: "`cstip today`, card", line: `${cstip} today --format card`, against: bare, most: 1.8 },
  { name: "`cstip list`", line: `${cstip} list`, against: bare, most: 1.8 },
  { name: "`cstip list`, cards", line: `${cstip} list --format card`, against: bare, most: 1.8 },
  { name: "`cstip show`", line: `${cstip} show 3 --format card`, against: bare, most: 1.8 },
  { name: "`cstip search`", line: `${cstip} search empathy`, against: bare, most: 2.2 },
  { name: "`cstip random`", line: `${cstip} random --format card`, against: bare, most: 1.8 },
  ...["bash", "zsh", "fish"].flatMap(shellRows),
  // `today` has it compacted when it runs for the first time, which is not counted; `list` reads all of it each time.
  ...["today", "list --unread"].map((command) => ({
    name: `\`cstip ${command}\`, after 100,000 events, against none`,
    line: `env CSTIP_HOME='${longLived(command)}' ${cstip} ${command}`,
    against: `env CSTIP_HOME='${scratch}' ${cstip} ${command}`,
    most: command === "today" ? 1.1 : 1.5,
  })),
];

/** A home with a journal of a hundred thousand events that was never compacted. */
function longLived(command: string): string {
  const folder = join(scratch, `long-lived ${command}`);
  mkdirSync(folder, { recursive: true });
  const kinds = ["read", "read", "drawn", "favorited", "unfavorited"];
  const ids = JSON.parse(readFileSync(new URL("../../data/tips.json", import.meta.url), "utf8")).tips;
  const lines = Array.from({ length: 100_000 }, (_, index) => {
    const at = new Date(1.5e12 + index * 3e6).toISOString();
    return JSON.stringify({ at, event: kinds[index % 5], tip: ids[(index * 7) % 40].id });
  });
  writeFileSync(join(folder, "journal.jsonl"), `${lines.join("\n")}\n`);
  return folder;
}

/** The ratios of one row, from a loop that runs in bash under a terminal. */
function ratiosOf({ line, against }: Row, environment: NodeJS.ProcessEnv): number[] {
  const times = join(scratch, "times");
  rmSync(times, { force: true });
  const script = join(scratch, "loop.sh");
  const timed = (command: string) => `{ time ${command} >"$OUT" 2>&1; } 2>>'${times}'`;
  // A shell takes few milliseconds, and bash tells no less than one: five count as one.
  const onTerminal = !against.includes(process.execPath);
  const run = (command: string) =>
    onTerminal
      ? `{ time for k in 1 2 3 4 5; do eval ${quoted(command)} 2>/dev/null; done; } 2>>'${times}'`
      : timed(command);
  const loop = [
    "TIMEFORMAT='%3U %3S'",
    // A file: for a device the program looks whether it is a terminal, as it would on one.
    `OUT='${join(scratch, "out")}'`,
    `for ((i = 0; i < ${pairs + 1}; i++)); do`,
    run(against),
    run(line),
    "done",
  ];
  writeFileSync(script, loop.join("\n"));
  spawnSync("script", ["-qec", `bash '${script}'`, "/dev/null"], {
    env: environment,
    stdio: ["ignore", "ignore", "inherit"],
    timeout: 180_000,
  });
  const seconds = readFileSync(times, "utf8")
    .trim()
    .split("\n")
    .map((text) => text.split(" ").reduce((sum, part) => sum + Number(part), 0));
  // The first pair warms caches.
  return Array.from(
    { length: pairs },
    (_, index) => (seconds[2 * index + 3] ?? 0) / (seconds[2 * index + 2] || 0.001),
  );
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const { NODE_EXTRA_CA_CERTS: _certificates, CI: _ci, CSTIP_SHOWN: _shown, ...inherited } = process.env;
const environment = {
  ...inherited,
  CSTIP_HOME: scratch,
  HOME: scratch,
  TERM: "xterm",
  SHELL: "/bin/sh",
  LANG: "C.UTF-8",
};
try {
  execFileSync(process.execPath, [program, "banner", "--refresh"], { env: environment });
  const lines = ["| command | times its measure | at most |", "|---|--:|--:|"];
  for (const row of rows) {
    if (spawnSync("sh", ["-c", row.line], { env: environment }).status === 2 && row.against === bare)
      continue;
    const line = `| ${row.name} | ${median(ratiosOf(row, environment)).toFixed(2)} | ${row.most?.toFixed(1) ?? ""} |`;
    console.log(line);
    lines.push(line);
  }
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${process.platform}`;
  const head = `Medians of the ratios of CPU time over ${pairs} pairs, programs against \`node -e 0\` and shells against the same shell bare: Node ${process.versions.node}, ${machine}, ${date}.`;
  writeFileSync(results, `# What starting costs\n\n${head}\n\n${lines.join("\n")}\n`);
  console.log(`\n${head}`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
