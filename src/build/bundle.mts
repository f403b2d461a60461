import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import manifest from "../../package.json" with { type: "json" };
import { SEPARATE, separateFiles, unusedModules } from "./separate.mts";

/** Builds `dist`: all that ships, as CommonJS in one file, and what few commands need beside it. */

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

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  define: { "process.env.CSTIP_VERSION": JSON.stringify(manifest.version) },
  plugins: [lightWidths, separateFiles, unusedModules],
  logLevel: "warning",
};

await build({ ...shared, entryPoints: ["src/main.ts"], outfile: "dist/cstip.cjs" });
for (const [name, file] of Object.entries(SEPARATE)) {
  await build({ ...shared, entryPoints: [name], outfile: `dist/${file}` });
}
