import { cleanLine, quoted } from "../core/text.ts";
import { readArchive } from "./archive.ts";
import { decode } from "./decode.ts";
import { readFrontMatter } from "./front-matter.ts";
import { readHtml } from "./html.ts";
import { foreign, type Imported, movedBy, type Problem, refused } from "./imported.ts";
import { readJson } from "./json.ts";
import { readMarkdown } from "./markdown.ts";

export type { Imported, Problem } from "./imported.ts";

interface Form {
  readonly begins: RegExp;
  readonly read: (text: string) => Imported;
  /** It may hold any number of tips, and be as long as they are. */
  readonly long?: true;
}

/** No page is so long; to take one apart would take gigabytes of memory. */
const LONGEST_PAGE = 16 * 1024 * 1024;

const TOO_LONG = "it is larger than 16 MiB, which no page of tips is: many tips are taken as JSON";

/** The forms of a file, told by how its text begins; the first that fits reads it. */
const FORMS: readonly Form[] = [
  { begins: /^[[{]/, read: readJson, long: true },
  { begins: /^---[ \t]*\n/, read: readFrontMatter },
  { begins: /^# /, read: readMarkdown },
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
  if (!form?.long && text.length > LONGEST_PAGE) return foreign(TOO_LONG);
  return movedBy(skipped, withoutBlanks(form?.read(text) ?? foreign("it holds no text")));
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
