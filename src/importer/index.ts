import { cleanLine, quoted } from "../core/text.ts";
import { readArchive } from "./archive.ts";
import { decode } from "./decode.ts";
import { readHtml } from "./html.ts";
import { foreign, type Imported, type Problem, refused } from "./imported.ts";
import { readJson } from "./json.ts";
import { readMarkdown } from "./markdown.ts";

export type { Imported } from "./imported.ts";

/** The forms of a file, told by how its text begins; the first that fits reads it. */
const FORMS: readonly { readonly begins: RegExp; readonly read: (text: string) => Imported }[] = [
  { begins: /^[[{]/, read: readJson },
  { begins: /^---[ \t]*\n/, read: readMarkdown },
  { begins: /^<(?:[a-z!?])/i, read: readHtml },
  { begins: /^/, read: readArchive },
];

/** Reads the tips of one file by what it holds. Never throws; what is wrong is among the problems. */
export function importBytes(bytes: Uint8Array): Imported {
  if (bytes.length === 0) return foreign("it is empty");
  const decoded = decode(bytes);
  if ("problem" in decoded) return { ...refused(decoded.problem), foreign: true };
  const text = decoded.text.trimStart();
  // Lines are counted from the file's first.
  const skipped = decoded.text.slice(0, decoded.text.length - text.length).split("\n").length - 1;
  const form = FORMS.find(({ begins }) => begins.test(text));
  const read = withoutBlanks(form?.read(text) ?? foreign("it holds no text"));
  if (skipped === 0) return read;
  const problems = read.problems.map(({ line, what }) => ({
    what,
    ...(line !== undefined && { line: line + skipped }),
  }));
  return { ...read, problems };
}

/** What has nothing that can be shown but hidden characters is no title and no text. */
function withoutBlanks(read: Imported): Imported {
  const problems = read.drafts.flatMap(({ title, published, body }): Problem[] => {
    if (cleanLine(title) === "") return [{ what: `a tip of ${published} has no title that can be shown` }];
    const hasText = body.some((paragraph) => cleanLine(paragraph) !== "");
    return hasText ? [] : [{ what: `${quoted(title)} has no text that can be shown` }];
  });
  return problems.length > 0 ? { ...read, problems: [...read.problems, ...problems] } : read;
}
