import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";

/** What every run loads. */
const CORE = fileURLToPath(new URL("../run.ts", import.meta.url));

/**
 * esbuild makes a file of its own for each set of modules that the same parts share: thirty small files, each of
 * which takes a third of a millisecond to load. So each part is said to need all that every run has loaded by then,
 * which leaves one shared file.
 */
export const sharedCore: Plugin = {
  name: "shared-core",
  setup({ onResolve, onLoad }) {
    const parts = new Set<string>();
    onResolve({ filter: /^\..*\.ts$/ }, ({ path, kind, resolveDir }) => {
      if (kind === "dynamic-import") parts.add(join(resolveDir, path));
      return undefined;
    });
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (!parts.has(path) || path === CORE) return undefined;
      const text = readFileSync(path, "utf8");
      return {
        contents: `${text}\nimport ${JSON.stringify(CORE)};\n`,
        loader: "ts",
        resolveDir: dirname(path),
      };
    });
  },
};
