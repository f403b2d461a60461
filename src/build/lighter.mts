import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";

/** What the libraries bring along that is left out, or that something lighter stands in for. */

const root = fileURLToPath(new URL("../../", import.meta.url));

/** boxen's own measure of text brings tables of all emoji that take longer to load than the rest; these measure alike. */
const LIGHT = {
  "string-width": { name: "fast-string-width", export: "default" },
  "wrap-ansi": { name: "fast-wrap-ansi", export: "wrapAnsi" },
} as const;

/** Puts the light modules in place of the heavy ones, for `import` and for `require`. */
export const lightWidths: Plugin = {
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

/** Modules that a library imports for what we do not use, by library. */
const UNUSED: Readonly<Record<string, RegExp>> = {
  // What it makes of the environment, for which it loads the terminal's module: we decide on colour ourselves.
  chalk: /^#supports-color$/,
  // Commands in files of their own; it would load sockets and streams.
  commander: /^node:child_process$/,
  // Schemas and migrations, which are most of its size.
  conf: /^(ajv\/dist\/2020\.js|ajv-formats|semver)$/,
};

/** Puts empty modules in place of those. */
export const unusedModules: Plugin = {
  name: "unused-modules",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:child_process|ajv|semver|#supports-color)/ }, ({ path, importer }) => {
      const library = /[\\/]node_modules[\\/]([^\\/]+)[\\/]/.exec(importer)?.[1] ?? "";
      return UNUSED[library]?.test(path) ? { path, namespace: "unused" } : undefined;
    });
    onLoad({ filter: /^node:/, namespace: "unused" }, () => ({ contents: "module.exports = {};" }));
    onLoad({ filter: /.*/, namespace: "unused" }, () => ({
      contents: "export const Ajv2020 = undefined; export default {};",
    }));
  },
};
