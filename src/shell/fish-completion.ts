import {
  type CompletionNode,
  type CompletionTable,
  type CompletionValues,
  listing,
  type Move,
  movesIn,
  valueFlags,
} from "./completion.ts";

/** For `~/.config/fish/completions/cstip.fish`. */
export function fishCompletion(table: CompletionTable): string {
  return `# cstip: completion for fish
function __cstip_at
    set -l at ''
    set -l skip
    set -l tokens (commandline -opc)
    for word in $tokens[2..-1]
        if test -n "$skip"
            set skip
            continue
        end
        switch $word
            case ${valueFlags(table).join(" ")}
                set skip 1
            case '-*'
            case '*'
                switch "$at $word"
${movesIn(table).map(moveCase).join("\n")}
                end
        end
    end
    test "$at" = "$argv[1]"
end
complete -c cstip -f
${table.flatMap(linesOf).join("\n")}
`;
}

function moveCase({ from, names, to }: Move): string {
  const cases = names.map((name) => quoted(`${from} ${name}`)).join(" ");
  return `                    case ${cases}\n                        set at ${quoted(to)}`;
}

function linesOf({ path, commands, options, values }: CompletionNode): string[] {
  const start = `complete -c cstip -n ${quoted(`__cstip_at ${quoted(path)}`)}`;
  return [
    ...commands.map(({ text, summary }) => `${start} -a ${text} -d ${quoted(summary)}`),
    ...options.map(({ flags, summary, values: taken }) => {
      const names = flags.map((flag) =>
        flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
      );
      const value = taken ? offer(taken, "-r -f") : "";
      return `${start} ${names.join(" ")} -d ${quoted(summary)}${value}`;
    }),
    ...(values.source || values.words.length > 0 ? [`${start}${offer(values, "")}`] : []),
  ];
}

function offer({ words, source }: CompletionValues, requires: string): string {
  const needed = requires ? ` ${requires}` : "";
  if (source === "file") return requires ? " -r -F" : " -F";
  if (source) return `${needed} -a ${quoted(`(command ${listing(source)})`)}`;
  return words.length > 0 ? `${needed} -a ${quoted(words.join(" "))}` : needed;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
