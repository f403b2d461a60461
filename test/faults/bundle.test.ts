import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { bundledPackages, licencesText } from "../../src/build/licences.mts";
import { programPath } from "../support/program.ts";

/** What a user gets who installs cstip: what of others is in it, and what it may do when it is installed. */

const root = join(dirname(programPath()), "..");
const text = () => readFileSync(join(root, "dist", "THIRD-PARTY-LICENSES.txt"), "utf8");

describe("the package", () => {
  it("names each package that it holds parts of, with its licence and its size", () => {
    const inventory = text().split("\n\n")[1]?.split("\n") ?? [];
    const names = inventory.map((line) => line.split("\t")[0]);
    expect(names).toEqual([...names].sort());
    for (const line of inventory) {
      expect(line).toMatch(/^[@\w./-]+\t\d+\.\d+\.\d+[^\t]*\t[\w.-]+\t[1-9]\d* bytes$/);
      const [name, version, licence] = line.split("\t");
      expect(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0"]).toContain(
        licence,
      );
      expect(text()).toContain(`\n== ${name} ${version} (${licence})\n`);
    }
    // Those that the program is built on, and one that they bring along.
    for (const name of ["commander", "chalk", "boxen", "fuse.js", "conf", "parse5", "yaml", "atomically"])
      expect(names).toContain(name);
    expect(names).not.toContain("esbuild");
  });

  it("is asked of the build, not of a list", async () => {
    const { metafile } = await build({
      stdin: {
        contents: 'import stringWidth from "fast-string-width"; stringWidth("");',
        resolveDir: process.cwd(),
      },
      bundle: true,
      write: false,
      metafile: true,
      logLevel: "silent",
    });
    const packages = bundledPackages(process.cwd(), [metafile], {});
    expect(packages.map(({ name }) => name)).toEqual(["fast-string-truncated-width", "fast-string-width"]);
    expect(licencesText(packages)).toContain("MIT");
    const silent = packages.map((one) => ({ ...one, licence: "" }));
    expect(() => licencesText(silent)).toThrow("fast-string-width");
  });

  it("loads no colors, boxes, fuzzy search or synonyms for what needs none: they are in parts of their own", () => {
    const everyRun = new Set<string>();
    const follow = (name: string) => {
      if (everyRun.has(name)) return;
      everyRun.add(name);
      const code = readFileSync(join(root, "dist", name), "utf8");
      // What is loaded later, if at all.
      const atOnce = code.replace(/then\(\(\)\s*=>\s*\w+\(require\("[^"]+"\)\)/g, "");
      for (const [, file] of atOnce.matchAll(/require\("\.\/([\w.-]+)"\)/g)) if (file) follow(file);
    };
    follow("run.cjs");
    const code = [...everyRun].map((name) => readFileSync(join(root, "dist", name), "utf8")).join("");
    expect(code.includes("parseAsync")).toBe(true);
    for (const mark of ["ansi16m", "dimBorder", "ignoreLocation", "angry anger angrily"])
      expect(code.includes(mark), mark).toBe(false);
  });

  it("runs nothing when it is installed, brings no packages, and holds nothing but what it needs", () => {
    const installed = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(installed.dependencies ?? {}).toEqual({});
    for (const name of ["preinstall", "install", "postinstall"])
      expect(installed.scripts).not.toHaveProperty(name);
    expect(readdirSync(root).sort()).toEqual(
      ["CHANGELOG.md", "LICENSE", "README.md", "SECURITY.md", "bin", "data", "dist", "package.json"].sort(),
    );
    expect(readdirSync(join(root, "dist")).filter((name) => /\.(?:map|ts)$/.test(name))).toEqual([]);
  });
});

describe("the lockfile", () => {
  it("holds a version and a hash for every package, and none that runs a script but esbuild's and its like", () => {
    const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
    const packages = Object.entries<Record<string, unknown>>(lock.packages).filter(([path]) => path !== "");
    // Those of other platforms are optional, and were never fetched where the lock was made.
    const fetched = packages.filter(([, { link, optional }]) => !link && !optional);
    for (const [path, { version, integrity }] of fetched)
      expect([path, typeof version, typeof integrity]).toEqual([path, "string", "string"]);
    const withScripts = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    for (const path of withScripts) expect(path).toMatch(/(?:esbuild|fsevents)$/);
    expect(Object.keys(lock.packages[""].devDependencies).sort()).toEqual(
      Object.keys(manifest.devDependencies).sort(),
    );
  });
});
