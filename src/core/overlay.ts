import { MOST_TOPICS, UNSORTED } from "./draft.ts";
import { byNewest, type Library, type Tip } from "./tip.ts";

/** How imported tips are laid over the ones that ship with the program. */

/**
 * The library of a user: each imported tip in place of the bundled one of its id, the others beside them. `stored`
 * has no id twice. Everything that refers to a bundled tip by its id goes on doing so.
 */
export function layOver(bundled: Library, stored: Pick<Library, "topics" | "tips">): Library {
  if (stored.tips.length === 0) return bundled;
  const ours = new Map(bundled.tips.map((tip) => [tip.id, tip]));
  const imported = stored.tips.map((tip) => overlaid(ours.get(tip.id), tip));
  const replaced = new Set(imported.map(({ id }) => id));
  const known = new Set(bundled.topics.map(({ id }) => id));
  return {
    topics: [...bundled.topics, ...stored.topics.filter(({ id }) => !known.has(id))],
    tips: [...imported, ...bundled.tips.filter(({ id }) => !replaced.has(id))].sort(byNewest),
  };
}

/**
 * An imported tip as it is read. One that its owner wrote stands as it is. An original of the archive brings its
 * text and its source; our takeaway, summary, keywords and season, which help to find it, stay with it. Our actions
 * do under an opening, which says nothing of what to do; under a whole text they would be taken for the author's.
 */
export function overlaid(digest: Tip | undefined, stored: Tip): Tip {
  if (stored.origin !== "archive") return stored;
  const body = stored.coverage === "opening" ? leftOpen(stored.body) : stored.body;
  if (!digest) return body === stored.body ? stored : { ...stored, body };
  const { id, title, takeaway, summary, keywords, season } = digest;
  const { published, coverage, origin } = stored;
  const source = stored.source ?? digest.source;
  return {
    id,
    title,
    published,
    coverage,
    topics: unionOf(digest.topics, known(stored.topics)),
    takeaway,
    summary,
    body,
    actions: coverage === "opening" ? digest.actions : [],
    keywords,
    ...(season && { season }),
    ...(source && { source }),
    origin,
  };
}

/** An opening breaks off where the page had room for no more: a mark says so, once, unless a sentence ends there. */
function leftOpen(body: readonly string[]): readonly string[] {
  const last = body.at(-1);
  if (last === undefined || /[.!?…]["'’”)\]]{0,3}$/.test(last.slice(-4))) return body;
  return [...body.slice(0, -1), `${last} …`];
}

/**
 * Whether the rotation has other tips where one stands in place of another: which of them a week has depends on how
 * many there are.
 */
export function dealsAnew(before: Tip | undefined, after: Tip | undefined): boolean {
  const isDealt = (tip: Tip | undefined) => tip !== undefined && tip.season === undefined;
  return isDealt(before) !== isDealt(after);
}

/** Topics of both, the first ones first, no more than a tip may have. */
export function unionOf(first: readonly string[], second: readonly string[]): string[] {
  return [...new Set([...first, ...second])].slice(0, MOST_TOPICS);
}

/** A tip that is sorted is no longer unsorted. */
export function known(topics: readonly string[]): string[] {
  return topics.filter((id) => id !== UNSORTED.id);
}
