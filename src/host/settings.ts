import { join } from "node:path";
import type { SettingsStore } from "../context.ts";
import type { Environment } from "../core/choices.ts";
import { noHomeFor } from "../errors.ts";
import { resolveSettings, type SettingName, type Settings } from "../settings.ts";
import { readSettingsFile } from "./settings-reader.ts";

const FILE = "config.json";

/**
 * The user's settings. They are read on every run, so as plain JSON and checked by hand; conf, which takes longer
 * to load than all the rest, is loaded when they are changed.
 */
export class SettingsFile implements SettingsStore {
  readonly path: string | undefined;
  readonly #environment: Environment;
  #settings: Settings | undefined;

  constructor(folder: string | undefined, environment: Environment) {
    this.path = folder === undefined ? undefined : join(folder, FILE);
    this.#environment = environment;
  }

  current(): Settings {
    this.#settings ??= this.#read();
    return this.#settings;
  }

  async set(name: SettingName, value: string | number | boolean, startAnew: boolean): Promise<void> {
    await this.#change((writer, path) => writer.setInFile(path, name, value, startAnew));
  }

  async unset(names: readonly string[] | "all", startAnew: boolean): Promise<void> {
    await this.#change((writer, path) => writer.unsetInFile(path, names, startAnew));
  }

  async #change(
    change: (writer: typeof import("./settings-writer.ts"), path: string) => Promise<void>,
  ): Promise<void> {
    if (this.path === undefined) throw noHomeFor("settings");
    await change(await import("./settings-writer.ts"), this.path);
    this.#settings = undefined;
  }

  #read(): Settings {
    const { file, problem } = readSettingsFile(this.path);
    const settings = resolveSettings(file, this.#environment);
    return problem ? { ...settings, problems: [problem, ...settings.problems] } : settings;
  }
}
