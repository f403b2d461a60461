import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOver } from "../src/core/overlay.ts";
import { byNewest } from "../src/core/tip.ts";
import { ForeseenError } from "../src/errors.ts";
import { runProgram } from "../src/program.ts";
import type { Format, OutputRequest, View } from "../src/render/view.ts";
import { resolveSettings, SETTING_NAMES, variableOf } from "../src/settings.ts";
import { library, testContext } from "./support/context.ts";
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

/** What is to be seen of a view, without the colors and line breaks that are the format's own. */
async function shown(view: View, request: OutputRequest): Promise<string> {
  const text = await render(view, {
    format: request.format ?? "card",
    width: request.width ?? 80,
    color: false,
    theme: "both",
    unicode: true,
  });
  return text.replaceAll("\r\n", "\n").replaceAll("\t", " ");
}

describe("a run", () => {
  it("shows and says nothing that harms a terminal, whatever tips, words, settings and variables hold", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          line: commandLine,
          format,
          tips: fc.array(anyTip, { maxLength: 2 }),
          topics: anyTopics,
          told,
          file,
        }),
        async ({ line, format: asked, tips, topics, told: variables, file: stored }) => {
          const imported = [...new Map(tips.map((tip) => [tip.id, tip])).values()];
          const laid = layOver(library, { topics, tips: imported });
          const mine = { ...laid, tips: [...laid.tips].sort(byNewest) };
          const settings = resolveSettings(stored, variables);
          const context = testContext({
            library: () => mine,
            settings: {
              path: "/home/x/config.json",
              current: () => settings,
              set: async () => {},
              unset: async () => {},
            },
          });
          try {
            await runProgram(line, context);
          } catch (error) {
            if (!(error instanceof ForeseenError)) throw error;
            context.notices.push(error.message, error.advice ?? "");
          }
          for (const { view, request } of context.shown) {
            const as =
              asked && ["tip", "tip-list", "hits"].includes(view.kind)
                ? { ...request, format: asked }
                : request;
            if (as.format === "html" || as.format === "ics" ? view.kind !== "collection" : false) continue;
            expect(harmIn(await shown(view, as)), line.join(" ")).toBeUndefined();
          }
          // What is said on stderr is cleaned once more where it is written; it must be one line by itself.
          for (const text of context.notices) expect(harmIn(text), line.join(" ")).toBeUndefined();
        },
      ),
      { numRuns: 400 },
    );
  });
});
