import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tipsFile } from "../bench/make-tips.ts";
import { eventually } from "../support/eventually.ts";
import { cstip, cstipAsync, scratchFolder } from "../support/program.ts";

/** Large enough for its words to be packed after an import, so that a search need not read all its texts. */
const COUNT = 1_000;
const SEARCHES = [
  ["patient", "caller"],
  ["pateint"],
  ["how do I calm an upset customer"],
  ["empathy"],
  ["--exact", "smile"],
  ['"hold the line"'],
  ["zebra"],
];

const wordsOf = (home: string) => join(home, ".cache", "cstip", "library-words");

async function importedHome(): Promise<string> {
  const home = scratchFolder();
  const file = join(home, "tips.json");
  writeFileSync(file, tipsFile(COUNT));
  expect(cstip(["import", file], { home }).code).toBe(0);
  await eventually(() => existsSync(wordsOf(home)));
  return home;
}

function search(home: string, args: readonly string[]): string {
  const { code, stdout, stderr } = cstip(["search", "--plain", ...args], { home });
  return `${code}\n${stdout}\n${stderr}`;
}

/** With no words ready, and none that could be made: a folder is in their place. */
function searchedInTexts(home: string): string[] {
  rmSync(wordsOf(home), { recursive: true, force: true });
  mkdirSync(wordsOf(home));
  const found = SEARCHES.map((args) => search(home, args));
  rmSync(wordsOf(home), { recursive: true });
  return found;
}

describe("a large library", () => {
  it("is found in the same way whether its words are ready, missing or damaged", async () => {
    const home = await importedHome();
    const packed = readFileSync(wordsOf(home));
    const found = SEARCHES.map((args) => search(home, args));
    expect(found[0]).toMatch(/^0\n.*patient/is);
    expect(found).toEqual(searchedInTexts(home));
    const damaged = Buffer.from(packed).fill(0xff, Math.floor(packed.length / 2));
    for (const bytes of [Buffer.alloc(0), packed.subarray(0, packed.length - 7), Buffer.from("{}\n")]) {
      writeFileSync(wordsOf(home), bytes);
      expect(search(home, SEARCHES[0] ?? [])).toBe(found[0]);
    }
    writeFileSync(wordsOf(home), damaged);
    for (const args of SEARCHES) expect(search(home, args)).toMatch(/^[01]\n(?:.*\n)*?(?:cstip: .*\n)?$/);
  });

  it("is searched as it is when it was changed, and its words are made anew", async () => {
    const home = await importedHome();
    const before = statSync(wordsOf(home)).mtimeMs;
    const more = join(home, "more.md");
    writeFileSync(
      more,
      "---\ntitle: A zebra at the counter\npublished: 2024-03-05\n---\n\nServe it like any other guest.\n",
    );
    expect(cstip(["import", more], { home }).code).toBe(0);
    expect(search(home, ["zebra"])).toMatch(/^0\n.*zebra/is);
    await eventually(() => statSync(wordsOf(home)).mtimeMs > before);
    expect(search(home, ["zebra"])).toMatch(/^0\n.*zebra/is);
  });

  it("has its words made by one process where ten search at once", async () => {
    const home = await importedHome();
    rmSync(wordsOf(home));
    await Promise.all(
      Array.from({ length: 10 }, () =>
        cstipAsync(["search", "patient"], { home, env: { NODE_OPTIONS: "" } }),
      ),
    );
    await eventually(() => existsSync(wordsOf(home)));
    await eventually(() => processesIn(home).length === 0);
    expect(readdirSync(join(home, ".cache", "cstip")).filter((name) => /lock|^\./.test(name))).toEqual([]);
  });

  it("is searched where its words cannot be kept", async () => {
    const home = await importedHome();
    const found = search(home, ["patient"]);
    expect(searchedInTexts(home)[0]).toContain("patient");
    rmSync(join(home, ".cache"), { recursive: true });
    writeFileSync(join(home, ".cache"), "");
    expect(search(home, ["patient"])).toBe(found);
  });
});

/** Processes of cstip whose home this is. */
function processesIn(home: string): string[] {
  return execFileSync("ps", ["-eo", "args=", "e"], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes(`HOME=${home}`) && line.includes("tidy --words --locked"));
}
