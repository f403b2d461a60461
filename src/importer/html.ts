import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import { readArchive } from "./archive.ts";
import { afterPosted, withoutReadMore } from "./archive-lines.ts";
import { type Imported, refused } from "./imported.ts";

/** Saved pages as HTML: set as lines of text, as a browser would show them, and read as those. */

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** No page is nested so deep; the parser takes the square of it. */
const DEEPEST = 1000;

const SKIPPED = new Set(
  "head script style noscript template svg math iframe object select textarea button".split(" "),
);
/** Around the tips of a page stand lists of other tips; these go, unless a tip is in them after all. */
const ASIDE = new Set(["nav", "aside", "footer", "form"]);
const PARAGRAPHS = new Set(
  "p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre table figure hr article section div".split(" "),
);
const LINES = new Set(
  "html body li dt dd tr caption figcaption header main nav aside footer form fieldset address br center details summary".split(
    " ",
  ),
);

class TooDeep extends Error {}

/** Reads one page; the browser's own rules put tag soup in order. */
export function readHtml(html: string): Imported {
  try {
    return readArchive(textOf(html));
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return refused(`it is nested deeper than ${DEEPEST} elements, as no page is`);
  }
}

/** The text of a page: its title in the first line, then what stands in its body. */
export function textOf(html: string): string {
  const document = parseBounded(html);
  const writer = new LineWriter();
  write(document, writer, false);
  return [titleOf(document), "", ...writer.lines()].join("\n");
}

function parseBounded(html: string): DefaultTreeAdapterTypes.Document {
  let depth = 0;
  return parse(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        if (++depth > DEEPEST) throw new TooDeep();
      },
      onItemPop: () => {
        depth--;
      },
    },
  });
}

/** The nesting was bounded when the tree was built. */
function write(node: Node, writer: LineWriter, preformatted: boolean): void {
  if (node.nodeName === "#text" && "value" in node) writer.text(node.value, preformatted);
  if (!("childNodes" in node)) return;
  const element = "tagName" in node ? node : undefined;
  if (element && (SKIPPED.has(element.tagName) || isHidden(element))) return;
  if (element) writer.enter(element);
  for (const child of node.childNodes) write(child, writer, preformatted || element?.tagName === "pre");
  if (element) writer.leave(element);
}

function isHidden({ attrs }: Element): boolean {
  return attrs.some(
    ({ name, value }) => name === "hidden" || (name === "style" && /display\s{0,3}:\s{0,3}none/i.test(value)),
  );
}

/** Sets text into lines: white space collapses, elements begin lines and paragraphs, items of lists get bullets. */
class LineWriter {
  readonly #lines: string[] = [""];
  readonly #asides: { readonly at: number; readonly tips: number }[] = [];
  readonly #counts = new WeakMap<Element, number>();
  #mark = "";
  #tips = 0;

  text(text: string, preformatted: boolean): void {
    const lines = preformatted ? text.split("\n") : [text.replace(/[\t\n\f\r ]+/g, " ")];
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.#endLine();
      this.#append(line);
    }
  }

  enter(element: Element): void {
    this.#breakFor(element.tagName);
    if (element.tagName === "li") this.#mark = this.#markOf(element);
    if (ASIDE.has(element.tagName)) this.#asides.push({ at: this.#lines.length, tips: this.#tips });
  }

  leave(element: Element): void {
    if (element.tagName !== "br") this.#breakFor(element.tagName);
    if (/^t[dh]$/.test(element.tagName)) this.#append(" ");
    const aside = ASIDE.has(element.tagName) ? this.#asides.pop() : undefined;
    if (aside && aside.tips === this.#tips) this.#lines.splice(aside.at, Infinity, "");
  }

  lines(): readonly string[] {
    this.#endLine();
    return this.#lines;
  }

  /** What stands before an item: a bullet, or its number in its list. */
  #markOf(item: Element): string {
    const list = item.parentNode;
    if (!list || !("tagName" in list) || list.tagName !== "ol") return "• ";
    const number = (this.#counts.get(list) ?? 0) + 1;
    this.#counts.set(list, number);
    return `${number}. `;
  }

  #append(text: string): void {
    const at = this.#lines.length - 1;
    const line = this.#lines[at] ?? "";
    if (text.trim() === "") {
      if (line !== "") this.#lines[at] = `${line} `;
      return;
    }
    this.#lines[at] = line + this.#mark + (line === "" ? text.trimStart() : text);
    this.#mark = "";
  }

  #breakFor(name: string): void {
    const paragraph = PARAGRAPHS.has(name);
    if (!paragraph && !LINES.has(name)) return;
    if (paragraph || this.#lines.at(-1) !== "" || name === "br") this.#endLine();
    if (paragraph && this.#lines.at(-2) !== "") this.#endLine();
  }

  #endLine(): void {
    const line = this.#lines.at(-1) ?? "";
    if (afterPosted(line) !== undefined || withoutReadMore(line) !== undefined) this.#tips++;
    this.#lines.push("");
  }
}

function titleOf(document: DefaultTreeAdapterTypes.Document): string {
  const title = childNamed(childNamed(childNamed(document, "html"), "head"), "title");
  const [text] = title?.childNodes ?? [];
  return text && "value" in text ? text.value.replace(/\s+/g, " ").trim() : "";
}

function childNamed(
  parent: DefaultTreeAdapterTypes.ParentNode | undefined,
  name: string,
): Element | undefined {
  return parent?.childNodes.find((node): node is Element => "tagName" in node && node.tagName === name);
}
