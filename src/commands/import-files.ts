import type { Context, ImportedTips, LibraryChange, SourceFile } from "../context.ts";
import { topicNamed, UNSORTED } from "../core/draft.ts";
import { clashes, Merge } from "../core/merge.ts";
import { newTopics } from "../core/new-topics.ts";
import { dealsAnew, layOver, overlaid } from "../core/overlay.ts";
import { withoutRepeats } from "../core/repeats.ts";
import { counted, quoted } from "../core/text.ts";
import { MOST_TIPS, type Tip, type Topic } from "../core/tip.ts";
import { FailedError } from "../errors.ts";
import type { Imported, Problem } from "../importer/index.ts";
import type { OutputRequest } from "../render/view.ts";
import type { Outcome } from "./command.ts";
import { type Fates, namesOf, type ReadFile, reportView, type Taken } from "./import-report.ts";
import { type OtherWeeks, otherWeeks } from "./other-weeks.ts";

/** What `import` does: loaded with what it needs when it runs. */

/** More problems of one file than this are counted, not told. */
const TOLD = 10;
const NOTHING_TAKEN: Taken = {
  fates: [],
  changed: [],
  old: 0,
  overOurs: [],
  newTopics: [],
  weeks: { dealtAnew: false },
};
/** Files and numbers of tips from here on take a second or more. */
const SLOW_BYTES = 4_000_000;
const SLOW_TIPS = 10_000;
/** A page of a site has other files beside it; one of these was written for an import. */
const NEARLY = /\.(?:md|markdown|json)$/i;

/** Takes the tips of these files into the library, and says what became of them. Of a file with a problem nothing is taken. */
export async function importFiles(
  names: readonly string[],
  { dry, output }: { readonly dry: boolean; readonly output: OutputRequest },
  context: Context,
): Promise<Outcome> {
  const { files, passedOver } = withClashes(await readFiles(context, names));
  if (files.length === 0) return withoutFiles(passedOver, dry, context);
  const sound = files.filter(({ read }) => read.problems.length === 0);
  const taken = await takeIn(sound, context, dry);
  context.progress("");
  const view = reportView({ ...taken, sound, files, passedOver, dry });
  for (const file of passedOver) tellNearly(file, context);
  for (const { name, read } of files)
    tellProblems(name, [...read.problems, ...(read.notices ?? [])], context);
  const bad = files.length - sound.length;
  if (bad === 0) return { view };
  if (sound.length > 0 || output.format === "json") await context.show(view, output);
  throw new FailedError(`nothing was taken from ${bad} of ${counted(files.length, "file")}`, "see above");
}

interface ReadFiles {
  readonly files: readonly ReadFile[];
  readonly passedOver: readonly ReadFile[];
}

/** As within one file, no two tips may have one id. */
function withClashes({ files, passedOver }: ReadFiles): ReadFiles {
  const sound = files.filter(({ read }) => read.problems.length === 0);
  const wrong = clashes(sound.map(({ name, read }) => ({ name, drafts: read.drafts })));
  if (wrong.size === 0) return { files, passedOver };
  const checked = files.map(({ name, read }) => {
    const what = wrong.get(name);
    return { name, read: what === undefined ? read : { ...read, drafts: [], problems: [{ what }] } };
  });
  return { files: checked, passedOver };
}

async function readFiles(context: Context, names: readonly string[]): Promise<ReadFiles> {
  const { importBytes } = await import("../importer/index.ts");
  const files: ReadFile[] = [];
  const passedOver: ReadFile[] = [];
  let tips = 0;
  for (const source of context.sources(names)) {
    context.progress(`reading ${source.name} (${counted(tips, "tip")} so far)`);
    const read = readSource(source, importBytes, context);
    if (source.found && read.foreign) {
      passedOver.push({ name: source.name, read });
      continue;
    }
    tips += read.drafts.length;
    if (tips > MOST_TIPS)
      throw new FailedError(`there are more than ${MOST_TIPS} tips`, "import them in parts");
    files.push({ name: source.name, read });
  }
  return { files, passedOver };
}

/** Folders, and nothing in them to take: said in words, and to a script in the form of every report. */
function withoutFiles(passedOver: readonly ReadFile[], dry: boolean, context: Context): Outcome {
  context.progress("");
  for (const file of passedOver) tellNearly(file, context);
  const count = passedOver.length;
  const what =
    count > 0
      ? `none of ${counted(count, "file")} holds a tip (${namesOf(passedOver)})`
      : "there is no file there";
  const view = reportView({ ...NOTHING_TAKEN, sound: [], files: [], passedOver, dry });
  return { view, nothingFound: `${what}: see 'cstip import --help' for what is read` };
}

function readSource(
  source: SourceFile,
  importBytes: (bytes: Uint8Array) => Imported,
  context: Context,
): Imported {
  const content = source.read();
  const size = "bytes" in content ? content.bytes.length : 0;
  if (size > SLOW_BYTES) context.progress(`reading ${source.name}, ${Math.round(size / 1e6)} MB`, true);
  if ("bytes" in content) return settled(importBytes(content.bytes));
  return { drafts: [], topics: [], problems: [{ what: content.problem }] };
}

/** Of a tip that stands in a file more than once the last is taken, and that is said: else nobody would know. */
function settled(read: Imported): Imported {
  const { drafts, repeats } = withoutRepeats(read.drafts);
  if (repeats.length === 0) return read;
  const told = repeats.map(({ draft: { title, published }, times }) => {
    const often = times === 2 ? "twice" : `${times} times`;
    return { what: `${quoted(title)} of ${published} stands ${often} in it: the last one counts` };
  });
  return { ...read, drafts, notices: [...(read.notices ?? []), ...told] };
}

/** Takes the tips in, all at once, and answers what became of those of each file. */
async function takeIn(files: readonly ReadFile[], context: Context, dry: boolean): Promise<Taken> {
  let taken = NOTHING_TAKEN;
  if (files.length === 0) return taken;
  const decide = (imported: ImportedTips): LibraryChange => {
    const count = files.reduce((sum, { read }) => sum + read.drafts.length, 0);
    if (count > SLOW_TIPS) context.progress(`taking in ${counted(count, "tip")}`, true);
    const bundled = context.bundled();
    const merge = new Merge(bundled, imported.tips, imported.topics);
    const fates = files.map(({ read }) => {
      const counts: Fates = { new: 0, "over ours": 0, updated: 0, unchanged: 0 };
      for (const draft of read.drafts) counts[merge.add(draft)]++;
      context.progress(`taking in ${counted(merge.changed.size, "tip")}`);
      return counts;
    });
    const changed = [...merge.changed.values()];
    const topics = topicsOf(files, merge);
    const added = changed.filter(({ id }) => !merge.had(id));
    const ours = new Set(bundled.tips.map(({ id }) => id));
    taken = {
      fates,
      changed,
      old: changed.length - added.length,
      overOurs: added.filter(({ id }) => ours.has(id)).map(({ id }) => id),
      newTopics: newTopics(changed, [...bundled.topics, ...imported.topics], topics),
      weeks: weeksAfter(layOver(bundled, imported).tips, changed, context),
    };
    return { put: merge.changed, remove: new Set(), topics };
  };
  if (dry) decide(context.imports.read());
  else await context.imports.change(decide);
  return taken;
}

function weeksAfter(before: readonly Tip[], changed: readonly Tip[], context: Context): OtherWeeks {
  const known = new Map(before.map((tip) => [tip.id, tip]));
  const digests = new Map(context.bundled().tips.map((tip) => [tip.id, tip]));
  const shown = changed.map((tip) => overlaid(digests.get(tip.id), tip));
  const dealtAnew = shown.some((tip) => dealsAnew(known.get(tip.id), tip));
  const after = new Map([...known, ...shown.map((tip) => [tip.id, tip] as const)]);
  return otherWeeks(before, [...after.values()], context.today(), dealtAnew);
}

/** The topics that the files describe, and for those that nobody does a name from their id. */
function topicsOf(files: readonly ReadFile[], { changed }: Merge): Topic[] {
  const used = new Set([...changed.values()].flatMap(({ topics }) => topics));
  return [
    UNSORTED,
    ...files.flatMap(({ read }) => read.topics),
    ...[...used].flatMap((id) => topicNamed(id) ?? []),
  ];
}

/** A file of a folder that was perhaps meant to hold a tip. */
function tellNearly({ name, read }: ReadFile, context: Context): void {
  const [problem] = read.problems;
  if (NEARLY.test(name) && problem) context.notice(`${name}: passed over: ${problem.what}`);
}

/** One line each on stderr, as a compiler says it: file, line, what. */
function tellProblems(name: string, problems: readonly Problem[], context: Context): void {
  for (const { line, what } of problems.slice(0, TOLD)) {
    context.notice(`${name}${line === undefined ? "" : `:${line}`}: ${what}`);
  }
  if (problems.length > TOLD) context.notice(`${name}: and ${problems.length - TOLD} problems more`);
}
