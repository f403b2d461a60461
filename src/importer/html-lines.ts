import type { DefaultTreeAdapterTypes } from "parse5";
import { afterPosted, withoutReadMore } from "./archive-lines.ts";

/** Elements of a page set as lines of text. */

type Element = DefaultTreeAdapterTypes.Element;

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

/** Sets text into lines: white space collapses, elements begin lines and paragraphs, items of lists get bullets. */
export class LineWriter {
  readonly #lines: string[] = [""];
  /** For each line the one of the page in which its text begins, where it has text. */
  readonly #sources: (number | undefined)[] = [];
  readonly #asides: { readonly at: number; readonly tips: number }[] = [];
  readonly #counts = new WeakMap<Element, number>();
  #mark = "";
  #tips = 0;

  /** Takes in text that begins in this line of the page. */
  text(text: string, preformatted: boolean, from: number | undefined): void {
    const lines = preformatted ? text.split("\n") : [text.replace(/[\t\n\f\r ]+/g, " ")];
    const blank = preformatted ? "" : (/^[\t\n\f\r ]+/.exec(text)?.[0] ?? "");
    const first = from === undefined ? undefined : from + lineBreaksIn(blank);
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.#endLine();
      this.#append(line, first === undefined ? undefined : first + index);
    }
  }

  enter(element: Element): void {
    this.#breakFor(element.tagName);
    if (element.tagName === "li") this.#mark = this.#markOf(element);
    if (ASIDE.has(element.tagName)) this.#asides.push({ at: this.#lines.length - 1, tips: this.#tips });
  }

  leave(element: Element): void {
    if (element.tagName !== "br") this.#breakFor(element.tagName);
    if (/^t[dh]$/.test(element.tagName)) this.#append(" ", undefined);
    const aside = ASIDE.has(element.tagName) ? this.#asides.pop() : undefined;
    if (!aside || aside.tips !== this.#tips) return;
    this.#lines.splice(aside.at, Infinity, "");
    this.#sources.length = Math.min(this.#sources.length, aside.at);
  }

  /** The lines, and where in the page each begins. */
  end(): { readonly lines: readonly string[]; readonly sources: readonly (number | undefined)[] } {
    this.#endLine();
    return { lines: this.#lines, sources: this.#sources };
  }

  /** What stands before an item: a bullet, or its number in its list. */
  #markOf(item: Element): string {
    const list = item.parentNode;
    if (!list || !("tagName" in list) || list.tagName !== "ol") return "• ";
    const number = (this.#counts.get(list) ?? 0) + 1;
    this.#counts.set(list, number);
    return `${number}. `;
  }

  #append(text: string, source: number | undefined): void {
    const at = this.#lines.length - 1;
    const line = this.#lines[at] ?? "";
    if (text.trim() === "") {
      if (line !== "") this.#lines[at] = `${line} `;
      return;
    }
    this.#lines[at] = line + this.#mark + (line === "" ? text.trimStart() : text);
    this.#sources[at] ??= source;
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

export function lineBreaksIn(text: string): number {
  return text.split("\n").length - 1;
}
