import { join } from "node:path";
import type { Context } from "../context.ts";
import { type Day, dayOf } from "../core/calendar.ts";
import { cleanLine } from "../core/text.ts";
import type { Library } from "../core/tip.ts";
import { render } from "../render/index.ts";
import { decideStyle } from "../render/style.ts";
import { findFolders, usualPlaces } from "./folders.ts";
import { JournalFile } from "./journal.ts";
import { bundledLibrary } from "./library.ts";
import { writeError, writeOut } from "./streams.ts";
import { stdoutTerminal } from "./terminal.ts";

/** This program's own file. */
const PROGRAM = __filename;

/** The world as it is: this process, its environment, its terminal and its disk. */
export function createContext(): Context {
  const environment = process.env;
  const terminal = stdoutTerminal(environment);
  const folders = findFolders(environment);
  let library: Library | undefined;
  return {
    version: process.env.CSTIP_VERSION ?? "0.0.0",
    columns: decideStyle({ format: "card" }, environment, terminal).width,
    today: civilToday,
    random: Math.random,
    library: () => {
      library ??= bundledLibrary();
      return library;
    },
    terminal: {
      isTerminal: terminal.isTerminal,
      utf8: terminal.utf8,
      color: decideStyle({}, environment, terminal).color,
    },
    login: {
      usual: usualPlaces(),
      writeBanners: async (weeks) => {
        const { writeBannerFiles } = await import("./banner-files.ts");
        writeBannerFiles(folders.cache, weeks, {
          program: PROGRAM,
          settings: join(folders.config ?? "", "config.json"),
          library: join(folders.data ?? "", "library.json"),
        });
      },
      inspect: async () => (await import("./doctor.ts")).inspect(environment, folders),
      measure: async (shell, snippet) =>
        (await import("./doctor.ts")).measureSnippet(shell, snippet, environment),
    },
    journal: new JournalFile(folders.state, notice),
    show: async (view, request) => writeOut(await render(view, decideStyle(request, environment, terminal))),
    notice,
  };
}

/** One line on stderr. */
function notice(text: string): void {
  writeError(`cstip: ${cleanLine(text)}\n`);
}

/** The date on the user's calendar, whatever the hour or the zone. */
function civilToday(): Day {
  const now = new Date();
  return dayOf({
    year: now.getFullYear(),
    month: now.getMonth() + 1,
    day: now.getDate(),
  });
}
