import { type Tip, type Topic, topicsOf } from "../core/tip.ts";
import { longDate, ownTakeaway, textNotes, topicNames } from "./phrases.ts";
import type { CollectionRenderer, CollectionView } from "./view.ts";

/** One page that needs nothing from outside: for a phone, a large screen and a printer. */
export const html: CollectionRenderer = {
  collection: (view) => `${pageOf(view)}\n`,
  text: ({ text }) => text,
};

const STYLE = `
:root { color-scheme: light dark; --ink: #1d2430; --quiet: #5b6575; --line: #d9dee6; --accent: #0b5d6b; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --quiet: #a3acba; --line: #39414d; --accent: #6fc8d6; --paper: #14181e; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 1.5rem 1.1rem 4rem; max-width: 42rem; color: var(--ink); background: var(--paper);
  font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
h1, h2, h3, nav, .meta, .note { font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 0 0 .25rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
a { color: var(--accent); }
nav ol { list-style: none; margin: 1rem 0 0; padding: 0; }
nav li { display: flex; gap: .75rem; justify-content: space-between; padding: .35rem 0; border-bottom: 1px solid var(--line); }
nav a { text-decoration: none; }
time, .meta, .note { color: var(--quiet); font-size: .875rem; }
nav time { white-space: nowrap; }
article { margin-top: 3rem; padding-top: 1.5rem; border-top: 3px solid var(--accent); }
.meta { margin: 0 0 1rem; }
.takeaway { margin: 0 0 1rem; font-size: 1.15rem; color: var(--accent); }
p { margin: 0 0 .9rem; }
ul { margin: 0 0 .9rem; padding-left: 1.3rem; }
li { margin: 0 0 .3rem; }
@media print {
  :root { color-scheme: light; --ink: #000; --quiet: #444; --line: #bbb; --accent: #000; --paper: #fff; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  nav { break-after: page; }
  article { break-inside: avoid-page; margin-top: 1.5rem; }
  h2, h3 { break-after: avoid; }
  a { color: inherit; }
}
`;

function pageOf({ tips, topics }: CollectionView): string {
  const title = tips.length === 1 ? (tips[0]?.title ?? "") : "Customer-service tips";
  const parts = [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    ...(tips.length > 1 ? contentsOf(title, tips) : []),
    "<main>",
    ...tips.map((tip) => articleOf(tip, topicsOf(tip, topics))),
    "</main>",
    "</body>",
    "</html>",
  ];
  return parts.join("\n");
}

function contentsOf(title: string, tips: readonly Tip[]): string[] {
  const items = tips.map(
    ({ id, title: name, published }) =>
      `<li><a href="#${escaped(id)}">${escaped(name)}</a> ${timeOf(published)}</li>`,
  );
  return [`<h1>${escaped(title)}</h1>`, '<nav aria-label="Contents">', "<ol>", ...items, "</ol>", "</nav>"];
}

function articleOf(tip: Tip, topics: readonly Topic[]): string {
  const takeaway = ownTakeaway(tip);
  const meta = [timeOf(tip.published), escaped(topicNames(topics))].filter(Boolean).join(" · ");
  const parts = [
    `<article id="${escaped(tip.id)}">`,
    `<h2>${escaped(tip.title)}</h2>`,
    `<p class="meta">${meta}</p>`,
    ...(takeaway === undefined ? [] : [`<p class="takeaway">${escaped(takeaway)}</p>`]),
    ...tip.body.map(paragraphOf),
    ...(tip.actions.length > 0 ? ["<h3>What to do</h3>", listOf(tip.actions)] : []),
    ...textNotes(tip).map((note) => `<p class="note">${escaped(note)}</p>`),
    "</article>",
  ];
  return parts.join("\n");
}

/** Items that stand together are a list, also under a line of the same paragraph. */
function paragraphOf(paragraph: string): string {
  const runs: { items: boolean; lines: string[] }[] = [];
  for (const line of paragraph.split("\n")) {
    const items = line.startsWith("• ");
    const last = runs.at(-1);
    if (last?.items === items) last.lines.push(line);
    else runs.push({ items, lines: [line] });
  }
  return runs
    .map(({ items, lines }) =>
      items ? listOf(lines.map((line) => line.slice(2))) : `<p>${lines.map(escaped).join("<br>\n")}</p>`,
    )
    .join("\n");
}

function listOf(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li>${escaped(item)}</li>`).join("\n")}\n</ul>`;
}

function timeOf(published: string): string {
  return `<time datetime="${escaped(published)}">${longDate(published)}</time>`;
}

/** Text in which nothing is read as HTML. */
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
