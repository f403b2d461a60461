import type { Context } from "../context.ts";
import { type Day, dayOf } from "../core/calendar.ts";
import { cleanLine } from "../core/text.ts";
import { render } from "../render/index.ts";
import { decideStyle } from "../render/style.ts";
import type { OutputRequest, View } from "../render/view.ts";
import { findFolders } from "./folders.ts";
import { JournalFile } from "./journal.ts";
import { Libraries } from "./library.ts";
import { Progress } from "./progress.ts";
import { searchData } from "./search-data.ts";
import { sourcesOf } from "./sources.ts";
import { writeError, writeOut } from "./streams.ts";
import { stdoutTerminal } from "./terminal.ts";

/** The world as it is: this process, its environment, its terminal and its disk. */
export function createContext(): Context {
  const environment = process.env;
  const terminal = stdoutTerminal(environment);
  const folders = findFolders(environment);
  const version = process.env.CSTIP_VERSION ?? "0.0.0";
  const libraries = new Libraries(folders, version, notice);
  const progress = new Progress();
  const setFor = (view: View, request: OutputRequest) =>
    render(view, decideStyle(request, environment, terminal));
  return {
    version,
    columns: decideStyle({ format: "card" }, environment, terminal).width,
    today: civilToday,
    random: Math.random,
    library: () => libraries.all(),
    bundled: () => libraries.bundled(),
    weekly: (day) => libraries.weekly(day),
    imports: {
      path: libraries.path,
      read: () => libraries.imported(),
      change: async (decide) => (await import("./library-store.ts")).changeLibrary(libraries, decide),
    },
    sources: sourcesOf,
    searchData: (library) => searchData(library, libraries.bundled()),
    journal: new JournalFile(folders.state, notice),
    show: async (view, request) => writeOut(await setFor(view, request)),
    save: async (view, request, path, force) =>
      (await import("./output-file.ts")).writeOutputFile(path, await setFor(view, request), force),
    notice: (text) => {
      progress.say("");
      notice(text);
    },
    progress: (text, slow) => progress.say(text, slow),
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
