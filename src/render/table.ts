import { paintFor } from "./paint.ts";
import type { Style, TableView } from "./view.ts";
import { widthOf } from "./width.ts";
import { padTo, wrap, wrapWith } from "./wrap.ts";

/** Narrower than this the last column stands under the others. */
const LEAST_LAST = 24;

/** For a terminal: columns with a head, the last wrapped. */
export function tableCard({ columns, rows }: TableView, style: Style): string {
  const paint = paintFor(style);
  const table = [columns, ...rows];
  const widths = columns.slice(0, -1).map((_, at) => Math.max(...table.map((row) => widthOf(row[at] ?? ""))));
  const margin = widths.reduce((sum, width) => sum + width + 2, 0);
  const beside = style.width - margin >= LEAST_LAST;
  const lines = table.flatMap((row, index) => {
    const paintCell = (text: string, at: number) =>
      index === 0 ? paint.quiet(text) : at === 0 ? paint.heading(text) : text;
    const last = wrap(row.at(-1) ?? "", beside ? style.width - margin : style.width - 2);
    const set = last.map((line) => paintCell(line, -1));
    if (!beside) {
      // Broken before it is painted: a break must not fall into the code of a style.
      const over = wrapHanging(row.slice(0, -1), style.width).map((line) => paintCell(line.trimEnd(), 0));
      return [...over, ...set.map((line) => `  ${line}`)];
    }
    const head = widths.map((width, at) => paintCell(padTo(row[at] ?? "", width), at));
    return set.map((line, at) => (at === 0 ? [...head, line].join("  ") : " ".repeat(margin) + line));
  });
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

/** Cells in one line; where they are too long for it, the others hang behind the first. */
function wrapHanging([first = "", ...others]: readonly string[], width: number): string[] {
  const line = [first, ...others].join("  ");
  const indent = widthOf(first) + 2;
  if (widthOf(line) <= width || width - indent < LEAST_HANGING) return wrap(line, width);
  return wrapWith(`${first}  `, others.join("  "), width);
}

/** Narrower than this a line hangs behind nothing. */
const LEAST_HANGING = 8;
