/** What the login snippets of all shells have in common. */

export const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;
export type Shell = (typeof SHELLS)[number];

/** How often a banner is shown. `login` is once in a login and all shells under it. */
export const EVERY = ["login", "shell", "day", "week"] as const;
export type Every = (typeof EVERY)[number];

export interface SnippetSetup {
  readonly every: Every;
  readonly version: string;
  /** Folders below the home folder, with `/` between, where no variable says otherwise. */
  readonly usual: { readonly cache: string; readonly config: string; readonly data: string };
}

/** What the marks around every snippet begin with: by them it is found, and taken out again. */
export const FIRST_MARK = "# >>> cstip banner";
export const LAST_MARK = "# <<< cstip banner";

/** A snippet between its marks. The empty line keeps it from a last line of the file that has no end. */
export function marked(shell: string, { every, version }: SnippetSetup, text: string): string {
  return [
    "",
    `${FIRST_MARK}, made by cstip ${version}: cstip init ${shell} --every ${every} >>>`,
    "# Prints the tip of the week. Delete from mark to mark to be rid of it; CSTIP_DISABLE=1 keeps it quiet.",
    text.trim(),
    `${LAST_MARK} <<<`,
    "",
  ].join("\n");
}
