import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tipOfTheWeek } from "../../src/core/tip-of-the-week.ts";
import { Libraries } from "../../src/host/library.ts";
import { changeLibrary } from "../../src/host/library-store.ts";
import { tipsFile } from "../bench/make-tips.ts";
import { day } from "../support/context.ts";
import { scratchFolder } from "../support/program.ts";

async function filled(count: number): Promise<{ folder: string; open: () => Libraries }> {
  const folder = scratchFolder();
  const folders = { data: folder, cache: folder, state: folder, config: folder };
  const open = () => new Libraries(folders, "1.0.0", (text) => expect.fail(text));
  const { tips } = JSON.parse(tipsFile(count));
  // Some for a season, and one over a bundled tip.
  tips[0].season = { from: "03-01", to: "03-14" };
  tips[1] = { ...tips[1], id: "have-resolve", origin: "archive", published: "2013-12-31" };
  await changeLibrary(open(), () => ({
    put: new Map(tips.map((tip: { id: string }) => [tip.id, tip])),
    remove: new Set(),
    topics: [],
  }));
  return { folder, open };
}

describe("an entry of the library that does not count", () => {
  const change = { put: new Map(), remove: new Set<string>(), topics: [] };

  it.each([
    [
      "in lines",
      (tips: object[]) =>
        `{\n"version": 1,\n"topics": [],\n"tips": [\n${tips.map((tip) => JSON.stringify(tip)).join(",\n")}\n]\n}\n`,
    ],
    ["as another hand set it", (tips: object[]) => JSON.stringify({ tips }, undefined, 2)],
  ])("stays as it is whatever else is changed, %s", async (_, textOf) => {
    const folder = scratchFolder();
    const warnings: string[] = [];
    const folders = { data: folder, cache: folder, state: folder, config: folder };
    const open = () => new Libraries(folders, "1.0.0", (text) => void warnings.push(text));
    const { tips } = JSON.parse(tipsFile(4));
    const [one, two, three, four] = tips;
    const spoilt = { ...one, published: "2024-05-32", note: "of my own" };
    const twin = { ...two, body: ["The first of this id."] };
    writeFileSync(join(folder, "library.json"), textOf([spoilt, twin, two, three, 5 as never]));
    const stored = () => JSON.parse(readFileSync(join(folder, "library.json"), "utf8")).tips as unknown[];
    await changeLibrary(open(), () => ({ ...change, remove: new Set([three.id]) }));
    expect(stored()).toEqual([spoilt, twin, 5, two]);
    await changeLibrary(open(), () => ({ ...change, put: new Map([[four.id, four]]) }));
    expect(stored()).toHaveLength(5);
    expect(stored().slice(0, 3)).toEqual([spoilt, twin, 5]);
    expect(
      open()
        .all()
        .tips.find(({ id }) => id === two.id)?.body,
    ).toEqual(two.body);
    expect(warnings).toHaveLength(1);
    await changeLibrary(open(), () => ({ ...change, remove: new Set([two.id, four.id]) }));
    expect(stored()).toEqual([spoilt, 5]);
  });
});

describe("the index of the library", () => {
  it("chooses the same tip in every week as all tips do", async () => {
    const { open } = await filled(400);
    const all = open().all();
    for (let date = day("2012-01-01"); date < day("2030-01-01"); date += 11) {
      const { topics, ...choice } = open().weekly(date) ?? { topics: [] };
      expect(choice).toEqual(tipOfTheWeek(all, date));
      expect(topics).toEqual(all.topics);
    }
  });

  it("is not believed when the library has changed, or when it is damaged or missing", async () => {
    const { folder, open } = await filled(60);
    const [library, index] = [join(folder, "library.json"), join(folder, "library-index.json")];
    const date = day("1990-01-16");
    const before = open().all() && open().weekly(date);
    expect(before?.tip.id).toBe("made-tip-2");
    const text = readFileSync(library, "utf8");
    writeFileSync(library, text.replace("Made tip 2:", "Done tip 2:"));
    expect(open().weekly(date)?.tip.title).toMatch(/^Done tip 2:/);
    for (const damage of [
      "",
      "{",
      readFileSync(index, "utf8").replaceAll(/"from":\[\d+,/g, '"from":[7,'),
      "null",
      '{"form":1}',
    ]) {
      writeFileSync(index, damage);
      expect(open().weekly(date)?.tip.title).toMatch(/^Done tip 2:/);
    }
    rmSync(index);
    expect(open().weekly(date)?.tip.title).toMatch(/^Done tip 2:/);
    expect(statSync(index).size).toBeGreaterThan(100);
  });
});
