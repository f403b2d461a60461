import { describe, expect, it } from "vitest";
import { takeTime } from "../../src/core/search/dates.ts";
import { day } from "../support/context.ts";

const today = day("2026-11-23");
const DATES = [
  "2013-12-03",
  "2014-09-02",
  "2014-09-30",
  "2015-05-05",
  "2025-01-27",
  "2026-01-27",
  "2026-03-03",
];

/** What is said back, what is left of the query, and the dates that match. */
function taken(query: string) {
  const { time, rest } = takeTime(query, today);
  return [time?.label, rest.trim().replace(/\s+/g, " "), DATES.filter((date) => time?.matches(date))];
}

describe("the time in a query", () => {
  it.each([
    ["2026-01-27", "2026-01-27", "", ["2026-01-27"]],
    ["calm 1/27/26 calls", "2026-01-27", "calm calls", ["2026-01-27"]],
    ["01/27/2026", "2026-01-27", "", ["2026-01-27"]],
    ["January 27, 2026", "2026-01-27", "", ["2026-01-27"]],
    ["on jan. 27th 2026 calm", "2026-01-27", "on calm", ["2026-01-27"]],
    ["March  3rd,  2026", "2026-03-03", "", ["2026-03-03"]],
    ["September 2nd 2014", "2014-09-02", "", ["2014-09-02"]],
    ["SEPT 30 2014", "2014-09-30", "", ["2014-09-30"]],
    ["may 1st 2015", "2015-05-01", "", []],
  ])("is a day in %s", (query, ...result) => expect(taken(query)).toEqual(result));

  it.each([
    ["January 2026", "January 2026", "", ["2026-01-27"]],
    ["calm jan 2026 calls", "January 2026", "calm calls", ["2026-01-27"]],
    ["2014-09", "September 2014", "", ["2014-09-02", "2014-09-30"]],
    ["calm 2014-09 calls", "September 2014", "calm calls", ["2014-09-02", "2014-09-30"]],
    ["Sep. 2014", "September 2014", "", ["2014-09-02", "2014-09-30"]],
    ["sept, 2014", "September 2014", "", ["2014-09-02", "2014-09-30"]],
    ["september of 2014", "September 2014", "", ["2014-09-02", "2014-09-30"]],
    ["may 2015", "May 2015", "", ["2015-05-05"]],
    ["2013-12", "December 2013", "", ["2013-12-03"]],
    ["2026-10", "October 2026", "", []],
    ["January", "January", "", ["2025-01-27", "2026-01-27"]],
    [" in  SEPT. ", "September", "", ["2014-09-02", "2014-09-30"]],
    ["dec", "December", "", ["2013-12-03"]],
    ["March", "March", "", ["2026-03-03"]],
  ])("is a month in %s", (query, ...result) => expect(taken(query)).toEqual(result));

  it.each([
    ["2014", "2014", "", ["2014-09-02", "2014-09-30"]],
    ["calm 2026 calls", "2026", "calm calls", ["2026-01-27", "2026-03-03"]],
    ["1999", "1999", "", []],
    ["February 30, 2026", "2026", "February 30,", ["2026-01-27", "2026-03-03"]],
  ])("is a year in %s", (query, ...result) => expect(taken(query)).toEqual(result));

  it.each([
    "",
    "march",
    "may",
    "in march",
    "january sales",
    "sales in January",
    "marching",
    "2026-02-30",
    "2/30/26",
    "2026-13",
    "2026-00",
    "2014-09-5",
    "x2014",
    "2014x",
    "12014",
    "20144",
    "1850",
    "2100",
    "30/2014",
    "2014/9",
    "5-2014",
    "2014-5",
    "x1/27/26",
    "1/27/26x",
    "1/27/26/1",
    "9/1/27/26",
    "1/27/126",
  ])("is none in %s", (query) => expect(takeTime(query, today)).toEqual({ time: undefined, rest: query }));
});
