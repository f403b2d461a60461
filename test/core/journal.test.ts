import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bagOf } from "../../src/core/bag.ts";
import {
  EMPTY_JOURNAL,
  type Journal,
  JournalReader,
  parseJournal as parseLetters,
} from "../../src/core/journal.ts";
import { bytesKept, type JournalEvent, lettersOf, lineOf } from "../../src/core/journal-event.ts";
import { compacted, leftBehind } from "../../src/core/journal-folding.ts";
import { eventsWith, linesOf, starIn } from "../../src/core/journal-lines.ts";
import { favoriteTips, lastRead, missedWeeks, readTips } from "../../src/core/reading.ts";
import type { Tip } from "../../src/core/tip.ts";
import { corpus, library } from "../support/context.ts";

/** Reads text, and tells the lines of its damage as text. */
const parseJournal = (text: string) => {
  const journal = parseLetters(lettersOf(text));
  const damagedLines = textIn(journal.damage.join("")).split("\n");
  return {
    ...journal,
    damagedLines: damagedLines.filter((line) => line.trim() !== ""),
    damaged: linesOf(journal.damage),
  };
};
const textIn = (letters: string) => Buffer.from(letters, "latin1").toString();
const compactedText = (journal: Journal) => textIn(compacted(journal));

const at = "2026-11-23T08:00:00.000Z";
const read: JournalEvent = { at, event: "read", tip: "a" };

const anyTip = fc.constantFrom(...corpus.tips.slice(0, 6).map(({ id }) => id));
const anyTime = fc
  .date({ min: new Date(0), max: new Date("2099-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const anyEvent: fc.Arbitrary<JournalEvent> = fc.oneof(
  fc.record({ at: anyTime, event: fc.constant("read" as const), tip: anyTip }),
  fc.record({
    at: anyTime,
    event: fc.constant("read" as const),
    tip: anyTip,
    week: fc.integer({ min: 0, max: 12 }),
  }),
  fc.record({
    at: anyTime,
    event: fc.constant("read" as const),
    tip: anyTip,
    week: fc.integer({ min: 0, max: 12 }),
    late: fc.constant(true as const),
  }),
  fc.record({
    at: anyTime,
    event: fc.constantFrom("favorited" as const, "unfavorited" as const, "drawn" as const),
    tip: anyTip,
  }),
  fc.record({ at: anyTime, event: fc.constant("returned" as const) }),
  fc.record({
    at: anyTime,
    event: fc.constant("returned" as const),
    topics: fc.subarray(
      corpus.topics.slice(0, 4).map(({ id }) => id),
      { minLength: 1 },
    ),
  }),
);

const countLines = (text: string) => text.split("\n").length;

/** All that is known of a reader. */
function factsOf(events: readonly JournalEvent[]) {
  const bag = bagOf(events, library.tips);
  return {
    read: [...readTips(events)].sort(),
    lastRead: lastRead(events),
    favorites: [...favoriteTips(events)],
    drawn: [...bag.drawn].sort(),
    lastDrawn: bag.last,
    missed: [0, 3, 7, 13].map((week) => missedWeeks(events, week)),
  };
}

describe("parseJournal", () => {
  it("reads what lineOf wrote", () => {
    const journal = parseJournal([read, { ...read, tip: "b" } as const].map(lineOf).join(""));
    expect(journal).toMatchObject({ damaged: 0, events: [{ tip: "a" }, { tip: "b" }] });
  });

  it("keeps the last of events that differ in their time alone", () => {
    const later = { ...read, at: "2026-11-24T08:00:00.000Z" };
    expect(parseJournal(lineOf(read) + lineOf(later)).events).toEqual([later]);
  });

  it("takes no two events for one that differ in more than their time, however they are written", () => {
    const lines = ["a", "b"].map((letter) => `{"at":"1","tip":"${letter.repeat(14)}","event":"read"}`);
    expect(parseJournal(lines.join("\n")).events).toMatchObject([
      { tip: "a".repeat(14) },
      { tip: "b".repeat(14) },
    ]);
    const odd = ['{"at":"1"', '{"aa":"1"'].map(
      (start) => `${start.padEnd(31, " ")}","event":"read","tip":"a"}`,
    );
    expect(parseJournal(odd.join("\n")).damagedLines).toEqual(odd);
  });

  it("reads a last line without an end, and passes over blank ones", () => {
    expect(parseLetters("")).toEqual(EMPTY_JOURNAL);
    expect(parseJournal("\n\n")).toMatchObject(EMPTY_JOURNAL);
    const text = `\n\n${lineOf(read)}\n${lineOf({ ...read, tip: "b" }).trim()}`;
    expect(parseLetters(text)).toEqual({ events: [read, { ...read, tip: "b" }], damage: [] });
  });

  it("skips and counts damaged lines, each as often as it is there", () => {
    const cut = lineOf(read).slice(0, -9);
    const text = `${cut}\n${lineOf(read)}not json\nnot json\n[]\n{"at":1}\n\n   \n`;
    expect(parseJournal(text)).toMatchObject({ damaged: 5, events: [read] });
  });

  it("saves the event that was appended to a line cut off", () => {
    for (const length of [1, 20, 40, 60]) {
      const journal = parseJournal(lineOf({ ...read, tip: "lost" }).slice(0, length) + lineOf(read));
      expect(journal).toMatchObject({ damaged: 1, events: [read] });
    }
  });

  it("saves each of the events that stand in one line, and keeps a line of more than a crash leaves as it is", () => {
    const events = Array.from({ length: 33 }, (_, index): JournalEvent => ({ ...read, tip: `t${index}` }));
    const inOneLine = (some: readonly JournalEvent[]) => some.map((event) => lineOf(event).trim()).join("");
    const most = events.slice(0, 32);
    expect(parseJournal(inOneLine(most))).toMatchObject({ damaged: 0, events: most });
    for (const line of [inOneLine(events), `${"x".repeat(10_000)}${lineOf(read).trim()}`])
      expect(parseJournal(line)).toMatchObject({ damagedLines: [line], events: [] });
  });

  it("keeps a line that holds no event in one piece, and counts no blank one", () => {
    const line = '{"x":{"at":"2026"},"event":"other"}';
    expect(parseJournal(line)).toMatchObject({ damagedLines: [line], damaged: 1, events: [] });
    expect(parseJournal("\n  \nnot json\n")).toMatchObject({ damaged: 1 });
  });

  it("takes no week for one that does not exist", () => {
    const weeks = [Number.MIN_SAFE_INTEGER, -102_740, 418_985, 1.5, Number.MAX_SAFE_INTEGER];
    const text = weeks.map((week) => lineOf({ ...read, week })).join("");
    expect(parseJournal(text)).toMatchObject({ damaged: weeks.length, events: [] });
    const sound = [-102_739, -1, 0, 418_984].map((week) => ({ ...read, week }));
    expect(parseJournal(sound.map(lineOf).join("")).events).toEqual(sound);
  });

  it("is soon through with a journal that is nothing but beginnings of events", () => {
    const begin = '{"at":"';
    const once = `${begin.repeat(30)}\n`;
    for (const text of [begin.repeat(2_000_000), once.repeat(60_000)]) {
      const start = performance.now();
      const { events, damage } = parseLetters(text);
      expect({ events, some: linesOf(damage) > 0 }).toEqual({ events: [], some: true });
      expect(starIn(`${text}\n`, "at")).toBeUndefined();
      expect(performance.now() - start).toBeLessThan(20_000);
    }
  });

  it("reads lines that another program wrote: with spaces, in another order, with a byte more here and there", () => {
    const lines = [
      `{ "at": "${at}", "event": "favorited", "tip": "spaced" }`,
      `{"tip":"turned","event":"favorited","at":"${at}"}`,
      `{"at":"${at}","tip":"between","event":"favorited"}`,
      `{"at":"2026","event":"favorited","tip":"early"}`,
      `{"at":"${at}","event":"favorited","tip":"more","mood":"good"}`,
      `{"at":"${at}","event":"favorited","tip":"\\u0065scaped"}`,
      `{"at":"${at}","event":"favorited","tip":"größe"}`,
      `{"at":"${at}","event":"favorited","tip":"crlf"}\r`,
    ];
    const names = ["spaced", "turned", "between", "early", "more", "escaped", "größe", "crlf"];
    for (const text of [lines.join("\n"), `${lines.join("\n")}\n`, [...lines, ...lines].join("\n")]) {
      const { events, damaged } = parseJournal(text);
      expect([...favoriteTips(events)]).toEqual(names);
      expect(damaged).toBe(0);
    }
  });

  it("keeps each of many damaged lines in a row that differ in their time alone, and one of the sound ones", () => {
    const line = (second: number, event: string) =>
      `{"at":"2026-11-23T08:00:0${second}.000Z","event":"${event}","tip":"a"}\n`;
    const rows = (event: string) => Array.from({ length: 5 }, (_, second) => line(second, event)).join("");
    const { damaged, events } = parseJournal(rows("stolen") + rows("read") + rows("stolen"));
    expect(damaged).toBe(10);
    expect(events).toEqual([JSON.parse(line(4, "read"))]);
  });

  it("does not let a damaged line stand for a sound one that is the same but for its time", () => {
    const sound = lineOf(read);
    const damaged = sound.replace("2026-11-23T", "2026-11-2\u0000T");
    expect(damaged).not.toBe(sound);
    expect(parseJournal(sound + damaged).events).toEqual([read]);
    expect(parseJournal(sound + damaged)).toMatchObject({ damaged: 1 });
    expect(parseJournal(sound + damaged + sound)).toMatchObject({ damaged: 1, events: [read] });
    expect(parseJournal(damaged + damaged)).toMatchObject({ damaged: 2, events: [] });
  });

  it("finds every line of thousands, of any length, and the last of each", () => {
    const tips = Array.from({ length: 3_000 }, (_, index) => "x".repeat(index % 90) + index);
    const favorited = tips.map((tip) => lineOf({ at, event: "favorited", tip }));
    const unfavorited = tips.map((tip) => lineOf({ at, event: "unfavorited", tip }));
    const text = [...favorited, ...unfavorited, ...favorited, ...unfavorited.slice(0, 1000)].join("");
    expect([...favoriteTips(parseJournal(text).events)]).toEqual(tips.slice(1000));
  });

  it("takes nothing for an event that is none", () => {
    for (const wrong of [
      { tip: 1 },
      { week: "1" },
      { week: 1.5 },
      { late: "yes" },
      { event: "bought" },
      { at: 5 },
    ]) {
      expect(parseJournal(lineOf({ ...read, ...wrong } as JournalEvent)).events).toEqual([]);
    }
    for (const topics of ["calm", [1], ["calm", 1], { length: 0 }])
      expect(parseJournal(`${JSON.stringify({ at, event: "returned", topics })}\n`).events).toEqual([]);
    for (const bytes of ["5", -1, 1.5, undefined])
      expect(parseJournal(`${JSON.stringify({ at, event: "compacted", bytes })}\n`).damaged).toBe(1);
    for (const text of ["null", "5", '"x"', "true", "[]", "{"])
      expect(parseJournal(text).damagedLines).toEqual([text]);
  });

  it("says of a whole journal what its events say one by one", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        const text = events.map(lineOf).join("");
        expect(factsOf(parseJournal(text).events)).toEqual(factsOf(events));
      }),
    );
  });
});

describe("a journal that is read in blocks", () => {
  const time = (index: number) => new Date(1.7e12 + index * 1234).toISOString();
  const line = (index: number, tip: string, event: "read" | "drawn" | "favorited" | "unfavorited" = "read") =>
    lineOf({ at: time(index), event, tip });
  /** So many lines that the tails of these tips are known from then on. */
  const enough = (tips: readonly string[]) =>
    Array.from({ length: 400 }, (_, index) => line(index, tips[index % tips.length] ?? "")).join("");

  /** As a file is read: the last block first. */
  const readInBlocks = (texts: readonly string[]) => {
    const reader = new JournalReader();
    for (const text of texts.toReversed()) reader.take(lettersOf(text));
    return reader.journal();
  };

  const saying = ({ at: _, ...event }: JournalEvent) => JSON.stringify(event);

  it("says it in a few events, however long it is, and counts all damage", () => {
    const text = enough(["a", "größe", "c(.*)|["]);
    expect(readInBlocks([text, text, text])).toMatchObject({ events: { length: 3 }, damage: [] });
    const damaged = text.replaceAll("\n", "\ntorn\n");
    const { events, damage } = readInBlocks([text, damaged, text]);
    expect(linesOf(damage)).toBe(400);
    expect(events.map(saying)).toHaveLength(3);
  });

  it("takes no line for a known one that differs in any byte behind its time", () => {
    const known = line(1, "a-tip-of-some-length");
    const others = [known.replace("\n", " \n"), known.replace("a-tip", "aa-tip"), line(1, "length")];
    for (let place = known.indexOf("Z"); place < known.length - 1; place++)
      others.push(`${known.slice(0, place)}~${known.slice(place + 1)}`);
    for (const other of others) {
      const { events, damage } = readInBlocks([other, enough(["a-tip-of-some-length"])]);
      expect(events.length + damage.length).toBe(2);
    }
  });

  it("takes nothing for a time but a time", () => {
    const known = line(1, "a");
    const last = enough(["a"]);
    for (let place = 0; place <= known.indexOf("Z"); place++) {
      for (const letter of ['"', "\\", "\u0000", "~"].filter((other) => other !== known[place])) {
        const { events, damage } = readInBlocks([
          `${known.slice(0, place)}${letter}${known.slice(place + 1)}`,
          last,
        ]);
        expect(events.length + damage.length).toBe(2);
      }
    }
    expect(readInBlocks([known.replace(/\d/g, "9"), last]).events).toHaveLength(1);
  });

  it("keeps what a crash has left before a known line, and each byte of damage with a line break of another kind", () => {
    const last = enough(["a"]);
    for (const torn of ["torn\r", " \r", '{"at":"2026'])
      expect(readInBlocks([`${torn}${line(1, "a")}other\n`, last])).toMatchObject({
        damage: torn.trim() === "" ? ["other\n"] : [`${torn}\n`, "other\n"],
      });
  });

  it("reads more lines than have a place among the known, and long ones", () => {
    const tips = Array.from({ length: 600 }, (_, index) => `${"long-".repeat(index % 90)}${index}`);
    const text = tips.map((tip, index) => line(index, tip)).join("");
    const { events } = readInBlocks([text, text, text, text]);
    expect(events.map((event) => "tip" in event && event.tip)).toEqual(tips);
  });

  it("says what its lines say one by one", () => {
    const kinds = ["read", "drawn", "favorited", "unfavorited"] as const;
    const oneOf = fc.oneof(
      {
        weight: 8,
        arbitrary: fc.record({ tip: fc.constantFrom("a", "b", "größe"), kind: fc.constantFrom(...kinds) }),
      },
      fc.constantFrom(
        "other\n",
        "\n",
        '{"at":"\n',
        "é\n",
        `{ "at": "1", "event": "favorited", "tip": "c" }\n`,
      ),
    );
    const lines = fc
      .array(oneOf, { minLength: 1, maxLength: 60 })
      .map((some) =>
        some.map((one, index) => (typeof one === "string" ? one : line(index, one.tip, one.kind))),
      );
    const last = kinds
      .map((kind) => line(0, "b", kind))
      .join("")
      .repeat(40);
    fc.assert(
      fc.property(lines, fc.nat(60), (texts, cut) => {
        const whole = [...texts, last].flatMap((text) => parseJournal(text).events);
        const parts = [texts.slice(0, cut), texts.slice(cut)].map((some) => some.join(""));
        const { events, damage } = readInBlocks([...parts, last]);
        expect([...favoriteTips(events)].sort()).toEqual([...favoriteTips(whole)].sort());
        expect(new Set(events.map(saying))).toEqual(new Set(whole.map(saying)));
        expect(events.at(-1)).toEqual(whole.at(-1));
        expect(linesOf(damage)).toBe(parseJournal(texts.join("")).damaged);
      }),
    );
  });
});

describe("a damaged journal", () => {
  const lines = fc.array(anyEvent.map(lineOf), { minLength: 1, maxLength: 20 });
  const junk = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom("\\", '"', "{", "\t", '{"at":"', "\u0000", " ", "\ufffd"),
  );
  const blow = fc.record({ line: fc.nat(), from: fc.nat(60), length: fc.nat(8), junk });
  const withoutTime = ({ at: _, ...event }: JournalEvent) => event;

  it("loses no event of a line that is whole, wherever others are damaged", () => {
    fc.assert(
      fc.property(lines, fc.array(blow, { maxLength: 4 }), (whole, blows) => {
        const text = [...whole];
        const hit = new Set<number>();
        for (const { line, from, length, junk: put } of blows) {
          const at = line % whole.length;
          const before = text[at] ?? "";
          text[at] = `${(before.slice(0, from) + put + before.slice(from + length)).replaceAll("\n", "")}\n`;
          hit.add(at);
        }
        const { events, damaged } = parseJournal(text.join(""));
        const found = events.map(withoutTime);
        whole.forEach((line, at) => {
          if (!hit.has(at)) expect(found).toContainEqual(withoutTime(JSON.parse(line)));
        });
        if (hit.size === 0) expect(damaged).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it("is read without an error, and says the same compacted, whatever it holds", () => {
    const text = fc
      .array(fc.oneof(anyEvent.map(lineOf), junk, fc.json(), fc.constant("\n")), { maxLength: 30 })
      .map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, (from) => {
        const before = parseJournal(from);
        const after = parseJournal(compactedText(before));
        expect(factsOf(after.events)).toEqual(factsOf(before.events));
        expect(after.damagedLines).toEqual(before.damagedLines);
      }),
      { numRuns: 500 },
    );
  });

  it("says the same however often its lines stand in a row, and with one more all that it says besides", () => {
    fc.assert(
      fc.property(lines, fc.nat(4), anyEvent, (whole, times, next) => {
        const again = whole.flatMap((line) => [line, ...Array<string>(times).fill(line)]).join("");
        const before = parseJournal(whole.join("")).events;
        expect(factsOf(parseJournal(again).events)).toEqual(factsOf(before));
        const { events } = parseJournal(`${again}${lineOf(next)}`);
        expect(events.at(-1)).toEqual(next);
        expect(factsOf(events)).toEqual(factsOf([...before, next]));
      }),
    );
  });
});

describe("compacted", () => {
  it("does not bring back what was taken back behind a line cut off", () => {
    const event = (name: "favorited" | "unfavorited", tip: string): JournalEvent => ({
      at,
      event: name,
      tip,
    });
    const torn = `{"at":"2026${lineOf(event("favorited", "a"))}`;
    const before = parseJournal(torn + lineOf(event("unfavorited", "a")));
    expect([...favoriteTips(before.events)]).toEqual([]);
    const after = parseJournal(compactedText(before));
    expect(after).toMatchObject({ damagedLines: ['{"at":"2026'], events: [] });
    expect(parseJournal(`  ${lineOf(read)}`)).toMatchObject({ damaged: 0, events: [read] });
    const twice = `${lineOf(event("favorited", "b")).trim()}${lineOf(read)}`;
    expect(parseJournal(twice)).toMatchObject({ damaged: 0, events: [event("favorited", "b"), read] });
    const nested = '{"x":{"at":"2026"}}';
    expect(parseJournal(nested)).toMatchObject({ damagedLines: [nested], events: [] });
  });

  it("says the same in no more lines, and keeps what is damaged", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 80 }), (events) => {
        const text = `torn line\n${events.map(lineOf).join("")}`;
        const before = parseJournal(text);
        const after = parseJournal(compactedText(before));
        expect(factsOf(after.events)).toEqual(factsOf(events));
        expect(countLines(compactedText(before))).toBeLessThanOrEqual(countLines(text));
        expect(after.damagedLines).toEqual(["torn line"]);
      }),
    );
  });

  it("says to how many bytes, in a first line that is no damage", () => {
    const head = lineOf({ at, event: "compacted", bytes: 1234 });
    expect(bytesKept(head + lineOf(read))).toBe(1234);
    expect(bytesKept(lineOf(read))).toBe(0);
    expect(bytesKept("")).toBe(0);
    const journal = parseJournal(head + lineOf(read));
    expect(journal.damaged).toBe(0);
    expect(compactedText(journal)).toBe(lineOf(read));
    expect(parseJournal(lineOf({ at, event: "compacted", bytes: 0 })).damaged).toBe(0);
  });

  it("leaves out favorites that were taken back, and keeps each thing that was put back into the bag", () => {
    const [empathy, calm] = corpus.topics.map(({ id }) => id) as [string, string];
    const [first, second] = library.tips as [Tip, Tip];
    const events: JournalEvent[] = [
      { at, event: "favorited", tip: "a" },
      { at, event: "drawn", tip: first.id },
      { at, event: "drawn", tip: second.id },
      { at, event: "returned", topics: [empathy, calm] },
      { at, event: "returned", topics: [calm, empathy] },
      { at, event: "returned" },
      { at, event: "returned", topics: [calm] },
      { at, event: "read", tip: "a" },
      { at, event: "read", tip: "a", week: 3 },
      { at, event: "read", tip: "a", week: 3, late: true },
      { at, event: "unfavorited", tip: "a" },
    ];
    const after = parseJournal(compactedText({ ...EMPTY_JOURNAL, events }));
    expect(after.events).toEqual([...events.slice(1, 3), ...events.slice(4, -1)]);
    expect(factsOf(after.events)).toEqual(factsOf(events));
    const drawnAgain: JournalEvent[] = [
      ...events,
      { at, event: "drawn", tip: "a" },
      { at, event: "favorited", tip: "a" },
    ];
    expect(factsOf(parseJournal(compactedText({ ...EMPTY_JOURNAL, events: drawnAgain })).events)).toEqual(
      factsOf(drawnAgain),
    );
  });
});

describe("what was left behind in an older file", () => {
  const star = (event: "favorited" | "unfavorited", tip: string, second: number): JournalEvent => ({
    at: `2026-11-23T08:00:0${second}.000Z`,
    event,
    tip,
  });

  it("is what the newer one does not know, and in which it has nothing later", () => {
    const known = [star("favorited", "a", 1), star("favorited", "b", 2)];
    const late = [star("favorited", "c", 3), star("unfavorited", "a", 4), star("favorited", "d", 5)];
    expect(leftBehind([...known, ...late], known)).toEqual(late);
    const newer = [...known, star("unfavorited", "d", 6)];
    expect(leftBehind([...known, ...late], newer)).toEqual(late.slice(0, 2));
    expect(leftBehind([...known, ...late], [...newer, ...late.slice(0, 2)])).toEqual([]);
  });

  it("does not bring back a favorite that was taken back since, before and after a compaction", () => {
    const older = [star("favorited", "a", 1)];
    const newer = [...older, star("unfavorited", "a", 2)];
    expect([...favoriteTips([...newer, ...leftBehind(older, newer)])]).toEqual([]);
    const again = [...older, star("unfavorited", "a", 2)];
    const short = parseJournal(compactedText({ events: again, damage: [] })).events;
    expect([...favoriteTips([...short, ...leftBehind(again, short)])]).toEqual([]);
  });

  it("is nothing where all of it was carried over", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        const times = events.map((event, at) => ({ ...event, at: new Date(1e12 + at).toISOString() }));
        const newer = parseJournal(compactedText({ events: times, damage: [] })).events;
        const all = [...newer, ...leftBehind(times, newer)];
        expect([...favoriteTips(all)]).toEqual([...favoriteTips(times)]);
        expect(readTips(all)).toEqual(readTips(times));
      }),
    );
  });
});

describe("starIn", () => {
  const star = (event: "favorited" | "unfavorited", tip = "a") => lineOf({ at, event, tip });

  it("says what the last line about a tip says", () => {
    expect(starIn(star("favorited") + lineOf(read), "a")).toBe(true);
    expect(starIn(star("favorited") + star("unfavorited") + lineOf(read), "a")).toBe(false);
    expect(starIn(star("unfavorited") + star("favorited") + star("unfavorited", "b"), "a")).toBe(true);
    expect(starIn(lineOf(read) + star("favorited", "a-b"), "a")).toBeUndefined();
  });

  it("reads lines that another program wrote, and those behind a line cut off", () => {
    expect(starIn(`{ "tip" : "a", "event" : "favorited", "at" : "yesterday" }\n`, "a")).toBe(true);
    expect(starIn(star("unfavorited") + star("unfavorited").slice(0, 50) + star("favorited"), "a")).toBe(
      true,
    );
    expect(starIn(star("favorited").slice(0, -3), "a")).toBeUndefined();
  });

  it("says it of a tip that a hundred others were read after, and in a last line without an end", () => {
    const others = Array.from({ length: 100 }, (_, index) => lineOf({ ...read, tip: `t${index}` })).join("");
    expect(starIn(star("favorited") + others, "a")).toBe(true);
    expect(starIn(star("favorited") + others + star("unfavorited") + others, "a")).toBe(false);
    expect(starIn(star("unfavorited") + star("favorited").trim(), "a")).toBe(true);
  });

  it("says of each tip what its own event says, where two stand in one line", () => {
    const both = (one: string, other: string) => one.trim() + other;
    expect(starIn(both(star("unfavorited"), star("favorited", "b")), "a")).toBe(false);
    expect(starIn(both(star("favorited"), star("unfavorited", "b")), "a")).toBe(true);
    expect(starIn(both(lineOf(read), star("favorited", "b")), "a")).toBeUndefined();
  });

  it("says what all events say", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        const favorites = favoriteTips(events);
        const text = events.map(lineOf).join("");
        for (const { id } of corpus.tips.slice(0, 6))
          expect(starIn(text, id) ?? false).toBe(favorites.has(id));
      }),
    );
  });
});

describe("eventsWith", () => {
  it("has the events of the lines in which a word stands, also behind a line cut off", () => {
    const lines = [read, { ...read, tip: "b", week: 3 } as const].map(lineOf).join("");
    expect(eventsWith(lines, '"week"')).toEqual([{ ...read, tip: "b", week: 3 }]);
    expect(eventsWith(`${lines}{"at":"2026${lineOf(read)}not json "read"\n`, '"read"')).toEqual([
      read,
      { ...read, tip: "b", week: 3 },
      read,
    ]);
    expect(eventsWith(lines, '"drawn"')).toEqual([]);
  });
});
