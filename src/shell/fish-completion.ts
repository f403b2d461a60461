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
    set -l given ''
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
                    case '*'
                        test -n "$given"; or set given $word
                end
        end
    end
    test "$at" = "$argv[1]"; or return
    test (count $argv) -lt 2; or test "$given" = "$argv[2]"
end
complete -c cstip -f
${table.flatMap(linesOf).join("\n")}
`;
}

function moveCase({ from, names, to }: Move): string {
  const cases = names.map((name) => quoted(`${from} ${name}`)).join(" ");
  return `                    case ${cases}\n                        set at ${quoted(to)}`;
}

function linesOf({ path, commands, options, values, repeats, after }: CompletionNode): string[] {
  const start = startAt(path);
  // Where they do not repeat, by the argument before: none yet, or the first.
  const places = [{ start: repeats ? start : startAt(path, ""), values }];
  for (const { first, values: next } of after) places.push({ start: startAt(path, first), values: next });
  return [
    ...commands.map(({ text, summary }) => `${start} -a ${text} -d ${quoted(summary)}`),
    ...options.map(({ flags, summary, values: taken }) => {
      const names = flags.map((flag) =>
        flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
      );
      const value = taken ? offer(taken, "-r -f") : "";
      return `${start} ${names.join(" ")} -d ${quoted(summary)}${value}`;
    }),
    ...places.flatMap((place) =>
      place.values.source || place.values.words.length > 0
        ? [`${place.start}${offer(place.values, "")}`]
        : [],
    ),
  ];
}

/** The start of a line for a command; and where `given` is told, for what stands behind that argument. */
function startAt(path: string, given?: string): string {
  const place = [path, ...(given === undefined ? [] : [given])].map(quoted).join(" ");
  return `complete -c cstip -n ${quoted(`__cstip_at ${place}`)}`;
}

function offer({ words, source }: CompletionValues, requires: string): string {
  const needed = requires ? ` ${requires}` : "";
  if (source === "file") return requires ? " -r -F" : " -F";
  if (source) return `${needed} -a ${quoted(`(command ${listing(source, true)})`)}`;
  // Each with a description that is empty, or fish would put that of the option behind it.
  return words.length > 0 ? `${needed} -a '${words.map((word) => `${word}\\t`).join(" ")}'` : needed;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
