import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import manifest from "../../package.json" with { type: "json" };

/** Builds `dist`: all that ships, in one CommonJS file. */

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

await build({
  absWorkingDir: root,
  entryPoints: ["src/main.ts"],
  outfile: "dist/cstip.cjs",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  define: { "process.env.CSTIP_VERSION": JSON.stringify(manifest.version) },
  // Its main file is a wrapper that a bundler cannot see through.
  alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
  plugins: [lightWidths],
  logLevel: "warning",
});
