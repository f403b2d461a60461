import { defineConfig } from "vitest/config";

/** The tests of one part; `run.mts` says which. */
export default defineConfig({
  test: {
    include: process.env.MUTATION_TESTS?.split(" ") ?? ["test/core/**/*.test.ts"],
    setupFiles: "test/mutation/setup.mts",
    testTimeout: 60_000,
  },
});
