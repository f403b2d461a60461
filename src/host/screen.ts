import type { Notices, Screen, SettingsStore } from "../context.ts";
import type { Environment } from "../core/choices.ts";
import { render } from "../render/index.ts";
import { decideStyle, type Terminal } from "../render/style.ts";
import type { OutputRequest, View } from "../render/view.ts";
import { page } from "./pager.ts";
import { writeOut } from "./streams.ts";
import { isInteractive, stdoutTerminal } from "./terminal.ts";

/** Where a view is shown: on stdout, or in a file. What stdout is, is asked when it matters first. */
export function createScreen(
  environment: Environment,
  settings: SettingsStore,
  { notice }: Pick<Notices, "notice">,
): Screen {
  let found: Terminal | undefined;
  const stdout = () => {
    found ??= stdoutTerminal(environment);
    return found;
  };
  const styleOf = (request: OutputRequest) => decideStyle(request, environment, stdout());
  const textOf = (view: View, request: OutputRequest) => render(view, styleOf(request));
  return {
    get columns() {
      const { width } = settings.current().values;
      return width === "auto" ? styleOf({ format: "card" }).width : width;
    },
    get terminal() {
      const { isTerminal, utf8 } = stdout();
      return { isTerminal, utf8, color: styleOf({}).color };
    },
    get interactive() {
      return stdout().isTerminal && isInteractive(environment);
    },
    show: async (view, request) => {
      const text = await textOf(view, request);
      const paged = request.pager && stdout().isTerminal ? await page(text, environment) : undefined;
      if (!paged?.shown) writeOut(text);
      // Behind the text, which is longer than the screen.
      if (paged?.problem !== undefined) notice(paged.problem);
    },
    save: async (view, request, path, force) =>
      (await import("./output-file.ts")).writeOutputFile(path, await textOf(view, request), force),
    confirm: async (question) => (await import("./confirm.ts")).confirm(question),
    browse: async (request) => (await import("./browse.ts")).browse(request, styleOf(request.output)),
  };
}
