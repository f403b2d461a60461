import type { Draft } from "../core/draft.ts";
import type { Topic } from "../core/tip.ts";

/** Something in a file that cannot be read as it stands. */
export interface Problem {
  /** From 1, where it is known. */
  readonly line?: number;
  readonly what: string;
}

/** What a file holds. Where there is a problem none of its tips is to be taken. */
export interface Imported {
  readonly drafts: readonly Draft[];
  /** Topics that the file describes. */
  readonly topics: readonly Topic[];
  readonly problems: readonly Problem[];
  /** What is left out of tips that are taken all the same. */
  readonly notices?: readonly Problem[];
  /** Whether nothing in it looks like a tip: in a folder, such a file is passed over. */
  readonly foreign?: boolean;
}

export function refused(what: string, line?: number): Imported {
  return { drafts: [], topics: [], problems: [{ what, ...(line !== undefined && { line }) }] };
}

/** A file of something else. */
export function foreign(what: string): Imported {
  return { ...refused(what), foreign: true };
}

/** What was read of a text before which so many lines stand in its file. */
export function movedBy(lines: number, read: Imported): Imported {
  if (lines === 0) return read;
  const moved = ({ line, what }: Problem) => ({ what, ...(line !== undefined && { line: line + lines }) });
  const { problems, notices } = read;
  return { ...read, problems: problems.map(moved), ...(notices && { notices: notices.map(moved) }) };
}

/** Where it is said what a tip looks like. */
export const FORM_HINT = "see 'cstip import --help'";
