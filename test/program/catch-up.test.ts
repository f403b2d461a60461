import { describe, expect, it } from "vitest";
import { clockAt } from "../support/clock.ts";
import { cstip, json, onTerminal, scratchFolder } from "../support/program.ts";

interface Shown {
  readonly date: string;
  readonly week: { readonly from: string };
  readonly tip: { readonly id: string };
}

/** A reader whose clock can be set. */
function reader() {
  const home = scratchFolder();
  const on = (date: string) => ({ home, env: clockAt(date) });
  return {
    on,
    today: (date: string) => cstip(["today"], on(date)).stdout,
    /** The Tuesdays of the weeks that it shows, which reads them: so first as JSON, which does not. */
    caughtUp: (date: string, ...args: string[]) => {
      const shown = json<Shown[]>(["catch-up", ...args], on(date));
      expect(cstip(["catch-up", ...args], on(date)).stdout.match(/^Title: /gm)).toHaveLength(shown.length);
      return shown.map(({ week }) => week.from);
    },
  };
}

describe("cstip catch-up", () => {
  it("shows the weeks of a holiday, oldest first, and this one, once", () => {
    const { today, caughtUp, on } = reader();
    today("2026-06-03");
    expect(caughtUp("2026-06-24")).toEqual(["2026-06-09", "2026-06-16", "2026-06-23"]);
    const { code, stdout, stderr } = cstip(["catch-up"], on("2026-06-24"));
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^cstip: you have missed no week: /);
    expect(cstip(["catch-up", "--json"], on("2026-06-24")).stdout).toBe("[]\n");
  });

  it("claims nothing where the journal is off", () => {
    const home = scratchFolder();
    for (const _ of ["never read", "read"]) {
      const { code, stderr } = cstip(["catch-up"], { home, env: { CSTIP_JOURNAL: "off" } });
      expect(code).toBe(1);
      expect(stderr).toMatch(/^cstip: the journal is off, so what you missed is not known: /);
      cstip(["today"], { home });
    }
    const weeks = json(["catch-up", "--since", "-2w"], { env: { CSTIP_JOURNAL: "off" } });
    expect(weeks).toHaveLength(3);
  });

  it("shows each week the tip that today showed or would have shown in it", () => {
    const { today, on } = reader();
    today("2026-01-07");
    const shown = json<Shown[]>(["catch-up"], on("2026-01-27"));
    expect(shown.map(({ tip }) => tip.id)).toEqual(
      ["2026-01-13", "2026-01-20", "2026-01-27"].map(
        (date) => json<Shown>(["today", date], on("2026-01-27")).tip.id,
      ),
    );
  });

  it("says under today what was missed, and still knows it after today was read", () => {
    const { today, caughtUp } = reader();
    today("2026-06-03");
    expect(today("2026-06-10")).not.toContain("You missed");
    expect(today("2026-07-01")).toContain("You missed 2 weeks: 'cstip catch-up' shows what they brought.");
    expect(caughtUp("2026-07-02")).toEqual(["2026-06-16", "2026-06-23"]);
    expect(today("2026-07-02")).not.toContain("You missed");
  });

  it("goes on across the end of a year, in weeks from Tuesday to Monday", () => {
    const { today, caughtUp } = reader();
    today("2025-12-22");
    expect(caughtUp("2026-01-05")).toEqual(["2025-12-23", "2025-12-30"]);
    expect(caughtUp("2026-01-06")).toEqual(["2026-01-06"]);
  });

  it("shows eight at a time, then the rest, or all at once", () => {
    const first = reader();
    first.today("2026-01-06");
    const { stdout, stderr } = cstip(["catch-up", "--plain"], first.on("2026-03-31"));
    expect(stdout.match(/^Tip of the week: /gm)).toHaveLength(8);
    expect(stderr).toBe("cstip: 4 weeks more: 'cstip catch-up' again goes on, --all shows all\n");
    expect(first.caughtUp("2026-03-31")).toEqual(["2026-03-10", "2026-03-17", "2026-03-24", "2026-03-31"]);
    const second = reader();
    second.today("2026-01-06");
    expect(second.caughtUp("2026-03-31", "--all")).toHaveLength(12);
  });

  it("takes no notice of what a wrong clock wrote down", () => {
    const { today, caughtUp, on } = reader();
    today("2026-06-03");
    today("2031-01-01");
    today("1999-12-31");
    expect(today("2026-06-17")).toContain("You missed 1 week:");
    expect(caughtUp("2026-06-17")).toEqual(["2026-06-09"]);
    expect(cstip(["catch-up"], on("1999-12-31")).code).toBe(1);
  });

  it("does not count the tip of another week, or one shown for itself, as this week's", () => {
    const { today, caughtUp, on } = reader();
    today("2026-06-03");
    cstip(["today", "2026-06-16"], on("2026-06-24"));
    cstip(["today", "+1w"], on("2026-06-24"));
    cstip(["show", "4"], on("2026-06-24"));
    expect(caughtUp("2026-06-24")).toEqual(["2026-06-09", "2026-06-23"]);
  });

  it("begins with today, and goes back further where it is asked to", () => {
    const { caughtUp, on, today } = reader();
    const { code, stderr } = cstip(["catch-up"], on("2026-06-24"));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^cstip: no week was read yet, so none is missed: begin with 'cstip today'/);
    today("2026-06-24");
    expect(caughtUp("2026-06-24", "--since", "-3w")).toEqual(["2026-06-02", "2026-06-09", "2026-06-16"]);
  });

  it("notes nothing down under --no-journal", () => {
    const { today, caughtUp } = reader();
    today("2026-06-03");
    expect(caughtUp("2026-06-24", "--no-journal")).toHaveLength(3);
    expect(caughtUp("2026-06-24")).toHaveLength(3);
  });

  it("puts the line under the card, dim", () => {
    const { today, on } = reader();
    today("2026-06-03");
    const { stdout } = onTerminal("cstip today", on("2026-06-24"));
    const line = "You missed 2 weeks: 'cstip catch-up' shows what they brought.";
    expect(stdout.endsWith(`╯\u001b[22m\n\u001b[2m${line}\u001b[22m\n`)).toBe(true);
  });
});
