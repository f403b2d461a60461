import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Draws `.github/card.svg` for the README from what the built program really prints. */

const root = fileURLToPath(new URL("../../", import.meta.url));
const COMMAND = ["today", "2026-01-20"];
const COLUMNS = 80;

const CELL = { width: 8.4, height: 19 };
const MARGIN = 20;
const BAR = 34;
const COLORS = {
  back: "#1e2430",
  bar: "#2a3140",
  text: "#d8dee9",
  quiet: "#7f8aa0",
  35: "#c9a0dc",
} as const;

const ESCAPE = String.fromCharCode(27);
const CODES = new RegExp(`(${ESCAPE}\\[\\d+m)`);

interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly color: keyof typeof COLORS;
}

function main(): void {
  const output = execFileSync(
    process.execPath,
    [`${root}bin/cstip.js`, ...COMMAND, "--format", "card", "--color", "always", "--width", String(COLUMNS)],
    { encoding: "utf8", env: { LANG: "C.UTF-8", CSTIP_NO_JOURNAL: "1", HOME: "/nonexistent" } },
  );
  mkdirSync(`${root}.github`, { recursive: true });
  writeFileSync(`${root}.github/card.svg`, picture(output.trimEnd().split("\n")));
}

function picture(lines: readonly string[]): string {
  const shown = [`$ cstip ${COMMAND.join(" ")}`, ...lines];
  const width = Math.ceil(COLUMNS * CELL.width + 2 * MARGIN);
  const height = Math.ceil(shown.length * CELL.height + 2 * MARGIN + BAR);
  const rows = shown.map((line, index) => row(line, BAR + MARGIN + (index + 0.75) * CELL.height));
  const dots = ["#e0716c", "#e0b35b", "#7fbf6f"].map(
    (fill, index) => `<circle cx="${20 + index * 18}" cy="17" r="6" fill="${fill}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="A tip of the week as cstip shows it in a terminal">
<rect width="100%" height="100%" rx="10" fill="${COLORS.back}"/>
<path d="M0 ${BAR}V10a10 10 0 0 1 10-10h${width - 20}a10 10 0 0 1 10 10v${BAR - 10}z" fill="${COLORS.bar}"/>
${dots.join("\n")}
<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" xml:space="preserve">
${rows.join("\n")}
</g>
</svg>
`;
}

/** Every run of one style stands at its own column, so that the border stays straight in any font. */
function row(line: string, y: number): string {
  let column = 0;
  const texts = runsOf(line).map((run) => {
    const x = MARGIN + column * CELL.width;
    const length = [...run.text].length;
    column += length;
    if (run.text.trim() === "") return "";
    const weight = run.bold ? ' font-weight="bold"' : "";
    const fill = COLORS[run.dim ? "quiet" : run.color];
    return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" fill="${fill}"${weight} textLength="${(length * CELL.width).toFixed(1)}">${escaped(run.text)}</text>`;
  });
  return texts.join("");
}

/** Splits a line at its color codes. */
function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  let style: Omit<Run, "text"> = { bold: false, dim: false, color: "text" };
  for (const part of line.split(CODES)) {
    const code = part.startsWith(ESCAPE) ? /\d+/.exec(part)?.[0] : undefined;
    if (code === undefined) runs.push({ ...style, text: part });
    else style = restyled(style, Number(code));
  }
  return runs.filter(({ text }) => text !== "");
}

function restyled(style: Omit<Run, "text">, code: number): Omit<Run, "text"> {
  if (code === 1) return { ...style, bold: true };
  if (code === 2) return { ...style, dim: true };
  if (code === 22) return { ...style, bold: false, dim: false };
  if (code === 35) return { ...style, color: code };
  if (code === 39) return { ...style, color: "text" };
  throw new Error(`the picture knows no color code ${code}`);
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

main();
