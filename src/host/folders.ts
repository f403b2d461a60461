import { isAbsolute, join } from "node:path";
import type { Environment } from "../core/choices.ts";

/** The folders of the user's files; undefined where there is no home to put them in. */
export interface Folders {
  /** Settings. */
  readonly config: string | undefined;
  /** The journal. */
  readonly state: string | undefined;
  /** Imported tips. */
  readonly data: string | undefined;
  /** What can be made again. */
  readonly cache: string | undefined;
}

/**
 * CSTIP_HOME puts all in one folder. Else the XDG variables decide, each on its own, and where one is unset the
 * place that is usual on the platform. Values that are empty or relative are as if unset.
 */
export function findFolders(environment: Environment, platform: NodeJS.Platform = process.platform): Folders {
  const own = absolute(environment.CSTIP_HOME);
  if (own !== undefined) return { config: own, state: own, data: own, cache: own };
  const usual = usualFolders(environment, platform);
  const pick = (variable: string, otherwise: string | undefined): string | undefined => {
    const base = absolute(environment[variable]);
    return base === undefined ? otherwise : join(base, "cstip");
  };
  return {
    config: pick("XDG_CONFIG_HOME", usual.config),
    state: pick("XDG_STATE_HOME", usual.state),
    data: pick("XDG_DATA_HOME", usual.data),
    cache: pick("XDG_CACHE_HOME", usual.cache),
  };
}

/** Where cache, settings and imported tips are below the home folder where no variable says otherwise, with `/` between. */
export function usualPlaces(platform: NodeJS.Platform = process.platform) {
  // Windows has no such place: its own shell knows the variables, and the others come with a home as on Linux.
  const { cache, config, data } = usualFolders({ HOME: "/" }, platform === "darwin" ? "darwin" : "linux");
  const below = (path = "") => path.slice(1);
  return { cache: below(cache), config: below(config), data: below(data) };
}

function usualFolders(environment: Environment, platform: NodeJS.Platform): Folders {
  const home = homeFolder(environment);
  const under = (...parts: string[]) => (home === undefined ? undefined : join(home, ...parts));
  if (platform === "darwin") {
    const support = under("Library", "Application Support", "cstip");
    return {
      config: under("Library", "Preferences", "cstip"),
      state: support,
      data: support,
      cache: under("Library", "Caches", "cstip"),
    };
  }
  if (platform === "win32") {
    const roaming = absolute(environment.APPDATA) ?? under("AppData", "Roaming");
    const local = absolute(environment.LOCALAPPDATA) ?? under("AppData", "Local");
    const inside = (base: string | undefined, name: string) =>
      base === undefined ? undefined : join(base, "cstip", name);
    return {
      config: inside(roaming, "Config"),
      state: inside(local, "State"),
      data: inside(local, "Data"),
      cache: inside(local, "Cache"),
    };
  }
  return {
    config: under(".config", "cstip"),
    state: under(".local", "state", "cstip"),
    data: under(".local", "share", "cstip"),
    cache: under(".cache", "cstip"),
  };
}

/** HOME where it is set, even to a folder that is not there; else what the system knows of the user. */
function homeFolder(environment: Environment): string | undefined {
  if (environment.HOME !== undefined && process.platform !== "win32") return absolute(environment.HOME);
  try {
    // Seldom asked, and not among what Node has loaded at its start.
    const os: typeof import("node:os") = require("node:os");
    return absolute(os.homedir());
  } catch {
    return undefined;
  }
}

function absolute(path: string | undefined): string | undefined {
  return path && isAbsolute(path) && !path.includes("\0") ? path : undefined;
}
