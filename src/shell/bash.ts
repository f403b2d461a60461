import { bourneBody } from "./bourne.ts";
import { marked, type SnippetSetup } from "./snippet.ts";

/**
 * For `~/.bashrc`. bash 3.2 has no `printf '%(…)T'` and starts one `date`. The body is a loop that is left in its
 * first round: a function, which bash copies when it reads it, would take twice the time. Aliases are off while it is
 * read, for a bash reads its words through them; `|| :` and `&& :` keep a status that is not 0 from ending a shell
 * under `set -e`.
 */
export function bashSnippet(setup: SnippetSetup): string {
  const body = bourneBody(setup, {
    now: `  if ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 402)); then
    builtin printf -v cstip_now '%(%s %z)T' -1
  else
    cstip_now=$(builtin command date '+%s %z')
  fi`,
    findProgram: "builtin type -P cstip",
    commandText: "BASH_EXECUTION_STRING",
    isPrivate: "",
  }).replaceAll("builtin return", "builtin break");
  return marked(
    "bash",
    setup,
    `
__cstip=$?
\\builtin shopt -q expand_aliases && __cstip=a$__cstip
\\builtin shopt -u expand_aliases
while builtin :; do
${body}
  builtin break
done 2>/dev/null || builtin :
builtin unset -v "\${!cstip_@}"
case $__cstip in a*) builtin shopt -s expand_aliases ;; esac
__cstip_status() {
  \\builtin unset -f __cstip_status
  \\builtin unset -v __cstip
  \\builtin return "$1"
}
__cstip_status "\${__cstip#a}" && \\builtin :
`,
  );
}
