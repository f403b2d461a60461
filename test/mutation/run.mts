import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";

/**
 * Mutation testing of src/core with Stryker, part by part: each file with the quick tests that are about it, none of
 * the packed program. CONTRIBUTING.md says what has to be installed for it, RESULTS.md what came of it.
 */
const FOLDER = ".mutation";

/** By the names of the files of src/core, the tests that are to notice. */
const PARTS: readonly (readonly [files: string, tests: string])[] = [
  ["banner", "core/banner"],
  ["bag", "core/bag"],
  ["calendar week", "core/calendar core/dates core/tip-of-the-week"],
  ["choices notes", "core/choices"],
  ["posix-zone", "core/posix-zone"],
  ["chooser", "core/chooser"],
  ["narrowing", "core/narrowing"],
  ["dates", "core/dates"],
  ["draft stored", "core/draft core/stored"],
  ["edit-distance", "core/edit-distance"],
  ["filter", "core/filter"],
  ["find-tip", "core/find-tip"],
  ["journal journal-event", "core/journal"],
  ["journal-lines journal-folding", "core/journal core/journal-lines"],
  ["merge overlay", "core/merge core/overlay"],
  ["new-topics", "core/new-topics"],
  ["repeats", "core/repeats"],
  ["reading", "core/reading"],
  ["text latin", "core/text"],
  ["tip tip-of-the-week", "core/tip-of-the-week core/filter core/overlay"],
  ["search/dates", "search/dates"],
  ["search/query", "search/query"],
  ["search/shorter", "search/shorter"],
  ["search/bar", "search/bar search/small search/judged"],
  ["search/lent", "search/lent"],
  ["search/learned search/gains", "search/learned search/related"],
  ["search/words search/irregular", "search/words"],
  [
    "search/letters search/starts search/word-finder search/irregular-forms",
    "search/words search/word-finder",
  ],
  ["search/spelling search/stop-words", "search/spelling"],
  ["search/terms search/synonyms search/meanings", "search/small search/asked search/bar search/judged"],
  ["search/excerpt search/answer-finder", "search/excerpt"],
  ["search/fields", "search/small search/related search/judged"],
  ["search/stored-index", "search/stored-index"],
  ["search/word-index search/synonym-text", "search/small search/asked search/related search/indexes"],
  ["search/scanned-index search/library-phrases", "search/small search/lent search/indexes"],
  ["search/packed-index search/packed-words search/postings", "search/lent search/indexes"],
  ["search/text-lines once", "search/stored-index search/lent"],
  [
    "search/rank search/title search/search",
    "search/small search/asked search/learned search/related search/judged",
  ],
  ["search/related", "search/related"],
];

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

const asked = process.argv.slice(2);
mkdirSync(FOLDER, { recursive: true });
const rows = PARTS.filter(
  ([files]) => asked.length === 0 || files.split(" ").some((file) => asked.includes(file)),
).flatMap(([files, tests]) => mutate(files, tests));
console.log(
  ["| file | mutants | noticed | lived | score |", "| --- | --: | --: | --: | --: |", ...rows].join("\n"),
);

/** The rows of one part. */
function mutate(files: string, tests: string): string[] {
  const name = files.replaceAll(/\W+/g, "-");
  const report = `${FOLDER}/${name}.json`;
  const { status } = spawnSync(
    "npx",
    [
      ...["stryker", "run", "test/mutation/stryker.config.mjs"],
      ...[
        "--mutate",
        files
          .split(" ")
          .map((file) => `src/core/${file}.ts`)
          .join(","),
      ],
    ],
    {
      stdio: "inherit",
      env: {
        ...process.env,
        MUTATION_TESTS: tests
          .split(" ")
          .map((test) => `test/${test}.test.ts`)
          .join(" "),
        MUTATION_REPORT: report,
      },
    },
  );
  if (status !== 0) throw new Error(`Stryker failed on ${files}`);
  const { files: results }: Report = JSON.parse(readFileSync(report, "utf8"));
  return Object.entries(results).map(([file, { mutants }]) =>
    row(
      file,
      mutants.map((mutant) => mutant.status),
    ),
  );
}

function row(file: string, statuses: readonly string[]): string {
  const count = (...wanted: string[]) => statuses.filter((status) => wanted.includes(status)).length;
  const noticed = count("Killed", "Timeout");
  const lived = count("Survived", "NoCoverage");
  const score = ((100 * noticed) / (noticed + lived)).toFixed(1);
  return `| ${file.replace("src/core/", "")} | ${noticed + lived} | ${noticed} | ${lived} | ${score} % |`;
}
