import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";

/** What of others is in the bundle: their names, versions, licences, and how much of them there is. */

export interface Bundled {
  readonly name: string;
  readonly version: string;
  /** As its package says: `MIT`. */
  readonly licence: string;
  /** Bytes in the files of `dist`. */
  readonly bytes: number;
  /** The text of its licence; undefined where the package has none. */
  readonly text: string | undefined;
}

/** The packages whose code is in the outputs of these builds, and those whose data is in a file, with its bytes. */
export function bundledPackages(
  root: string,
  builds: readonly Metafile[],
  data: Readonly<Record<string, number>>,
): Bundled[] {
  const bytes = new Map(Object.entries(data).map(([name, size]) => [`node_modules/${name}`, size]));
  for (const { outputs } of builds) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
        if (folder !== undefined && bytesInOutput > 0)
          bytes.set(folder, (bytes.get(folder) ?? 0) + bytesInOutput);
      }
    }
  }
  return [...bytes]
    .map(([folder, size]) => ({ ...described(join(root, folder)), bytes: size }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function described(folder: string): Omit<Bundled, "bytes"> {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|copyright|notice)/i.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8").trim());
  return { name, version, licence: license, text: texts.length > 0 ? texts.join("\n\n") : undefined };
}

/** All of them as one text, with an inventory at its head. Throws where a package does not say its licence. */
export function licencesText(packages: readonly Bundled[]): string {
  const silent = packages.filter(({ licence }) => typeof licence !== "string" || licence === "");
  if (silent.length > 0) throw new Error(`without a licence: ${silent.map(({ name }) => name).join(", ")}`);
  const inventory = packages.map(
    ({ name, version, licence, bytes }) => `${name}\t${version}\t${licence}\t${bytes} bytes`,
  );
  const texts = packages.map(({ name, version, licence, text }) =>
    [`== ${name} ${version} (${licence})`, text ?? `The package says: ${licence}.`].join("\n\n"),
  );
  const head = "cstip holds parts of these packages, each under its own licence, which follows below.";
  return `${[head, inventory.join("\n"), ...texts].join("\n\n")}\n`;
}
