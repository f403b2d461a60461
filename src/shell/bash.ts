import { bourneBody } from "./bourne.ts";
import { marked, type SnippetSetup } from "./snippet.ts";

/**
 * For `~/.bashrc`. bash 3.2 has no `printf '%(…)T'` and starts one `date`. Aliases are off while the function is
 * read, for a bash reads the words of a function through them; `&& :` keeps a status that is not 0 from ending a
 * shell under `set -e`.
 */
export function bashSnippet(setup: SnippetSetup): string {
  return marked(
    "bash",
    setup,
    `
__cstip=$?
\\builtin shopt -q expand_aliases && __cstip=a$__cstip
\\builtin shopt -u expand_aliases
__cstip_show() {
${bourneBody(setup, {
  now: `  if ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 402)); then
    builtin printf -v cstip_now '%(%s %z)T' -1
  else
    cstip_now=$(builtin command date '+%s %z')
  fi`,
  findProgram: "builtin type -P cstip",
  commandText: "BASH_EXECUTION_STRING",
  isPrivate: "",
})}
}
__cstip_banner() {
  __cstip_show 2>/dev/null
  case $1 in a*) builtin shopt -s expand_aliases ;; esac
  builtin unset -f __cstip_show __cstip_banner
  builtin unset -v __cstip
  builtin return "\${1#a}"
}
__cstip_banner "$__cstip" && \\builtin :
`,
  );
}
