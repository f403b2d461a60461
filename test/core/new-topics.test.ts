import { expect, it } from "vitest";
import { UNSORTED } from "../../src/core/draft.ts";
import { newTopics } from "../../src/core/new-topics.ts";
import type { Tip } from "../../src/core/tip.ts";
import { corpus, library } from "../support/context.ts";

const tip = (...topics: string[]): Tip => ({ ...(library.tips[0] as Tip), topics });
const topic = (id: string, name = id) => ({ id, name, description: name });

it("names each topic that nobody knows once, as it is first described, with the known one that is near", () => {
  const tips = [tip("empthy", "empathy"), tip("night-shift", "empthy"), tip(UNSORTED.id)];
  const described = [
    UNSORTED,
    topic("night-shift", "Night shift"),
    topic("night-shift", "NIGHT"),
    topic("x"),
  ];
  expect(newTopics(tips, corpus.topics, described)).toEqual([
    { id: "empthy", name: "empthy", near: "Empathy" },
    { id: "night-shift", name: "Night shift" },
  ]);
  expect(newTopics(tips, [...corpus.topics, topic("empthy"), topic("night-shift")], described)).toEqual([]);
});

it("looks for no slips among more topics than anybody mistypes", () => {
  const many = Array.from({ length: 100 }, (_, at) => tip(`desk-${at}`));
  expect(newTopics([tip("empthy"), ...many.slice(1)], corpus.topics, [])[0]?.near).toBe("Empathy");
  expect(newTopics([tip("empthy"), ...many], corpus.topics, [])[0]?.near).toBeUndefined();
});
