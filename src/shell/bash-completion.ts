import {
  type CompletionNode,
  type CompletionTable,
  LISTED,
  listing,
  type Move,
  movesIn,
  quote,
  valueFlags,
} from "./completion.ts";

/**
 * For `source` or a folder of completions. Words are compared, never expanded: `compgen -W` would run what a word
 * holds. bash takes `--format=json` for three words.
 */
export function bashCompletion(table: CompletionTable): string {
  return `# cstip: completion for bash
_cstip() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev='' at='' given='' word='' skip='' i words='' options='' source=''
  COMPREPLY=()
  [[ $cur == '=' ]] && cur=
  ((COMP_CWORD > 0)) && prev=\${COMP_WORDS[COMP_CWORD - 1]}
  [[ \${COMP_WORDS[COMP_CWORD]} != '=' && $prev == '=' ]] && prev=\${COMP_WORDS[COMP_CWORD - 2]}
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ -n $skip ]]; then
      [[ $word == '=' ]] || skip=
      continue
    fi
    case $word in
    ${valueFlags(table).join(" | ")}) skip=1 ;;
    -*) ;;
    *)
      case "$at $word" in
${movesIn(table).map(moveCase).join("\n")}
      *) [[ -n $given ]] || given=$word ;;
      esac
      ;;
    esac
  done
  case $at in
${table.map(nodeCase).join("\n")}
  esac
  if [[ -z $source && $words != '='* ]]; then
    [[ $cur == -* ]] && words=$options
  fi
  case $source in
  file)
    compopt -o default 2>/dev/null
    return
    ;;
${LISTED.map((source) => `  ${source}) [[ $cur == -* ]] && words=$options || words=$(command ${listing(source)}) ;;`).join("\n")}
  esac
  while read -r word; do
    [[ -n $word && $word == "$cur"* ]] && COMPREPLY+=("$word")
  done <<<"\${words#=}"
}
complete -F _cstip cstip
`;
}

function moveCase({ from, names, to }: Move): string {
  return `      ${names.map((name) => quote(`${from} ${name}`)).join(" | ")}) at=${quote(to)} ;;`;
}

function nodeCase({ path, commands, options, values, repeats, after }: CompletionNode): string {
  const words = [...commands.map(({ text }) => text), ...values.words];
  const cases = options.flatMap((option) =>
    option.values
      ? [`    ${option.flags.join(" | ")}) ${found(option.values.source, option.values.words)} ;;`]
      : [],
  );
  return [
    `  ${quote(path)})`,
    `    options=${quote(options.flatMap(({ flags }) => flags).join("\n"))}`,
    "    case $prev in",
    ...cases,
    "    *)",
    "      case $given in",
    `      ${repeats ? "*" : "''"}) source=${values.source ?? "''"} words=${quote(words.join("\n"))} ;;`,
    ...after.map(
      ({ first, values: next }) => `      ${quote(first)}) words=${quote(next.words.join("\n"))} ;;`,
    ),
    "      esac",
    "      ;;",
    "    esac",
    "    ;;",
  ].join("\n");
}

/** The \`=\` tells words of a value from those that options may stand beside. */
function found(source: string | undefined, words: readonly string[]): string {
  return source ? `source=${quote(source)}` : `words=${quote(`=${words.join("\n")}`)}`;
}
