import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Chooser, type Key, markedTip, openChooser, press } from "../../src/core/chooser.ts";
import { chooserFrame, pageOf } from "../../src/render/chooser.ts";
import { widthOf } from "../../src/render/wrap.ts";
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
