import { describe, expect, it } from "vitest";
import { cstip, json } from "../support/program.ts";

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

  it("has lists begin and end with a month or a year", () => {
    const ids = (...args: string[]) => json<{ id: string }[]>(["list", ...args]).map(({ id }) => id);
    expect(ids("--since", "2025", "--until", "2025")).toEqual(ids("--year", "2025"));
    expect(ids("--since", "2025-06", "--until", "2025-06")).toEqual(
      ids("--since", "2025-06-01", "--until", "2025-06-30"),
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
  });
});
