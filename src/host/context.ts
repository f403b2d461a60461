import type { Context, Tips } from "../context.ts";
import { type Day, dayOf } from "../core/calendar.ts";
import { posixOffset } from "../core/posix-zone.ts";
import { type Folders, findFolders } from "./folders.ts";
import { JournalFile } from "./journal.ts";
import { Libraries } from "./library.ts";
import { loginFiles } from "./login.ts";
import { createNotices } from "./notices.ts";
import { createScreen } from "./screen.ts";
import { searchData } from "./search-data.ts";
import { SettingsFile } from "./settings.ts";
import { sourcesOf } from "./sources.ts";

/**
 * The world as it is: this process, its environment, its terminal and its disk. Nothing of it is looked at before
 * somebody asks.
 */
export function createContext(version: string): Context {
  const environment = process.env;
  const folders = findFolders(environment);
  const settings = new SettingsFile(folders.config, environment);
  const notices = createNotices();
  const screen = createScreen(environment, settings, notices);
  return {
    version,
    today: civilToday,
    random: Math.random,
    ...tipsOf(folders, version, notices.warn),
    journal: new JournalFile(folders.state, notices.warn),
    keepsJournal: true,
    settings,
    ...notices,
    show: screen.show,
    save: screen.save,
    confirm: screen.confirm,
    browse: screen.browse,
    get terminal() {
      return screen.terminal;
    },
    get columns() {
      return screen.columns;
    },
    get interactive() {
      return screen.interactive;
    },
    get login() {
      return loginFiles(folders, environment);
    },
  };
}

function tipsOf(folders: Folders, version: string, warn: (text: string) => void): Tips {
  const libraries = new Libraries(folders, version, warn);
  const libraryWords = async () => new (await import("./library-words.ts")).LibraryWords(folders.cache);
  return {
    library: () => libraries.all(),
    bundled: () => libraries.bundled(),
    weekly: (day) => libraries.weekly(day),
    imports: {
      path: libraries.path,
      read: () => libraries.imported(),
      change: async (decide) => {
        await (await import("./library-store.ts")).changeLibrary(libraries, decide);
        await (await libraryWords()).start(libraries.path);
      },
    },
    sources: sourcesOf,
    searchData: (library) => searchData(library, libraries, libraryWords),
    packWords: async (hasLock) => (await libraryWords()).make(libraries, hasLock),
  };
}

/** The date on the user's calendar, whatever the hour or the zone. */
function civilToday(): Day {
  const now = new Date();
  const { TZ } = process.env;
  const seconds = now.getTime() / 1000;
  const offset = TZ ? posixOffset(TZ, seconds) : undefined;
  if (offset !== undefined) return Math.floor((seconds + offset) / 86_400);
  return dayOf({
    year: now.getFullYear(),
    month: now.getMonth() + 1,
    day: now.getDate(),
  });
}
