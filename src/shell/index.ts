import { bashSnippet } from "./bash.ts";
import { bashCompletion } from "./bash-completion.ts";
import type { CompletionTable } from "./completion.ts";
import { fishSnippet } from "./fish.ts";
import { fishCompletion } from "./fish-completion.ts";
import { powershellSnippet } from "./powershell.ts";
import { powershellCompletion } from "./powershell-completion.ts";
import type { Shell, SnippetSetup } from "./snippet.ts";
import { zshSnippet } from "./zsh.ts";
import { zshCompletion } from "./zsh-completion.ts";

/** What each shell gets. */
export const SCRIPTS: {
  readonly [Name in Shell]: {
    readonly snippet: (setup: SnippetSetup) => string;
    readonly completion: (table: CompletionTable) => string;
  };
} = {
  bash: { snippet: bashSnippet, completion: bashCompletion },
  zsh: { snippet: zshSnippet, completion: zshCompletion },
  fish: { snippet: fishSnippet, completion: fishCompletion },
  powershell: { snippet: powershellSnippet, completion: powershellCompletion },
};
