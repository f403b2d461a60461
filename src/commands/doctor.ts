import type { Context } from "../context.ts";
import { cleanLine, counted } from "../core/text.ts";
import { defineCommand } from "./command.ts";
import { bannerFindings } from "./doctor-banner.ts";
import { fileFindings } from "./doctor-files.ts";
import type { Finding } from "./doctor-finding.ts";
import { shellFindings, snippetFindings } from "./doctor-shell.ts";

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
