import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import manifest from "../../package.json" with { type: "json" };
import { COMMANDS } from "../commands/index.ts";
import { GLOBAL_OPTIONS } from "../global-options.ts";
import { manPage } from "./man-page.mts";

/** Writes the manual page into `dist`, where package.json tells npm to look for it. */

const told = process.env.SOURCE_DATE_EPOCH;
const date = told === undefined ? new Date() : new Date(Number(told) * 1000);
const page = manPage({
  version: manifest.version,
  date: date.toISOString().slice(0, 10),
  summary: manifest.description,
  commands: COMMANDS,
  globalOptions: GLOBAL_OPTIONS,
});
writeFileSync(fileURLToPath(new URL("../../dist/cstip.1", import.meta.url)), page);
