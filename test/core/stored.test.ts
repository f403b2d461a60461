import { expect, it } from "vitest";
import { isCleanJson } from "../../src/core/stored.ts";
import { cleanText } from "../../src/core/text.ts";

it("takes no text for clean that cleaning changes, whatever its characters", () => {
  for (let code = 0; code < 0x11_0000; code++) {
    const text = `a${String.fromCodePoint(code)}b`;
    if (cleanText(text) !== text && isCleanJson(JSON.stringify(text))) expect.fail(`U+${code.toString(16)}`);
  }
  expect(isCleanJson(JSON.stringify("“It’s fine” – said the café…\nand 日本 too"))).toBe(true);
});
