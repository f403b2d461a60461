import { bourneBody, VARIABLES } from "./bourne.ts";
import { marked, type SnippetSetup } from "./snippet.ts";

/**
 * For `~/.zshrc`. The time comes from the expansion of prompts, which needs no module; a qualifier of globs knows
 * what others may write. Aliases are off while the function is read, for zsh reads its words through them, and so is
 * the option that lets no parentheses stand in patterns.
 */
export function zshSnippet(setup: SnippetSetup): string {
  return marked(
    "zsh",
    setup,
    `
__cstip=$?
[[ -o aliases ]] && __cstip=a$__cstip
[[ -o sh_glob ]] && __cstip=g$__cstip
\\builtin setopt no_aliases no_sh_glob
{
() {
  builtin emulate -L zsh -o extended_glob
${VARIABLES.map((names) => `  builtin local ${names}`).join("\n")}
${bourneBody(setup, {
  today: `  _ct_today=\${(%):-'%D{%Y%m%d}'}`,
  findProgram: "builtin whence -p cstip",
  commandText: "ZSH_EXECUTION_STRING",
  isPrivate: " && -n $_ct_dir(#qNf:go-w:) && -n $_ct_file(#qNf:go-w:)",
  prepareControl: "",
  control: "[[:cntrl:]]",
})}
} 2>/dev/null || \\builtin :
} always {
  # Whatever failed, as to start a process: the start file is read on.
  TRY_BLOCK_ERROR=0
}
\\builtin test "\${__cstip#g}" = "$__cstip" || \\builtin setopt sh_glob
\\builtin test "\${__cstip#*a}" = "$__cstip" || \\builtin setopt aliases
() {
  \\builtin unset __cstip
  \\builtin return $1
} "\${__cstip##*[ag]}" && \\builtin :
`,
  );
}
