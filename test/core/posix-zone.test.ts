import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { posixOffset } from "../../src/core/posix-zone.ts";

const at = (time: string) => Date.parse(time) / 1000;

/** Zones that `date` of GNU knows too, by the rules of POSIX. */
const ZONES = [
  "JST-9",
  "<+0900>-9",
  ":JST-9",
  "IST-5:30",
  "<-03>3",
  "<+1245>-12:45:00",
  "XYZ-14",
  "ABC+12",
  "UTC0",
  "GMT-9",
  "JST-9JDT,M3.2.0,M11.1.0",
  "EST5EDT,M3.2.0,M11.1.0",
  "CET-1CEST,M3.5.0,M10.5.0/3",
  "CET-1CEST-2,M3.5.0/2,M10.5.0/3:00:00",
  "AEST-10AEDT,M10.1.0,M4.1.0/3",
  "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
  "IST-1GMT0,M10.5.0,M3.5.0/1",
  "<-03>3<-02>,M3.5.0/-2,M10.5.0/-1",
  "IST-2IDT,M3.4.4/26,M10.5.0",
  "ABC3DEF,J60,J300/0",
  "ABC3DEF,59/1:30,300",
  "ABC-3DEF,J59/12,365/3",
  "ABC3DEF,J1,M12.1.0",
  "ABC3DEF,M1.1.0/1,M2.1.0",
  "ABC-3:20:10",
  "ABC24",
];

/** The offset that `date` has at each moment, in seconds. */
function offsetsOfDate(TZ: string, moments: readonly number[]): number[] {
  const input = moments.map((moment) => `@${moment}\n`).join("");
  const { stdout } = spawnSync("date", ["-f", "-", "+%::z"], {
    input,
    encoding: "utf8",
    env: { ...process.env, TZ },
  });
  return stdout
    .trim()
    .split("\n")
    .map((text) => {
      const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(":").map(Number);
      return (text.startsWith("-") ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds) || 0;
    });
}

const HAS_GNU_DATE = spawnSync("date", ["-d", "@0", "+%::z"]).status === 0;

describe("a time zone in the form of POSIX", () => {
  it.skipIf(!HAS_GNU_DATE)("is read as the system's own date reads it", () => {
    const hours = Array.from(
      { length: 4 * 366 * 4 },
      (_, index) => at("2023-12-20T00:30:00Z") + index * 6 * 3600,
    );
    const chance = fc.sample(fc.integer({ min: at("1971-01-02"), max: at("2037-12-30") }), 500);
    for (const zone of ZONES) {
      const moments = [...hours, ...chance];
      const expected = offsetsOfDate(zone, moments);
      const wrong = moments.filter((moment, place) => (posixOffset(zone, moment) || 0) !== expected[place]);
      expect(
        wrong.map((moment) => new Date(moment * 1000).toISOString()),
        zone,
      ).toEqual([]);
    }
  });

  it("changes the clock at the very second", () => {
    const rule = "EST5EDT,M3.2.0,M11.1.0";
    expect(posixOffset(rule, at("2026-03-08T06:59:59Z"))).toBe(-5 * 3600);
    expect(posixOffset(rule, at("2026-03-08T07:00:00Z"))).toBe(-4 * 3600);
    expect(posixOffset(rule, at("2026-11-01T05:59:59Z"))).toBe(-4 * 3600);
    expect(posixOffset(rule, at("2026-11-01T06:00:00Z"))).toBe(-5 * 3600);
  });

  it("has the American rules where it gives none", () => {
    for (const time of ["2026-01-01", "2026-03-08T08:00:00Z", "2026-07-01", "2026-12-01"])
      expect(posixOffset("NST3:30NDT", at(time))).toBe(posixOffset("NST3:30NDT,M3.2.0,M11.1.0", at(time)));
  });

  it("may have daylight saving for all of the year", () => {
    for (const time of ["2026-01-01T04:59:59Z", "2026-01-01T05:00:00Z", "2026-07-01", "2026-12-31T23:00:00Z"])
      expect(posixOffset("XXX3EDT4,0/0,J365/23", at(time)), time).toBe(-4 * 3600);
  });

  it("is no name, and nothing that only looks like it", () => {
    for (const zone of [
      ...[
        "",
        "UTC",
        "Europe/Berlin",
        ":Europe/Berlin",
        "Etc/GMT+5",
        "/usr/share/zoneinfo/Asia/Tokyo",
        "W-SU",
        "JST",
        "AB-9",
        "Abc-9x",
      ],
      ...[
        "EST5EDT",
        "CST6CDT",
        "MST7MDT",
        ":PST8PDT",
        "9",
        "A-9",
        "JST-25",
        "JST-9:60",
        "JST-9:00:60",
        "JST+-9",
        "JST-9:",
        "JST-9JDT-25",
        "JST-9JDT,M0.1.0,M2.1.0",
        "JST-9JDT,xM3.2.0,M4.1.0",
        "JST-9JDT,M3.2.0x,M4.1.0",
        "JST-9JDT,M3.2,M4.1.0",
        "JST-9JDT,9x,99",
        "JST-9JDT,M3.2.0/2/3,M4.1.0",
        "JST-9JDT,M3.2.0/,M4.1.0",
        "JST-9JDT,M13.1.0,M1.1.0",
        "JST-9JDT,M3.2.0",
      ],
      ...[
        "JST-9JDT,J0,J9",
        "JST-9JDT,1,366",
        "JST-9JDT,M3.6.0,M4.1.7",
        "JST-9JDT,1/168,2",
        "<J>-9",
        "JST-9 ",
      ],
    ])
      expect(posixOffset(zone, 0), zone).toBeUndefined();
  });

  it("of whatever text never fails", () => {
    const text = fc.string({ unit: fc.constantFrom(..."ABC<>+-:,./M0159J ") });
    fc.assert(fc.property(text, fc.integer(), (zone, moment) => void posixOffset(zone, moment)));
  });
});
