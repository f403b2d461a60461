import { bourneBody } from "./bourne.ts";
import { marked, type SnippetSetup } from "./snippet.ts";

/**
 * For `~/.bashrc`. bash 3.2 has no `printf '%(…)T'` and starts one `date`. The body is a loop that is left in its
 * first round: a function, which bash copies when it reads it, would take twice the time. Aliases are off while it is
 * read, for a bash reads its words through them; `|| :` and `&& :` keep a status that is not 0 from ending a shell
 * under `set -e`. Another shell, which may read `~/.profile`, can parse all of it and runs none.
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
\\test "\${BASH_VERSION-}" && \\builtin shopt -q expand_aliases && __cstip=a$__cstip
\\test "\${BASH_VERSION-}" && \\builtin shopt -u expand_aliases
case \${BASH_VERSION-} in ?*) while builtin :; do
${body}
  builtin break
done 2>/dev/null || builtin : ;; esac
case \${BASH_VERSION-} in ?*) builtin unset -v "\${!cstip_@}" ;; esac
__cstip_status() {
  \\builtin unset -f __cstip_status
  \\builtin unset -v __cstip
  \\builtin return "$1"
}
case \${BASH_VERSION-}/$__cstip in
/*) unset -f __cstip_status && unset __cstip ;;
*/a*) builtin shopt -s expand_aliases && __cstip_status "\${__cstip#a}" && builtin : ;;
*) __cstip_status "$__cstip" && builtin : ;;
esac
`,
  );
}
