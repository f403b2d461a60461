import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";

/** What the libraries bring along that is left out, or that something lighter stands in for. */

const root = fileURLToPath(new URL("../../", import.meta.url));

/** boxen's own measure of text brings tables of all emoji that take longer to load than the rest; ours measures alike. */
const LIGHT: Readonly<Record<string, string>> = { "string-width": "widthOf", "wrap-ansi": "wrapStyled" };

/** Puts our own functions in place of the heavy modules, for `import` and for `require`. */
export const lightWidths: Plugin = {
  name: "light-widths",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(string-width|wrap-ansi)$/ }, ({ path, kind }) => ({
      path,
      namespace: kind === "require-call" ? "light-require" : "light-import",
    }));
    onLoad({ filter: /.*/, namespace: "light-import" }, ({ path }) => ({
      contents: `export { ${LIGHT[path]} as default } from "./src/render/width.ts";`,
      resolveDir: root,
    }));
    onLoad({ filter: /.*/, namespace: "light-require" }, ({ path }) => ({
      contents: `module.exports = require("./src/render/width.ts").${LIGHT[path]};`,
      resolveDir: root,
    }));
  },
};

/** Modules that a library imports for what we do not use, by library, and what stands in their place. */
const UNUSED: Readonly<Record<string, { readonly modules: RegExp; readonly instead: string }>> = {
  // The environment's word on color, for which it loads the terminal's module: we decide on color ourselves.
  chalk: { modules: /^#supports-color$/, instead: "export default {};" },
  // The terminal's width, for which it opens stdout: we say how wide a box is.
  boxen: { modules: /^node:process$/, instead: "export default { env: {}, stdout: { columns: 1000 } };" },
  // Commands in files of their own; it would load sockets and streams.
  commander: { modules: /^node:child_process$/, instead: "module.exports = {};" },
  // Schemas and migrations, which are most of its size.
  conf: {
    modules: /^(ajv\/dist\/2020\.js|ajv-formats|semver)$/,
    instead: "export const Ajv2020 = undefined; export default {};",
  },
};

/** Puts little in place of those. */
export const unusedModules: Plugin = {
  name: "unused-modules",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:|ajv|semver|#supports-color)/ }, ({ path, importer }) => {
      const library = /[\\/]node_modules[\\/]([^\\/]+)[\\/]/.exec(importer)?.[1] ?? "";
      const unused = UNUSED[library]?.modules.test(path);
      return unused ? { path: `${library} ${path}`, namespace: "unused" } : undefined;
    });
    onLoad({ filter: /.*/, namespace: "unused" }, ({ path }) => ({
      contents: UNUSED[path.split(" ")[0] ?? ""]?.instead ?? "",
    }));
  },
};

/**
 * Modules that are loaded when what they export is called first: to make their expressions takes longer than all that
 * a usual run does with them, which is nothing.
 */
const SELDOM: Readonly<Record<string, string>> = {
  "fast-string-width": standInFor('require("fast-string-width").default(...given)', "default"),
  "fast-wrap-ansi": standInFor('require("fast-wrap-ansi").wrapAnsi(...given)', "wrapAnsi"),
  camelcase: standInFor('require("camelcase").default(...given)', "default"),
  "fuse.js/basic":
    'export default class { constructor(...given) { return new (require("fuse.js/basic"))(...given); } }',
};

/** The text of a module that loads another when its function is called. */
function standInFor(call: string, name: string): string {
  return `const standIn = (...given) => ${call}; export { standIn as ${name} };`;
}

/** Puts those in their place. */
export const seldomModules: Plugin = {
  name: "seldom-modules",
  setup({ onResolve, onLoad }) {
    const names = new RegExp(`^(${Object.keys(SELDOM).join("|")})$`);
    onResolve({ filter: names }, ({ path, kind, resolveDir }) =>
      kind === "require-call" ? undefined : { path, namespace: "seldom", pluginData: resolveDir },
    );
    onLoad({ filter: /.*/, namespace: "seldom" }, ({ path, pluginData }) => ({
      contents: SELDOM[path] ?? "",
      resolveDir: pluginData,
    }));
  },
};
