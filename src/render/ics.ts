import ical, { ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import { isoOf } from "../core/calendar.ts";
import type { Tip } from "../core/tip.ts";
import type { Choice } from "../core/tip-of-the-week.ts";
import { dashed, ownTakeaway, textNotes } from "./phrases.ts";
import type { CollectionRenderer } from "./view.ts";

/** iCalendar: one event a week, on its Tuesday, for the whole day and taking no time. */
export const ics: CollectionRenderer = {
  collection: ({ weeks }) => {
    const calendar = ical({
      name: "Customer-service tips",
      prodId: { company: "cstip", product: "cstip", language: "EN" },
      method: ICalCalendarMethod.PUBLISH,
    });
    for (const choice of weeks) calendar.createEvent(eventOf(choice));
    return `${calendar.toString()}\r\n`;
  },
  text: ({ text }) => text,
};

/** The same event whenever it is made, so that a calendar that has it already keeps one. */
function eventOf({ tip, week }: Choice) {
  const tuesday = isoOf(week.from);
  return {
    id: `week-${week.number}@cstip`,
    start: tuesday,
    end: isoOf(week.from + 1),
    allDay: true,
    stamp: `${tuesday}T00:00:00Z`,
    summary: tip.title,
    description: descriptionOf(tip),
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

function descriptionOf(tip: Tip): string {
  const actions =
    tip.actions.length > 0 ? ["What to do:", ...tip.actions.map((action) => `- ${action}`)] : [];
  return [ownTakeaway(tip), ...tip.body.map(dashed), actions.join("\n"), ...textNotes(tip)]
    .filter(Boolean)
    .join("\n\n");
}
