import type { Format } from "../core/choices.ts";
import { toAscii } from "./ascii.ts";
import { plain } from "./plain.ts";
import type { CollectionRenderer, Renderer, Style, View } from "./view.ts";

/** The formats, each loaded when it is asked for; the usual one is at hand. */
const RENDERERS: { readonly [Name in Format]: () => Promise<Renderer | CollectionRenderer> } = {
  card: async () => (await import("./card.ts")).card,
  plain: async () => plain,
  json: async () => (await import("./json.ts")).json,
  markdown: async () => (await import("./markdown.ts")).markdown,
  html: async () => (await import("./html.ts")).html,
  ics: async () => (await import("./ics.ts")).ics,
};

/** The formats that a terminal shows; the others are UTF-8 wherever they are made. */
const FOR_READING_HERE: ReadonlySet<Format> = new Set(["card", "plain"]);

/** The text of a view in the style's format, ending in a line break. */
export async function render(view: View, style: Style): Promise<string> {
  const renderer = await RENDERERS[style.format]();
  const showable = style.unicode || !FOR_READING_HERE.has(style.format);
  // A path or a script is of use as it is alone.
  const exact = view.kind === "text" && !view.sentences;
  if (showable || exact) return renderWith(renderer, view, style);
  return toAscii(renderWith(renderer, mapStrings(view, toAscii), style));
}

function renderWith<Kind extends View["kind"]>(
  renderer: Renderer | CollectionRenderer,
  view: Extract<View, { kind: Kind }>,
  style: Style,
): string {
  return ((renderer as Renderer)[view.kind] as (view: View, style: Style) => string)(view, style);
}

/** A copy of a view in which every text is replaced. Replacing before the layout keeps its columns right. */
export function mapStrings<Value>(value: Value, replace: (text: string) => string): Value {
  if (typeof value === "string") return replace(value) as Value;
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, replace)) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapStrings(item, replace)]),
  ) as Value;
}
