import type { Context } from "../context.ts";
import { counted } from "../core/text.ts";
import type { Inspection } from "../login-files.ts";
import { EVERY, type Every, FIRST_MARK, LAST_MARK, SHELLS, type Shell } from "../shell/snippet.ts";
import type { Finding } from "./doctor-finding.ts";

/** What `doctor` says of the shell, and of the snippet in its start files. */

/** More than this is felt when a terminal opens. */
const FELT_MS = 30;
/** As times are rounded. */
const LEAST_SHOWN_MS = 0.1;

/** A snippet in a start file. */
interface Placed {
  readonly path: string;
  /** From mark to mark. */
  readonly snippet: string;
  /** All of the file. */
  readonly text: string;
}

function isKnown(shell: string | undefined): shell is Shell {
  return SHELLS.includes(shell as Shell);
}

export function shellFindings(inspection: Inspection): Finding[] {
  const findings = isKnown(inspection.shell) ? startFindings(inspection) : [unknownShell(inspection)];
  if (!inspection.programOnPath) {
    findings.push({
      level: "problem",
      what: "no cstip is on PATH, so a shell cannot render its banner anew",
      advice: "install it with npm install --global, or add its folder to PATH",
    });
  }
  return findings;
}

function unknownShell({ shell }: Inspection): Finding {
  const named = shell === undefined ? "no shell is named by SHELL" : `the shell is ${shell}`;
  return { level: "note", what: named, advice: `the banner is for ${SHELLS.join(", ")}` };
}

/** How the shell reads its start files. */
function startFindings({ shell, printedWithoutTerminal: printed, startsLate }: Inspection): Finding[] {
  if (printed === undefined)
    return [{ level: "note", what: `${shell} could not be started to see what it prints` }];
  const findings: Finding[] = [];
  if (startsLate) {
    findings.push({
      level: "problem",
      what: `${shell} is not through its start files after five seconds`,
      advice: `see what '${shell} -i -x -c :' stops at`,
    });
  }
  if (printed !== "") {
    findings.push({
      level: "problem",
      what: `${shell} prints ${counted(printed.length, "character")} where there is no terminal, which breaks scp and rsync`,
      advice: `see '${shell} -i -c : </dev/null 2>/dev/null | cat', and guard in its start files what prints that`,
    });
  } else if (!startsLate) {
    findings.push({ level: "ok", what: `${shell} prints nothing where there is no terminal` });
  }
  return findings;
}

/** The snippets in the start files of the shell. */
export function placedSnippets({ shell, startFiles }: Inspection): Placed[] {
  if (!isKnown(shell)) return [];
  return startFiles.flatMap(({ path, text }) => snippetsIn(text).map((snippet) => ({ path, snippet, text })));
}

export async function snippetFindings(inspection: Inspection, context: Context): Promise<Finding[]> {
  const { shell } = inspection;
  if (!isKnown(shell)) return [];
  const placed = placedSnippets(inspection);
  const [first] = placed;
  if (!first) {
    return [{ level: "note", what: "no start file shows the banner", advice: `see 'cstip init ${shell}'` }];
  }
  const current = await snippetLike(first.snippet, shell, context);
  const problems = [...placeProblems(placed, first, shell), ...ageProblems(first, current, shell)];
  const sound: Finding = { level: "ok", what: `the snippet is in ${first.path}` };
  return [...(problems.length > 0 ? problems : [sound]), ...(await costFindings(shell, current, context))];
}

function placeProblems(placed: readonly Placed[], first: Placed, shell: Shell): Finding[] {
  const findings: Finding[] = [];
  if (placed.length > 1) {
    const where = [...new Set(placed.map(({ path }) => path))].join(" and ");
    findings.push({
      level: "problem",
      what: `the snippet stands ${placed.length} times in ${where}`,
      advice: "keep one",
    });
  }
  const prompt = first.text.search(/p10k-instant-prompt/);
  if (shell === "zsh" && prompt >= 0 && prompt < first.text.indexOf(FIRST_MARK)) {
    findings.push({
      level: "problem",
      what: `in ${first.path} the snippet stands behind the instant prompt, where it stays silent`,
      advice: "move it above the lines of the instant prompt",
    });
  }
  return findings;
}

function ageProblems({ path, snippet }: Placed, current: string, shell: Shell): Finding[] {
  if (withoutHead(snippet) === withoutHead(current)) return [];
  return [
    {
      level: "problem",
      what: `the snippet in ${path} is not that of this version`,
      advice: `delete it from mark to mark, and append what 'cstip init ${shell}' prints`,
    },
  ];
}

/** The snippet of this version that is shown as often as the one found. */
async function snippetLike(found: string, shell: Shell, { version, login }: Context): Promise<string> {
  const every = EVERY.find((name) => found.includes(`--every ${name} `)) ?? ("login" satisfies Every);
  const { SCRIPTS } = await import("../shell/index.ts");
  return SCRIPTS[shell].snippet({ every, version, usual: login.usual });
}

async function costFindings(shell: Shell, snippet: string, { login }: Context): Promise<Finding[]> {
  const added = await login.measure(shell, snippet);
  if (added === undefined) return [{ level: "note", what: "what the banner costs could not be measured" }];
  const shown = added < LEAST_SHOWN_MS ? `less than ${LEAST_SHOWN_MS}` : added.toFixed(1);
  const what = `the banner adds ${shown} ms to the start of ${shell}`;
  return added > FELT_MS
    ? [{ level: "problem", what, advice: "start a new shell, which renders it anew, and look again" }]
    : [{ level: "ok", what }];
}

/** From mark to mark. */
function snippetsIn(text: string): string[] {
  return text
    .split(FIRST_MARK)
    .slice(1)
    .map((rest) => `${FIRST_MARK}${rest.split(LAST_MARK)[0]}`);
}

/** What the shell runs, without the line that names the version. */
function withoutHead(snippet: string): string {
  const [found = ""] = snippetsIn(snippet);
  return found.slice(found.indexOf("\n")).trim();
}
