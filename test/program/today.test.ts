import { describe, expect, it } from "vitest";
import { cstipEach } from "../support/batch.ts";
import { cstip, json, scratchFolder } from "../support/program.ts";

interface Today {
  readonly date: string;
  readonly week: { readonly from: string; readonly to: string; readonly number: number };
  readonly reason: string;
  readonly tip: { readonly id: string; readonly title: string };
}

describe("cstip today", () => {
  it("shows the tip published in the week", () => {
    expect(json<Today>(["today", "2026-01-20"])).toMatchObject({
      date: "2026-01-20",
      week: { from: "2026-01-20", to: "2026-01-26", number: 2924 },
      reason: "published",
      tip: { id: "identify-your-point-of-empathy" },
    });
  });

  it("counts Monday to the week that began on Tuesday", () => {
    expect(json<Today>(["today", "2026-01-19"])).toMatchObject({
      reason: "published",
      tip: { id: "pressure-is-a-privilege-but" },
    });
  });

  it("takes one from the rotation where nothing was published", () => {
    expect(json<Today>(["today", "2026-11-23"]).reason).toBe("rotation");
  });

  it("reads the date as an argument, as an option, and with a minus", () => {
    const { stdout } = cstip(["today", "2026-01-20"]);
    expect(cstip(["today", "--date", "2026-01-20"]).stdout).toBe(stdout);
    expect(cstip(["--date=1/20/26"]).stdout).toBe(stdout);
    expect(cstip(["January 20, 2026"]).stdout).toBe(stdout);
    expect(cstip(["today", "-10d"]).code).toBe(0);
  });

  it("reads a date of several words without quotes, also where no command is named", async () => {
    const { stdout } = cstip(["today", "2026-01-20"]);
    const lines = [
      ["today", "20", "January", "2026"],
      ["20", "January", "2026"],
      ["Jan", "20,", "2026", "--plain"],
      ["--plain", "January", "20", "2026"],
      ["today", "Jan", "--no-journal", "20", "2026"],
      ["20260120"],
    ];
    for (const { line, run } of await cstipEach(lines, { home: scratchFolder() }))
      expect.soft(run.stdout, line).toBe(stdout);
  });

  it("reads a week by its name, and a day without a year as one of this year", () => {
    const now = json<Today>(["today"]);
    const weekOf = (...args: string[]) => json<Today>(args).week.number - now.week.number;
    expect(weekOf("today", "last", "week")).toBe(-1);
    expect(weekOf("next", "week")).toBe(1);
    expect(weekOf("this week")).toBe(0);
    expect(json<Today>(["today", "Jan", "20"]).date).toBe(`${now.date.slice(0, 4)}-01-20`);
    expect(json<Today>(["20", "January"]).date).toBe(`${now.date.slice(0, 4)}-01-20`);
  });

  it("has lists begin and end with a month or a year", () => {
    const ids = (...args: string[]) => json<{ id: string }[]>(["list", ...args]).map(({ id }) => id);
    expect(ids("--since", "2025", "--until", "2025")).toEqual(ids("--year", "2025"));
    expect(ids("--since", "2025-06", "--until", "2025-06")).toEqual(
      ids("--since", "2025-06-01", "--until", "2025-06-30"),
    );
    expect(ids("--since", "january 2026", "--until", "Jan 2026")).toEqual(
      ids("--since", "2026-01", "--until", "2026-01"),
    );
  });

  it("is what runs where no command is named", () => {
    expect(cstip([]).stdout).toBe(cstip(["today"]).stdout);
    expect(cstip(["week"]).stdout).toBe(cstip(["today"]).stdout);
  });

  it("refuses a date that does not exist, with the forms it reads", () => {
    const { code, stdout, stderr } = cstip(["today", "2026-02-30"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(
      /^cstip: date cannot be '2026-02-30', which does not exist: dates are read as 2026-01-20, .*\n$/,
    );
    expect(cstip(["2026-02-30"])).toMatchObject({ code, stdout, stderr });
    expect(cstip(["31", "November"]).stderr).toMatch(
      /^cstip: date cannot be '31 November', which does not exist: dates are read as 2026-01-20, .*\n$/,
    );
  });
});
