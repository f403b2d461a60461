import { topicsOf } from "../core/tip.ts";
import { longDate, ownTakeaway, reasonSentence, textNotes, topicNames, weekSpan } from "./phrases.ts";
import type { Renderer, TipView } from "./view.ts";

/** For notes, wikis and messages. */
export const markdown: Renderer = {
  tip: (view) => `${tipParts(view).join("\n\n")}\n`,
  tips: ({ views }, style) => views.map((view) => markdown.tip(view, style)).join("\n"),
  "tip-list": ({ entries }) =>
    entries
      .map(
        ({ tip }) =>
          `- **${escaped(tip.title)}** (${tip.published}, \`${tip.id}\`): ${escaped(tip.summary)}\n`,
      )
      .join(""),
  hits: ({ hits }) =>
    hits
      .map(({ tip, matches, related }) => {
        const excerpt = matches[0]?.segments ?? [];
        const text = excerpt.map((segment) =>
          segment.marked ? `**${escaped(segment.text)}**` : escapedInside(segment.text),
        );
        return `- **${escaped(tip.title)}** (${tip.published}, \`${tip.id}\`${related ? ", related" : ""}): ${text.join("")}\n`;
      })
      .join(""),
  "topic-list": ({ topics }) =>
    topics
      .map(
        ({ id, name, description, tips }) =>
          `- **${escaped(name)}** (\`${id}\`, ${tips}): ${escaped(description)}\n`,
      )
      .join(""),
  table: ({ columns, rows }) =>
    [columns, columns.map(() => "---"), ...rows.map((row) => row.map(inCell))]
      .map((cells) => `| ${cells.join(" | ")} |\n`)
      .join(""),
  banner: ({ tip }) => {
    const takeaway = ownTakeaway(tip);
    return takeaway === undefined
      ? `> ${escaped(tip.title)}\n`
      : `> ${escaped(takeaway)} (*${escaped(tip.title)}*)\n`;
  },
  collection: ({ tips, topics }) =>
    tips
      .map((tip) => {
        const view = { kind: "tip", tip, topics: topicsOf(tip, topics) } as const;
        return `${[...tipParts(view), dataOf(view)].join("\n\n")}\n`;
      })
      .join("\n---\n\n"),
  text: ({ text }) => text,
};

function tipParts({ tip, topics, occasion }: TipView): string[] {
  const takeaway = ownTakeaway(tip);
  const parts = [
    `# ${escaped(tip.title).replace(/ (#+)$/, " \\$1")}`,
    `*${[longDate(tip.published), escaped(topicNames(topics))].filter(Boolean).join(" · ")}*`,
    ...(takeaway === undefined ? [] : [`> ${escaped(takeaway)}`]),
    ...tip.body.map((paragraph, at) => apart(paragraph, tip.body[at - 1]) + paragraphText(paragraph)),
  ];
  if (tip.actions.length > 0) {
    parts.push("## What to do", tip.actions.map((action) => `- ${escaped(action)}`).join("\n"));
  }
  parts.push(...textNotes(tip).map((note) => `*${note}*`));
  if (occasion) {
    parts.push(
      `*Tip of the week, ${weekSpan(occasion.week)}. ${reasonSentence(occasion.reason, tip.season)}*`,
    );
  }
  return parts;
}

function inCell(text: string): string {
  return escaped(text).replaceAll("|", "\\|");
}

/** What is not shown and an import needs, where no reader sees it. What is shown stands there alone: it may be edited. */
function dataOf({ tip, topics }: TipView): string {
  const { id, summary, keywords, season, source } = tip;
  const named = topics.map((topic) => ({ id: topic.id, name: topic.name }));
  const data = { id, topics: named, summary, keywords, season, source };
  return `<!-- cstip ${JSON.stringify(data).replaceAll(">", "\\u003e")} -->`;
}

/** Lines of a list are its items; lines of verse end in a backslash, which keeps them apart. */
function paragraphText(paragraph: string): string {
  const lines = paragraph.split("\n");
  return isList(paragraph)
    ? lines.map((line) => `- ${escaped(line.slice(2))}`).join("\n")
    : lines.map(escaped).join("\\\n");
}

function isList(paragraph: string): boolean {
  return paragraph.split("\n").every((line) => line.startsWith("• "));
}

/** Two lists with nothing between them would be one. */
function apart(paragraph: string, before: string | undefined): string {
  return before !== undefined && isList(before) && isList(paragraph) ? "<!-- -->\n\n" : "";
}

/** Text in one line in which nothing is read as Markdown's marks. */
function escaped(text: string): string {
  return escapedInside(text)
    .replace(/^(#{1,6}|[+-])(?= |$)/, "\\$1")
    .replace(/^([-=~])(?=[-=~ ]+$)/, "\\$1")
    .replace(/^(\d+)([.)])(?= )/, "$1\\$2");
}

/** The same for a piece from the middle of a line, where no list or heading can begin. */
function escapedInside(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>]|&(?=#?\w+;)/g, "\\$&");
}
