import { describe, expect, it } from "vitest";
import type { Environment } from "../../src/core/choices.ts";
import { decideStyle, hasBox, type Terminal } from "../../src/render/style.ts";
import type { OutputRequest } from "../../src/render/view.ts";

const screen: Terminal = { isTerminal: true, columns: 100, utf8: true };
const pipe: Terminal = { isTerminal: false, columns: undefined, utf8: true };
const colored = (env: Environment, request: OutputRequest = {}, terminal = screen) =>
  decideStyle(request, env, terminal).color;

describe("color", () => {
  // Each row: environment, on a terminal, in a pipe.
  it.each<[Environment, boolean, boolean]>([
    [{}, true, false],
    [{ NO_COLOR: "1" }, false, false],
    [{ NO_COLOR: "0" }, false, false],
    [{ NO_COLOR: "" }, true, false],
    [{ NO_COLOR: "1", FORCE_COLOR: "3" }, false, false],
    [{ NO_COLOR: "1", CLICOLOR_FORCE: "1" }, false, false],
    [{ FORCE_COLOR: "" }, true, false],
    [{ FORCE_COLOR: "0" }, false, false],
    [{ FORCE_COLOR: "false" }, false, false],
    [{ FORCE_COLOR: "NO" }, false, false],
    [{ FORCE_COLOR: "1" }, true, true],
    [{ FORCE_COLOR: "2" }, true, true],
    [{ FORCE_COLOR: "3" }, true, true],
    [{ FORCE_COLOR: "true" }, true, true],
    [{ FORCE_COLOR: "yes, please" }, true, true],
    [{ FORCE_COLOR: "0", CLICOLOR_FORCE: "1" }, false, false],
    [{ FORCE_COLOR: "1", CLICOLOR: "0" }, true, true],
    [{ CLICOLOR_FORCE: "1" }, true, true],
    [{ CLICOLOR_FORCE: "0" }, true, false],
    [{ CLICOLOR_FORCE: "" }, true, false],
    [{ CLICOLOR_FORCE: "1", CLICOLOR: "0" }, true, true],
    [{ CLICOLOR_FORCE: "1", TERM: "dumb" }, true, true],
    [{ CLICOLOR: "0" }, false, false],
    [{ CLICOLOR: "1" }, true, false],
    [{ TERM: "dumb" }, false, false],
    [{ TERM: "dumb", FORCE_COLOR: "1" }, true, true],
    [{ TERM: "" }, true, false],
  ])("%j: on a terminal %s, in a pipe %s", (env, onScreen, inPipe) => {
    expect([colored(env), colored(env, {}, pipe)]).toEqual([onScreen, inPipe]);
    for (const terminal of [screen, pipe]) {
      expect(colored(env, { color: "always" }, terminal)).toBe(true);
      expect(colored(env, { color: "never" }, terminal)).toBe(false);
      expect(colored(env, { color: "auto" }, terminal)).toBe(colored(env, {}, terminal));
    }
  });
});

describe("format", () => {
  it("is a card on a terminal that can, else plain, and always what was asked for", () => {
    expect(decideStyle({}, {}, screen).format).toBe("card");
    expect(decideStyle({}, {}, pipe).format).toBe("plain");
    expect(decideStyle({}, { TERM: "dumb" }, screen).format).toBe("plain");
    for (const format of ["card", "plain", "json", "markdown"] as const)
      for (const terminal of [screen, pipe])
        expect(decideStyle({ format }, { TERM: "dumb" }, terminal).format).toBe(format);
  });
});

describe("width", () => {
  it.each([
    ["0", 80],
    ["1", 20],
    ["10", 20],
    ["33", 33],
    ["80", 80],
    ["100000", 80],
    ["99999999999999999999", 80],
    ["x", 80],
    ["-5", 80],
    ["4e1", 80],
    ["", 80],
    [undefined, 80],
  ])("COLUMNS=%s makes a card of %d columns where the terminal does not tell", (COLUMNS, width) => {
    expect(decideStyle({ format: "card" }, { COLUMNS }, pipe).width).toBe(width);
    expect(decideStyle({}, { COLUMNS }, { ...screen, columns: undefined }).width).toBe(width);
    expect(decideStyle({}, { COLUMNS }, { ...screen, columns: 0 }).width).toBe(width);
  });

  it.each([
    [200, 80],
    [81, 80],
    [80, 80],
    [41, 41],
    [20, 20],
    [5, 20],
  ])("a terminal of %d columns is set in %d, whatever COLUMNS says", (columns, width) => {
    expect(decideStyle({}, { COLUMNS: "66" }, { ...screen, columns }).width).toBe(width);
  });

  it("is what was asked for, anywhere; a pipe has none of its own", () => {
    for (const terminal of [screen, pipe])
      for (const width of [20, 39, 400]) expect(decideStyle({ width }, {}, terminal).width).toBe(width);
    expect(decideStyle({}, { COLUMNS: "66" }, pipe).width).toBe(Number.POSITIVE_INFINITY);
  });

  it("has room for a box from 40 on", () => {
    const boxed = (width: number) => hasBox(decideStyle({ width }, {}, screen));
    expect([boxed(39), boxed(40)]).toEqual([false, true]);
  });
});
