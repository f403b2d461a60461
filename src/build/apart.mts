import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";

/**
 * What brings much code that most runs do without, each in a file of its own: a line of code costs at every start,
 * though it does not run. Each is loaded by `import()` where it stands in the source.
 */
export const APART: Readonly<Record<string, string>> = {
  "src/importer/index.ts": "importer.cjs",
  "src/render/ics.ts": "calendar.cjs",
};

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Leaves what stands apart out of a bundle; `import()` of it becomes `require` of its file. */
export const apart: Plugin = {
  name: "apart",
  setup({ onResolve }) {
    onResolve({ filter: /\.ts$/ }, ({ path, kind, resolveDir }) => {
      if (kind !== "dynamic-import") return undefined;
      const file = APART[relative(root, join(resolveDir, path))];
      return file === undefined ? undefined : { path: `./${file}`, external: true };
    });
  },
};
