import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder that holds `bin/cstip` of the package as a user would have it. */
    readonly packed: string;
  }
}

/** Packs the project and installs the package into a scratch prefix, once for all tests. */
export default function setup(project: TestProject): () => void {
  const scratch = mkdtempSync(join(tmpdir(), "cstip-packed-"));
  const npm = (...args: string[]) => execFileSync("npm", args, { stdio: ["ignore", "ignore", "pipe"] });
  // The build has run: `npm test` builds first, and the package must hold just that.
  npm("pack", "--ignore-scripts", "--pack-destination", scratch);
  const tarball = readdirSync(scratch).find((name) => name.endsWith(".tgz"));
  if (tarball === undefined) throw new Error("npm pack left no package");
  const prefix = join(scratch, "prefix");
  npm(
    "install",
    "--global",
    "--prefix",
    prefix,
    "--offline",
    "--no-audit",
    "--no-fund",
    join(scratch, tarball),
  );
  project.provide("packed", prefix);
  return () => rmSync(scratch, { recursive: true, force: true });
}
