import { type CompletionNode, type CompletionTable, LISTED, listing, valueFlags } from "./completion.ts";

/** For `$PROFILE`. */
export function powershellCompletion(table: CompletionTable): string {
  const moves = table
    .filter(({ path }) => path !== "")
    .flatMap(({ path, paths }) => paths.map((alias) => `    ${quoted(alias)} = ${quoted(path)}`));
  return `# cstip: completion for PowerShell
Register-ArgumentCompleter -Native -CommandName cstip -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $paths = @{
${moves.join("\n")}
  }
  $nodes = @{
${table.map(nodeEntry).join("\n")}
  }
  $valued = ${list(valueFlags(table))}
  $at = ''
  $previous = ''
  $given = ''
  $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | Select-Object -Skip 1)
  foreach ($word in $words) {
    $text = "$word"
    if ($valued -ccontains $previous) { $previous = ''; continue }
    $previous = $text
    $next = "$at $text".Trim()
    if ($text.StartsWith('-')) { continue }
    if ($paths.ContainsKey($next)) { $at = $paths[$next] } elseif (-not $given) { $given = $text }
  }
  $node = $nodes[$at]
  $offer = if ($node.values.ContainsKey($previous)) { $node.values[$previous] }
    elseif ($node.repeats -or -not $given) { $node.words }
    else { $node.after[$given] }
  if (-not $node.values.ContainsKey($previous) -and $wordToComplete.StartsWith('-')) { $offer = $node.options }
  switch ("$offer") {
${LISTED.map((source) => `    '<${source}>' { $offer = @(${listing(source).replace("/dev/null", "$null")}) }`).join("\n")}
    '<file>' { return }
  }
  $offer | Where-Object { $_ -and $_.StartsWith($wordToComplete) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}

function nodeEntry({ path, commands, options, values, repeats, after }: CompletionNode): string {
  const words = values.source
    ? [`<${values.source}>`]
    : [...commands.map(({ text }) => text), ...values.words];
  const taken = options.flatMap((option) =>
    option.values
      ? option.flags.map(
          (flag) =>
            `${quoted(flag)} = ${list(option.values?.source ? [`<${option.values.source}>`] : (option.values?.words ?? []))}`,
        )
      : [],
  );
  const flags = options.flatMap((option) => option.flags);
  const following = after.map(({ first, values: next }) => `${quoted(first)} = ${list(next.words)}`);
  const parts = [
    `words = ${list(words)}`,
    `repeats = $${repeats}`,
    `after = @{ ${following.join("; ")} }`,
    `options = ${list(flags)}`,
    `values = @{ ${taken.join("; ")} }`,
  ];
  return `    ${quoted(path)} = @{ ${parts.join("; ")} }`;
}

function list(words: readonly string[]): string {
  return `@(${words.map(quoted).join(", ")})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
