import { join } from "node:path";

/** Whether this is the program as it ships, and not its sources. */
export const isBuilt = __dirname.endsWith("dist");

/** This program's own file, by which a shell sees that it changed or went. */
export const PROGRAM = isBuilt ? join(__dirname, "cstip.cjs") : __filename;
