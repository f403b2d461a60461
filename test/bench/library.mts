import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tipsFile } from "./make-tips.ts";

/**
 * Measures whole processes on libraries of several sizes: `npx tsx test/bench/library.mts [sizes...]`, after a build.
 * Prints the median time, and the most memory that a run took.
 */

const PROGRAM = fileURLToPath(new URL("../../bin/cstip.js", import.meta.url));
const sizes = process.argv.slice(2).map(Number);
const SIZES = sizes.length > 0 ? sizes : [0, 1_000, 10_000, 100_000];
interface Command {
  readonly name: string;
  readonly args: readonly string[];
  readonly runs: number;
}

const COMMANDS: readonly Command[] = [
  { name: "today", args: ["today"], runs: 21 },
  { name: "today 2001-05-08", args: ["today", "2001-05-08"], runs: 11 },
  { name: "list --limit 20", args: ["list", "--limit", "20"], runs: 5 },
  { name: "show made-tip-77", args: ["show", "made-tip-77"], runs: 5 },
  { name: "search", args: ["search", "patient", "caller"], runs: 5 },
  { name: "random", args: ["random"], runs: 5 },
  { name: "topics", args: ["topics"], runs: 5 },
];

function run(home: string, args: readonly string[]) {
  const script = 'process.on("exit",()=>process.stderr.write("\\nRSS "+process.resourceUsage().maxRSS))';
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(script)}`, PROGRAM, ...args],
    {
      env: { PATH: process.env.PATH, HOME: home, CSTIP_HOME: home, LANG: "C.UTF-8" },
      encoding: "utf8",
      maxBuffer: 1 << 30,
    },
  );
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  return { ms, status, rss: Number(/RSS (\d+)$/.exec(stderr)?.[1] ?? 0) / 1024 };
}

function measure(home: string, { args, runs }: Command) {
  const results = Array.from({ length: runs }, () => run(home, args));
  const times = results.map(({ ms }) => ms).sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)] ?? 0;
  return { median, rss: Math.max(...results.map(({ rss }) => rss)), status: results[0]?.status };
}

const base = new Map<string, number>();
for (const size of SIZES) {
  const home = mkdtempSync(join(tmpdir(), "cstip-bench-"));
  try {
    if (size > 0) {
      const files: string[] = [];
      for (let first = 0; first < size; first += 25_000) {
        const file = join(home, `made-${first}.json`);
        writeFileSync(file, tipsFile(Math.min(25_000, size - first), first));
        files.push(file);
      }
      const first = run(home, ["import", ...files]);
      const again = run(home, ["import", ...files]);
      const bytes = statSync(join(home, "library.json")).size / 2 ** 20;
      console.log(`\n${size} tips, ${bytes.toFixed(1)} MiB`);
      console.log(row("import", first.ms, first.rss, undefined, first.status));
      console.log(row("import again", again.ms, again.rss, undefined, again.status));
      run(home, ["list", "--limit", "1"]);
    } else console.log("\nnothing imported");
    for (const command of COMMANDS) {
      const { median, rss, status } = measure(home, command);
      if (size === 0) base.set(command.name, median);
      console.log(row(command.name, median, rss, base.get(command.name), status));
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function row(
  name: string,
  ms: number,
  rss: number,
  against: number | undefined,
  status: number | null | undefined,
): string {
  const ratio = against ? `  ${(ms / against).toFixed(2)} x nothing imported` : "";
  return `  ${name.padEnd(20)}${ms.toFixed(0).padStart(7)} ms${rss.toFixed(0).padStart(6)} MB${ratio}${status ? `  exit ${status}` : ""}`;
}
