import { expect, it } from "vitest";
import { fuzzRound } from "./fuzz-pages.ts";

/** The short form: the same rounds every time. `npx tsx test/fuzz/run.mts` goes on for ten minutes. */
it("reads made-up pages whole in every form, and comes to no harm by damaged ones", () => {
  for (let seed = 1; seed <= 400; seed++) expect(fuzzRound(seed), `seed ${seed}`).toBeUndefined();
}, 60_000);
