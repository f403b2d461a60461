import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Chooser, type Key, markedTip, openChooser, press } from "../../src/core/chooser.ts";
import { chooserFrame, extentOf } from "../../src/render/chooser.ts";
import { widthOf } from "../../src/render/width.ts";
import { library } from "../support/context.ts";

const search = (query: string) =>
  library.tips.filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()));
const key = (name: string, more: Partial<Key> = {}): Key => ({
  text: name.length === 1 ? name : undefined,
  name,
  ctrl: false,
  meta: false,
  ...more,
});
const EXTENT = { page: 5, rows: 10, lines: 25 };
const pressAll = (names: readonly string[], from: Chooser = openChooser(search)) =>
  names.reduce((chooser, name) => press(chooser, key(name), EXTENT, search).chooser, from);

describe("the chooser", () => {
  it("moves within its bounds", () => {
    expect(pressAll(["up"]).at).toBe(0);
    expect(pressAll(["down", "down", "pagedown"]).at).toBe(7);
    expect(pressAll(["end", "down"]).at).toBe(library.tips.length - 1);
    expect(pressAll(["end", "home"]).at).toBe(0);
    expect(pressAll(["pagedown", "pageup", "pageup"]).at).toBe(0);
  });

  it("filters by what is typed, and marks the best", () => {
    const chooser = pressAll([..."dead"], pressAll(["down"]));
    expect(chooser).toMatchObject({ query: "dead", focus: "query", at: 0 });
    expect(markedTip(chooser)?.id).toBe("dont-begin-with-the-dead-end-in-mind");
    expect(pressAll(["backspace", "backspace", "backspace", "backspace"], chooser).hits).toHaveLength(
      library.tips.length,
    );
  });

  it("opens with what is typed already, as if by keys", () => {
    expect(openChooser(search, "dead")).toEqual(pressAll([..."dead"]));
    expect(pressAll(["escape"], openChooser(search, "dead"))).toEqual(openChooser(search));
    expect(openChooser(search, `${"x".repeat(199)}👍`).query).toBe("x".repeat(199));
  });

  it("takes f for a command in the list, and for a letter while one types", () => {
    const on = (chooser: Chooser, pressed: Key) => press(chooser, pressed, EXTENT, search);
    const start = openChooser(search);
    expect(on(start, key("f"))).toEqual({ chooser: pressAll(["f"]) });
    expect(pressAll(["f"]).query).toBe("f");
    const moved = pressAll(["down"]);
    expect(on(moved, key("f"))).toEqual({ chooser: moved, action: "favorite" });
    const typing = pressAll(["o"]);
    expect(on(typing, key("f")).action).toBeUndefined();
    expect(on(typing, key("f")).chooser.query).toBe("of");
    expect(on(typing, key("f", { text: "\u0006", ctrl: true })).action).toBe("favorite");
    expect(on(pressAll(["down"], typing), key("f")).action).toBe("favorite");
    expect(pressAll(["down", "/", "f"]).query).toBe("f");
    expect(on(pressAll([..."zzzz", "down"]), key("f")).action).toBeUndefined();
  });

  it("opens a tip by Enter, scrolls in it, and goes back one step by each Escape", () => {
    const filtered = pressAll([..."dead"]);
    const reading = pressAll(["return"], filtered);
    expect(reading).toMatchObject({ focus: "tip", query: "dead", scroll: 0 });
    expect(pressAll(["down", "down"], reading)).toMatchObject({ scroll: 2, at: 0, query: "dead" });
    expect(pressAll(["end"], reading).scroll).toBe(15);
    expect(pressAll(["end", "pagedown", "up"], reading).scroll).toBe(14);
    expect(press(reading, key("return"), EXTENT, search).action).toBe("choose");
    const back = pressAll(["down", "escape"], reading);
    expect(back).toMatchObject({ focus: "list", query: "dead" });
    const all = pressAll(["escape"], back);
    expect(all).toMatchObject({ query: "", at: 0 });
    expect(all.hits).toHaveLength(library.tips.length);
    expect(press(all, key("escape"), EXTENT, search).action).toBe("leave");
    expect(pressAll([..."zzzz", "return"])).toMatchObject({ focus: "query", query: "zzzz" });
  });

  it("moves by control p and n too, and does nothing on other keys that type no letter", () => {
    const control = (name: string | undefined, from: Chooser) =>
      press(from, { text: undefined, name, ctrl: true, meta: false }, EXTENT, search);
    const start = openChooser(search);
    expect(start.focus).toBe("query");
    expect(control("n", start).chooser).toMatchObject({ at: 1, focus: "list" });
    expect(control("p", pressAll(["down", "down"])).chooser.at).toBe(1);
    for (const from of [start, pressAll(["down"])]) {
      for (const name of ["x", "up", "a", undefined]) expect(control(name, from)).toEqual({ chooser: from });
      for (const text of ["\u0001", "a\u0001", "\u0001a", "\u2028", "\u202e", "", undefined])
        expect(press(from, key("z", { name: undefined, text }), EXTENT, search).chooser).toEqual(from);
      expect(press(from, key("a", { meta: true }), EXTENT, search).chooser).toEqual(from);
      expect(press(from, key("a", { ctrl: true }), EXTENT, search).chooser).toEqual(from);
      expect(press(from, key("f", { meta: true }), EXTENT, search)).toEqual({ chooser: from });
    }
  });

  it("takes back the query whole by control u, a word by control w, a character by backspace", () => {
    const queryAfter = (query: string, name: string) =>
      press(
        pressAll([...query]),
        { text: "\u0015", name, ctrl: name.length === 1, meta: false },
        EXTENT,
        search,
      ).chooser;
    expect(queryAfter("dead end", "u")).toMatchObject({ query: "", focus: "query", at: 0 });
    expect(queryAfter("dead end", "u").hits).toHaveLength(library.tips.length);
    for (const name of ["k", "x"]) expect(queryAfter("dead end", name).query).toBe("dead end");
    expect(queryAfter("dead end", "w").query).toBe("dead ");
    expect(queryAfter("dead  ", "w").query).toBe("");
    expect(queryAfter("a dead  ", "w").query).toBe("a ");
    expect(queryAfter("de", "backspace").query).toBe("d");
    expect(pressAll([..."uw"]).query).toBe("uw");
    const emoji = press(openChooser(search), key("👍"), EXTENT, search).chooser;
    expect(press(emoji, { ...key("👍"), name: undefined, text: "👍" }, EXTENT, search).chooser.query).toBe(
      "👍",
    );
    expect(pressAll(["backspace"], { ...emoji, query: "a👍" }).query).toBe("a");
    expect(pressAll(["down", "down", "backspace"]).at).toBe(2);
  });

  it("takes what is pasted, and no space before the first word; a query has an end", () => {
    const typed = (text: string, from = openChooser(search)) =>
      press(from, { ...key("x"), name: undefined, text }, EXTENT, search).chooser;
    expect(typed("dead end").query).toBe("dead end");
    expect(typed("  ").query).toBe("");
    expect(pressAll([..."dead "]).query).toBe("dead ");
    expect(typed("x".repeat(500)).query).toBe("x".repeat(200));
    expect(pressAll([..."24/7"]).query).toBe("24/7");
    expect(pressAll(["down", "/"])).toMatchObject({ focus: "query", at: 1 });
  });

  it("reads with the keys of less, and goes on to the tips beside", () => {
    const reading = pressAll(["down", "return"]);
    const at = (...names: string[]) => pressAll(names, reading).scroll;
    expect([at("j"), at("j", "j", "k"), at("G"), at("G", "g"), at("G", "b"), at("b")]).toEqual([
      1, 1, 15, 0, 6, 0,
    ]);
    expect(press(reading, key("space", { text: " " }), EXTENT, search).chooser.scroll).toBe(9);
    expect(pressAll(["q"], reading)).toMatchObject({ focus: "list", at: 1, query: "" });
    for (const next of ["n", "right"]) {
      expect(pressAll(["j", next], reading)).toMatchObject({ focus: "tip", at: 2, scroll: 0 });
    }
    for (const previous of ["p", "left"]) {
      expect(pressAll(["j", previous], reading)).toMatchObject({ focus: "tip", at: 0, scroll: 0 });
      expect(pressAll([previous, "j", previous], reading)).toMatchObject({ at: 0, scroll: 1 });
    }
    expect(pressAll(["end", "return", "n"]).at).toBe(library.tips.length - 1);
    for (const more of [{ ctrl: true }, { meta: true }]) {
      for (const name of ["j", "q", "g", "b"])
        expect(press(reading, key(name, { text: undefined, ...more }), EXTENT, search)).toEqual({
          chooser: reading,
        });
    }
    expect(pressAll(["q", "j"], reading)).toMatchObject({ focus: "query", query: "j" });
  });

  it("parts number and title by a space in a library of a thousand tips too, and shows no line too wide in ASCII", () => {
    const [tip] = library.tips;
    if (!tip) throw new Error("no tips");
    const many = Array.from({ length: 1234 }, (_, at) => ({ ...tip, id: `t${at}`, title: "A title…" }));
    const view = {
      chooser: { ...openChooser(() => many), at: 1233 },
      library: { ...library, tips: many },
      isFavorite: () => false,
    };
    const style = { format: "card", width: 80, color: false, theme: "both", unicode: false } as const;
    const row = chooserFrame(view, style, 24)
      .split("\n")
      .find((line) => line.startsWith(">"));
    expect(row).toMatch(/^> {3}#1234 A title\.\.\. /);
    expect(row?.length).toBe(80);
  });

  it("says a notice in place of the keys", () => {
    const style = { format: "card", width: 20, color: false, theme: "both", unicode: true } as const;
    const view = { chooser: openChooser(search), library, isFavorite: () => false };
    const frame = chooserFrame({ ...view, notice: "favorites are off for now" }, style, 10);
    expect(frame.split("\n").at(-1)).toBe("favorites are off f…");
  });

  it("says once why there is no tip: for a word, for several, and for a number", () => {
    const style = { format: "card", width: 80, color: false, theme: "both", unicode: true } as const;
    const lines = (query: string) => {
      const view = { chooser: openChooser(() => [], query), library, isFavorite: () => false };
      const [, ...below] = chooserFrame(view, style, 24).split("\n");
      return below.map((line) => line.trim()).filter(Boolean);
    };
    const keys = "Ctrl-U or Esc clears";
    expect(lines("zzzz ")).toEqual(["nothing has this word", keys]);
    expect(lines("zzzz yyyy")).toEqual(["nothing has these words", keys]);
    for (const query of ["#99", "99 "])
      expect(lines(query)).toEqual(["no tip has this number: there are 44", keys]);
  });

  it("shows the marked tip on the smallest screen, and the filter while one types", () => {
    const style = { format: "card", width: 40, color: false, theme: "both", unicode: true } as const;
    const frame = (chooser: Chooser, rows: number) =>
      chooserFrame({ chooser, library, isFavorite: () => false }, style, rows).split("\n");
    expect(frame(pressAll(["down", "down"]), 1)).toEqual([expect.stringMatching(/^> {3}#3 /)]);
    expect(frame(pressAll(["d"]), 1)).toEqual([expect.stringMatching(/^Filter: d_/)]);
    for (const rows of [2, 3, 4, 5]) {
      expect(frame(pressAll(["end", "up", "up"]), rows)).toContainEqual(expect.stringMatching(/^> {3}#42 /));
    }
  });

  it("fits into any screen, whatever is typed", () => {
    const keys = fc.oneof(
      fc.constantFrom(
        "up",
        "down",
        "pagedown",
        "home",
        "end",
        "backspace",
        "f",
        "/",
        "return",
        "escape",
        "n",
        "q",
      ),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    );
    const sizes = fc.record({
      width: fc.integer({ min: 1, max: 120 }),
      rows: fc.integer({ min: 1, max: 50 }),
      unicode: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 12 }), sizes, (names, { width, rows, unicode }) => {
        const style = { format: "card", width, color: false, theme: "both", unicode } as const;
        const viewOf = (chooser: Chooser) => ({ chooser, library, isFavorite: () => true });
        const chooser = names.reduce((now, name) => {
          const extent = extentOf(viewOf(now), style, rows);
          return press(now, { ...key(name), text: name }, extent, search).chooser;
        }, openChooser(search));
        const view = viewOf(chooser);
        const lines = chooserFrame(view, style, rows).split("\n");
        expect(lines.length).toBeLessThanOrEqual(rows);
        // Of the text of a tip a character and its bullet take three columns; the terminal cuts them.
        const most = chooser.focus === "tip" ? Math.max(width, 3) : width;
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(most);
        // What the keys do stands in the last line, uncut.
        if (rows >= 3 && width >= 10)
          expect(lines.at(-1)).toMatch(/Esc (?:leaves|clears(?: them)?|back|goes back)$/);
      }),
    );
  });
});
