import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readKnowledge } from "../../src/build/knowledge.mts";
import type { Context } from "../../src/context.ts";
import { type Day, dayOfIso } from "../../src/core/calendar.ts";
import { EMPTY_JOURNAL } from "../../src/core/journal.ts";
import type { JournalEvent } from "../../src/core/journal-event.ts";
import { favoriteTips } from "../../src/core/reading.ts";
import { indexWords } from "../../src/core/search/word-index.ts";
import { byNewest, type Corpus, type Library } from "../../src/core/tip.ts";
import { tipOfTheWeek } from "../../src/core/tip-of-the-week.ts";
import type { OutputRequest, View } from "../../src/render/view.ts";
import { resolveSettings } from "../../src/settings.ts";

/** The corpus as it ships. */
export const corpus: Corpus = JSON.parse(
  readFileSync(new URL("../../data/tips.json", import.meta.url), "utf8"),
);

/** What is known of queries beside the tips. */
export const knowledge = readKnowledge(fileURLToPath(new URL("../../data", import.meta.url)));

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
    bundled: () => library,
    weekly: (date) => {
      const choice = tipOfTheWeek(library, date);
      return choice && { ...choice, topics: library.topics };
    },
    imports: {
      path: undefined,
      read: () => ({ topics: [], tips: [] }),
      change: async () => {},
    },
    sources: () => [],
    save: async () => {},
    progress: () => {},
    packWords: async () => {},
    searchData: async (tips) => ({ index: indexWords(tips, knowledge), isWord: () => false }),
    journal: {
      read: () => ({ ...EMPTY_JOURNAL, events }),
      tail: () => events,
      isFavorite: (tip) => favoriteTips(events).has(tip),
      append: (event) => events.push({ at: "2026-11-23T08:00:00.000Z", ...event } as JournalEvent) > 0,
      strict: {
        read: () => ({ ...EMPTY_JOURNAL, events }),
        append: (event) => void events.push({ at: "2026-11-23T08:00:00.000Z", ...event } as JournalEvent),
      },
      tidy: async () => {},
      compact: async () => {},
    },
    keepsJournal: true,
    settings: {
      path: "/home/somebody/.config/cstip/config.json",
      current: () => resolveSettings({}, {}),
      set: async () => {},
      unset: async () => {},
    },
    interactive: false,
    confirm: async () => undefined,
    browse: async () => undefined,
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
    warn: (text) => void notices.push(text),
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
