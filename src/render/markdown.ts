import { longDate, OPENING_NOTE, reasonSentence, topicNames, weekSpan } from "./phrases.ts";
import type { Renderer, TipView } from "./view.ts";

/** For notes, wikis and messages. */
export const markdown: Renderer = {
  tip: (view) => `${tipParts(view).join("\n\n")}\n`,
  "tip-list": ({ entries }) =>
    entries
      .map(
        ({ tip }) =>
          `- **${escaped(tip.title)}** (${tip.published}, \`${tip.id}\`): ${escaped(tip.summary)}\n`,
      )
      .join(""),
  "topic-list": ({ topics }) =>
    topics
      .map(
        ({ id, name, description, tips }) =>
          `- **${escaped(name)}** (\`${id}\`, ${tips}): ${escaped(description)}\n`,
      )
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

/** Text in one line in which nothing is read as Markdown's marks. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>]/g, "\\$&")
    .replace(/^(#{1,6}|[+-])(?= )/, "\\$1")
    .replace(/^(\d+)([.)])(?= )/, "$1\\$2");
}
