const report = process.env.MUTATION_REPORT ?? ".mutation/report.json";

/** One part; `run.mts` says which files, which tests, and where the report goes. */
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "test/mutation/vitest.config.mts", related: false },
  coverageAnalysis: "perTest",
  concurrency: 1,
  timeoutMS: 10_000,
  reporters: ["progress-append-only", "clear-text", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
  jsonReporter: { fileName: report },
  tempDirName: `${report}.sandbox`,
  ignorePatterns: [".mutation"],
  // Its reader of tsconfig.json does not know TypeScript 7, and nothing here needs one.
  tsconfigFile: "none.json",
};
