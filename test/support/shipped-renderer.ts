import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { lightWidths, unusedModules } from "../../src/build/lighter.mts";
import type * as renderer from "../../src/render/index.ts";

/** The renderers as they ship: the box around a card measures text as we do, not as its library would. */
export async function shippedRenderer(): Promise<typeof renderer> {
  const folder = mkdtempSync(join(tmpdir(), "cstip-renderer-"));
  try {
    const outfile = join(folder, "renderer.cjs");
    await build({
      entryPoints: [fileURLToPath(new URL("../../src/render/index.ts", import.meta.url))],
      outfile,
      bundle: true,
      format: "cjs",
      platform: "node",
      target: "node20",
      plugins: [lightWidths, unusedModules],
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
