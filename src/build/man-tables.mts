import { SETTING_NAMES, variableOf } from "../settings.ts";

/** What the manual page says beyond the commands, their options and the settings. */

export const PRECEDENCE =
  "A value comes from the command line, else from the environment, else from the settings file, else it is the default.";

export const FILES: readonly (readonly [string, string])[] = [
  ["$XDG_CONFIG_HOME/cstip/config.json", "the settings"],
  ["$XDG_STATE_HOME/cstip/journal.jsonl", "what was read, drawn and made a favorite, one line an event"],
  ["$XDG_DATA_HOME/cstip/library.json", "imported tips"],
  ["$XDG_CACHE_HOME/cstip/", "what can be made again"],
  ["~/.hushlogin", "where it is there, no login banner shows"],
];

/** All that is looked at; those of a setting take what the setting takes. */
export const VARIABLES: readonly (readonly [string, string])[] = [
  ["CSTIP_HOME", "one folder, by its whole path, for all of the files; it goes before those of XDG"],
  [
    "XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_DATA_HOME, XDG_CACHE_HOME",
    "where the files are, each by its whole path; else below HOME, in the usual places of the system",
  ],
  [SETTING_NAMES.map(variableOf).join(", "), "the settings, as they are described above"],
  ["CSTIP_DISABLE", "1 keeps the login banner quiet, and so does CI"],
  ["CSTIP_SHOWN", "set by the login banner, so that shells below know that it was shown"],
  ["CSTIP_DEBUG", "1 adds a stack trace to what failed"],
  [
    "NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR",
    "whether to use color: the first that is set decides, before the settings file, but CLICOLOR=0 after it",
  ],
  ["TERM", "dumb: plain text without color, and no login banner"],
  ["COLUMNS", "the width, where the terminal does not tell its own"],
  ["LC_ALL, LC_CTYPE, LANG", "the first that is set says whether characters beyond ASCII are shown"],
  [
    "PAGER",
    "the command that shows text longer than the screen, where the pager is on; a shell runs it where it holds what only a shell understands",
  ],
  ["SHELL", "the shell that cstip doctor looks at"],
  ["NODE_DISABLE_COMPILE_CACHE", "1 keeps no compiled code in the cache folder"],
];

export const EXIT_CODES: readonly (readonly [string, string])[] = [
  ["0", "done"],
  ["1", "nothing was found, or a failure that was foreseen"],
  ["2", "wrong usage"],
  ["3", "a file or the settings of the user cannot be used"],
  ["130", "interrupted"],
];
