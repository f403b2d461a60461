import chalk from "chalk";

/** What a stretch of text is for; colour never says it alone. */
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
export function paintFor(color: boolean): Paint {
  chalk.level = color ? 1 : 0;
  return {
    heading: chalk.bold,
    accent: chalk.cyan,
    marker: chalk.green,
    mark: chalk.bold.cyan,
    quiet: chalk.dim,
  };
}
