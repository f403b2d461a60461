import Ajv2020, { type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import schema from "../../data/tips.schema.json" with { type: "json" };
import { dayOfIso } from "../core/calendar.ts";
import { quoted } from "../core/text.ts";

/** Files and tips against `data/tips.schema.json`. */

export interface Fault {
  /** Names and positions from the root to what is wrong. */
  readonly path: readonly (string | number)[];
  readonly what: string;
}

const ajv = new Ajv2020({ schemas: [schema], strict: false, validateFormats: false });

/** The first thing that is wrong with a whole file, undefined where it is sound. */
export function faultOfCorpus(value: unknown): Fault | undefined {
  const [envelope, tip] = [validator("corpus"), validator("tip")];
  const { tips, ...rest } = Object(value);
  if (!envelope(Array.isArray(tips) ? { ...rest, tips: [] } : value)) return faultOf(envelope);
  for (const [index, entry] of tips.entries()) {
    const fault = tip(entry) ? dateFault(entry as DatedEntry) : faultOf(tip);
    if (fault) return { ...fault, path: ["tips", index, ...fault.path] };
  }
  return undefined;
}

/** The first thing that is wrong with one tip. */
export function faultOfTip(value: unknown): Fault | undefined {
  const tip = validator("tip");
  return tip(value) ? dateFault(value as DatedEntry) : faultOf(tip);
}

interface DatedEntry {
  readonly published: string;
}

/** A date of the right form may still be none. */
function dateFault({ published }: DatedEntry): Fault | undefined {
  if (dayOfIso(published) !== undefined) return undefined;
  return { path: ["published"], what: `${published} is a date that does not exist` };
}

function validator(name: "corpus" | "tip"): ValidateFunction {
  const reference = name === "corpus" ? schema.$id : `${schema.$id}#/$defs/tip`;
  const found = ajv.getSchema(reference);
  if (!found) throw new Error(`no schema ${reference}`);
  return found;
}

function faultOf({ errors }: ValidateFunction): Fault {
  const [error] = errors ?? [];
  if (!error) return { path: [], what: "is not in the form of a file of tips" };
  const path = error.instancePath.split("/").slice(1).map(unescaped);
  return { path, what: wordsOf(error) };
}

function wordsOf({ keyword, message, params }: ErrorObject): string {
  if (keyword === "additionalProperties")
    return `must not have a field ${quoted(String(params.additionalProperty))}`;
  if (keyword === "enum") return `must be one of ${params.allowedValues.join(", ")}`;
  return message ?? "is not as it must be";
}

function unescaped(part: string): string | number {
  const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
  return /^\d+$/.test(name) ? Number(name) : name;
}
