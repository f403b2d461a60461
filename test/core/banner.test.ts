import { expect, it } from "vitest";
import { bannerWeeks } from "../../src/core/banner.ts";
import { tipOfTheWeek } from "../../src/core/tip-of-the-week.ts";
import { weekOf } from "../../src/core/week.ts";
import { day, library } from "../support/context.ts";

it("has the tip of this week and of the year to come for the login banner", () => {
  const date = day("2026-11-23");
  const weeks = bannerWeeks(library, date);
  expect(weeks).toHaveLength(53);
  weeks.forEach((choice, index) => {
    expect(choice.week.number).toBe(weekOf(date).number + index);
    expect(choice).toEqual(tipOfTheWeek(library, weekOf(date).from + 7 * index));
  });
  expect(bannerWeeks({ topics: [], tips: [] }, date)).toEqual([]);
});
