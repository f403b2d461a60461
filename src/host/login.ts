import { join } from "node:path";
import type { Environment } from "../core/choices.ts";
import type { LoginFiles } from "../login-files.ts";
import { type Folders, usualPlaces } from "./folders.ts";
import { PROGRAM } from "./program-file.ts";

/** What the banner at login has to do with the disk. Each part is loaded when it is used. */
export function loginFiles(folders: Folders, environment: Environment): LoginFiles {
  return {
    usual: usualPlaces(),
    writeBanners: async (weeks, look) => {
      const { writeBannerFiles } = await import("./banner-files.ts");
      writeBannerFiles(folders.cache, weeks, look, {
        program: PROGRAM,
        settings: join(folders.config ?? "", "config.json"),
        library: join(folders.data ?? "", "library.json"),
      });
    },
    inspect: async () => (await import("./doctor.ts")).inspect(environment, folders),
    measure: async (shell, snippet) =>
      (await import("./snippet-cost.ts")).measureSnippet(shell, snippet, environment, folders),
  };
}
