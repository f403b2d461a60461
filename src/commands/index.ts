import { banner } from "./banner.ts";
import { browse } from "./browse.ts";
import { catchUp } from "./catch-up.ts";
import type { Entry } from "./command.ts";
import { defineCompletion } from "./completion.ts";
import { config } from "./config.ts";
import { doctor } from "./doctor.ts";
import { exportTips } from "./export.ts";
import { favorite } from "./favorite.ts";
import { importTips } from "./import.ts";
import { init } from "./init.ts";
import { library } from "./library.ts";
import { READING_COMMANDS } from "./reading.ts";
import { tidy } from "./tidy.ts";

/** All commands, in the order in which help names them. */
export const COMMANDS: readonly Entry[] = [
  ...READING_COMMANDS,
  browse,
  favorite,
  catchUp,
  importTips,
  library,
  exportTips,
  config,
  banner,
  init,
  defineCompletion(() => COMMANDS),
  doctor,
  tidy,
];
