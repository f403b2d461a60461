import { bashSnippet } from "../shell/bash.ts";
import { fishSnippet } from "../shell/fish.ts";
import { powershellSnippet } from "../shell/powershell.ts";
import { EVERY, type Every, type SnippetSetup } from "../shell/snippet.ts";
import { zshSnippet } from "../shell/zsh.ts";
import { defineCommand } from "./command.ts";
import { readChoice } from "./values.ts";

const SNIPPETS: Readonly<Record<string, (setup: SnippetSetup) => string>> = {
  bash: bashSnippet,
  zsh: zshSnippet,
  fish: fishSnippet,
  powershell: powershellSnippet,
};

/** The shells that have a snippet. */
export const SHELLS = Object.keys(SNIPPETS);

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
  run({ arguments: [shell = ""], options }, { version, login }) {
    readChoice(shell, SHELLS, "shell");
    const every = (options.every ?? "login") as Every;
    const text = SNIPPETS[shell]?.({ every, version, usual: login.usual }) ?? "";
    return { view: { kind: "text", text } };
  },
});
