/** What completion knows of the program, as plain data; each shell's script is made from it. */

export interface CompletionWord {
  readonly text: string;
  readonly summary: string;
}

/** What the program lists when asked, one name a line. */
export const LISTED = ["tip", "topic", "favorite", "imported"] as const;
type Source = (typeof LISTED)[number] | "file";

/** What can stand in a place: fixed words, names that the program lists when asked, files, or nothing known. */
export interface CompletionValues {
  readonly words: readonly string[];
  readonly source?: Source;
}

export interface CompletionOption {
  /** `--topic` and `-t`. */
  readonly flags: readonly string[];
  readonly summary: string;
  /** Undefined for a flag, which takes no value. */
  readonly values?: CompletionValues;
}

/** A command, a group of them, or the program itself. */
export interface CompletionNode {
  /** The names that lead to it, such as `favorite add`; empty for the program. */
  readonly path: string;
  /** The same with aliases, among them `path`. */
  readonly paths: readonly string[];
  readonly commands: readonly CompletionWord[];
  readonly options: readonly CompletionOption[];
  /** What its first argument can be, and where it `repeats` each that follows. */
  readonly values: CompletionValues;
  readonly repeats: boolean;
  /** What the second can be, by the first: for a command with two. */
  readonly after: readonly { readonly first: string; readonly values: CompletionValues }[];
}

export type CompletionTable = readonly CompletionNode[];

/**
 * The command line that lists the names of a source, one a line, where asked with what each is called behind a tab. No
 * word of the user's is part of it.
 */
export function listing(source: string, described = false): string {
  return `cstip completion --values ${source}${described ? " --described" : ""} 2>/dev/null`;
}

/** All flags that are followed by a value, wherever they stand. */
export function valueFlags(table: CompletionTable): string[] {
  const flags = table.flatMap(({ options }) =>
    options.flatMap((option) => (option.values ? option.flags : [])),
  );
  return [...new Set(flags)];
}

/** A word that leads from one node to another: `add` and its aliases, from `favorite` to `favorite add`. */
export interface Move {
  readonly from: string;
  readonly names: readonly string[];
  readonly to: string;
}

export function movesIn(table: CompletionTable): Move[] {
  return table
    .filter(({ path }) => path !== "")
    .map(({ path, paths }) => ({
      from: path.split(" ").slice(0, -1).join(" "),
      names: [...new Set(paths.map((alias) => alias.split(" ").at(-1) ?? ""))],
      to: path,
    }));
}

/** A text in single quotes, as bash and zsh read it. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
