import type { Entry } from "./command.ts";
import { list } from "./list.ts";
import { random } from "./random.ts";
import { search } from "./search.ts";
import { show } from "./show.ts";
import { today } from "./today.ts";
import { topics } from "./topics.ts";

/** The commands that read: most runs need no other, and do not load them. In the order in which help names them. */
export const READING_COMMANDS: readonly Entry[] = [today, search, list, show, random, topics];
