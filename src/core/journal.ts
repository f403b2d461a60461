import { type JournalEvent, parseEvent } from "./journal-event.ts";
import { readLines } from "./journal-lines.ts";

/** What the user did, as events. The journal is only ever appended to; all that is known of the user is folded from it. */
export interface Journal {
  /** Those that still count, in the order they were written: of events that differ in their time alone, the last. */
  readonly events: readonly JournalEvent[];
  /** Lines that hold no event: cut off by a crash, or damaged. Each as often as it is there. */
  readonly damage: readonly string[];
}

export const EMPTY_JOURNAL: Journal = { events: [], damage: [] };

/** How a line begins that we wrote, with its time but for the last letter; behind it stands the line's tail. */
const HEAD = String.raw`\{"at":"\d\d\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d\d`;
const HEAD_LENGTH = '{"at":"2026-11-23T08:00:00.000'.length;
/** For `^` stands behind other letters too, of which damage may be made. */
const LINE_START = String.raw`(?<![^\n])`;
const TAIL = String.raw`Z","event":"[^\n]*\n`;
const OUR_LINE = new RegExp(`${LINE_START}(${HEAD}${TAIL})`);
/** Lines with one tail in a row; behind the tail, the head of the last of them. */
const RUN = new RegExp(String.raw`${LINE_START}${HEAD}(${TAIL})(?:(${HEAD})\1){1,99}`, "g");

/**
 * Reads a journal, of one event a line, from its end to its start. What is no event is kept as damage. In a long one
 * the same tails come over and over, and the last line of each stands for all: nothing that is folded from events
 * needs more. So lines with one tail in a row are made one, and those with tails that are known are cut out of what is
 * read, each by one regular expression, as long as that helps.
 */
export class JournalReader {
  readonly #tails = new Set<string>();
  /** Lines with the tails that were known when it was made, and how many they were. */
  #known: RegExp | undefined;
  #learned = 0;
  /** How many lines of those taken last had a tail that was known, and were not cut out. */
  #again = 0;
  /** Whether lines with one tail stood in rows so far. */
  #hasRuns = true;
  /** The last first. */
  readonly #events: JournalEvent[] = [];
  readonly #damage: string[] = [];

  /** Takes the whole lines that stand before those that were taken last. */
  take(lines: string): void {
    if (this.#again > MANY && this.#learned < Math.min(this.#tails.size, MOST_CUT)) this.#learn();
    this.#again = 0;
    const whole = lines.endsWith("\n") ? lines : `${lines}\n`;
    const rest = this.#withoutRuns(this.#withoutKnown(whole));
    // Every second part is one of our lines, and the others are what stands between them.
    const parts = rest.split(OUR_LINE);
    for (let at = parts.length - 1; at >= 0; at--) {
      const part = parts[at] as string;
      if (part !== "" && (at % 2 === 0 || !this.#takeOurs(part))) this.#takeOthers(part);
    }
  }

  journal(): Journal {
    return { events: this.#events.toReversed(), damage: this.#damage.toReversed() };
  }

  #learn(): void {
    this.#known = linesWith([...this.#tails].slice(0, MOST_CUT));
    this.#learned = this.#tails.size;
  }

  /** Where hardly any line was known, no more are cut out: to look for them takes longer than to read them. */
  #withoutKnown(lines: string): string {
    if (!this.#known) return lines;
    const rest = lines.replace(this.#known, "");
    if (this.#learned >= MOST_CUT && rest.length > lines.length / 2) this.#known = undefined;
    return rest;
  }

  #withoutRuns(lines: string): string {
    if (!this.#hasRuns || !endsInRun(lines)) return lines;
    const rest = lines.replace(RUN, (run, tail: string, head: string) => {
      // A damaged line is kept as often as it is there.
      return parseEvent(head + tail) ? head + tail : run;
    });
    this.#hasRuns = rest.length < lines.length / 2;
    return rest;
  }

  /** Answers false where it is damaged: then it stands for no other line, nor one for it. */
  #takeOurs(line: string): boolean {
    const tail = line.slice(HEAD_LENGTH);
    if (this.#tails.has(tail)) {
      this.#again++;
      return true;
    }
    const event = parseEvent(line);
    if (!event) return false;
    this.#tails.add(tail);
    this.#events.push(event);
    return true;
  }

  #takeOthers(lines: string): void {
    const { events, damage } = readLines(lines);
    // One by one: there may be more than a call takes.
    for (const event of events.reverse()) this.#events.push(event);
    for (const some of damage.reverse()) this.#damage.push(some);
  }
}

/** Whether the last two of these lines have one tail: to look through all of them for rows takes a while. */
function endsInRun(lines: string): boolean {
  const last = lines.lastIndexOf("\n", lines.length - 2) + 1;
  const before = lines.lastIndexOf("\n", last - 2) + 1;
  return last > 0 && lines.slice(last + HEAD_LENGTH) === lines.slice(before + HEAD_LENGTH, last);
}

/** So many lines that might have been cut out are worth a new expression. */
const MANY = 100;
/** An expression of more tails than these, or of longer ones, would take too long to make. */
const MOST_CUT = 256;
const LONGEST_CUT = 256;

/** Some lines at once, which is faster; not any number of them, for which an expression would need memory. */
function linesWith(tails: readonly string[]): RegExp {
  const short = tails.filter(({ length }) => length <= LONGEST_CUT);
  const any = short.map((tail) => tail.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&")).join("|");
  return new RegExp(`${LINE_START}(?:${HEAD}(?:${any})){1,99}`, "g");
}

export function parseJournal(lines: string): Journal {
  const reader = new JournalReader();
  reader.take(lines);
  return reader.journal();
}
