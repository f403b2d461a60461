import type { Context } from "../context.ts";
import { cleanLine, quoted } from "../core/text.ts";
import { weekOf } from "../core/week.ts";
import type { Inspection } from "../login-files.ts";
import type { Finding } from "./doctor-finding.ts";
import { placedSnippets } from "./doctor-shell.ts";

/** What `doctor` says of the banner: whether it is rendered ahead, and what keeps it silent. */

export function bannerFindings(inspection: Inspection, context: Context): Finding[] {
  const quiet = surroundings(inspection);
  const shellsRender = placedSnippets(inspection).length > 0 && quiet.length === 0;
  return [...fileFindings(inspection, context, shellsRender), ...quiet, ...settingFindings(inspection)];
}

function fileFindings({ bannerFile }: Inspection, context: Context, shellsRender: boolean): Finding[] {
  if (!bannerFile) return [];
  const { path, safe, lastDays } = bannerFile;
  if (!safe) {
    const what = `${path} is a link, or another could write it or its folder`;
    return [{ level: "problem", what, advice: "delete the folder; it is made again, for you alone" }];
  }
  if (lastDays.includes(weekOf(context.today()).to))
    return [{ level: "ok", what: "this week's banner is rendered ahead" }];
  const refresh = "'cstip banner --refresh'";
  return [
    {
      level: "note",
      what: "this week's banner is not rendered yet",
      advice: shellsRender ? `the next shell does it, or ${refresh}` : `${refresh} does it`,
    },
  ];
}

/**
 * What around a shell silences its snippet, by the same rules as in the snippets. That it was shown already in this
 * login, as in most shells that doctor runs in, is no news.
 */
function surroundings({ shell, silencers }: Inspection): Finding[] {
  const { variables, hushlogin } = silencers;
  const { CI = "", CSTIP_DISABLE = "", CSTIP_BANNER = "", TERM = "" } = variables;
  const findings: Finding[] = [];
  const add = (what: string, advice: string) =>
    findings.push({ level: "note", what: `${what}, so shells show no banner`, advice });
  const set = (name: string, value: string) =>
    add(`${name} is ${quoted(value)}`, `unset ${name} where it is set, as in a start file`);
  if (!["", "0"].includes(CSTIP_DISABLE)) set("CSTIP_DISABLE", CSTIP_DISABLE);
  if (["0", "off", "no", "false"].includes(CSTIP_BANNER)) set("CSTIP_BANNER", CSTIP_BANNER);
  if (!["", "0", "false"].includes(CI)) set("CI", CI);
  if (TERM === "dumb" || (TERM === "" && shell !== "powershell"))
    add(TERM === "" ? "TERM is not set" : "TERM is dumb", "open a terminal that sets it");
  if (hushlogin !== undefined) add(`there is ${cleanLine(hushlogin)}`, "delete it to see the banner");
  return findings;
}

/** The file's own value: what is rendered ahead is rendered without the variable. */
function settingFindings({ silencers }: Inspection): Finding[] {
  if (!silencers.setting) return [];
  return [
    {
      level: "note",
      what: "the setting banner is off, so shells show none",
      advice: "'cstip config set banner on' shows it again",
    },
  ];
}
