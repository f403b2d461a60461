import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packedIndex } from "../../src/core/search/packed-index.ts";
import { packWords } from "../../src/core/search/packed-words.ts";
import { scannedIndex } from "../../src/core/search/scanned-index.ts";
import { type SearchRequest, searchTips } from "../../src/core/search/search.ts";
import { packIndex, unpackIndex } from "../../src/core/search/stored-index.ts";
import { indexWords, type WordIndex } from "../../src/core/search/word-index.ts";
import type { Library, Tip } from "../../src/core/tip.ts";
import { day, knowledge, library } from "../support/context.ts";
import { evaluate, meansOf, readQueries } from "./evaluate.ts";

const index = indexWords(library, knowledge);
const words = new Set(readFileSync(new URL("../../dist/words.txt", import.meta.url), "utf8").split("\n"));
const isWord = (word: string) => words.has(word);
const today = day("2026-11-23");

function search(text: string, request: Partial<SearchRequest> = {}) {
  return searchTips(library, index, { text, today, isWord, ...request });
}

const idsOf = (text: string, request: Partial<SearchRequest> = {}) =>
  search(text, request).hits.map(({ tip }) => tip.id);

describe("the quality of search", () => {
  const measured = (name: string) => {
    const evaluation = evaluate(readQueries(new URL(name, import.meta.url)), library, isWord, today);
    return { ...evaluation, means: meansOf(evaluation.judgements) };
  };

  it("does not fall on queries it was not tuned on", () => {
    const { means, falseAnswers, judgements } = measured("held-out.json");
    expect(means.ndcg5).toBeGreaterThan(0.925);
    expect(means.success1).toBeGreaterThan(0.93);
    expect(means.success3).toBeGreaterThan(0.95);
    expect(means.recall10).toBeGreaterThan(0.92);
    expect(falseAnswers).toEqual([]);
    const misspelt = judgements.filter(({ judged }) => judged.kind === "typo");
    expect(meansOf(misspelt).success3).toBeGreaterThan(0.95);
  });

  it.each(["trade.json", "trade-held-out.json"])("does not fall on words of the trade: %s", (name) => {
    const { means, falseAnswers, unanswerable } = measured(name);
    expect(means.ndcg5).toBeGreaterThan(0.915);
    expect(means.success1).toBeGreaterThan(0.9);
    expect(means.success3).toBeGreaterThan(0.95);
    expect(means.recall10).toBeGreaterThan(0.89);
    expect(falseAnswers.length / unanswerable).toBeLessThan(0.11);
  });

  it.each(["everyday.json", "everyday-held-out.json"])(
    "does not fall on words from everywhere: %s",
    (name) => {
      const { means, falseAnswers } = measured(name);
      expect(means.ndcg5).toBeGreaterThan(0.81);
      expect(means.success3).toBeGreaterThan(0.88);
      expect(means.recall10).toBeGreaterThan(0.81);
      expect(falseAnswers.length).toBeLessThan(2);
    },
  );

  it("answers who serves in any trade, and hardly ever who asks for something wholly else", () => {
    const sets = JSON.parse(readFileSync(new URL("elsewhere.json", import.meta.url), "utf8"));
    const answered = (texts: string[]) => texts.filter((text) => search(text).hits.length > 0).length;
    expect(answered([...sets.seen.trades, ...sets.heldOut.trades])).toBeGreaterThan(70);
    expect(answered([...sets.seen.elsewhere, ...sets.heldOut.elsewhere])).toBeLessThan(10);
  });
});

describe("searchTips", () => {
  // What README and the help promise.
  it.each([
    ["customer wants my boss", "when-they-want-the-supervisor"],
    ["how do I calm an upset customer?", "stay-calm-when-the-customer-isnt"],
    ["say sorry", "the-miracle-of-an-apology"],
    ["queue too long", "make-the-long-wait-feel-shorter"],
    ["chatbot", "be-better-than-ai-customer-service"],
    ["superv", "when-they-want-the-supervisor"],
    ["dishonesty", "how-the-customer-perceives-a-truth-as-a-lie"],
  ])("finds first for %s: %s", (text, id) => expect(search(text).hits[0]?.tip.id).toBe(id));

  it.each([
    ["empthy", "empathy"],
    ["peom", "poem"],
    ["stay clam", "calm"],
    ["deffensive", "defensive"],
  ])("corrects %s and says so", (text, corrected) => {
    expect(search(text).corrections.map((correction) => correction.corrected)).toContain(corrected);
    expect(idsOf(text)).not.toEqual([]);
  });

  it("leaves words of the language alone, though they look like words of the tips", () => {
    expect(search("moon landing").corrections).toEqual([]);
    expect(search("change the tire").corrections).toEqual([]);
  });

  it("knows words that mean the same, unless it is to be exact", () => {
    expect(idsOf("boss wanted").slice(0, 3)).toContain("when-they-want-the-supervisor");
    expect(idsOf("sympathetic").length).toBeGreaterThan(2);
    expect(idsOf("empthy", { exact: true })).toEqual([]);
    expect(
      search("empathy", { exact: true }).hits.every(({ tip }) => JSON.stringify(tip).match(/empathy/i)),
    ).toBe(true);
  });

  it.each([
    ["british", "apologising to a customer", "apologizing to a customer"],
    ["accents", "empáthy", "empathy"],
    ["case and quotes", "WHAT’S NEXT", "whats next"],
    ["words written apart", "co worker", "coworker"],
  ])("makes no difference of %s", (_, one, other) => {
    expect(idsOf(one).slice(0, 3).sort()).toEqual(idsOf(other).slice(0, 3).sort());
  });

  it.each([
    ["2017", ["drive-down-the-drama", "a-dent-for-dana", "going-from-negative-to-nirvana"]],
    ["1/27/26", ["when-they-want-the-supervisor"]],
    ["2026-01-27", ["when-they-want-the-supervisor"]],
    ["January 27, 2026", ["when-they-want-the-supervisor"]],
    ["nov 2014", ["not-so-fast-with-quick-issue-resolution"]],
    ["2013-12", ["have-resolve"]],
    ["1999", []],
    ["march 2019", []],
  ])("reads the time %s", (text, ids) => expect(idsOf(text)).toEqual(ids));

  it("answers what is asked in stop words alone", () => {
    const { hits, explain } = search("no can do");
    expect(hits[0]?.tip.id).toBe("dont-begin-with-the-dead-end-in-mind");
    expect(hits[0]?.related).toBe(false);
    expect(explain(hits[0]?.tip as Tip)[0]?.text).toBe(hits[0]?.tip.takeaway);
    expect(idsOf("what is it")).toEqual([]);
  });

  it("reads words beside a time", () => {
    expect(idsOf("2025 holiday poem")[0]).toBe("2025-holiday-poem");
    expect(
      idsOf("empathy 2026").every((id) =>
        library.tips.find((tip) => tip.id === id)?.published.startsWith("2026"),
      ),
    ).toBe(true);
  });

  it("takes quoted words side by side, and leaves out what a minus is before", () => {
    expect(idsOf('"water heater"')).toEqual(["a-dent-for-dana"]);
    expect(idsOf('"heater water"')).toEqual([]);
    expect(idsOf("apology")).toContain("the-miracle-of-an-apology");
    const without = idsOf("apology -shipment -delivery");
    expect(without).toContain("a-dent-for-dana");
    expect(without).not.toContain("the-miracle-of-an-apology");
    expect(idsOf("apology −shipment −delivery")).toEqual(without);
  });

  it.each([
    "qwxzv",
    "javascript framework",
    "bitcoin price",
    "vpn firewall",
    "the of and",
    "???",
    '""',
    "-empathy",
    " ",
  ])("finds nothing for %s", (text) => expect(idsOf(text)).toEqual([]));

  it("scores from 1 down to 0, best first", () => {
    const scores = search("angry customer").hits.map(({ score }) => score);
    expect(scores[0]).toBe(1);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
  });

  it("explains a hit by a sentence of the tip with the words that answer", () => {
    const { hits, explain } = search("water heater");
    const [best] = explain(hits[0]?.tip as Tip);
    const marked = best?.spans.map(({ start, end }) => best.text.slice(start, end).toLowerCase());
    expect(marked).toEqual(expect.arrayContaining(["water", "heater"]));
  });

  it("brings tips that are like the best, says so, and leaves them out where words are to be exact", () => {
    const { hits, explain } = search("stadium");
    const related = hits.filter((hit) => hit.related);
    expect(related).not.toEqual([]);
    for (const { tip } of related) expect(explain(tip).every(({ spans }) => spans.length === 0)).toBe(true);
    for (const hit of search("stadium", { exact: true }).hits) expect(hit.related).toBe(false);
    expect(search("irate -customer").hits.map(({ tip }) => tip.title)).not.toContain(
      "Stay Calm When the Customer Isn’t",
    );
  });

  it.each([
    ["email", "Send an e-mail, or two E-Mails.", ["e-mail", "E-Mails"]],
    ["house", "Our in-house team, not a warehouse.", ["in-house"]],
    ["colour", "One color; coloured too.", ["color", "coloured"]],
    ["spoke", "She speaks as she has spoken.", ["speaks", "spoken"]],
    ["cafe", "A café has cafés.", ["café", "cafés"]],
    ["response", "A response to all responses.", ["response", "responses"]],
    ["lie", "She lies, lied and was lying; a lie.", ["lies", "lied", "lying", "lie"]],
    ["rise", "Prices rise, rising since they rose.", ["rise", "rising", "rose"]],
    ["oneill", "It is O’Neill's.", ["O’Neill's"]],
  ])("marks what answers %j in %j", (text, summary, marked) => {
    const [like] = library.tips as [Tip];
    const tip: Tip = { ...like, takeaway: "-", summary, actions: [], body: [] };
    const own: Library = { ...library, tips: [tip] };
    const [match] = searchTips(own, indexWords(own), { text, today, exact: true }).explain(tip);
    expect(match?.spans.map(({ start, end }) => match.text.slice(start, end))).toEqual(marked);
  });

  it("neither throws nor hangs, whatever is asked", () => {
    const pieces = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("empathy", '"', "-", "“", "2026", "1/1/1", "may", "’", "\u202e", "a".repeat(500)),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const { hits, explain } = search(parts.join(" "));
        for (const { tip } of hits.slice(0, 2)) explain(tip);
      }),
      { numRuns: 300 },
    );
    search("empathy customer ".repeat(100_000));
    search(`"${"a ".repeat(100_000)}`);
  });

  it("finds a tip by its title with a slip in one word", () => {
    const titleAndSlip = fc.constantFrom(...library.tips).chain((tip) => {
      const longer = tip.title.split(" ").filter((word) => /^[A-Za-z]{4,}$/.test(word));
      return fc.tuple(
        fc.constant(tip),
        fc.constantFrom(...longer),
        fc.nat(),
        fc.constantFrom("drop", "double", "swap", "replace"),
      );
    });
    fc.assert(
      fc.property(titleAndSlip, ([tip, word, place, slip]) => {
        expect(idsOf(tip.title.replace(word, misspelt(word, place, slip)))).toContain(tip.id);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the indexes", () => {
  const queries = readQueries(new URL("queries.json", import.meta.url)).map(({ query }) => query);
  const stored = unpackIndex(packIndex(index));

  it("find the same, stored at build or read on the spot", () => {
    for (const text of queries) {
      const fresh = search(text).hits;
      expect(stored && searchTips(library, stored, { text, today, isWord }).hits, text).toEqual(fresh);
      const scanned = searchTips(library, scannedIndex(library, index), { text, today, isWord }).hits;
      expect(
        scanned.slice(0, 5).map(({ tip }) => tip.id),
        text,
      ).toEqual(fresh.slice(0, 5).map(({ tip }) => tip.id));
    }
  });

  it("lets who imported tips on other matters look for these", () => {
    const text = "baguette baking temperature";
    const own: Tip = {
      ...(library.tips[0] as Tip),
      id: "own",
      title: "Baguettes",
      body: ["Bake a baguette long."],
    };
    const of = { ...library, tips: [own, ...library.tips] };
    const hits = (known: WordIndex) => searchTips(of, known, { text, today, isWord }).hits;
    expect(hits(scannedIndex(of, index))[0]?.tip.id).toBe("own");
    expect(hits(packedIndex(of, packWords(of), index))[0]?.tip.id).toBe("own");
    expect(search(text).hits).toEqual([]);
  });

  it("is not one where the stored text was cut off", () => {
    expect(unpackIndex(packIndex(index).slice(0, 2_000))).toBeUndefined();
  });

  it("finds words with letters beyond plain ones in a library that nobody indexed", () => {
    const own: Tip = {
      ...(library.tips[0] as Tip),
      id: "own",
      title: "Überraschung am Schalter",
      body: ["Café au lait für alle."],
    };
    const mine: Library = { topics: library.topics, tips: [own, ...library.tips] };
    for (const text of ["überraschung", "uberraschung", "cafe lait"]) {
      expect(searchTips(mine, scannedIndex(mine), { text, today }).hits[0]?.tip.id, text).toBe("own");
    }
  });
});

function misspelt(word: string, at: number, slip: string): string {
  const place = 1 + (at % (word.length - 2));
  const [before, letter, after] = [word.slice(0, place), word[place] ?? "", word.slice(place + 1)];
  if (slip === "drop") return before + after;
  if (slip === "double") return before + letter + letter + after;
  if (slip === "swap") return before + (after[0] ?? "") + letter + after.slice(1);
  return `${before}x${after}`;
}
