import { bourneBody } from "./bourne.ts";
import { marked, type SnippetSetup } from "./snippet.ts";

/**
 * For `~/.bashrc`. A bash before 4.2 has no `printf '%(…)T'` and starts one `date`. The body is a loop that is left in its
 * first round: a function, which bash copies when it reads it, would take twice the time. Aliases are off while it is
 * read, for a bash reads its words through them; `|| :` and `&& :` keep a status that is not 0 from ending a shell
 * under `set -e`. Another shell, which may read `~/.profile`, can parse all of it and runs none. Of what it takes,
 * half is the reading of its own text: it is to be short.
 */
export function bashSnippet(setup: SnippetSetup): string {
  const body = bourneBody(setup, {
    today: "  builtin printf -v _ct_today '%(%Y%m%d)T' -1 || _ct_today=$(builtin command date +%Y%m%d)",
    findProgram: "builtin type -P cstip",
    commandText: "BASH_EXECUTION_STRING",
    isPrivate: "",
    // A range is matched four times as fast as a class, but in an older bash by the order of a dictionary.
    prepareControl: ` _ct_control='[[:cntrl:]]'
  builtin shopt -q globasciiranges && _ct_control=$'[\\001-\\037\\177\\302\\200-\\302\\237]'`,
    control: "$_ct_control",
  }).replaceAll(/\breturn\b/g, "break");
  return marked(
    "bash",
    setup,
    `
__cstip=$?
\\test "\${BASH_VERSION-}" && \\builtin shopt -q expand_aliases && \\builtin shopt -u expand_aliases && __cstip=a$__cstip
case \${BASH_VERSION-} in ?*) while builtin :; do
${body}
  break
done 2>/dev/null || builtin :
builtin unset -v "\${!_ct_@}" ;; esac
case \${BASH_VERSION:+$__cstip} in
'' | 0) unset -v __cstip ;;
a0) builtin shopt -s expand_aliases && builtin unset -v __cstip ;;
*) builtin eval '__cstip() {
  case $__cstip in a*) \\builtin shopt -s expand_aliases ;; esac
  \\builtin set -- "\${__cstip#a}"
  \\builtin unset -v __cstip
  \\builtin unset -f __cstip
  \\builtin return "$1"
}
__cstip && \\builtin :' && builtin : ;;
esac
`,
  );
}
