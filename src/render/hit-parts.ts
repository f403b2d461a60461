import type { HitEntry, HitMatch } from "./view.ts";

/** What formats ask of hits alike; plain text loads no colors for it. */

/** The hits that have something of what was looked for, and those that are like them. */
export function partsOf(hits: readonly HitEntry[]): {
  readonly direct: readonly HitEntry[];
  readonly related: readonly HitEntry[];
} {
  return { direct: hits.filter(({ related }) => !related), related: hits.filter(({ related }) => related) };
}

/** The keyword, else the topic, that was found where no sentence of the tip was; undefined where one was. */
export function otherReason([excerpt, ...others]: readonly HitMatch[]): HitMatch | undefined {
  if (excerpt?.segments.some(({ marked }) => marked)) return undefined;
  return others.find(({ field }) => field === "keywords") ?? others.find(({ field }) => field === "topics");
}

/** What names that reason. */
export function reasonLabel({ field }: HitMatch): "keyword" | "topic" {
  return field === "keywords" ? "keyword" : "topic";
}
