import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import manifest from "../../package.json" with { type: "json" };

/** Builds `dist`: what every run needs in one CommonJS file, what few runs need in others. */

const root = fileURLToPath(new URL("../../", import.meta.url));

/** boxen's own measure of text brings tables of all emoji that take longer to load than the rest; these measure alike. */
const LIGHT = {
  "string-width": { name: "fast-string-width", export: "default" },
  "wrap-ansi": { name: "fast-wrap-ansi", export: "wrapAnsi" },
} as const;

/** Puts the light modules in place of the heavy ones, for `import` and for `require`. */
const lightWidths: Plugin = {
  name: "light-widths",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(string-width|wrap-ansi)$/ }, ({ path, kind }) => ({
      path,
      namespace: kind === "require-call" ? "light-require" : "light-import",
    }));
    onLoad({ filter: /.*/, namespace: "light-import" }, ({ path }) => {
      const light = LIGHT[path as keyof typeof LIGHT];
      return { contents: `export { ${light.export} as default } from "${light.name}";`, resolveDir: root };
    });
    onLoad({ filter: /.*/, namespace: "light-require" }, ({ path }) => {
      const light = LIGHT[path as keyof typeof LIGHT];
      return { contents: `module.exports = require("${light.name}").${light.export};`, resolveDir: root };
    });
  },
};

/**
 * What brings much code that most runs do without, each in a file of its own: a line of code costs at every start,
 * though it does not run. Each is loaded by `import()` where it stands in the source.
 */
const APART: Readonly<Record<string, string>> = {
  "src/importer/index.ts": "importer.cjs",
  "src/render/ics.ts": "calendar.cjs",
};

const apart: Plugin = {
  name: "apart",
  setup({ onResolve }) {
    onResolve({ filter: /\.ts$/ }, ({ path, kind, resolveDir }) => {
      if (kind !== "dynamic-import") return undefined;
      const file = APART[relative(root, join(resolveDir, path))];
      return file === undefined ? undefined : { path: `./${file}`, external: true };
    });
  },
};

const SHARED: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  logLevel: "warning",
};

await build({
  ...SHARED,
  entryPoints: ["src/main.ts"],
  outfile: "dist/cstip.cjs",
  define: { "process.env.CSTIP_VERSION": JSON.stringify(manifest.version) },
  supported: { "dynamic-import": false },
  plugins: [apart, lightWidths],
});

for (const [source, file] of Object.entries(APART)) {
  await build({
    ...SHARED,
    entryPoints: [source],
    outfile: `dist/${file}`,
    // Its main file is a wrapper that a bundler cannot see through.
    alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
  });
}
