import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilOf, FIRST_DAY, LAST_DAY } from "../../src/core/calendar.ts";
import type { Library, Tip } from "../../src/core/tip.ts";
import { hashOf, tipOfTheWeek } from "../../src/core/tip-of-the-week.ts";
import { weekOf } from "../../src/core/week.ts";
import { day, library } from "../support/context.ts";

const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
const rotation = library.tips.filter((tip) => !tip.season);
const on = (iso: string, of: Library = library) => tipOfTheWeek(of, day(iso));

function tip(id: string, fields: Partial<Tip> = {}): Tip {
  return { ...(library.tips[0] as Tip), id, published: "2000-01-04", ...fields };
}

function libraryOf(...tips: Tip[]): Library {
  return { topics: [], tips };
}

describe("weekOf", () => {
  it("runs from Tuesday to Monday and counts from 1970-01-06", () => {
    expect(weekOf(day("1970-01-06"))).toEqual({ number: 0, from: day("1970-01-06"), to: day("1970-01-12") });
    expect(weekOf(day("1970-01-05")).number).toBe(-1);
    fc.assert(
      fc.property(anyDay, (date) => {
        const week = weekOf(date);
        expect(week.from <= date && date <= week.to && week.to - week.from === 6).toBe(true);
        expect(new Date(week.from * 86_400_000).getUTCDay()).toBe(2);
        expect(weekOf(week.to + 1).number).toBe(week.number + 1);
      }),
    );
  });
});

describe("tipOfTheWeek", () => {
  it("takes the tip published in the week, from its Tuesday to its Monday", () => {
    expect(on("2026-01-20")).toMatchObject({
      reason: "published",
      tip: { id: "identify-your-point-of-empathy" },
    });
    expect(on("2026-01-26")?.tip.id).toBe("identify-your-point-of-empathy");
    expect(on("2026-01-19")).toMatchObject({
      reason: "published",
      tip: { id: "pressure-is-a-privilege-but" },
    });
  });

  it("takes the latest of several published in one week, before any season", () => {
    const season = { from: "01-01", to: "12-31" };
    const tips = libraryOf(
      tip("early", { published: "2026-01-20" }),
      tip("late", { published: "2026-01-22" }),
      tip("s", { season }),
    );
    expect(on("2026-01-21", tips)).toMatchObject({ reason: "published", tip: { id: "late" } });
  });

  it("takes a tip of the season by the Tuesday of the week; two take turns by year", () => {
    const years = [2026, 2027, 2028, 2029].map((year) => on(`${year}-12-25`));
    expect(years.map((choice) => choice?.reason)).toEqual(["season", "season", "season", "season"]);
    expect(years.map((choice) => choice?.tip.id)).toEqual(
      [years[0], years[1], years[0], years[1]].map((choice) => choice?.tip.id),
    );
    expect(new Set(years.map((choice) => choice?.tip.id)).size).toBe(2);
    // Monday 2027-01-04 belongs to the week of Tuesday 2026-12-29, which is in the season of the new year.
    expect(on("2027-01-04")?.reason).toBe("season");
    expect(on("2027-01-05")?.reason).toBe("rotation");
  });

  it("gives turns by the year a season began in, where it spans the new year", () => {
    // The one Tuesday from 12-26 to 01-01 is now before the new year, now on its first day.
    const turns = ["2026-12-29", "2027-12-28", "2028-12-26", "2030-01-01"].map((date) => on(date));
    expect(turns.map((choice) => choice?.reason)).toEqual(["season", "season", "season", "season"]);
    const [first, second] = turns.map((choice) => choice?.tip.id);
    expect(turns.map((choice) => choice?.tip.id)).toEqual([first, second, first, second]);
    expect(first).not.toBe(second);
  });

  it("has a holiday tip in the week of each Christmas Day, and one for the new year in that of each first of January", () => {
    for (let year = 2027; year < 2060; year++) {
      expect.soft(on(`${year}-12-25`)?.tip.title, String(year)).toMatch(/Holiday Poem/);
      expect.soft(on(`${year}-01-01`)?.tip.title, String(year)).toMatch(/New Year|Resolve$/);
    }
  });

  it("holds a season that spans the new year", () => {
    const tips = libraryOf(tip("plain"), tip("turn", { season: { from: "12-20", to: "01-10" } }));
    expect(on("2031-12-24", tips)?.tip.id).toBe("turn");
    expect(on("2032-01-07", tips)?.tip.id).toBe("turn");
    expect(on("2032-01-14", tips)?.tip.id).toBe("plain");
  });

  it("lets every tip of the rotation come round once a cycle", () => {
    const plain = libraryOf(...rotation);
    const start = weekOf(day("2030-06-04"));
    for (const cycle of [0, 1, -30]) {
      const ids = rotation.map(
        (_, week) => tipOfTheWeek(plain, start.from + 7 * (cycle * rotation.length + week))?.tip.id,
      );
      expect(new Set(ids).size).toBe(rotation.length);
    }
  });

  it("rotates without regard to titles and dates", () => {
    const weeks = rotation.map(
      (_, week) => tipOfTheWeek(library, day("2030-06-04") + 7 * week)?.tip.published ?? "",
    );
    expect(weeks).not.toEqual([...weeks].sort());
    expect(weeks).not.toEqual([...weeks].sort().reverse());
  });

  it("answers one tip for every day of a week, for any date, whatever the order of the library", () => {
    const shuffled = { ...library, tips: [...library.tips].sort((a, b) => (a.title < b.title ? -1 : 1)) };
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 6 }), (date, later) => {
        const first = tipOfTheWeek(library, date);
        const other = Math.min(weekOf(date).from + later, LAST_DAY);
        expect(tipOfTheWeek(library, other)?.tip.id).toBe(first?.tip.id);
        expect(tipOfTheWeek(shuffled, date)?.tip.id).toBe(first?.tip.id);
      }),
    );
  });

  it("never shows a tip of a season outside it, but in the week it was published", () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const choice = tipOfTheWeek(library, date);
        if (choice?.reason === "rotation") expect(choice.tip.season).toBeUndefined();
        if (choice?.reason === "season") expect([12, 1]).toContain(civilOf(choice.week.from).month);
      }),
    );
  });

  it("has nothing to show where there are no tips, and shows seasons round the year where there is nothing else", () => {
    expect(on("2026-11-23", libraryOf())).toBeUndefined();
    expect(on("2026-11-23", libraryOf(tip("s", { season: { from: "01-01", to: "01-02" } })))?.tip.id).toBe(
      "s",
    );
  });

  it("takes of several published on one day the first by id, whatever the order of the library", () => {
    const same = ["b", "a", "c"].map((id) => tip(id, { published: "2026-01-22" }));
    const tips = [...same, tip("0-earlier", { published: "2026-01-20" }), tip("d")];
    expect(on("2026-01-21", libraryOf(...tips))?.tip.id).toBe("a");
    expect(on("2026-01-21", libraryOf(...tips.reverse()))?.tip.id).toBe("a");
  });

  it("takes a tip published on the Tuesday or on the Monday of the week, and of no other", () => {
    for (const published of ["2026-01-20", "2026-01-26"])
      expect(on("2026-01-22", libraryOf(tip("plain"), tip("new", { published })))?.tip.id, published).toBe(
        "new",
      );
    for (const published of ["2026-01-19", "2026-01-27"])
      expect(on("2026-01-22", libraryOf(tip("new", { published })))?.reason, published).toBe("rotation");
  });

  it("gives the turns of a season by its year, in the order of the rotation", () => {
    const ids = ["a", "b", "c"];
    const inOrder = [...ids].sort((a, b) => hashOf(a) - hashOf(b));
    const summer = libraryOf(...ids.map((id) => tip(id, { season: { from: "06-01", to: "06-30" } })));
    const winter = libraryOf(...ids.map((id) => tip(id, { season: { from: "12-20", to: "01-10" } })));
    for (const year of [2026, 2027, 2028, 2031]) {
      expect(on(`${year}-06-16`, summer)?.tip.id, `${year}`).toBe(inOrder[year % 3]);
      expect(on(`${year}-12-30`, winter)?.tip.id, `${year}`).toBe(inOrder[year % 3]);
      expect(on(`${year + 1}-01-09`, winter)?.tip.id, `${year}`).toBe(inOrder[year % 3]);
    }
  });

  it("holds a season of one day in the week of which it is the Tuesday, and in no other", () => {
    const tips = libraryOf(tip("plain"), tip("day", { season: { from: "06-16", to: "06-16" } }));
    expect(on("2026-06-18", tips)?.reason).toBe("season");
    for (const date of ["2026-06-15", "2026-06-23", "2027-06-16"])
      expect(on(date, tips)?.tip.id, date).toBe("plain");
  });

  it("lets tips have their turns whose ids have the same hash", () => {
    const twins = ["liquid", "costarring"];
    expect(hashOf("liquid")).toBe(hashOf("costarring"));
    for (const ids of [
      ["a", ...twins, "b"],
      ["b", ...twins.toReversed(), "a"],
    ]) {
      const tips = libraryOf(...ids.map((id) => tip(id)));
      const turns = [0, 1, 2, 3].map((week) => tipOfTheWeek(tips, day("2030-06-04") + 7 * week)?.tip.id);
      expect(new Set(turns)).toEqual(new Set(ids));
      expect(turns[(turns.indexOf("costarring") + 1) % 4]).toBe("liquid");
    }
  });

  it("is the same with every release: these weeks were promised to calendars that hold them", () => {
    // The vectors of FNV-1a by its authors.
    expect(["", "a", "foobar"].map(hashOf)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
    const plain = libraryOf(...["one", "two", "three", "four", "five"].map((id) => tip(id)));
    const turns = [0, 1, 2, 3, 4].map((week) => tipOfTheWeek(plain, day("2030-06-04") + 7 * week)?.tip.id);
    expect(turns).toEqual(["five", "one", "two", "four", "three"]);
  });
});
