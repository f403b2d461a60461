import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Tip } from "../../src/core/tip.ts";
import { cstip, json, onTerminal, scratchFolder } from "../support/program.ts";

describe("cstip favorite", () => {
  it("adds, lists and removes, by number, id and title", () => {
    const home = scratchFolder();
    expect(cstip(["favorite", "add", "3"], { home })).toMatchObject({
      code: 0,
      stdout: "★ Don’t Begin with the Dead End in Mind is a favorite now.\n",
    });
    expect(cstip(["fav", "add", "lift", "it", "up"], { home }).stdout).toMatch(/^★ Lift It Up is/);
    expect(cstip(["favourite", "add", "#3"], { home }).stdout).toMatch(/a favorite already/);
    expect(
      cstip(["fav", "list"], { home })
        .stdout.split("\n")
        .map((line) => line.split("\t")[0]),
    ).toEqual(["#3", expect.stringMatching(/^#\d+$/), ""]);
    expect(cstip(["fav", "remove", "3"], { home }).code).toBe(0);
    expect(json<Tip[]>(["list", "--favorites"], { home }).map(({ id }) => id)).toEqual(["lift-it-up"]);
    expect(cstip(["fav", "rm", "3"], { home })).toMatchObject({
      code: 1,
      stderr: "cstip: 'Don’t Begin with the Dead End in Mind' is no favorite: see 'cstip favorite list'\n",
    });
  });

  it("takes the tip that was read last where none is named, else that of the week", () => {
    const home = scratchFolder();
    const week = json<{ tip: Tip }>(["today", "--no-journal"], { home }).tip;
    expect(cstip(["fav", "add"], { home }).stdout).toBe(`★ ${week.title} is a favorite now.\n`);
    cstip(["show", "5"], { home });
    expect(cstip(["fav", "add"], { home }).stdout).toBe("★ Look for a Stop Sign is a favorite now.\n");
  });

  it("says so where there are none, and prints an empty array for a script", () => {
    const home = scratchFolder();
    expect(cstip(["favorite", "list"], { home })).toMatchObject({ code: 1, stdout: "" });
    expect(cstip(["favorite", "list", "--json"], { home })).toMatchObject({ code: 1, stdout: "[]\n" });
    expect(cstip(["list", "--favorites"], { home })).toMatchObject({ code: 1, stdout: "" });
  });

  it("fails where the favorite cannot be noted down", () => {
    const { code, stdout, stderr } = cstip(["fav", "add", "3"], { env: { HOME: "/proc/nowhere" } });
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(
      /^cstip: the journal \/proc\/nowhere.* cannot be written \([^\n]*\): see 'cstip doctor'\n$/,
    );
    const home = scratchFolder();
    mkdirSync(join(home, ".local", "state", "cstip", "journal.jsonl"), { recursive: true });
    for (const args of [
      ["fav", "add", "3"],
      ["fav", "add"],
      ["fav", "remove", "3"],
    ]) {
      const run = cstip(args, { home });
      expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 3, stdout: "" });
      expect(run.stderr).toMatch(/^cstip: the journal [^\n]*journal\.jsonl cannot be read \(it is [^\n]*\n$/);
    }
  });

  it("takes several by number or id, and else one by its title", () => {
    const home = scratchFolder();
    expect(cstip(["fav", "add", "1", "lift-it-up", "#3"], { home }).stdout.match(/★/g)).toHaveLength(3);
    expect(cstip(["fav", "add", "dead", "end"], { home }).stdout).toMatch(/^★ Don’t Begin.* already\.\n$/);
    expect(cstip(["fav", "add", "1", "99"], { home })).toMatchObject({
      code: 1,
      stderr: "cstip: there is no tip '99': the list has 44\n",
    });
    expect(cstip(["fav", "rm", "1", "2"], { home }).code).toBe(1);
    expect(cstip(["fav", "rm", "1", "3"], { home }).code).toBe(0);
    const left = cstip(["favorite"], { home }).stdout;
    expect(left).toMatch(/^#\d+\t.*\tlift-it-up\t.*\n$/);
    for (const args of [
      ["fav", "ls"],
      ["favorites"],
      ["favourite"],
      ["list", "--favorites"],
      ["list", "--favourites"],
    ])
      expect(cstip(args, { home }).stdout, args.join(" ")).toBe(left);
  });

  it("names what was perhaps meant", () => {
    expect(cstip(["fav", "ad", "3"])).toMatchObject({
      code: 2,
      stderr: "cstip: there is no command 'ad': did you mean add?\n",
    });
    expect(cstip(["fav", "add", "999"]).code).toBe(1);
  });

  it("puts a star on cards and in lists, and a word where stars are not read aloud", () => {
    const home = scratchFolder();
    cstip(["fav", "add", "3"], { home });
    expect(onTerminal("cstip show 3", { home }).stdout).toContain("★ Don’t Begin with the Dead End in Mind");
    expect(onTerminal("cstip show 4", { home }).stdout).not.toContain("★");
    expect(onTerminal("cstip list --limit 4", { home }).stdout.match(/★ .*/g)).toHaveLength(1);
    expect(cstip(["show", "3"], { home }).stdout).toContain("\nFavorite: yes\n");
    expect(cstip(["list", "--limit", "4"], { home }).stdout.match(/\tfavorite$/gm)).toHaveLength(1);
    const { id } = json<{ tip: Tip }>(["today"], { home }).tip;
    cstip(["fav", "add", id], { home });
    expect(onTerminal("cstip today", { home }).stdout).toContain("★");
    expect(onTerminal("cstip show 3", { home, env: { LANG: "C" } }).stdout).toContain("* Don't Begin");
  });
});

describe("cstip list --unread", () => {
  it("leaves out what was read, however it was", () => {
    const home = scratchFolder();
    const all = json<Tip[]>(["list"], { home });
    // What a script is given was read by nobody.
    const week = json<{ tip: Tip }>(["today"], { home }).tip;
    for (const args of [["random"], ["show", "2"], ["catch-up", "--since", "-9w"]]) json(args, { home });
    expect(json<Tip[]>(["list", "--unread"], { home })).toEqual(all);
    cstip(["today"], { home });
    const drawn = cstip(["random"], { home }).stdout.split("\n")[0]?.replace("Title: ", "");
    cstip(["show", "1"], { home });
    const read = new Set([week.id, all.find(({ title }) => title === drawn)?.id, all[0]?.id]);
    expect(json<Tip[]>(["list", "--unread"], { home }).map(({ id }) => id)).toEqual(
      all.map(({ id }) => id).filter((id) => !read.has(id)),
    );
    const first = cstip(["list", "--unread", "--limit", "1"], { home }).stdout;
    expect(first.split("\t")[0]).toMatch(/^#[2-4]$/);
  });

  it("survives a journal with a damaged line", () => {
    const home = scratchFolder();
    cstip(["show", "1"], { home });
    const path = join(home, ".local/state/cstip/journal.jsonl");
    const whole = readFileSync(path, "utf8");
    writeFileSync(path, `${whole}${whole.slice(0, 30)}`);
    cstip(["show", "2"], { home });
    const { code, stdout, stderr } = cstip(["list", "--unread"], { home });
    expect(stdout).toMatch(/^#3\t/);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});
