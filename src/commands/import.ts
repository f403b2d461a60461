import type { Context, ImportedTips, LibraryChange, SourceFile } from "../context.ts";
import { topicNamed, UNSORTED } from "../core/draft.ts";
import { type Fate, Merge } from "../core/merge.ts";
import { cleanLine, counted, joined } from "../core/text.ts";
import type { Tip, Topic } from "../core/tip.ts";
import { FailedError, NothingFoundError } from "../errors.ts";
import type { Imported } from "../importer/index.ts";
import { defineCommand } from "./command.ts";

/** More problems of one file than this are counted, not told. */
const TOLD = 10;
/** Files and numbers of tips from here on take a second or more. */
const SLOW_BYTES = 4_000_000;
const SLOW_TIPS = 10_000;
const MOST_TIPS = 1_000_000;

interface ReadFile {
  readonly name: string;
  readonly read: Imported;
}

type Fates = Record<Fate, number>;

interface Taken {
  /** Of each file, what became of its tips. */
  readonly fates: readonly Fates[];
  /** All tips that were stored, each once. */
  readonly changed: readonly Tip[];
  /** How many of them were imported before. */
  readonly old: number;
}

export const importTips = defineCommand({
  name: "import",
  summary: "take tips from files into your library",
  description: [
    "Reads saved pages of the tip archive, as text or HTML, and tips as JSON or Markdown, each by what it holds. An original is read in place of our digest of the same title and date; 'cstip show <tip> --digest' shows ours.",
    "Of a file with a problem nothing is taken; the others are.",
  ],
  arguments: [
    {
      name: "files",
      summary: "files, or folders of files; '-' is standard input",
      variadic: true,
      completion: "file",
    },
  ],
  options: {
    "dry-run": { kind: "flag", summary: "say what would be taken, and take nothing" },
  },
  examples: [
    { line: "cstip import ~/saved-pages", does: "a folder of saved pages" },
    { line: "cstip import team.json", does: "the tips of your team" },
    { line: "cstip import --dry-run page.html", does: "see first what it holds" },
    { line: "cstip import - < tips.json", does: "from standard input" },
  ],
  formats: [],
  async run({ arguments: names, options }, context) {
    const { files, skipped } = await readFiles(context, names);
    const sound = files.filter(({ read }) => read.problems.length === 0);
    const dry = options["dry-run"] === true;
    const { fates, changed, old } = await takeIn(sound, context, dry);
    context.progress("");
    const lines = sound.map(({ name }, at) => `${cleanLine(name)}: ${fatesLine(fates[at])}\n`);
    const passed = skipped > 0 ? `; ${counted(skipped, "file")} without tips passed over` : "";
    const report = `${lines.join("")}${totalLine(changed, old, dry)}${passed}\n`;
    for (const file of files) tellProblems(file, context);
    const bad = files.length - sound.length;
    if (bad === 0) return { view: { kind: "text", text: report } };
    if (sound.length > 0) await context.show({ kind: "text", text: report }, {});
    throw new FailedError(`nothing was taken from ${bad} of ${counted(files.length, "file")}`, "see above");
  },
});

async function readFiles(
  context: Context,
  names: readonly string[],
): Promise<{ files: ReadFile[]; skipped: number }> {
  const { importBytes } = await import("../importer/index.ts");
  const files: ReadFile[] = [];
  let skipped = 0;
  let tips = 0;
  for (const source of context.sources(names)) {
    context.progress(`reading ${source.name} (${counted(tips, "tip")} so far)`);
    const read = readSource(source, importBytes, context);
    if (source.found && read.foreign) {
      skipped++;
      continue;
    }
    tips += read.drafts.length;
    if (tips > MOST_TIPS)
      throw new FailedError(`there are more than ${MOST_TIPS} tips`, "import them in parts");
    files.push({ name: source.name, read });
  }
  if (files.length === 0) {
    const what = skipped > 0 ? `none of ${counted(skipped, "file")} holds a tip` : "there is no file there";
    throw new NothingFoundError(what, "saved archive pages, JSON and Markdown are read");
  }
  return { files, skipped };
}

function readSource(
  source: SourceFile,
  importBytes: (bytes: Uint8Array) => Imported,
  context: Context,
): Imported {
  const content = source.read();
  const size = "bytes" in content ? content.bytes.length : 0;
  if (size > SLOW_BYTES) context.progress(`reading ${source.name}, ${Math.round(size / 1e6)} MB`, true);
  if ("bytes" in content) return importBytes(content.bytes);
  return { drafts: [], topics: [], problems: [{ what: content.problem }] };
}

/** Takes the tips in, all at once, and answers what became of those of each file. */
async function takeIn(files: readonly ReadFile[], context: Context, dry: boolean): Promise<Taken> {
  let taken: Taken = { fates: [], changed: [], old: 0 };
  if (files.length === 0) return taken;
  const decide = (imported: ImportedTips): LibraryChange => {
    const count = files.reduce((sum, { read }) => sum + read.drafts.length, 0);
    if (count > SLOW_TIPS) context.progress(`taking in ${counted(count, "tip")}`, true);
    const merge = new Merge(context.bundled(), imported.tips);
    const fates = files.map(({ read }) => {
      const counts: Fates = { new: 0, updated: 0, unchanged: 0 };
      for (const draft of read.drafts) counts[merge.add(draft)]++;
      context.progress(`taking in ${counted(merge.changed.size, "tip")}`);
      return counts;
    });
    const changed = [...merge.changed.values()];
    taken = { fates, changed, old: changed.filter(({ id }) => merge.had(id)).length };
    return { put: merge.changed, remove: new Set(), topics: topicsOf(files, merge) };
  };
  if (dry) decide(context.imports.read());
  else await context.imports.change(decide);
  return taken;
}

/** The topics that the files describe, and for those that nobody does a name from their id. */
function topicsOf(files: readonly ReadFile[], { changed }: Merge): Topic[] {
  const used = new Set([...changed.values()].flatMap(({ topics }) => topics));
  return [
    ...files.flatMap(({ read }) => read.topics),
    UNSORTED,
    ...[...used].flatMap((id) => topicNamed(id) ?? []),
  ];
}

function fatesLine(fates: Fates | undefined): string {
  const { new: added = 0, updated = 0, unchanged = 0 } = fates ?? {};
  return `${added} new, ${updated} updated, ${unchanged} unchanged`;
}

/** All files together, each tip once, and how much of the tips is known. */
function totalLine(changed: readonly Tip[], old: number, dry: boolean): string {
  if (changed.length === 0) return "nothing has changed";
  const full = changed.filter(({ coverage }) => coverage === "full").length;
  const openings = changed.length - full;
  const parts = [`${full} in full`, ...(openings > 0 ? [counted(openings, "opening")] : [])];
  const again = old > 0 ? `, ${old} of them updated` : "";
  return `${dry ? "would take" : "took"} ${counted(changed.length, "tip")}: ${joined(parts, "and")}${again}`;
}

/** One line each on stderr, as a compiler says it: file, line, what. */
function tellProblems({ name, read: { problems } }: ReadFile, context: Context): void {
  for (const { line, what } of problems.slice(0, TOLD)) {
    context.notice(`${name}${line === undefined ? "" : `:${line}`}: ${what}`);
  }
  if (problems.length > TOLD) context.notice(`${name}: and ${problems.length - TOLD} problems more`);
}
