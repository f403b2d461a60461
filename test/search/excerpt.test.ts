import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Match } from "../../src/core/search/excerpt.ts";
import type { Tip, Topic } from "../../src/core/tip.ts";
import { searchIn, smallLibrary } from "./small-library.ts";

/** What explains the find of a tip. */
function explained(fields: Partial<Tip>, text: string, topics: readonly Topic[] = []): Match[] {
  const of = smallLibrary({ a: fields }, topics);
  return searchIn(of, text).explain(of.tips[0] as Tip);
}

const marked = (match: Match | undefined) =>
  match?.spans.map(({ start, end }) => match.text.slice(start, end));
/** Field, text and marked words of each. */
const shown = (matches: readonly Match[]) =>
  matches.map((match) => [match.field, match.text, (marked(match) ?? []).join(" ")]);

const filler = (letters: number) => "lorem ".repeat(Math.ceil(letters / 6)).trim();

describe("the excerpt of a hit", () => {
  it("is the sentence that answers most of what was asked for, with its words marked", () => {
    const tip = {
      takeaway: "A calm start. Be quiet!",
      summary: "Loud calls?  Keep a CALM voice… “Always.” Then rest",
      body: ["The voice."],
    };
    expect(shown(explained(tip, "calm voice"))).toEqual([["summary", "Keep a CALM voice…", "CALM voice"]]);
    expect(shown(explained(tip, "calm"))).toEqual([["takeaway", "A calm start.", "calm"]]);
    expect(shown(explained(tip, "quiet"))).toEqual([["takeaway", "Be quiet!", "quiet"]]);
    expect(shown(explained(tip, "rest"))).toEqual([["summary", "Then rest", "rest"]]);
    expect(shown(explained(tip, "loud"))).toEqual([["summary", "Loud calls?", "Loud"]]);
  });

  it("ends no sentence at a quotation mark behind its point alone, nor within a number", () => {
    const tip = { takeaway: "“Wait.” (Please.) He said “Calm.” 5.30 is late" };
    expect(shown(explained(tip, "calm"))).toEqual([["takeaway", "He said “Calm.”", "Calm"]]);
    expect(shown(explained(tip, "late"))).toEqual([["takeaway", "5.30 is late", "late"]]);
    expect(shown(explained(tip, "please"))).toEqual([
      ["takeaway", "“Wait.” (Please.) He said “Calm.” 5.30 is late", ""],
    ]);
  });

  it("is no takeaway that only repeats the title, over which it would stand", () => {
    const tip = {
      title: "Calm",
      takeaway: "Calm",
      summary: "Stay calm at the door.",
      body: ["Stay calm at the door."],
    };
    expect(shown(explained(tip, "calm"))[0]).toEqual(["summary", "Stay calm at the door.", "calm"]);
    expect(shown(explained({ ...tip, summary: "At the door.", body: ["At the door."] }, "calm"))[0]).toEqual([
      "summary",
      "At the door.",
      "",
    ]);
  });

  it("looks at the actions too, and prefers what stands first where both are as good", () => {
    const tip = { actions: ["Breathe.", "Be calm."], body: ["Calm again."] };
    expect(shown(explained(tip, "calm"))).toEqual([["actions", "Be calm.", "calm"]]);
  });

  it("counts a word once, however often it stands there, and what was typed before what means the same", () => {
    const tip = {
      takeaway: "Calm, calm, calm.",
      summary: "A calm voice.",
      body: ["Furious callers.", "Angry callers."],
    };
    expect(shown(explained(tip, "calm voice"))[0]?.[1]).toBe("A calm voice.");
    expect(shown(explained(tip, "angry"))[0]?.[1]).toBe("Angry callers.");
    expect(shown(explained({ ...tip, body: ["Furious callers."] }, "angry caller"))).toEqual([
      ["body", "Furious callers.", "Furious callers"],
    ]);
  });

  it("is the takeaway, unmarked, where no sentence has a word; title, keywords and topics say why", () => {
    const topics = [{ id: "front-desk", name: "Calm reception", description: "x" }];
    const tip = {
      title: "Calm Down",
      takeaway: "Wait.",
      keywords: ["stay calm", "quiet"],
      topics: ["front-desk"],
    };
    expect(shown(explained(tip, "calm", topics))).toEqual([
      ["takeaway", "Wait.", ""],
      ["title", "Calm Down", "Calm"],
      ["keywords", "stay calm", "calm"],
      ["topics", "Calm reception", "Calm"],
    ]);
    expect(shown(explained({ takeaway: "Wait." }, "2026"))).toEqual([["takeaway", "Wait.", ""]]);
  });

  it.each([
    ["forms of a word", "writing", "They wrote what was written", "wrote written"],
    ["accents", "cafe", "In the Café", "Café"],
    ["another spelling", "color", "The colours are coloured", "colours coloured"],
    ["a part behind a hyphen", "worker", "A co-worker came", "co-worker"],
    ["a word with a hyphen in it", "coworker", "A co-worker came", "co-worker"],
    ["a short part before a hyphen", "email", "Send an e-mail", "e-mail"],
    ["an apostrophe", "oneills", "At O’Neill’s", "O’Neill’s"],
    ["words side by side in one hyphenated", "front desk", "The front-desk team", "front-desk"],
    ["no word that only begins so", "car", "The carpet and a car", "car"],
    ["no word that only ends so", "act", "The fact and an act", "act"],
    ["a number", "24", "Call 24/7 or 240", "24"],
    ["words of another script", "日本語", "in 日本語 too", "日本語"],
  ])("marks %s", (_name, text, takeaway, words) => {
    expect(marked(explained({ takeaway }, text)[0])?.join(" ")).toBe(words);
  });

  it("keeps the word that answers where no space is near", () => {
    for (const before of ["/".repeat(150), `${"/".repeat(300)} ${"/".repeat(150)}`, `a ${"/".repeat(150)}`]) {
      const [match] = explained({ takeaway: `${before}calm ${filler(300)}` }, "calm");
      expect(marked(match)).toEqual(["calm"]);
      expect(match?.text.length).toBeLessThan(210);
    }
  });

  it("is cut around the first word where the sentence is long, between words", () => {
    const of = (before: number, after: number) =>
      explained({ body: [`${filler(before)} calm ${filler(after)}`.trim()] }, "calm")[0] as Match;
    for (const [before, after, lead, trail] of [
      [30, 100, "", ""],
      [30, 400, "", " …"],
      [400, 30, "… ", ""],
      [400, 400, "… ", " …"],
    ] as const) {
      const match = of(before, after);
      expect(marked(match), `${before} ${after}`).toEqual(["calm"]);
      expect(match.text.startsWith("… ")).toBe(lead !== "");
      expect(match.text.endsWith(" …")).toBe(trail !== "");
      const words = match.text.replace(/^… | …$/g, "").split(" ");
      expect(words.slice(1, -1).every((word) => word === "lorem" || word === "calm")).toBe(true);
      expect(words[0]).toBe("lorem");
      expect(match.text.length).toBeLessThanOrEqual(204);
    }
    expect(of(400, 400).text.length).toBeGreaterThan(180);
    expect(of(400, 400).spans[0]?.start).toBeGreaterThan(85);
    const whole = `calm ${"x".repeat(195)}`;
    expect(explained({ body: [whole] }, "calm")[0]?.text).toBe(whole);
    expect(explained({ body: [`calm ${"x".repeat(400)}`] }, "calm")[0]).toMatchObject({
      spans: [{ start: 0, end: 4 }],
    });
  });

  it("marks nothing but words that answer, in their places, in any text", () => {
    const word = fc.constantFrom(
      "calm",
      "Calm",
      "Calms",
      "co-worker",
      "worker",
      "it’s",
      "é",
      "x.",
      "Then.",
      "—",
      filler(90),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
        const [match] = explained({ body: [words.join(" ")] }, "calm worker") as [Match];
        for (const text of marked(match) ?? []) expect(text).toMatch(/^(calms?|(co-)?worker)$/i);
        const ends = match.spans.flatMap(({ start, end }) => [start, end]);
        expect(ends).toEqual([...ends].sort((a, b) => a - b));
        expect(match.text.length).toBeLessThanOrEqual(204);
        const answers = words.some((one) => /^(calm|worker|co-)/i.test(one));
        expect(match.spans.length > 0).toBe(answers);
      }),
      { numRuns: 300 },
    );
  });
});
