import type { Entry } from "./command.ts";
import { exportTips } from "./export.ts";
import { importTips } from "./import.ts";
import { library } from "./library.ts";
import { list } from "./list.ts";
import { random } from "./random.ts";
import { search } from "./search.ts";
import { show } from "./show.ts";
import { today } from "./today.ts";
import { topics } from "./topics.ts";

/** All commands, in the order in which help names them. */
export const COMMANDS: readonly Entry[] = [
  today,
  search,
  list,
  show,
  random,
  topics,
  importTips,
  library,
  exportTips,
];
