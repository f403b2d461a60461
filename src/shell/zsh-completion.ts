import {
  type CompletionNode,
  type CompletionTable,
  type CompletionValues,
  listing,
  type Move,
  movesIn,
  quote,
  valueFlags,
} from "./completion.ts";

/** For a file `_cstip` in a folder of `fpath`, or for `source` after `compinit`. */
export function zshCompletion(table: CompletionTable): string {
  return `#compdef cstip
_cstip() {
  local current=$words[CURRENT] previous=$words[CURRENT-1] at= given= word= skip= i
  local -a names options
  for ((i = 2; i < CURRENT; i++)); do
    word=$words[i]
    if [[ -n $skip ]]; then
      skip=
      continue
    fi
    case $word in
    (${valueFlags(table).join("|")}) skip=1 ;;
    (-*) ;;
    (*)
      case "$at $word" in
${movesIn(table).map(moveCase).join("\n")}
      (*) [[ -n $given ]] || given=$word ;;
      esac
      ;;
    esac
  done
  if [[ $current == --*'='* ]]; then
    previous=\${current%%=*}
    compset -P '*='
    skip=1
  fi
  case "$at" in
${table.map(nodeCase).join("\n")}
  esac
}
if [[ $funcstack[1] == _cstip ]]; then
  _cstip "$@"
else
  compdef _cstip cstip
fi
`;
}

function moveCase({ from, names, to }: Move): string {
  return `      (${names.map((name) => quote(`${from} ${name}`)).join("|")}) at=${quote(to)} ;;`;
}

function nodeCase({ path, commands, options, values, repeats, after }: CompletionNode): string {
  const cases = options.flatMap((option) =>
    option.values ? [`    (${option.flags.join("|")}) ${offer(option.values)}; return ;;`] : [],
  );
  const described = options.flatMap(({ flags, summary }) =>
    flags.map((flag) => quote(`${flag}:${summary.replaceAll(":", "\\:")}`)),
  );
  const named = commands.map(({ text, summary }) => quote(`${text}:${summary.replaceAll(":", "\\:")}`));
  return [
    `  (${quote(path)})`,
    "    [[ -n $skip ]] && case $previous in",
    ...cases,
    "    esac",
    `    options=(${described.join(" ")})`,
    "    if [[ $current == -* ]]; then _describe -o option options; return; fi",
    ...(named.length > 0 ? [`    names=(${named.join(" ")})`, "    _describe command names"] : []),
    "    case $given in",
    `    (${repeats ? "*" : "''"}) ${offer(values)} ;;`,
    ...after.map(({ first, values: next }) => `    (${quote(first)}) ${offer(next)} ;;`),
    "    esac",
    "    ;;",
  ].join("\n");
}

function offer({ words, source }: CompletionValues): string {
  if (source === "file") return "_files";
  if (source) return `compadd -- \${(f)"$(command ${listing(source)})"}`;
  return words.length > 0 ? `compadd -- ${words.map(quote).join(" ")}` : ":";
}
