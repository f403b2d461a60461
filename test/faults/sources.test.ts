import { existsSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { cstipAsync, scratchFolder } from "../support/program.ts";
import { FILES, ONE_LINE } from "./support.ts";

/** Files that nobody should have given to import. */

describe("import of", () => {
  it("a socket is refused at once, and takes nothing", async () => {
    const home = scratchFolder();
    const path = join(home, "socket");
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    onTestFinished(() => void server.close());
    const { code, stdout, stderr } = await cstipAsync(["import", path], { home });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("socket: it cannot be read");
    expect((await cstipAsync(["import", home], { home })).stderr).not.toContain("socket");
  });

  it.each([
    ["page", "<html><body>", "<p>some words in a page</p>\n"],
    ["text", "", "some words in a line of a text\n"],
    ["Markdown", "---\ntitle: Large\npublished: 2024-03-05\n---\n", "some words in a line\n"],
  ])("50 MB of one %s is refused in a moment, for no page is so long", async (_, head, line) => {
    const home = scratchFolder();
    const file = join(home, "large");
    writeFileSync(file, head + line.repeat(Math.ceil(50_000_000 / line.length)));
    const { code, stdout, stderr } = await cstipAsync(["import", file], { home });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    const [first, ...rest] = stderr.split(/(?<=\n)/);
    expect(first).toMatch(ONE_LINE);
    expect(first).toContain("larger than 16 MiB");
    expect(rest).toHaveLength(1);
    expect(existsSync(join(home, FILES.library))).toBe(false);
  });
});
