import { defineCommand } from "./command.ts";

export const importTips = defineCommand({
  name: "import",
  summary: "take tips from files into your library",
  description: [
    "Reads saved pages of the tip archive, as text or HTML, and tips as JSON or Markdown, each by what it holds: also what 'cstip export' writes and what --json and 'cstip show --markdown' print. A tip stands in place of one of ours of the same title and date; 'cstip show <tip> --digest' shows ours, and 'cstip library remove <tip>' gives it back.",
    "Of a file with a problem nothing is taken; the others are.",
  ],
  samples: [
    {
      title: "A tip as Markdown, of which title, published and text must be there; more may follow behind it",
      lines: [
        "---",
        "title: Count to Three",
        "published: 2024-05-07",
        "topics: [communication]",
        "takeaway: Count to three before you answer.",
        "keywords: wait, calm",
        "---",
        "Three seconds are short for you, and long enough for them.",
        "",
        "## What to do",
        "",
        "- Count.",
      ],
    },
    {
      title:
        "The least that a tip as JSON has; body, topics, keywords and actions are lists, and several tips stand in one",
      lines: [
        "{",
        '  "title": "Count to Three",',
        '  "published": "2024-05-07",',
        '  "body": ["Three seconds are short for you."]',
        "}",
      ],
    },
  ],
  arguments: [
    {
      name: "files",
      summary: "files, or folders of files; '-' is standard input",
      variadic: true,
      completion: "file",
    },
  ],
  options: {
    "dry-run": { kind: "flag", summary: "say what would be taken, and take nothing" },
  },
  examples: [
    { line: "cstip import ~/saved-pages", does: "a folder of saved pages" },
    { line: "cstip import team.json", does: "the tips of your team" },
    { line: "cstip import --dry-run page.html", does: "see first what it holds" },
    { line: "cstip import - < tips.json", does: "from standard input" },
  ],
  formats: ["plain", "json"],
  async run(invocation, context) {
    const { importFiles } = await import("./import-files.ts");
    const { arguments: names, options, output } = invocation;
    return importFiles(names, { dry: options["dry-run"] === true, output }, context);
  },
});
