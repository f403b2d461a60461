import { IRREGULAR } from "./irregular.ts";
import { stemOf } from "./words.ts";

/** The irregular forms of the words of a stem: they begin otherwise. */
export function formsOfStem(stem: string): string[] {
  return [...IRREGULAR]
    .filter(([, base]) => stem.startsWith(base.slice(0, 2)) && stemOf(base) === stem)
    .map(([form]) => form);
}
