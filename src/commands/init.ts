import { UsageError } from "../errors.ts";
import { EVERY, type Every, SHELLS, type Shell } from "../shell/snippet.ts";
import { defineCommand } from "./command.ts";
import { readChoice } from "./values.ts";

export const init = defineCommand({
  name: "init",
  summary: "print what shows the banner at login, for your shell's start file",
  description: [
    "Nothing is changed by this command: append what it prints to the file, and delete from mark to mark to be rid of it. The shell then prints the banner by itself and starts cstip in the background only where a new one must be rendered.",
    "With --every login the banner is shown once in a login and all shells under it; with shell in each; with day or week once in that time.",
  ],
  arguments: [{ name: "shell", summary: "the shell", choices: SHELLS, completion: "shell" }],
  options: {
    every: { kind: "text", value: "time", summary: "how often it is shown", choices: EVERY },
  },
  examples: [
    { line: "cstip init bash >> ~/.bashrc", does: "for bash" },
    { line: "cstip init zsh >> ~/.zshrc", does: "for zsh" },
    { line: "cstip init fish >> ~/.config/fish/config.fish", does: "for fish" },
    { line: "cstip init powershell >> $PROFILE", does: "for PowerShell" },
    { line: "cstip init bash --every day", does: "once a day" },
  ],
  formats: [],
  async run({ arguments: [word], options }, { version, login }) {
    const shell = readShell(word);
    const every = (options.every ?? "login") as Every;
    const { SCRIPTS } = await import("../shell/index.ts");
    const text = SCRIPTS[shell].snippet({ every, version, usual: login.usual });
    return { view: { kind: "text", text } };
  },
});

/** The name of a shell that has a snippet and a completion. */
export function readShell(word: string | undefined): Shell {
  if (word === undefined) throw new UsageError("no shell is named", `say which: ${SHELLS.join(", ")}`);
  readChoice(word, SHELLS, "shell");
  return word as Shell;
}
