import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import { readArchive } from "./archive.ts";
import { LineWriter, lineBreaksIn } from "./html-lines.ts";
import { type Imported, type Problem, refused } from "./imported.ts";

/** Saved pages as HTML: set as lines of text, as a browser would show them, and read as those. */

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** No page is nested so deep; the parser takes the square of it. */
const DEEPEST = 1000;
/** What is left open is made anew in each paragraph, so that a short page may come to any number of elements. */
const MOST_ELEMENTS = { always: 10_000, everyCharacters: 4, atAll: 1_000_000 };

const SKIPPED = new Set(
  "head script style noscript template svg math iframe object select textarea button".split(" "),
);
/** Of a page that no browser would show either. */
class NoPage extends Error {}

/** Reads one page; the browser's own rules put tag soup in order. */
export function readHtml(html: string): Imported {
  try {
    const read = readArchive(textOf(html, false).text, "page");
    if (read.problems.every(({ line }) => line === undefined)) return read;
    // To know lines costs the parser half as much again: few pages need them.
    const { lineOf } = textOf(html, true);
    const inPage = ({ line, what }: Problem): Problem => {
      const source = line === undefined ? undefined : lineOf(line);
      return { what, ...(source !== undefined && { line: source }) };
    };
    return { ...read, problems: read.problems.map(inPage) };
  } catch (error) {
    if (!(error instanceof NoPage)) throw error;
    return refused(error.message);
  }
}

interface PageText {
  /** The title of the page in the first line, then what stands in its body. */
  readonly text: string;
  /** The line of the page that a line of the text comes from, both from 1; undefined for the title and blank ones. */
  lineOf(line: number): number | undefined;
}

function textOf(html: string, located: boolean): PageText {
  const document = parseBounded(html, located);
  const writer = new LineWriter();
  write(document, writer, false);
  const head = [titleOf(document), ""];
  const { lines, sources } = writer.end();
  return {
    text: [...head, ...lines].join("\n"),
    lineOf: (line) => sources[line - 1 - head.length],
  };
}

function parseBounded(html: string, located: boolean): DefaultTreeAdapterTypes.Document {
  const { always, everyCharacters, atAll } = MOST_ELEMENTS;
  const most = Math.min(always + Math.floor(html.length / everyCharacters), atAll);
  let depth = 0;
  let count = 0;
  return parse(html, {
    sourceCodeLocationInfo: located,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (...element) => {
        if (++count > most)
          throw new NoPage(`it comes to more than ${most} elements, as no page of its length does`);
        return defaultTreeAdapter.createElement(...element);
      },
      onItemPush: () => {
        if (++depth > DEEPEST)
          throw new NoPage(`it is nested deeper than ${DEEPEST} elements, as no page is`);
      },
      onItemPop: () => {
        depth--;
      },
    },
  });
}

/** The nesting was bounded when the tree was built. */
function write(node: Node, writer: LineWriter, preformatted: boolean): void {
  if (node.nodeName === "#text" && "value" in node) writer.text(node.value, preformatted, lineOfText(node));
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

/** The line in which a text begins: from its end, as the parser passes over a break at its beginning. */
function lineOfText({ value, sourceCodeLocation: at }: DefaultTreeAdapterTypes.TextNode): number | undefined {
  return at ? Math.max(at.startLine, at.endLine - lineBreaksIn(value)) : undefined;
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
