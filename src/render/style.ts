import { type Environment, WIDTHS } from "../core/choices.ts";
import type { OutputRequest, Style } from "./view.ts";

/** What is known of the place where the output goes. */
export interface Terminal {
  readonly isTerminal: boolean;
  /** Columns, where it tells. */
  readonly columns: number | undefined;
  /** Rows, where it tells. */
  readonly rows?: number | undefined;
  /** Whether the locale, or the system, says UTF-8. */
  readonly utf8: boolean;
}

/** Lines longer than this tire the eye; only `--width` and the setting go beyond. */
const READABLE_WIDTH = 80;
/** Narrower than this a box costs more than it gives. */
const MIN_BOX_WIDTH = 40;

/** Decides format, width, color and characters, once for a run. */
export function decideStyle(request: OutputRequest, environment: Environment, terminal: Terminal): Style {
  const dumb = environment.TERM === "dumb";
  const onScreen = terminal.isTerminal && !dumb;
  const format = request.format ?? (onScreen ? "card" : "plain");
  const columns = Math.max(WIDTHS.least, Math.min(columnsOf(environment, terminal), READABLE_WIDTH));
  const width =
    request.width ?? (terminal.isTerminal || format === "card" ? columns : Number.POSITIVE_INFINITY);
  return {
    format,
    width,
    color: decideColor(request, environment, terminal),
    theme: request.theme ?? "both",
    unicode: terminal.utf8,
    rows: terminal.rows,
  };
}

/** Whether a card of this width has a border. */
export function hasBox(style: Style): boolean {
  return style.width >= MIN_BOX_WIDTH;
}

function columnsOf(environment: Environment, terminal: Terminal): number {
  if (terminal.columns) return terminal.columns;
  const told = /^\d{1,6}$/.test(environment.COLUMNS ?? "") ? Number(environment.COLUMNS) : 0;
  return told > 0 ? told : READABLE_WIDTH;
}

/**
 * The first that says something decides: `--color`, NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, the settings file,
 * CLICOLOR, TERM=dumb, whether it is a terminal.
 */
function decideColor(
  { color: choice, usualColor: usual }: OutputRequest,
  environment: Environment,
  terminal: Terminal,
): boolean {
  const { NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM } = environment;
  if (choice === "always" || choice === "never") return choice === "always";
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return !/^(0|false|no|off|never)$/i.test(FORCE_COLOR);
  if (CLICOLOR_FORCE && CLICOLOR_FORCE !== "0") return true;
  if (usual === "always" || usual === "never") return usual === "always";
  if (CLICOLOR === "0" || TERM === "dumb") return false;
  return terminal.isTerminal;
}
