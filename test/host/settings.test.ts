import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SettingsFile } from "../../src/host/settings.ts";
import { runProgram } from "../../src/program.ts";
import { checkSetting, SETTING_NAMES, SETTINGS, variableOf } from "../../src/settings.ts";
import { testContext } from "../support/context.ts";
import { HOSTILE, harmIn } from "../support/hostile.ts";
import { scratchFolder } from "../support/program.ts";

const name = fc.oneof(
  fc.constantFrom<string>(...SETTING_NAMES, "__proto__", "a.b"),
  fc.constantFrom(...HOSTILE),
);
const value = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(...HOSTILE, "auto", 80, 1e9, true, "never", null),
);
const object = fc.array(fc.tuple(name, value), { maxLength: 6 }).map(Object.fromEntries);
const content = fc.oneof(
  object.map((settings) => JSON.stringify(settings)),
  object.map((settings) => `\ufeff${JSON.stringify(settings, null, 2)}\r\n`),
  fc.tuple(object, fc.nat(30)).map(([settings, end]) => JSON.stringify(settings).slice(0, end)),
  fc.json(),
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "",
    " \n",
    "{}",
    "[]",
    "null",
    '{"__proto__":{"width":40}}',
    "[".repeat(100_000),
    "\u0000".repeat(50),
  ),
);
const bytes = fc.oneof(
  content.map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 60 }),
);
const environment = fc.dictionary(
  fc.constantFrom(...SETTING_NAMES.map(variableOf)),
  fc.oneof(fc.string(), fc.constantFrom(...HOSTILE, "", "80", "never", "plain")),
  { maxKeys: 3 },
);

describe("a settings file", () => {
  it("of whatever bytes gives settings that hold, at most one line beside the tip, and stays as it is", async () => {
    const folder = scratchFolder();
    const path = join(folder, "config.json");
    await fc.assert(
      fc.asyncProperty(bytes, environment, async (file, variables) => {
        writeFileSync(path, file);
        const settings = new SettingsFile(folder, variables);
        const { values, sources, problems } = settings.current();
        for (const setting of SETTING_NAMES) {
          expect(checkSetting(setting, values[setting])).toBe(values[setting]);
          if (sources[setting] === "default") expect(values[setting]).toBe(SETTINGS[setting].fallback);
        }
        const context = testContext({ settings });
        expect(await runProgram(["today"], context)).toBe(0);
        expect(context.shown).toHaveLength(1);
        expect(context.notices).toHaveLength(problems.some(({ kind }) => kind !== "name") ? 1 : 0);
        for (const line of context.notices) expect(harmIn(line)).toBeUndefined();
        expect(readFileSync(path).equals(file)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
