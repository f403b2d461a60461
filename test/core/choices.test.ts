import { expect, it } from "vitest";
import type { Tip } from "../../src/core/tip.ts";
import { GLOBAL_OPTIONS } from "../../src/global-options.ts";
import { textNotes } from "../../src/render/phrases.ts";
import { allowedFor } from "../../src/settings.ts";
import { corpus } from "../support/context.ts";

it("what settings, variables and options take stays what people have written into their files", () => {
  expect(GLOBAL_OPTIONS.format.choices).toEqual(["card", "plain", "json", "markdown", "html", "ics"]);
  expect(GLOBAL_OPTIONS.color.choices).toEqual(["auto", "always", "never"]);
  expect(GLOBAL_OPTIONS.theme.choices).toEqual(["both", "dark", "light"]);
  expect(allowedFor("format")).toBe("auto, card, plain, json or markdown");
  expect(allowedFor("width")).toBe("a whole number from 20 to 400, or auto");
});

it("what is said of a text stays what Markdown says that was written before, and is known again by", () => {
  const [like] = corpus.tips as [Tip];
  const notes = (fields: Partial<Tip>) => textNotes({ ...like, actions: [], ...fields });
  expect(notes({ coverage: "opening" })).toEqual([
    "Written from the opening of the tip; the actions are our own.",
  ]);
  expect(notes({ coverage: "opening", origin: "archive", takeaway: like.title })).toEqual([
    "The original text, from your own library. Only the opening of this tip is known.",
  ]);
});
