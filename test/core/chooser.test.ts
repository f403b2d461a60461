import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Chooser, type Key, markedTip, openChooser, press } from "../../src/core/chooser.ts";
import { chooserFrame, pageOf } from "../../src/render/chooser.ts";
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
const pressAll = (names: readonly string[], from: Chooser = openChooser(search)) =>
  names.reduce((chooser, name) => press(chooser, key(name), 5, search).chooser, from);

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

  it("takes f for a command in the list, and for a letter while one types", () => {
    const start = openChooser(search);
    expect(press(start, key("f"), 5, search)).toMatchObject({ favorite: false, chooser: { query: "f" } });
    const moved = pressAll(["down"]);
    expect(press(moved, key("f"), 5, search)).toEqual({ chooser: moved, favorite: true });
    const typing = pressAll(["o"]);
    expect(press(typing, key("f"), 5, search)).toMatchObject({ favorite: false, chooser: { query: "of" } });
    expect(press(typing, key("f", { text: "\u0006", ctrl: true }), 5, search).favorite).toBe(true);
    expect(press(pressAll(["down"], typing), key("f"), 5, search).favorite).toBe(true);
    expect(pressAll(["down", "/", "f"]).query).toBe("f");
    expect(press(pressAll([..."zzzz", "down"]), key("f"), 5, search).favorite).toBe(false);
  });

  it("moves by control p and n too, and does nothing on other keys that type no letter", () => {
    const control = (name: string | undefined, from: Chooser) =>
      press(from, { text: undefined, name, ctrl: true, meta: false }, 5, search);
    const start = openChooser(search);
    expect(start.focus).toBe("query");
    expect(control("n", start).chooser).toMatchObject({ at: 1, focus: "list" });
    expect(control("p", pressAll(["down", "down"])).chooser.at).toBe(1);
    for (const from of [start, pressAll(["down"])]) {
      for (const name of ["x", "up", "a", undefined])
        expect(control(name, from)).toEqual({ chooser: from, favorite: false });
      for (const text of ["\u0001", "a\u0001", "\u0001a", "\u2028", "\u202e", "", undefined])
        expect(press(from, key("z", { name: undefined, text }), 5, search).chooser).toEqual(from);
      expect(press(from, key("a", { meta: true }), 5, search).chooser).toEqual(from);
      expect(press(from, key("a", { ctrl: true }), 5, search).chooser).toEqual(from);
      expect(press(from, key("f", { meta: true }), 5, search)).toEqual({ chooser: from, favorite: false });
    }
  });

  it("takes back the query whole by control u, a word by control w, a character by backspace", () => {
    const queryAfter = (query: string, name: string) =>
      press(pressAll([...query]), { text: "\u0015", name, ctrl: name.length === 1, meta: false }, 5, search)
        .chooser;
    expect(queryAfter("dead end", "u")).toMatchObject({ query: "", focus: "query", at: 0 });
    expect(queryAfter("dead end", "u").hits).toHaveLength(library.tips.length);
    for (const name of ["k", "x"]) expect(queryAfter("dead end", name).query).toBe("dead end");
    expect(queryAfter("dead end", "w").query).toBe("dead ");
    expect(queryAfter("dead  ", "w").query).toBe("");
    expect(queryAfter("a dead  ", "w").query).toBe("a ");
    expect(queryAfter("de", "backspace").query).toBe("d");
    expect(pressAll([..."uw"]).query).toBe("uw");
    const emoji = press(openChooser(search), key("👍"), 5, search).chooser;
    expect(press(emoji, { ...key("👍"), name: undefined, text: "👍" }, 5, search).chooser.query).toBe("👍");
    expect(pressAll(["backspace"], { ...emoji, query: "a👍" }).query).toBe("a");
    expect(pressAll(["down", "down", "backspace"]).at).toBe(2);
  });

  it("takes what is pasted, and no space before the first word; a query has an end", () => {
    const typed = (text: string, from = openChooser(search)) =>
      press(from, { ...key("x"), name: undefined, text }, 5, search).chooser;
    expect(typed("dead end").query).toBe("dead end");
    expect(typed("  ").query).toBe("");
    expect(pressAll([..."dead "]).query).toBe("dead ");
    expect(typed("x".repeat(500)).query).toBe("x".repeat(200));
    expect(pressAll([..."24/7"]).query).toBe("24/7");
    expect(pressAll(["down", "/"])).toMatchObject({ focus: "query", at: 1 });
  });

  it("fits into any screen, whatever is typed", () => {
    const keys = fc.oneof(
      fc.constantFrom("up", "down", "pageup", "pagedown", "home", "end", "backspace", "f", "/"),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    );
    const sizes = fc.record({
      width: fc.integer({ min: 20, max: 120 }),
      rows: fc.integer({ min: 2, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 12 }), sizes, (names, { width, rows }) => {
        const chooser = names.reduce(
          (now, name) => press(now, { ...key(name), text: name }, pageOf(rows), search).chooser,
          openChooser(search),
        );
        const view = { chooser, library, isFavorite: () => true };
        const style = { format: "card", width, color: false, theme: "both", unicode: true } as const;
        const lines = chooserFrame(view, style, rows).split("\n");
        expect(lines.length).toBeLessThanOrEqual(rows);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
