import { defineCommand } from "./command.ts";

export const topics = defineCommand({
  name: "topics",
  summary: "the topics, with how many tips each has",
  examples: [
    { line: "cstip topics", does: "all of them" },
    { line: "cstip list --topic follow-up", does: "the tips of one" },
  ],
  formats: ["card", "plain", "json", "markdown"],
  run(_invocation, context) {
    const { topics, tips } = context.library();
    const counts = new Map<string, number>();
    for (const tip of tips) for (const id of tip.topics) counts.set(id, (counts.get(id) ?? 0) + 1);
    return {
      view: {
        kind: "topic-list",
        topics: topics.map((topic) => ({
          ...topic,
          tips: counts.get(topic.id) ?? 0,
        })),
      },
    };
  },
});
