import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";

/** The layers are held by the linter: each of these files must be refused. */

const root = fileURLToPath(new URL("..", import.meta.url));
const PURE = ["core", "core/search", "importer", "render", "shell"];
const up = (layer: string) => "../".repeat(layer.split("/").length);
const using = (from: string) => `import * as it from "${from}";\nexport const used = it;\n`;

const REFUSED: readonly (readonly [where: string, what: string])[] = [
  ...PURE.flatMap((layer) => [
    [layer, using("node:fs")] as const,
    [layer, "export const now = Date.now();\n"] as const,
    [layer, "export const by = Math.random();\n"] as const,
    [layer, "export const env = process.env;\n"] as const,
    [layer, using(`${up(layer)}host/files.ts`)] as const,
    [layer, using(`${up(layer)}commands/index.ts`)] as const,
    [layer, using("commander")] as const,
    [layer, using("conf")] as const,
  ]),
  ["core", using("fuse.js")],
  ["core", using("chalk")],
  ["core", using("boxen")],
  ["core", using("../render/style.ts")],
  ["core", using("../context.ts")],
  ["core", using("../login-files.ts")],
  ["importer", using("../render/view.ts")],
  ["render", using("fuse.js")],
  ["render", using("../main.ts")],
  ["shell", using("../core/text.ts")],
  ["shell", using("chalk")],
  ["commands", using("node:fs")],
  ["commands", using("../host/files.ts")],
  ["commands", using("../render/card.ts")],
  ["commands", using("../render/index.ts")],
  ["commands", using("chalk")],
  ["commands", using("fuse.js")],
  ["commands", using("../program.ts")],
  ["host", using("commander")],
  ["host", using("boxen")],
  ["host", using("../commands/index.ts")],
  ["host", using("../program.ts")],
];

const ALLOWED: readonly (readonly [where: string, what: string])[] = [
  ["core", using("./tip.ts")],
  ["core/search", using("fuse.js")],
  ["render", using("chalk")],
  ["render", using("../core/text.ts")],
  ["commands", using("../core/text.ts")],
  ["commands", 'import type { View } from "../render/view.ts";\nexport type Used = View;\n'],
  ["host", using("node:fs")],
];

/** Plants all files at once under `src`, and answers those that the linter finds fault with. */
function refused(files: readonly (readonly [string, string])[]): Set<number> {
  const paths = files.map(([where], index) => join(root, "src", where, `planted-${process.pid}-${index}.ts`));
  const made = new Set<string>();
  onTestFinished(() => {
    for (const path of [...paths, ...made]) rmSync(path, { recursive: true, force: true });
  });
  files.forEach(([, text], index) => {
    const path = paths[index] ?? "";
    const first = mkdirSync(dirname(path), { recursive: true });
    if (first !== undefined) made.add(first);
    writeFileSync(path, text);
  });
  const { stdout } = spawnSync(
    join(root, "node_modules", ".bin", "biome"),
    ["lint", "--reporter=json", "--max-diagnostics=none", ...paths],
    { cwd: root, encoding: "utf8", maxBuffer: 1e8 },
  );
  const found = [...stdout.matchAll(/planted-\d+-(\d+)\.ts/g)].map(([, index]) => Number(index));
  return new Set(found);
}

describe("the linter", () => {
  it("refuses every import and global that a layer may not have", () => {
    const found = refused(REFUSED);
    expect(REFUSED.filter((_, index) => !found.has(index))).toEqual([]);
  });

  it("lets through what a layer may have", () => {
    const found = refused(ALLOWED);
    expect(ALLOWED.filter((_, index) => found.has(index))).toEqual([]);
  });
});
