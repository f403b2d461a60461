import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";
import { parse } from "parse5";
import { describe, expect, it } from "vitest";
import type { Tip } from "../../src/core/tip.ts";
import { cstip, json, leftIn, scratchFolder } from "../support/program.ts";

const PAGE = `night shift | Customer Service Solutions, Inc.

Lift It Up – 9/12/23

Posted on in Customer Service Tip of the Week 1 Comment

Words of a test, and of <nobody> else & "quoted".

• One item.
• Another item.

One Lamp Is Enough - 5/7/24

Posted on in Customer Service Tip of the Week 1 Comment

Leave one lamp on.
`;

const OWN = `---
title: Greet by Name
published: 2024-06-04
topics: [greetings]
season: { from: "06-01", to: "06-20" }
actions: [Say the name., Smile.]
---
Names are short.
`;

function homeWithTips(): string {
  const home = scratchFolder();
  for (const [name, text] of Object.entries({ "page.txt": PAGE, "own.md": OWN }))
    writeFileSync(join(home, name), text);
  cstip(["import", join(home, "page.txt"), join(home, "own.md")], { home });
  return home;
}

describe("cstip export", () => {
  it("gives JSON that another home imports without loss, and then has the same library", () => {
    const home = homeWithTips();
    const other = scratchFolder();
    const exported = cstip(["export"], { home }).stdout;
    expect(cstip(["import", "-"], { home: other, input: exported }).stdout).toContain("took 3 tips");
    for (const args of [
      ["list"],
      ["topics"],
      ["today", "2024-06-04"],
      ["today", "2025-06-10"],
      ["today", "2025-09-02"],
      ["library", "list"],
    ]) {
      expect(json(args, { home: other }), args.join(" ")).toEqual(json(args, { home }));
    }
    expect(cstip(["export"], { home: other }).stdout).toBe(exported);
    expect(cstip(["import", "-"], { home, input: exported }).stdout).toContain("nothing has changed");
  });

  it("gives Markdown that another home imports as the same tips", () => {
    const home = homeWithTips();
    const other = scratchFolder();
    const exported = cstip(["export", "--markdown"], { home }).stdout;
    expect(cstip(["import", "-"], { home: other, input: exported }).stdout).toContain("took 3 tips");
    for (const args of [["list"], ["today", "2025-06-10"], ["library", "list"]])
      expect(json(args, { home: other }), args.join(" ")).toEqual(json(args, { home }));
    expect(cstip(["export", "--markdown"], { home: other }).stdout).toBe(exported);
    for (const args of [["show", "one-lamp-is-enough"], ["today"], ["catch-up", "--since", "-2w"]]) {
      const shown = cstip([...args, "--markdown"], { home }).stdout;
      expect(cstip(["import", "-"], { home, input: shown }).stdout, args[0]).toContain("nothing has changed");
    }
  });

  it("gives nothing to import where all of it shipped", () => {
    const home = scratchFolder();
    expect(cstip(["import", "-"], { home, input: cstip(["export"]).stdout }).stdout).toContain(
      "44 unchanged\nnothing has changed",
    );
  });

  it("picks by the filters of list", () => {
    const picked = JSON.parse(cstip(["export", "--year", "2017", "--reverse", "--limit", "2"]).stdout)
      .tips as Tip[];
    const listed = json<(Tip & { number: number })[]>([
      "list",
      "--year",
      "2017",
      "--reverse",
      "--limit",
      "2",
    ]);
    // The number is its place in a list, and no field of a tip that is taken elsewhere.
    expect(picked).toEqual(listed.map(({ number: _, ...tip }) => tip));
    expect(cstip(["export", "--year", "1999"])).toMatchObject({ code: 1, stdout: "" });
  });

  it("writes a file once, and replaces it by force alone", () => {
    const home = scratchFolder();
    const file = join(home, "tips.json");
    expect(cstip(["export", "--output", file], { home })).toMatchObject({
      code: 0,
      stdout: `44 tips written to ${file}\n`,
    });
    writeFileSync(file, "mine");
    expect(cstip(["export", "--output", file], { home })).toMatchObject({
      code: 1,
      stderr: `cstip: ${file} is there already: --force replaces it\n`,
    });
    expect(readFileSync(file, "utf8")).toBe("mine");
    expect(cstip(["export", "-o", file, "--force"], { home }).code).toBe(0);
    expect(JSON.parse(readFileSync(file, "utf8")).tips).toHaveLength(44);
    const nowhere = join(home, "no", "folder.json");
    expect(cstip(["export", "-o", nowhere], { home })).toMatchObject({ code: 1, stdout: "" });
    expect(existsSync(join(home, "no"))).toBe(false);
  });

  it("says of a folder that it is one, and offers no force that does nothing", () => {
    const home = scratchFolder();
    for (const force of [[], ["--force"]])
      expect(cstip(["export", "-o", home, ...force], { home })).toEqual({
        code: 1,
        stdout: "",
        stderr: `cstip: ${home} is a folder: name a file in it\n`,
      });
    symlinkSync("/dev/null", join(home, "link.json"));
    expect(cstip(["export", "-o", join(home, "link.json"), "--force"], { home })).toMatchObject({
      code: 1,
      stderr: `cstip: ${join(home, "link.json")} cannot be written (it is not a file): nothing was written\n`,
    });
  });

  it("refuses the ending of a kind that it cannot write, and names the format that a name does not", () => {
    const home = scratchFolder();
    const written = (name: string, ...args: string[]) =>
      cstip(["export", "-o", join(home, name), ...args], { home });
    expect(written("report.PDF")).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "cstip: export writes no .pdf: end the name in .json, .md, .html or .ics, or say which with --format\n",
    });
    for (const name of ["tips.txt", "tips.json.bak", "tips.7.mp3", "a.b/tips.pages"])
      expect(written(name)).toMatchObject({ code: 2, stderr: expect.stringContaining("export writes no .") });
    expect(leftIn(home)).toEqual([]);
    expect(written("report.pdf", "--format", "html").stdout).toMatch(/report\.pdf as HTML\n$/);
    for (const name of [".tips", "tips-1.2", "tmp.aBcDeFgHiJ"])
      expect(written(name).stdout).toBe(`44 tips written to ${join(home, name)} as JSON\n`);
    expect(written("tips").stdout).toBe(`44 tips written to ${join(home, "tips")} as JSON\n`);
    expect(written("tips.md").stdout).toBe(`44 tips written to ${join(home, "tips.md")}\n`);
  });

  it("gives a page without anything from outside, on which text is text", () => {
    const home = homeWithTips();
    const page = cstip(["export", "--format", "html", "--topic", "night-shift"], { home }).stdout;
    expect(page).toContain("Words of a test, and of &lt;nobody&gt; else &amp; &quot;quoted&quot;.");
    expect(page).toContain("<ul>\n<li>One item.</li>\n<li>Another item.</li>\n</ul>");
    expect(page).not.toMatch(/https?:|src=|@import|url\(|<script/);
    const errors: string[] = [];
    parse(page, { onParseError: ({ code }) => void errors.push(code) });
    expect(errors).toEqual([]);
  });

  it("gives a calendar with one event a week, which a calendar program reads", () => {
    const home = homeWithTips();
    const text = cstip(["export", "-f", "ics", "--weeks", "60"], { home }).stdout;
    const events = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents("vevent")
      .map((event) => new ICAL.Event(event));
    expect(events).toHaveLength(60);
    const days = events.map(({ startDate }) => startDate.toJSDate().getTime() / 86_400_000);
    expect(days.slice(1).map((day, at) => Math.round(day - (days[at] ?? 0)))).toEqual(Array(59).fill(7));
    expect(
      events.every(({ startDate }) => startDate.isDate && startDate.dayOfWeek() === ICAL.Time.TUESDAY),
    ).toBe(true);
    const next = json<{ tip: Tip; week: { from: string } }>(["today", "+3w"], { home });
    expect(events[3]).toMatchObject({ summary: next.tip.title });
    expect(events[3]?.startDate.toString()).toBe(next.week.from);
    expect(events[3]?.description).toContain(next.tip.body.at(-1));
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(60);
    expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(cstip(["export", "--weeks", "3"], { home }).code).toBe(2);
  });

  it("gives Markdown with every tip in full", () => {
    const home = homeWithTips();
    const text = cstip(["export", "--markdown", "--topic", "night-shift"], { home }).stdout;
    expect(text).toContain("# One Lamp Is Enough\n\n*May 7, 2024 · Night shift*\n\nLeave one lamp on.");
    expect(text).toContain("- One item.\n- Another item.");
  });
});
