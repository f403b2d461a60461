import chalk from "chalk";
import type { Theme } from "../core/choices.ts";
import type { Style } from "./view.ts";

/** What a stretch of text is for; color never says it alone. */
export interface Paint {
  readonly heading: (text: string) => string;
  readonly accent: (text: string) => string;
  readonly marker: (text: string) => string;
  /** Words that answer a query. */
  readonly mark: (text: string) => string;
  readonly quiet: (text: string) => string;
}

/**
 * The paint of a run. boxen paints borders through the same shared chalk, which by itself would decide from the
 * environment in its own way: so its level is set here, from our own decision.
 */
export function paintFor({ color, theme }: Pick<Style, "color" | "theme">): Paint {
  chalk.level = color ? 1 : 0;
  return { heading: chalk.bold, ...HUES[theme], quiet: chalk.dim };
}

/** In the usual palettes magenta alone stands out from black and white; each of the others from one of them. */
const HUES: Readonly<Record<Theme, Pick<Paint, "accent" | "marker" | "mark">>> = {
  both: { accent: chalk.magenta, marker: chalk.magenta, mark: chalk.bold.magenta },
  dark: { accent: chalk.cyanBright, marker: chalk.greenBright, mark: chalk.bold.cyanBright },
  light: { accent: chalk.blue, marker: chalk.magenta, mark: chalk.bold.blue },
};
