import { describe, expect, it } from "vitest";
import { snippetFindings } from "../../src/commands/doctor-shell.ts";
import type { Inspection } from "../../src/login-files.ts";
import { SCRIPTS } from "../../src/shell/index.ts";
import { testContext } from "../support/context.ts";

const { login, version } = testContext();
const snippet = SCRIPTS.bash.snippet({ every: "login", version, usual: login.usual });
const inspection = { shell: "bash", startFiles: [{ path: ".bashrc", text: snippet }] };

describe("what doctor says of the cost of the banner", () => {
  it.each([
    [0, "ok", "less than 0.1"],
    [0.09, "ok", "less than 0.1"],
    [0.1, "ok", "0.1"],
    [1.26, "ok", "1.3"],
    [31, "problem", "31.0"],
  ])("is a time that is not nothing: %d ms", async (added, level, shown) => {
    const context = testContext({ login: { ...login, measure: async () => added } });
    const findings = await snippetFindings(inspection as unknown as Inspection, context);
    expect(findings).toContainEqual(
      expect.objectContaining({ level, what: `the banner adds ${shown} ms to the start of bash` }),
    );
  });
});
