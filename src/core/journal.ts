/** What the user did, as events. The journal is only ever appended to; all that is known of the user is folded from it. */

/** `returned` puts drawn tips back into the bag: those of a topic, or all. */
export type JournalEvent =
  | {
      readonly at: string;
      readonly event: "read" | "favorited" | "unfavorited" | "drawn";
      readonly tip: string;
    }
  | {
      readonly at: string;
      readonly event: "returned";
      readonly topics?: readonly string[];
    };

/** An event before the journal has said when it happened. */
export type NewEvent = JournalEvent extends infer Event
  ? Event extends JournalEvent
    ? Omit<Event, "at">
    : never
  : never;

export interface Journal {
  /** In the order they were written. */
  readonly events: readonly JournalEvent[];
  /** Lines that hold no event: cut off by a crash, or damaged. */
  readonly damaged: number;
}

const ABOUT_A_TIP: ReadonlySet<unknown> = new Set(["read", "favorited", "unfavorited", "drawn"]);

/** Reads lines of JSON, one event each. What is no event is skipped and counted. */
export function parseJournal(text: string): Journal {
  const events: JournalEvent[] = [];
  let damaged = 0;
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const event = parseEvent(line);
    if (event) events.push(event);
    else damaged++;
  }
  return { events, damaged };
}

/** One event as its line, with the line break. */
export function lineOf(event: JournalEvent): string {
  return `${JSON.stringify(event)}\n`;
}

function parseEvent(line: string): JournalEvent | undefined {
  let value: Record<string, unknown> | null;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || typeof value.at !== "string") return undefined;
  if (ABOUT_A_TIP.has(value.event))
    return typeof value.tip === "string" ? (value as JournalEvent) : undefined;
  if (value.event !== "returned") return undefined;
  const { topics } = value;
  const sound =
    topics === undefined || (Array.isArray(topics) && topics.every((topic) => typeof topic === "string"));
  return sound ? (value as JournalEvent) : undefined;
}
