import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { stemOf } from "../src/core/search/words.ts";
import { corpus, knowledge } from "./support/context.ts";

const schema = JSON.parse(readFileSync(new URL("../data/tips.schema.json", import.meta.url), "utf8"));

describe("data/tips.json", () => {
  it("has the form of its schema", () => {
    const validate = new Ajv2020({ allErrors: true }).compile(schema);
    validate(corpus);
    expect(validate.errors).toBeNull();
  });

  it("has 44 tips, no id twice", () => {
    expect(new Set(corpus.tips.map(({ id }) => id)).size).toBe(44);
    expect(corpus.tips).toHaveLength(44);
  });

  it("uses every topic, and no other", () => {
    const declared = corpus.topics.map(({ id }) => id);
    const used = new Set(corpus.tips.flatMap(({ topics }) => topics));
    expect([...used].sort()).toEqual([...declared].sort());
    expect(new Set(declared).size).toBe(declared.length);
  });

  it("says on every opening's tip no more than its source, and names the page of every full one", () => {
    for (const { id, coverage, source } of corpus.tips) {
      expect.soft(source === undefined ? "opening" : "full", id).toBe(coverage);
    }
  });

  it("sets its texts with typographic quotes", () => {
    const texts = corpus.tips.flatMap(({ title, takeaway, summary, body, actions }) => [
      title,
      takeaway,
      summary,
      ...body,
      ...actions,
    ]);
    expect(texts.filter((text) => /["'!]| {2}/.test(text))).toEqual([]);
  });
});

describe("data/asked.json", () => {
  it("has for every tip, and for no other, some hundred texts in plain lower case, none twice", () => {
    expect(Object.keys(knowledge.asked).sort()).toEqual(corpus.tips.map(({ id }) => id).sort());
    for (const [id, texts] of Object.entries(knowledge.asked)) {
      expect.soft(texts.length, id).toBeGreaterThan(100);
      expect.soft(new Set(texts).size, id).toBe(texts.length);
      expect.soft(texts.filter((text) => !/^[a-z0-9][a-z0-9 ,.'/&?-]*$/.test(text))).toEqual([]);
    }
  });
});

describe("data/judged.json", () => {
  const judged = Object.entries(knowledge.judged);

  it("says of texts in plain lower case, in order, which tips answer them and how well, the best first", () => {
    const ids = new Set(corpus.tips.map(({ id }) => id));
    const texts = judged.map(([text]) => text);
    expect(texts.length).toBeGreaterThan(9_000);
    expect(texts.filter((text) => !/^[a-z0-9£][a-z0-9 ,.:;'’/&?!+()%£€$-]*$/.test(text))).toEqual([]);
    for (const [text, grades] of judged) {
      expect.soft(Object.keys(grades).length, text).toBeGreaterThan(0);
      expect.soft(Object.keys(grades).filter((id) => !ids.has(id))).toEqual([]);
      expect
        .soft(
          Object.values(grades).every((grade) => [1, 2, 3].includes(grade)),
          text,
        )
        .toBe(true);
      expect.soft(Object.values(grades), text).toEqual(Object.values(grades).toSorted((a, b) => b - a));
    }
  });

  it("has texts for every tip", () => {
    for (const { id } of corpus.tips)
      expect.soft(judged.filter(([, grades]) => (grades[id] ?? 0) >= 2).length, id).toBeGreaterThan(80);
  });
});

describe("data/trade-words.txt and other-words.txt", () => {
  it("are plain words in order, none twice, and none with the stem of one in the other", () => {
    const { trade, elsewhere } = knowledge;
    for (const words of [trade, elsewhere]) {
      expect(words).toEqual([...new Set(words)].sort());
      expect(words.filter((word) => !/^[a-z]{2,}$/.test(word))).toEqual([]);
    }
    const stems = new Set(trade.map(stemOf));
    expect(elsewhere.filter((word) => stems.has(stemOf(word)))).toEqual([]);
  });
});
