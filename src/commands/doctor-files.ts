import type { Context } from "../context.ts";
import { linesOf } from "../core/journal-lines.ts";
import { counted } from "../core/text.ts";
import type { Inspection } from "../login-files.ts";
import { START_ANEW, unusableFile } from "../settings.ts";
import type { Finding } from "./doctor-finding.ts";

/** What `doctor` says of the user's files. */

const MENDED_BY: Readonly<Record<Inspection["damagedFiles"][number]["holds"], string>> = {
  settings: START_ANEW,
  library: "mend it, or move it away",
  journal: "make it a file that you can read and write, or move it away; a new one is begun",
};

export function fileFindings(inspection: Inspection, context: Context): Finding[] {
  const findings = [
    ...folderFindings(inspection),
    ...damageFindings(inspection),
    ...settingFindings(context),
    ...journalFindings(inspection, context),
  ];
  return findings.length > 0 ? findings : [{ level: "ok", what: "the files can be read and written" }];
}

function folderFindings({ folders }: Inspection): Finding[] {
  return folders.flatMap(({ name, problem }): Finding[] => {
    if (problem === undefined) return [];
    const what = `the folder for ${name} cannot be written (${problem})`;
    return [{ level: "problem", what, advice: "make it writable for you, or set CSTIP_HOME" }];
  });
}

function damageFindings({ damagedFiles }: Inspection): Finding[] {
  return damagedFiles.map(({ holds, path, problem }) => ({
    level: "problem",
    what: unusableFile(path, problem),
    advice: MENDED_BY[holds],
  }));
}

function settingFindings({ settings }: Context): Finding[] {
  // A file that holds no settings at all is among the damaged.
  return settings.current().problems.flatMap(({ what, kind }): Finding[] => {
    if (kind === "file") return [];
    return [{ level: "note", what: `a setting is ignored: ${what}`, advice: "see 'cstip config list'" }];
  });
}

function journalFindings({ damagedFiles }: Inspection, { journal }: Context): Finding[] {
  // What cannot be read at all was named; to read it would say the same on stderr.
  if (damagedFiles.some(({ holds }) => holds === "journal")) return [];
  const damaged = linesOf(journal.read().damage);
  if (damaged === 0) return [];
  const what = `${counted(damaged, "line")} of the journal cannot be read`;
  return [{ level: "note", what, advice: "the rest counts" }];
}
