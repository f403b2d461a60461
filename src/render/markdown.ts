import { longDate, OPENING_NOTE, reasonSentence, topicNames, weekSpan } from "./phrases.ts";
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
      .map(({ tip, matches }) => {
        const excerpt = matches[0]?.segments ?? [];
        const text = excerpt.map((segment) =>
          segment.marked ? `**${escaped(segment.text)}**` : escapedInside(segment.text),
        );
        return `- **${escaped(tip.title)}** (${tip.published}, \`${tip.id}\`): ${text.join("")}\n`;
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
  banner: ({ tip }) => `> ${escaped(tip.takeaway)} (*${escaped(tip.title)}*)\n`,
  text: ({ text }) => text,
};

function tipParts({ tip, topics, occasion }: TipView): string[] {
  const parts = [
    `# ${escaped(tip.title)}`,
    `*${longDate(tip.published)} · ${escaped(topicNames(topics))}*`,
    `> ${escaped(tip.takeaway)}`,
    ...tip.body.map(escaped),
  ];
  if (tip.actions.length > 0) {
    parts.push("## What to do", tip.actions.map((action) => `- ${escaped(action)}`).join("\n"));
  }
  if (tip.coverage === "opening") parts.push(`*${OPENING_NOTE}*`);
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

/** Text in one line in which nothing is read as Markdown's marks. */
function escaped(text: string): string {
  return escapedInside(text)
    .replace(/^(#{1,6}|[+-])(?= )/, "\\$1")
    .replace(/^(\d+)([.)])(?= )/, "$1\\$2");
}

/** The same for a piece from the middle of a line, where no list or heading can begin. */
function escapedInside(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>]/g, "\\$&");
}
