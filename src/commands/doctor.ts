import type { Context, Inspection } from "../context.ts";
import { cleanLine, counted } from "../core/text.ts";
import { weekOf } from "../core/week.ts";
import { START_ANEW, unusableFile } from "../settings.ts";
import { EVERY, type Every, FIRST_MARK, LAST_MARK, SHELLS, type Shell } from "../shell/snippet.ts";
import { defineCommand } from "./command.ts";

interface Finding {
  readonly level: "ok" | "note" | "problem";
  readonly what: string;
  /** What to do; of a problem always. */
  readonly advice?: string;
}

/** More than this is felt when a terminal opens. */
const FELT_MS = 30;

export const doctor = defineCommand({
  name: "doctor",
  summary: "say whether shell, banner, files and terminal are set up, and what to do",
  description: ["It changes nothing. The exit code is 0 where there is no problem, else 1."],
  examples: [
    { line: "cstip doctor", does: "look" },
    { line: "cstip doctor --json", does: "for a script" },
  ],
  formats: ["card", "plain", "json"],
  tellsOfSettings: true,
  async run({ output }, context) {
    const inspection = await context.login.inspect();
    const findings = [
      ...shellFindings(inspection),
      ...(await snippetFindings(inspection, context)),
      ...bannerFindings(inspection, context),
      ...fileFindings(inspection, context),
      ...terminalFindings(context),
    ].map(({ level, what, advice }) => ({
      level,
      what: cleanLine(what),
      ...(advice !== undefined && { advice: cleanLine(advice) }),
    }));
    await context.show(
      { kind: "text", text: findings.map(lineOf).join(""), data: findings, sentences: true },
      output,
    );
    const problems = findings.filter(({ level }) => level === "problem").length;
    const view = { kind: "text", text: "" } as const;
    return problems > 0 ? { view, nothingFound: `${counted(problems, "problem")} found` } : { view };
  },
});

function lineOf({ level, what, advice }: Finding): string {
  return `${level === "ok" ? "ok:" : `${level}:`} ${what}${advice === undefined ? "" : `: ${advice}`}\n`;
}

function isKnown(shell: string | undefined): shell is Shell {
  return SHELLS.includes(shell as Shell);
}

function shellFindings({ shell, printedWithoutTerminal: printed, programOnPath }: Inspection): Finding[] {
  const findings: Finding[] = [];
  if (!isKnown(shell)) {
    const named = shell === undefined ? "no shell is named by SHELL" : `the shell is ${shell}`;
    findings.push({ level: "note", what: named, advice: `the banner is for ${SHELLS.join(", ")}` });
  } else if (printed === undefined) {
    findings.push({ level: "note", what: `${shell} could not be started to see what it prints` });
  } else if (printed === "") {
    findings.push({ level: "ok", what: `${shell} prints nothing where there is no terminal` });
  } else {
    findings.push({
      level: "problem",
      what: `${shell} prints ${counted(printed.length, "character")} where there is no terminal, which breaks scp and rsync`,
      advice: `see '${shell} -i -c : </dev/null 2>/dev/null | cat', and guard in its start files what prints that`,
    });
  }
  if (!programOnPath) {
    findings.push({
      level: "problem",
      what: "no cstip is on PATH, so a shell cannot render its banner anew",
      advice: "install it with npm install --global, or add its folder to PATH",
    });
  }
  return findings;
}

async function snippetFindings({ shell, startFiles }: Inspection, context: Context): Promise<Finding[]> {
  if (!isKnown(shell)) return [];
  const marked = startFiles.flatMap(({ path, text }) =>
    snippetsIn(text).map((snippet) => ({ path, snippet, text })),
  );
  const [first] = marked;
  if (!first) {
    return [{ level: "note", what: "no start file shows the banner", advice: `see 'cstip init ${shell}'` }];
  }
  const findings: Finding[] = [];
  const again = `delete it from mark to mark, and append what 'cstip init ${shell}' prints`;
  if (marked.length > 1) {
    const where = [...new Set(marked.map(({ path }) => path))].join(" and ");
    findings.push({
      level: "problem",
      what: `the snippet stands ${marked.length} times in ${where}`,
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
  const every = EVERY.find((name) => first.snippet.includes(`--every ${name} `)) ?? ("login" satisfies Every);
  const { SCRIPTS } = await import("../shell/index.ts");
  const { version, login } = context;
  const current = SCRIPTS[shell].snippet({ every, version, usual: login.usual });
  if (withoutHead(first.snippet) !== withoutHead(current)) {
    findings.push({
      level: "problem",
      what: `the snippet in ${first.path} is not that of this version`,
      advice: again,
    });
  } else if (findings.length === 0) {
    findings.push({ level: "ok", what: `the snippet is in ${first.path}` });
  }
  return [...findings, ...(await costFindings(shell, current, context))];
}

async function costFindings(shell: Shell, snippet: string, { login }: Context): Promise<Finding[]> {
  const added = await login.measure(shell, snippet);
  if (added === undefined) return [{ level: "note", what: "what the banner costs could not be measured" }];
  const what = `the banner adds ${added.toFixed(1)} ms to the start of ${shell}`;
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

function bannerFindings({ bannerFile }: Inspection, context: Context): Finding[] {
  if (!bannerFile) return [];
  const { path, safe, weeks } = bannerFile;
  if (!safe) {
    const what = `${path} is a link, or another could write it or its folder`;
    return [{ level: "problem", what, advice: "delete the folder; it is made again, for you alone" }];
  }
  return weeks.includes(weekOf(context.today()).number)
    ? [{ level: "ok", what: "this week's banner is rendered ahead" }]
    : [
        {
          level: "note",
          what: "this week's banner is not rendered yet",
          advice: "the next shell does it, or 'cstip banner --refresh'",
        },
      ];
}

function fileFindings({ folders, damagedFiles }: Inspection, context: Context): Finding[] {
  const findings: Finding[] = folders.flatMap(({ name, problem }) =>
    problem === undefined
      ? []
      : [
          {
            level: "problem",
            what: `the folder for ${name} cannot be written (${problem})`,
            advice: "make it writable for you, or set CSTIP_HOME",
          },
        ],
  );
  for (const { path, problem } of damagedFiles) {
    findings.push({
      level: "problem",
      what: unusableFile(path, problem),
      advice: path === context.settings.path ? START_ANEW : "mend it, or move it away",
    });
  }
  for (const { what, kind } of context.settings.current().problems) {
    if (kind === "file") continue; // Named above, with what can be done.
    findings.push({
      level: "note",
      what: `a setting is ignored: ${what}`,
      advice: "see 'cstip config list'",
    });
  }
  const { damaged } = context.journal.read();
  if (damaged > 0) {
    findings.push({
      level: "note",
      what: `${counted(damaged, "line")} of the journal cannot be read`,
      advice: "the rest counts",
    });
  }
  return findings.length > 0 ? findings : [{ level: "ok", what: "the files can be read and written" }];
}

function terminalFindings({ terminal }: Context): Finding[] {
  const { utf8, color, isTerminal } = terminal;
  const findings: Finding[] = [];
  if (utf8) findings.push({ level: "ok", what: "the locale says UTF-8" });
  else
    findings.push({
      level: "note",
      what: "the locale is not UTF-8, so only ASCII is shown",
      advice: "set LANG, as to C.UTF-8",
    });
  if (isTerminal) findings.push({ level: "note", what: color ? "color is used" : "color is not used" });
  return findings;
}
