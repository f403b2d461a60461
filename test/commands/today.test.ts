import { describe, expect, it } from "vitest";
import { isGroup } from "../../src/commands/command.ts";
import { today } from "../../src/commands/today.ts";
import { tipOfTheWeek } from "../../src/core/tip-of-the-week.ts";
import { day, library, testContext } from "../support/context.ts";

/** Runs `today` on a day, in a world that has these events. */
async function read(context: ReturnType<typeof testContext>, format?: "json") {
  if (isGroup(today)) throw new Error("today is a command");
  const { view, events = [] } = await today.run({ arguments: [], options: {}, output: { format } }, context);
  for (const event of events) context.journal.append(event);
  return view.kind === "tip" ? view : undefined;
}

describe("today", () => {
  it("notes down the week whose tip it showed", async () => {
    const context = testContext({ date: "2026-01-20" });
    await read(context);
    expect(context.events).toMatchObject([
      { event: "read", tip: "identify-your-point-of-empathy", week: 2924 },
    ]);
  });

  it("asks the end of the journal alone, and for JSON nothing of it", async () => {
    const asked: string[] = [];
    const context = testContext();
    const spied = {
      ...context,
      journal: {
        ...context.journal,
        read: () => {
          asked.push("all");
          return context.journal.read();
        },
        tail: (word: string) => {
          asked.push("end");
          return context.journal.tail(word);
        },
      },
    };
    await read(spied, "json");
    expect(asked).toEqual([]);
    await read(spied);
    expect(asked).toEqual(["end"]);
  });

  it("shows a star on a favorite", async () => {
    const context = testContext({ date: "2026-11-23" });
    expect((await read(context))?.favorite).toBeUndefined();
    const tip = tipOfTheWeek(library, day("2026-11-23"))?.tip.id ?? "";
    context.journal.append({ event: "favorited", tip });
    expect((await read(context))?.favorite).toBe(true);
  });
});
