import type { SettingProblem } from "../settings.ts";
import { readSmallText } from "./files.ts";
import { messageOf } from "./streams.ts";

/** What the file holds; where that cannot be said, nothing, and why. */
export function readSettingsFile(path: string | undefined): {
  readonly file: Readonly<Record<string, unknown>>;
  readonly problem?: SettingProblem;
} {
  const broken = (what: string) => ({ file: {}, problem: { what, kind: "file", inFile: true } as const });
  let text: string | undefined;
  try {
    text = path === undefined ? undefined : readSmallText(path);
  } catch (error) {
    return broken(messageOf(error));
  }
  if (text === undefined || text.trim() === "") return { file: {} };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return broken("it holds no settings");
    return { file: value as Record<string, unknown> };
  } catch {
    return broken("it is not JSON");
  }
}
