import { type Draft, kebab, keyOf, tipOf, UNSORTED } from "./draft.ts";
import { known, overlaid, unionOf } from "./overlay.ts";
import { cleanLine } from "./text.ts";
import type { Library, Tip, Topic } from "./tip.ts";
import { hashOf } from "./tip-of-the-week.ts";

/** Bringing tips of a file into a library. */

export type Fate = "new" | "over ours" | "updated" | "unchanged";

const FIELDS = [
  ...["id", "title", "published", "coverage", "topics", "takeaway", "summary", "body", "actions", "keywords"],
  ...["season", "from", "to", "source", "archive", "page", "origin"],
];

/** Takes in drafts one after the other; what comes of them is in `changed`. */
export class Merge {
  /** The tips to store, by id. */
  readonly changed = new Map<string, Tip>();
  readonly #existing: ReadonlyMap<string, Tip>;
  readonly #bundled: ReadonlyMap<string, Tip>;
  readonly #ids: Map<string, string>;
  /** Ids of topics by their names in the form of ids, by which some files know them. */
  readonly #topics: ReadonlyMap<string, string>;

  constructor(bundled: Library, existing: readonly Tip[], topics: readonly Topic[] = []) {
    const known = [UNSORTED, ...topics, ...bundled.topics];
    this.#topics = new Map([
      ...known.map(({ id, name }) => [kebab(name), id] as const),
      ...known.map(({ id }) => [id, id] as const),
    ]);
    this.#existing = new Map(existing.map((tip) => [tip.id, tip]));
    this.#bundled = new Map(bundled.tips.map((tip) => [tip.id, tip]));
    this.#ids = new Map([...existing, ...bundled.tips].map((tip) => [keyOf(tip), tip.id]));
  }

  /** A tip of a title and date that is there takes its place, and its id; a full text gives way to no opening. */
  add(draft: Draft): Fate {
    const id = this.#idFor(draft);
    const before = this.#stored(id);
    const digest = this.#bundled.get(id);
    const shown = before ? overlaid(digest, before) : digest;
    const topics = draft.topics.map((topic) => this.#topics.get(topic) ?? topic);
    const whole = draft.partial && shown ? completed(draft, shown) : draft;
    const tip = merged(before, tipOf({ ...whole, topics }, id));
    this.#ids.set(keyOf(tip), id);
    if (shown && same(shown, overlaid(digest, tip))) return "unchanged";
    this.changed.set(id, tip);
    return before ? "updated" : digest ? "over ours" : "new";
  }

  /** Whether a tip of this id was imported before. */
  had(id: string): boolean {
    return this.#existing.has(id);
  }

  #stored(id: string): Tip | undefined {
    return this.changed.get(id) ?? this.#existing.get(id);
  }

  #idFor(draft: Draft): string {
    // As it will be stored: else a title with something hidden in it would be another tip each time.
    const title = cleanLine(draft.title);
    const key = keyOf({ title, published: draft.published });
    const taken = this.#ids.get(key);
    if (taken !== undefined) return taken;
    if (draft.id !== undefined) return draft.id;
    const hash = hashOf(key).toString(36);
    const base = kebab(title) || `tip-${hash}`;
    const names = [base, `${base}-${draft.published}`, `${base}-${hash}`];
    for (let count = 2; ; count++) {
      const name = names.shift() ?? `${base}-${draft.published}-${count}`;
      if (!this.#stored(name) && !this.#bundled.has(name)) return name;
    }
  }
}

/**
 * The files that give a tip the id under which an earlier one has another, by their names: what is wrong with them.
 * Else the last would take the place of the others, and nobody would know.
 */
export function clashes(
  files: readonly { readonly name: string; readonly drafts: readonly Draft[] }[],
): Map<string, string> {
  const first = new Map<string, { readonly name: string; readonly draft: Draft }>();
  const wrong = new Map<string, string>();
  for (const { name, drafts } of files) {
    for (const draft of drafts) {
      if (draft.id === undefined) continue;
      const known = first.get(draft.id);
      if (!known) first.set(draft.id, { name, draft });
      else if (!mayBeOne(known.draft, draft, draft.id))
        wrong.set(name, `${draft.id} is the id of a tip in ${known.name} too`);
    }
  }
  return wrong;
}

/** A file that shows a tip need not say all of it. */
function mayBeOne(one: Draft, other: Draft, id: string): boolean {
  return one.partial || other.partial ? keyOf(one) === keyOf(other) : same(tipOf(one, id), tipOf(other, id));
}

/** A file that shows a tip leaves out what helps to find it: that stays, a summary unless it was taken from the text. */
function completed(draft: Draft, { id, summary, keywords, season, source, ...shown }: Tip): Draft {
  const { summary: begins } = tipOf(shown, id);
  return {
    ...(summary !== begins && { summary }),
    keywords,
    ...(season && { season }),
    ...(source && { source }),
    ...draft,
  };
}

/** What is stored of a tip that comes again: the newer text, unless that is less of it. */
function merged(before: Tip | undefined, tip: Tip): Tip {
  if (!before) return tip;
  if (before.coverage === "full" && tip.coverage === "opening") return before;
  const again = before.origin === "archive" && tip.origin === "archive" && before.coverage === tip.coverage;
  if (!again || !same(before.body, tip.body)) return tip;
  // The same text on pages of two topics: it has both, and stands where it was found first.
  const topics = unionOf(known(before.topics), known(tip.topics));
  return topics.length > 0 ? { ...before, topics } : before;
}

/** Whatever the order of their fields. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, FIELDS) === JSON.stringify(b, FIELDS);
}
