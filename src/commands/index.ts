import { banner } from "./banner.ts";
import type { Entry } from "./command.ts";
import { defineCompletion } from "./completion.ts";
import { doctor } from "./doctor.ts";
import { init } from "./init.ts";
import { list } from "./list.ts";
import { random } from "./random.ts";
import { show } from "./show.ts";
import { today } from "./today.ts";
import { topics } from "./topics.ts";

/** All commands, in the order in which help names them. */
export const COMMANDS: readonly Entry[] = [
  today,
  list,
  show,
  random,
  topics,
  banner,
  init,
  defineCompletion(() => COMMANDS),
  doctor,
];
