import Ajv2020, { type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import schema from "../../data/tips.schema.json" with { type: "json" };
import { dayOfIso } from "../core/calendar.ts";
import { nearest } from "../core/edit-distance.ts";
import { counted, joined, quoted } from "../core/text.ts";

/** Files and tips against `data/tips.schema.json`, of which an import asks less: what the library can find by itself. */

export interface Fault {
  /** Names and positions from the root to what is wrong. */
  readonly path: readonly (string | number)[];
  /** In a sentence; one that begins with `has` needs the name of what has it before it. */
  readonly what: string;
}

const { tip, topic, line } = schema.$defs;
const { minItems: _, maxItems: __, uniqueItems: ___, ...topics } = tip.properties.topics;
const keywords = { type: "array", items: tip.properties.keywords.items };
/** What JSON of lists has among the fields of a tip and is none of its own: it may be there, and is not taken. */
const PRINTED = { number: {}, favorite: {} };

const ajv = new Ajv2020({ strict: false, validateFormats: false });
/** One tip, of which title, date and text must be there. */
const isDraft = ajv.compile({
  ...tip,
  required: ["title", "published", "body"],
  properties: { ...tip.properties, topics: { ...topics, items: line }, keywords, ...PRINTED },
  $defs: schema.$defs,
});
/** What stands around the tips of a file. */
const isEnvelope = ajv.compile({
  ...schema,
  $id: "file",
  required: ["tips"],
  properties: {
    ...schema.properties,
    topics: { type: "array", items: { ...topic, required: ["id"] } },
    tips: { type: "array" },
  },
});

/** The first thing that is wrong with a file of tips, undefined where it is sound. */
export function faultOfFile(value: unknown): Fault | undefined {
  const { tips, ...rest } = Object(value);
  return isEnvelope(Array.isArray(tips) ? { ...rest, tips: [] } : value)
    ? undefined
    : faultOf(isEnvelope, schema.properties);
}

/** The first thing that is wrong with one tip. */
export function faultOfDraft(value: unknown): Fault | undefined {
  if (isDraft(value)) return dateFault(value as DatedEntry);
  return faultOfName(value) ?? faultOf(isDraft, tip.properties);
}

/** What other programs call a field that is missing here. */
const OTHER_NAMES: Readonly<Record<string, keyof typeof tip.properties>> = {
  text: "body",
  content: "body",
  paragraphs: "body",
  date: "published",
  name: "title",
  tags: "topics",
};

/** Before it is said that a field is missing: it is there, by another name. */
function faultOfName(value: unknown): Fault | undefined {
  const names = Object.keys(Object(value));
  for (const name of names) {
    const meant = Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : undefined;
    if (meant === undefined || names.includes(meant)) continue;
    const form = meant === "body" ? ", a list of paragraphs" : "";
    return { path: [name], what: `there is no field ${quoted(name)}: did you mean ${meant}${form}?` };
  }
  return undefined;
}

/** What is wrong, of a thing that has a name. */
export function saidOf(subject: string, { what }: Fault): string {
  if (what.startsWith("has ")) return `${subject} ${what}`;
  return subject === "it" ? what : `${subject}: ${what}`;
}

interface DatedEntry {
  readonly published: string;
}

/** A date of the right form may still be none. */
function dateFault({ published }: DatedEntry): Fault | undefined {
  if (dayOfIso(published) !== undefined) return undefined;
  return { path: ["published"], what: `published is ${published}, a date that does not exist` };
}

function faultOf({ errors }: ValidateFunction, fields: object): Fault {
  const [error] = errors ?? [];
  if (!error) return { path: [], what: "has not the form of a tip" };
  const path = error.instancePath.split("/").slice(1).map(unescaped);
  return { path, what: wordsOf(error, nameOf(path), Object.keys(fields)) };
}

/** `title`, or `item 2 of body`. */
function nameOf(path: Fault["path"]): string {
  const [field, ...inner] = path;
  const [place] = inner;
  if (typeof place === "number") return `item ${place + 1} of ${field}`;
  return path.join(".");
}

/** What a schema says in its own words, as a person would. */
function wordsOf({ keyword, params, schemaPath }: ErrorObject, name: string, fields: string[]): string {
  const limit = Number(params.limit);
  switch (keyword) {
    case "required":
      return `has no ${MISSING[params.missingProperty] ?? [name, params.missingProperty].filter(Boolean).join(".")}`;
    case "additionalProperties": {
      const [near] = nearest(params.additionalProperty, fields);
      const meant = near === undefined ? "" : `: did you mean ${near}?`;
      return `there is no field ${quoted(params.additionalProperty)}${meant}`;
    }
    case "type":
      return name === "" ? `it must be ${TYPES[params.type]}` : `${name} must be ${TYPES[params.type]}`;
    case "enum":
      return `${name} must be ${joined(params.allowedValues, "or")}`;
    case "const":
      return `${name} must be ${params.allowedValue}`;
    case "minLength":
    case "minItems":
      return `${name} is empty`;
    case "maxLength":
      return `${name} has more than ${counted(limit, "character")}`;
    case "pattern":
      return `${name} must be ${formOf(name, schemaPath)}`;
    default:
      return `${name} is not as it must be`;
  }
}

const MISSING: Readonly<Record<string, string>> = {
  published: "published date",
  body: "body, a list of paragraphs",
};

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  array: "a list",
  object: "an object",
  integer: "a whole number",
};

function formOf(name: string, schemaPath: string): string {
  if (name === "published") return "a date such as 2026-01-20";
  if (schemaPath.includes("monthDay")) return "a month and a day, such as 12-24";
  return name === "publisher.site"
    ? "an address on the web"
    : "in small letters and digits, such as lift-it-up";
}

function unescaped(part: string): string | number {
  const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
  return /^\d+$/.test(name) ? Number(name) : name;
}
