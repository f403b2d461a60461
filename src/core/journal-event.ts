import { FIRST_DAY, LAST_DAY } from "./calendar.ts";
import { weekOf } from "./week.ts";

/**
 * One thing that the user did, and the line that says so. The lines of a journal are handled in letters that are the
 * bytes of the file (Latin 1, as Node calls it): so what is no text is kept as it is.
 */

/**
 * `week` is set where a tip was read as the tip of that week; `late` where the week was over by then.
 * `returned` puts drawn tips back into the bag: those of a topic, or all. `compacted` says nothing of the user: it is
 * the first line of a journal that was compacted, to so many bytes.
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
    }
  | {
      readonly at: string;
      readonly event: "compacted";
      readonly bytes: number;
    };

/** An event before the journal has said when it happened. */
export type NewEvent = JournalEvent extends infer Event
  ? Event extends JournalEvent
    ? Omit<Event, "at">
    : never
  : never;

/** One event as its line, with the line break: text, not letters that are bytes. */
export function lineOf(event: JournalEvent): string {
  return `${JSON.stringify(event)}\n`;
}

/** Without which no line holds an event. */
export const IN_EVERY_EVENT = '"event"';

/** What a line holds; undefined where it is no event, or one that cannot be. */
export function parseEvent(line: string): JournalEvent | undefined {
  // To fail at parsing takes a hundred times as long, and of damage there may be megabytes.
  if (!line.includes(IN_EVERY_EVENT) || !(line.endsWith("}\n") || line.trimEnd().endsWith("}")))
    return undefined;
  let value: Record<string, unknown> | null;
  try {
    value = JSON.parse(textOf(line));
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || typeof value.at !== "string") return undefined;
  return isSound(value) ? (value as JournalEvent) : undefined;
}

function textOf(letters: string): string {
  if (!/[\u0080-\u00ff]/.test(letters)) return letters;
  return new TextDecoder().decode(Uint8Array.from(letters, (letter) => letter.charCodeAt(0)));
}

/** A text in letters that are its bytes. */
export function lettersOf(text: string): string {
  let letters = "";
  for (const byte of new TextEncoder().encode(text)) letters += String.fromCharCode(byte);
  return letters;
}

const ABOUT_A_TIP: ReadonlySet<unknown> = new Set(["read", "favorited", "unfavorited", "drawn"]);

function isSound({ event, tip, week, late, topics, bytes }: Record<string, unknown>): boolean {
  if (ABOUT_A_TIP.has(event)) {
    const weekIsSound = week === undefined || isWeek(week);
    return typeof tip === "string" && weekIsSound && (late === undefined || late === true);
  }
  if (event === "compacted") return Number.isSafeInteger(bytes) && (bytes as number) >= 0;
  if (event !== "returned") return false;
  return (
    topics === undefined || (Array.isArray(topics) && topics.every((topic) => typeof topic === "string"))
  );
}

/** Of the days that exist. From any other one would count for ever. */
const FIRST_WEEK = weekOf(FIRST_DAY).number;
const LAST_WEEK = weekOf(LAST_DAY).number;

function isWeek(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= FIRST_WEEK && (value as number) <= LAST_WEEK;
}

/** To how many bytes a journal was compacted that begins with this text; 0 where it never was. */
export function bytesKept(head: string): number {
  const first = parseEvent(head.slice(0, head.indexOf("\n")));
  return first?.event === "compacted" ? first.bytes : 0;
}
