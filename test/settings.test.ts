import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  allowedFor,
  checkSetting,
  isSettingName,
  readSetting,
  resolveSettings,
  SETTING_NAMES,
  SETTINGS,
  variableOf,
} from "../src/settings.ts";

describe("the table of settings", () => {
  it.each(SETTING_NAMES)(
    "takes for %s its default and all its choices, from text and from the file",
    (name) => {
      const { choices, fallback } = SETTINGS[name];
      for (const choice of [...choices, String(fallback)]) {
        const value = readSetting(name, choice);
        expect(value).toBeDefined();
        expect(checkSetting(name, value)).toBe(value);
        expect(readSetting(name, ` ${choice.toUpperCase()} `)).toBe(value);
      }
      expect(allowedFor(name)).not.toBe("");
    },
  );

  it("reads switches as people write them, and widths within bounds", () => {
    expect(["on", "yes", "1", "true"].map((text) => readSetting("pager", text))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(["off", "no", "0", "false"].map((text) => readSetting("pager", text))).toEqual(
      Array(4).fill(false),
    );
    expect(readSetting("width", "20")).toBe(20);
    expect(readSetting("width", "400")).toBe(400);
    for (const text of ["19", "401", "-40", "40.5", "1e2", "0x40", "", "NaN", "99999"]) {
      expect(readSetting("width", text)).toBeUndefined();
    }
  });

  it("knows no other name", () => {
    for (const name of ["__proto__", "constructor", "toString", "Width", "a.b", ""]) {
      expect(isSettingName(name)).toBe(false);
    }
  });
});

describe("resolveSettings", () => {
  it("puts the environment before the file, and both before the default", () => {
    const { values, sources, problems } = resolveSettings(
      { width: 50, theme: "dark" },
      { CSTIP_WIDTH: "60" },
    );
    expect(values).toMatchObject({ width: 60, theme: "dark", journal: true });
    expect(sources).toMatchObject({ width: "environment", theme: "file", journal: "default" });
    expect(problems).toEqual([]);
  });

  it("takes an empty variable for none, and goes on behind a wrong one", () => {
    expect(resolveSettings({ width: 50 }, { CSTIP_WIDTH: "" })).toMatchObject({
      values: { width: 50 },
      problems: [],
    });
    const wrong = resolveSettings({ width: 50 }, { CSTIP_WIDTH: "huge" });
    expect(wrong.values.width).toBe(50);
    expect(wrong.problems).toMatchObject([{ kind: "value", inFile: false, setting: "width" }]);
  });

  it("always answers values that the settings can have, whatever the file and the variables hold", () => {
    const names = fc.oneof(fc.constantFrom<string>(...SETTING_NAMES), fc.string());
    const file = fc.dictionary(names, fc.jsonValue());
    const environment = fc.dictionary(fc.constantFrom(...SETTING_NAMES.map(variableOf)), fc.string());
    fc.assert(
      fc.property(file, environment, (inFile, inEnvironment) => {
        const { values, problems } = resolveSettings(inFile, inEnvironment);
        for (const name of SETTING_NAMES) expect(checkSetting(name, values[name])).toBe(values[name]);
        for (const { what } of problems) expect(what).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
      }),
    );
  });
});
