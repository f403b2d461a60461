import type { Plugin } from "esbuild";

/**
 * Libraries that few commands need, each in a file of its own beside the bundle: what is not loaded need not be
 * parsed, and half of a start is parsing.
 */
export const SEPARATE: Readonly<Record<string, string>> = {
  conf: "vendor-conf.cjs",
  "@clack/core": "vendor-clack.cjs",
  "proper-lockfile": "vendor-lockfile.cjs",
};

/** Leads imports of them to their files. */
export const separateFiles: Plugin = {
  name: "separate-files",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(conf|@clack\/core|proper-lockfile)$/ }, ({ path, kind }) =>
      kind === "entry-point" ? undefined : { path, namespace: "separate" },
    );
    onResolve({ filter: /^\.\/vendor-.*\.cjs$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /.*/, namespace: "separate" }, ({ path }) => ({
      contents: `module.exports = require("./${SEPARATE[path]}");`,
    }));
  },
};

/** conf brings these for schemas and migrations, of which we have none: they are most of its size. */
export const unusedModules: Plugin = {
  name: "unused-modules",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(ajv\/dist\/2020\.js|ajv-formats|semver)$/ }, ({ path }) => ({
      path,
      namespace: "unused",
    }));
    onLoad({ filter: /.*/, namespace: "unused" }, () => ({
      contents: "export const Ajv2020 = undefined; export default {};",
    }));
  },
};
