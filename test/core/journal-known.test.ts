import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JournalReader, parseJournal } from "../../src/core/journal.ts";
import { linesIn } from "../../src/core/journal-block.ts";
import { type JournalEvent, lineOf } from "../../src/core/journal-event.ts";
import { KnownLines } from "../../src/core/journal-known.ts";
import { linesOf } from "../../src/core/journal-lines.ts";
import { favoriteTips } from "../../src/core/reading.ts";

const time = (at: number) => new Date(1.7e12 + at * 1234).toISOString();
const line = (at: number, tip: string, event: "read" | "drawn" | "favorited" | "unfavorited" = "read") =>
  lineOf({ at: time(at), event, tip });

/** How many bytes at the end of a text are known, once some lines have become known. */
function passed(known: readonly string[], text: string): number {
  const lines = new KnownLines();
  const blockOf = (some: string) => {
    const place = lines.place(some.length);
    if (!place) throw new Error("too large");
    place.bytes.set(new TextEncoder().encode(some), place.from);
    return linesIn(place.bytes, place.from, place.from + some.length);
  };
  for (const some of known) {
    const block = blockOf(some);
    lines.learn(block, block.from, block.to);
  }
  const block = blockOf(text);
  return block.to - lines.pass(block, block.to);
}

/** As a file is read: the last block first. */
function readInBlocks(texts: readonly string[]) {
  const reader = new JournalReader(true);
  for (const text of texts.toReversed()) {
    const encoded = new TextEncoder().encode(text);
    const { bytes, from } = reader.place(encoded.length);
    bytes.set(encoded, from);
    reader.take(linesIn(bytes, from, from + encoded.length));
  }
  return reader.journal();
}

describe("KnownLines", () => {
  it("passes over lines that differ from known ones in their time alone, back to the first that does not", () => {
    const tail = line(2, "b", "drawn") + line(3, "a") + line(4, "a");
    expect(passed([line(1, "a"), line(1, "b", "drawn")], line(0, "c") + tail)).toBe(tail.length);
    expect(passed([line(1, "a"), line(1, "b", "drawn")], tail)).toBe(tail.length);
  });

  it("takes no line for another that differs in any byte behind its time", () => {
    const known = line(1, "a-tip-of-some-length");
    const from = '{"at":"2026-11-23T08:00:00.000'.length;
    for (let at = from; at < known.length - 1; at++) {
      const other = `${known.slice(0, at)}~${known.slice(at + 1)}`;
      expect(passed([known], other)).toBe(0);
    }
    for (const other of [known.replace("\n", " \n"), known.replace("a-tip", "aa-tip"), line(1, "length")])
      expect(passed([known], other)).toBe(0);
  });

  it("takes nothing for a time but a time", () => {
    const known = line(1, "a");
    for (let at = 0; at < '{"at":"2026-11-23T08:00:00.000Z'.length; at++) {
      for (const letter of ["\n", '"', "\\", "\u0000", "~"])
        if (letter !== known[at])
          expect(passed([known], `${known.slice(0, at)}${letter}${known.slice(at + 1)}`)).toBe(0);
    }
    expect(passed([known], ` ${known}`)).toBe(0);
    expect(passed([known], known.replace(/\d/g, "9"))).toBe(known.length);
  });

  it("finds one of many that end alike, and of too many none, which is no harm", () => {
    const alike = (count: number) =>
      Array.from({ length: count }, (_, index) => line(1, `${index}-with-the-same-end`));
    const first = alike(1).join("");
    expect(passed(alike(60), first)).toBe(first.length);
    expect(passed(alike(70), first)).toBe(0);
  });

  it("holds as many as have a place", () => {
    const many = Array.from({ length: 60_000 }, (_, index) => line(1, `${"long-".repeat(12)}${index}`));
    const last = many.at(-1) ?? "";
    expect(passed(many, last)).toBe(0);
    expect(passed(many.slice(0, 30_000), many[29_999] ?? "")).toBe(last.length);
  });
});

describe("a journal that is read in blocks", () => {
  const kinds = ["read", "drawn", "favorited", "unfavorited"] as const;
  const oneOf = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ tip: fc.constantFrom("a", "b", "größe"), kind: fc.constantFrom(...kinds) }),
    },
    fc.constantFrom("other\n", "\n", '{"at":"\n', "é\n", `{ "at": "1", "event": "favorited", "tip": "c" }\n`),
  );
  const lines = fc
    .array(oneOf, { minLength: 1, maxLength: 60 })
    .map((some) => some.map((one, at) => (typeof one === "string" ? one : line(at, one.tip, one.kind))));

  it("says what it says read line by line", () => {
    fc.assert(
      fc.property(lines, fc.nat(60), (texts, cut) => {
        const whole = parseJournal(texts.join(""), 1e9);
        const parts = [texts.slice(0, cut), texts.slice(cut)].map((some) => some.join(""));
        const { events, damage } = readInBlocks(parts.filter((part) => part !== ""));
        expect([...favoriteTips(events)].sort()).toEqual([...favoriteTips(whole.events)].sort());
        expect(new Set(events.map(withoutTime))).toEqual(new Set(whole.events.map(withoutTime)));
        expect(events.at(-1)).toEqual(whole.events.at(-1));
        expect(linesOf(damage)).toBe(linesOf(whole.damage));
      }),
    );
  });

  it("says it in a few events, however long it is, also where there is much damage in one block", () => {
    const text = Array.from({ length: 1_000 }, (_, at) => line(at, `tip-${at % 7}`)).join("");
    expect(readInBlocks([text, text, text])).toMatchObject({ events: { length: 7 }, damage: [] });
    const damaged = text.replaceAll("\n", "\ntorn\n");
    const { events, damage } = readInBlocks([text, damaged, text]);
    expect(linesOf(damage)).toBe(1_000);
    expect(new Set(events.map(withoutTime)).size).toBe(7);
  });
});

const withoutTime = ({ at: _, ...event }: JournalEvent) => JSON.stringify(event);
