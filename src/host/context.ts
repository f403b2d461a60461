import { join } from "node:path";
import type { Context } from "../context.ts";
import { type Day, dayOf } from "../core/calendar.ts";
import { cleanLine } from "../core/text.ts";
import { render } from "../render/index.ts";
import { decideStyle } from "../render/style.ts";
import type { OutputRequest, View } from "../render/view.ts";
import { findFolders, usualPlaces } from "./folders.ts";
import { JournalFile } from "./journal.ts";
import { Libraries } from "./library.ts";
import { page } from "./pager.ts";
import { Progress } from "./progress.ts";
import { searchData } from "./search-data.ts";
import { SettingsFile } from "./settings.ts";
import { sourcesOf } from "./sources.ts";
import { writeError, writeOut } from "./streams.ts";
import { isInteractive, stdoutTerminal } from "./terminal.ts";

/** This program's own file, by which a shell sees that it changed or went. */
const PROGRAM = __dirname.endsWith("dist") ? join(__dirname, "cstip.cjs") : __filename;

/** The world as it is: this process, its environment, its terminal and its disk. */
export function createContext(version: string): Context {
  const environment = process.env;
  const terminal = stdoutTerminal(environment);
  const folders = findFolders(environment);
  const settings = new SettingsFile(folders.config, environment);
  const { width } = settings.current().values;
  const progress = new Progress();
  const say = (text: string) => {
    progress.say("");
    notice(text);
  };
  const warn = onlyFirst(say);
  const libraries = new Libraries(folders, version, warn);
  const setFor = (view: View, request: OutputRequest) =>
    render(view, decideStyle(request, environment, terminal));
  return {
    version,
    columns: width === "auto" ? decideStyle({ format: "card" }, environment, terminal).width : width,
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
    journal: new JournalFile(folders.state, warn),
    keepsJournal: true,
    settings,
    interactive: terminal.isTerminal && isInteractive(environment),
    confirm: async (question) => (await import("./confirm.ts")).confirm(question),
    browse: async (request) =>
      (await import("./browse.ts")).browse(request, decideStyle(request.output, environment, terminal)),
    show: async (view, request) => {
      const text = await setFor(view, request);
      const paged = request.pager && terminal.isTerminal && (await page(text, environment));
      if (!paged) writeOut(text);
    },
    save: async (view, request, path, force) =>
      (await import("./output-file.ts")).writeOutputFile(path, await setFor(view, request), force),
    terminal: {
      isTerminal: terminal.isTerminal,
      utf8: terminal.utf8,
      color: decideStyle({}, environment, terminal).color,
    },
    login: {
      usual: usualPlaces(),
      writeBanners: async (weeks, wanted) => {
        const { writeBannerFiles } = await import("./banner-files.ts");
        writeBannerFiles(folders.cache, weeks, wanted, {
          program: PROGRAM,
          settings: join(folders.config ?? "", "config.json"),
          library: join(folders.data ?? "", "library.json"),
        });
      },
      inspect: async () => (await import("./doctor.ts")).inspect(environment, folders),
      measure: async (shell, snippet) =>
        (await import("./doctor.ts")).measureSnippet(shell, snippet, environment),
    },
    warn,
    notice: say,
    progress: (text, slow) => progress.say(cleanLine(text), slow),
  };
}

/** One line on stderr. */
function notice(text: string): void {
  writeError(`cstip: ${cleanLine(text)}\n`);
}

/** Lets the first text through, and no more. */
function onlyFirst(say: (text: string) => void): (text: string) => void {
  let said = false;
  return (text) => {
    if (!said) say(text);
    said = true;
  };
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
