import { readFileSync } from "node:fs";
import type { Context } from "../../src/context.ts";
import { type Day, dayOfIso } from "../../src/core/calendar.ts";
import type { JournalEvent } from "../../src/core/journal.ts";
import { byNewest, type Corpus, type Library } from "../../src/core/tip.ts";
import type { OutputRequest, View } from "../../src/render/view.ts";

/** The corpus as it ships. */
export const corpus: Corpus = JSON.parse(
  readFileSync(new URL("../../data/tips.json", import.meta.url), "utf8"),
);

/** The library of somebody who imported nothing. */
export const library: Library = { topics: corpus.topics, tips: [...corpus.tips].sort(byNewest) };

export interface TestContext extends Context {
  readonly shown: { view: View; request: OutputRequest }[];
  readonly notices: string[];
  readonly events: JournalEvent[];
}

/** A world that remembers what was asked of it. */
export function testContext(overrides: Partial<Context> & { readonly date?: string } = {}): TestContext {
  const shown: TestContext["shown"] = [];
  const notices: string[] = [];
  const events: JournalEvent[] = [];
  return {
    version: "1.2.3",
    columns: 80,
    today: () => day(overrides.date ?? "2026-11-23"),
    random: () => 0,
    library: () => library,
    journal: {
      read: () => ({ events, damaged: 0 }),
      append: (event) => void events.push({ at: "2026-11-23T08:00:00.000Z", ...event } as JournalEvent),
    },
    terminal: { isTerminal: false, utf8: true, color: false },
    login: {
      usual: { cache: ".cache/cstip", config: ".config/cstip", data: ".local/share/cstip" },
      writeBanners: async () => {},
      inspect: async () => {
        throw new Error("no machine to inspect");
      },
      measure: async () => undefined,
    },
    show: async (view, request) => void shown.push({ view, request }),
    notice: (text) => void notices.push(text),
    ...overrides,
    shown,
    notices,
    events,
  };
}

/** The day of an ISO date that exists. */
export function day(iso: string): Day {
  const found = dayOfIso(iso);
  if (found === undefined) throw new Error(`no such day: ${iso}`);
  return found;
}
