import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Format } from "../src/core/choices.ts";
import { layOver } from "../src/core/overlay.ts";
import { ForeseenError } from "../src/errors.ts";
import { runProgram } from "../src/program.ts";
import type { OutputRequest, View } from "../src/render/view.ts";
import { resolveSettings, SETTING_NAMES, variableOf } from "../src/settings.ts";
import { library, type TestContext, testContext } from "./support/context.ts";
import { HOSTILE, harmIn } from "./support/hostile.ts";
import { anyText, anyTip, anyTopics } from "./support/made-tips.ts";
import { shippedRenderer } from "./support/shipped-renderer.ts";

/** Whole command lines, in a world full of text of others. */

const { render } = await shippedRenderer();

const word = fc.oneof(
  anyText,
  fc.constantFrom(...HOSTILE),
  fc.constantFrom("calm", "a-tip", "#1", "2026", "empathy"),
);
const words = fc.array(word, { minLength: 1, maxLength: 3 });
const SHOWING = [
  "today",
  "list",
  "search",
  "show",
  "random",
  "topics",
  "catch-up",
  "favorite",
  "export",
  "banner",
];
const commandLine = fc.oneof(
  fc
    .tuple(fc.constantFrom(...SHOWING, "config", "library", "help", "init", "completion"), words)
    .map(([name, rest]) => [name, ...rest]),
  fc.constantFrom(
    ["today"],
    ["list"],
    ["show", "#1"],
    ["show", "a-tip"],
    ["search", "words"],
    ["topics"],
    ["random", "--any"],
  ),
  fc.constantFrom(
    ["config", "list"],
    ["export"],
    ["export", "--format", "ics"],
    ["export", "--format", "html"],
    ["banner", "--always"],
  ),
  fc
    .tuple(fc.constantFrom("--topic", "--since", "--sort", "--width", "--format", "--no-such"), word)
    .map(([option, text]) => ["list", `${option}=${text}`]),
  words,
);
const format = fc.constantFrom<Format | undefined>("card", "plain", "json", "markdown", undefined);
const told = fc.dictionary(fc.constantFrom(...SETTING_NAMES.map(variableOf)), word, { maxKeys: 2 });
const file = fc.dictionary(fc.oneof(fc.constantFrom<string>(...SETTING_NAMES), word), word, { maxKeys: 3 });

const world = fc.record({ tips: fc.array(anyTip, { maxLength: 2 }), topics: anyTopics, told, file });
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

function contextOf({ tips, topics, told: variables, file: stored }: World): TestContext {
  const imported = [...new Map(tips.map((tip) => [tip.id, tip])).values()];
  const mine = layOver(library, { topics, tips: imported });
  const settings = resolveSettings(stored, variables);
  return testContext({
    library: () => mine,
    settings: { path: undefined, current: () => settings, set: async () => {}, unset: async () => {} },
  });
}

/** Runs a command line, and answers all that it says on stderr. */
async function saidBy(line: readonly string[], context: TestContext): Promise<string[]> {
  try {
    await runProgram(line, context);
  } catch (error) {
    if (!(error instanceof ForeseenError)) throw error;
    return [...context.notices, error.message, error.advice ?? ""];
  }
  return context.notices;
}

/** What is to be seen of a view, without the tabs and line breaks that are the format's own. */
async function seen(view: View, request: OutputRequest, asked: Format | undefined): Promise<string> {
  const format = request.format ?? (view.kind === "collection" ? undefined : asked) ?? "card";
  const width = request.width ?? 80;
  const text = await render(view, { format, width, color: false, theme: "both", unicode: true });
  return text.replaceAll("\r\n", "\n").replaceAll("\t", " ");
}

describe("a run", () => {
  it("shows and says nothing that harms a terminal, whatever tips, words, settings and variables hold", async () => {
    await fc.assert(
      fc.asyncProperty(commandLine, format, world, async (line, asked, what) => {
        const context = contextOf(what);
        for (const text of await saidBy(line, context)) expect(harmIn(text), line.join(" ")).toBeUndefined();
        for (const { view, request } of context.shown)
          expect(harmIn(await seen(view, request, asked)), line.join(" ")).toBeUndefined();
      }),
      { numRuns: 400 },
    );
  });
});
