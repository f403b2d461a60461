import { fileURLToPath } from "node:url";

const CLOCK = fileURLToPath(new URL("./fixed-clock.cjs", import.meta.url));

/** The environment of a program whose clock stands at noon of a day, in UTC. */
export function clockAt(date: string): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--require ${CLOCK}`, CSTIP_TEST_NOW: `${date}T12:00:00Z`, TZ: "UTC" };
}
