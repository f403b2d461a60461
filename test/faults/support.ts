import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { scratchFolder } from "../support/program.ts";

/** What the tests of faults have in common: the user's files, and the commands that must show a tip whatever is broken. */

/** The Node under test. */
export const NODE = process.env.CSTIP_TEST_NODE ?? process.execPath;

export const IS_ROOT = process.getuid?.() === 0;

/** Where the files of a user are below a home without XDG variables. */
export const FILES = {
  settings: ".config/cstip/config.json",
  library: ".local/share/cstip/library.json",
  journal: ".local/state/cstip/journal.jsonl",
  index: ".cache/cstip/library-index.json",
  words: ".cache/cstip/library-words",
} as const;

export type UserFile = keyof typeof FILES;

/** The commands that show what they are asked for whatever is broken. */
export const READS: readonly (readonly string[])[] = [
  ["today"],
  ["list"],
  ["show", "3"],
  ["search", "calm"],
  ["random"],
  ["topics"],
  ["banner", "--always"],
];

/** One line on stderr: no control character but the line break at its end. */
export const ONE_LINE = /^cstip: [^\p{Cc}]+\n$/u;

export const ONE_LINE_AT_MOST = /^(?:cstip: [^\p{Cc}]+\n)?$/u;

/** A home in which each of the user's files is sound. */
export function soundHome(): string {
  const home = scratchFolder();
  for (const [file, text] of Object.entries(SOUND)) put(home, file as UserFile, text);
  return home;
}

/** Writes one of the user's files, and answers where it is. */
export function put(home: string, file: UserFile, text: string | Buffer): string {
  const path = placeOf(home, file);
  writeFileSync(path, text);
  return path;
}

/** Where a file of the user's is to be; its folder is there, and it is not. */
export function placeOf(home: string, file: UserFile): string {
  const path = join(home, FILES[file]);
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { recursive: true, force: true });
  return path;
}

/** A tip in the form of `import`. */
export function tip(id: string, more: object = {}): object {
  return {
    id,
    title: `The tip ${id}`,
    published: "2024-03-05",
    topics: ["calm"],
    // Long enough that its banner is, in the weeks in which it is the tip of the week.
    takeaway:
      "Take it away with you, and keep it at hand for as long as there is somebody who asks for help.",
    summary: "In short.",
    body: ["In full."],
    actions: ["Do it."],
    keywords: ["word"],
    coverage: "full",
    ...more,
  };
}

export function libraryText(tips: readonly object[]): string {
  const lines = tips.map((one) => JSON.stringify(one)).join(",\n");
  return `{\n"version": 1,\n"topics": [],\n"tips": [\n${lines}\n]\n}\n`;
}

export const SOUND: Readonly<Record<UserFile, string>> = {
  settings: '{"width": 60}\n',
  library: libraryText([tip("own-one"), tip("own-two", { published: "2024-03-12" })]),
  journal: '{"at":"2026-01-01T00:00:00.000Z","event":"favorited","tip":"own-one"}\n',
  index: "{}",
  words: "{}\n",
};

/** What stands at a path, so that a change of it shows: kind, mode, where a link leads, and the text where it is short. */
export function stateOf(path: string): string {
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (!status) return "nothing";
  if (status.isSymbolicLink()) {
    const target = readlinkSync(path);
    return `link to ${target}: ${existsSync(path) && statSync(path).isFile() ? readFileSync(path, "hex") : ""}`;
  }
  const text = status.isFile() && status.size < 1e6 ? readFileSync(path, "hex") : status.size;
  return `${status.mode} ${text}`;
}

/** A folder that any user can enter, removed when the test has finished. */
export function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "cstip-open-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}

/** A copy of a tree under an open folder. */
export function copyTo(from: string, to: string): void {
  cpSync(from, to, { recursive: true, dereference: true });
}
