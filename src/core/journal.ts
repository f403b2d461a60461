/** What the user did, as events. The journal is only ever appended to; all that is known of the user is folded from it. */

/**
 * `week` is set where a tip was read as the tip of that week; `late` where the week was over by then.
 * `returned` puts drawn tips back into the bag: those of a topic, or all.
 */
export type JournalEvent =
  | {
      readonly at: string;
      readonly event: "read";
      readonly tip: string;
      readonly week?: number;
      readonly late?: true;
    }
  | {
      readonly at: string;
      readonly event: "favorited" | "unfavorited" | "drawn";
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
  /** Those that still count, in the order they were written: of events that are the same, the last. */
  readonly events: readonly JournalEvent[];
  /** Lines that hold no event: cut off by a crash, or damaged. Each as often as it is there. */
  readonly damagedLines: readonly string[];
  readonly damaged: number;
  /** Lines that were read, blank ones aside. */
  readonly lines: number;
}

export const EMPTY_JOURNAL: Journal = { events: [], damagedLines: [], damaged: 0, lines: 0 };

const ABOUT_A_TIP: ReadonlySet<unknown> = new Set(["read", "favorited", "unfavorited", "drawn"]);

/** How a line begins: `{"at":"`, a time of 24 characters, `","event":"`. */
const START = '{"at":"';
const TIME_LENGTH = 24;
const AFTER_TIME = '","event":"';
const HEAD_LENGTH = START.length + TIME_LENGTH;

/** A line that stands in the journal once or more often, but for its time. */
interface Line {
  /** Where it stands last. */
  from: number;
  to: number;
  count: number;
}

/**
 * Reads lines of JSON, one event each. What is no event is skipped and kept as damaged. Lines that differ in their
 * time alone are parsed once, and the last of them stands for all: nothing that is folded from events needs more,
 * and a hundred thousand lines take milliseconds.
 */
export function parseJournal(text: string): Journal {
  const distinct = new Map<string, Line>();
  let lines = 0;
  for (let from = 0; from < text.length; ) {
    let to = text.indexOf("\n", from);
    if (to < 0) to = text.length;
    if (to > from) {
      lines++;
      const regular = text.startsWith(AFTER_TIME, from + HEAD_LENGTH) && text.startsWith(START, from);
      const key = text.slice(regular ? from + HEAD_LENGTH : from, to);
      const line = distinct.get(key);
      if (line) {
        line.from = from;
        line.to = to;
        line.count++;
      } else distinct.set(key, { from, to, count: 1 });
    }
    from = to + 1;
  }
  return parseLines(text, [...distinct.values()], lines);
}

function parseLines(text: string, found: Line[], lines: number): Journal {
  const events: JournalEvent[] = [];
  const damagedLines: string[] = [];
  for (const { from, to, count } of found.sort((a, b) => a.from - b.from)) {
    const line = text.slice(from, to);
    if (line.trim() === "") continue;
    const event = parseEvent(line);
    if (!event) for (let i = 0; i < count; i++) damagedLines.push(line);
    const saved = event ?? eventBehind(line);
    if (saved) events.push(saved);
  }
  return { events, damagedLines, damaged: damagedLines.length, lines };
}

/** One event as its line, with the line break. */
export function lineOf(event: JournalEvent): string {
  return `${JSON.stringify(event)}\n`;
}

/** The whole journal in as few lines as say the same. Damaged lines stay, for whoever can mend them. */
export function compacted({ events, damagedLines }: Journal): string {
  return [...damagedLines.map((line) => `${line}\n`), ...keepLast(events).map(lineOf)].join("");
}

/** Of what a later event makes void only the later is kept, and favourites stand last: where `tail` finds them. */
function keepLast(events: readonly JournalEvent[]): JournalEvent[] {
  const last = new Map<string, JournalEvent>();
  for (const event of events) {
    const key = keyOf(event);
    last.delete(key);
    last.set(key, event);
  }
  const kept = [...last.values()];
  const favorites = kept.filter((event) => event.event === "favorited");
  const others = kept.filter((event) => event.event !== "favorited" && event.event !== "unfavorited");
  return [...others, ...favorites];
}

function keyOf(event: JournalEvent): string {
  if (event.event === "returned") return `returned ${[...(event.topics ?? [])].sort().join(" ")}`;
  if (event.event === "read") return `read ${event.tip} ${event.week ?? ""} ${event.late ?? ""}`;
  return `${event.event === "drawn" ? "drawn" : "favorite"} ${event.tip}`;
}

/** An event that was appended to a line which a crash had cut off. */
function eventBehind(line: string): JournalEvent | undefined {
  const start = line.lastIndexOf(START);
  return start > 0 ? parseEvent(line.slice(start)) : undefined;
}

function parseEvent(line: string): JournalEvent | undefined {
  let value: Record<string, unknown> | null;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || typeof value.at !== "string") return undefined;
  return isSound(value) ? (value as JournalEvent) : undefined;
}

function isSound({ event, tip, week, late, topics }: Record<string, unknown>): boolean {
  if (ABOUT_A_TIP.has(event)) {
    const weekIsSound = week === undefined || Number.isSafeInteger(week);
    return typeof tip === "string" && weekIsSound && (late === undefined || late === true);
  }
  if (event !== "returned") return false;
  return (
    topics === undefined || (Array.isArray(topics) && topics.every((topic) => typeof topic === "string"))
  );
}
