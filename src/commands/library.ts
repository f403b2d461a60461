import type { Context, ImportedTips } from "../context.ts";
import { findTip, referencesIn } from "../core/find-tip.ts";
import { dealsAnew, layOver } from "../core/overlay.ts";
import { counted, joined, quoted } from "../core/text.ts";
import type { Library, Tip } from "../core/tip.ts";
import { NothingFoundError, noHomeFor, UsageError } from "../errors.ts";
import { defineCommand, type Group } from "./command.ts";
import { eventsFor, FILTER_OPTIONS, pickTips } from "./filters.ts";
import { otherWeeks, weeksRemark } from "./other-weeks.ts";
import { entriesOf, listView, pathShown, SUMMARIES_OPTION, severalTips } from "./shared.ts";

const list = defineCommand({
  name: "list",
  aliases: ["ls"],
  summary: "the tips that you imported",
  description: ["The number before a tip is its place in 'cstip list'."],
  options: { ...FILTER_OPTIONS, summaries: SUMMARIES_OPTION },
  examples: [{ line: "cstip library list", does: "all of them, newest first" }],
  formats: ["card", "plain", "json", "markdown"],
  run({ options }, context) {
    const ids = new Set(context.imports.read().tips.map(({ id }) => id));
    const { tips } = context.library();
    const imported = tips.filter(({ id }) => ids.has(id));
    const picked = pickTips(imported, options, eventsFor(options, context));
    const view = listView(entriesOf(picked, tips), options);
    if (picked.length > 0) return { view };
    const nothingFound =
      imported.length > 0
        ? `none of ${counted(imported.length, "imported tip")} matches: loosen a filter`
        : "nothing was imported yet: see 'cstip import --help'";
    return { view, nothingFound };
  },
});

const remove = defineCommand({
  name: "remove",
  aliases: ["rm"],
  summary: "take imported tips out again",
  description: ["Where a tip that ships with cstip was read in its own words, ours is back."],
  arguments: [
    {
      name: "tip",
      summary: "as for 'cstip show', or several by number or id",
      variadic: true,
      optional: true,
      completion: "imported",
    },
  ],
  options: { all: { kind: "flag", summary: "all that was imported" } },
  examples: [
    { line: "cstip library remove lift-it-up", does: "one, by id" },
    { line: "cstip library remove --all", does: "everything" },
  ],
  formats: [],
  async run({ arguments: references, options }, context) {
    if (references.length > 0 === (options.all === true)) {
      throw new UsageError("nothing says which tips to remove", "name them, or give --all");
    }
    let removal: Removal | undefined;
    await context.imports.change((imported) => {
      const { tips } = imported;
      const ids = new Set(options.all ? tips.map(({ id }) => id) : idsOf(references, tips, context));
      removal = removalOf(ids, imported, context.bundled());
      return { put: new Map(), remove: ids, topics: [] };
    });
    if (!removal || removal.removed.length === 0) throw new NothingFoundError("nothing was imported yet");
    return { view: { kind: "text", text: reportOf(removal, context), sentences: true } };
  },
});

const path = defineCommand({
  name: "path",
  summary: "the file that holds them",
  examples: [{ line: "cstip library path", does: "where it is, whether it is there yet or not" }],
  formats: [],
  run(_invocation, context) {
    if (context.imports.path === undefined) throw noHomeFor("imported tips");
    return { view: { kind: "text", text: `${pathShown(context.imports.path, context)}\n` } };
  },
});

/** What was imported, and how to take it out again. */
export const library: Group = {
  name: "library",
  summary: "what you imported",
  commands: [list, remove, path],
};

/** All of the references, or none: throws a NothingFoundError for the first that is not one imported tip. */
function idsOf(references: readonly string[], imported: readonly Tip[], context: Context): string[] {
  const ids = new Set(imported.map(({ id }) => id));
  const all = context.library();
  const meant = referencesIn(all, references).map((reference) => {
    const found = findTip(all, reference);
    const tips = found.kind === "one" ? [found.tip] : found.kind === "several" ? found.tips : [];
    const mine = tips.filter(({ id }) => ids.has(id));
    const [tip] = mine;
    if (tip && mine.length === 1) return tip.id;
    if (mine.length > 1) throw severalTips(mine, reference, all);
    const what =
      tips.length > 0 ? `${quoted(reference)} was not imported` : `there is no tip ${quoted(reference)}`;
    throw new NothingFoundError(what, "see 'cstip library list'; nothing was removed");
  });
  return [...new Set(meant)];
}

/** The tips as they are read, before and after some are taken out. */
interface Removal {
  readonly removed: readonly Tip[];
  readonly before: readonly Tip[];
  readonly after: readonly Tip[];
}

function removalOf(ids: ReadonlySet<string>, { topics, tips }: ImportedTips, bundled: Library): Removal {
  const before = layOver(bundled, { topics, tips }).tips;
  const after = layOver(bundled, { topics, tips: tips.filter(({ id }) => !ids.has(id)) }).tips;
  return { removed: before.filter(({ id }) => ids.has(id)), before, after };
}

/** More titles than this are counted, not named. */
const NAMED = 3;

function reportOf({ removed, before, after }: Removal, context: Context): string {
  const ours = new Map(context.bundled().tips.map((tip) => [tip.id, tip]));
  const back = removed.filter(({ id }) => ours.has(id)).length;
  const digests = back === 1 ? "our digest" : `${back} digests of ours`;
  const dealtAnew = removed.some((tip) => dealsAnew(tip, ours.get(tip.id)));
  const report = [
    `removed ${namesOf(removed)}${back > 0 ? `; ${digests} in place again` : ""}`,
    ...weeksRemark(otherWeeks(before, after, context.today(), dealtAnew)),
  ];
  return `${report.join("\n")}\n`;
}

/** What was taken out, so that a wrong number is seen. */
function namesOf(tips: readonly Tip[]): string {
  const names = joined(
    tips.map(({ title }) => quoted(title)),
    "and",
  );
  if (tips.length === 1) return names;
  return tips.length > NAMED ? counted(tips.length, "tip") : `${counted(tips.length, "tip")}: ${names}`;
}
