import { fuzzRound } from "./fuzz-pages.ts";

/** `npx tsx test/fuzz/run.mts [seconds] [first seed]`: rounds until the time is over; stops at the first that fails. */

const [seconds = 600, first = 1] = process.argv.slice(2).map(Number);
const end = Date.now() + seconds * 1000;
let seed = first;
for (; Date.now() < end; seed++) {
  const fault = fuzzRound(seed);
  if (fault === undefined) continue;
  console.error(`seed ${seed}: ${fault}`);
  process.exit(1);
}
console.log(`${seed - first} rounds in ${seconds} s, all well`);
