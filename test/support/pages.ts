/** Archive pages of made-up tips, in all the ways in which a page comes to be saved. */

export interface MadeTip {
  readonly title: string;
  /** As the page prints it. */
  readonly date: string;
  readonly published: string;
  readonly coverage: "full" | "opening";
  /** As it must come out of the importer. */
  readonly body: readonly string[];
}

export interface MadePage {
  readonly archive: string;
  readonly page: number | undefined;
  readonly tips: readonly MadeTip[];
}

/** Numbers from 0 up to 1 that a seed decides. */
export type Dice = () => number;

export function dice(seed: number): Dice {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return ((state ^ (state >>> 15)) >>> 0) / 2 ** 32;
  };
}

export function oneOf<Item>(roll: Dice, items: readonly Item[]): Item {
  return items[Math.floor(roll() * items.length)] as Item;
}

const WORDS =
  "answer ask call caller clear counter desk early explain form greet guest hand help hold honest hour kind late letter line listen mind name note offer order patient plan promise queue quick reply room share smile sorry step story team tell thank time tone visit voice wait word they’re café “yes” 5:30 co-worker".split(
    " ",
  );
const TITLES = [
  "Keep It Short - Then Stop",
  "Walk-Up Windows: Who Is Next?",
  "Back on 9/11/01: What a Queue Taught Us",
  "A Plan – Made by Two",
  "The Follow-Up at 5:30",
  "Plan B - 3/4/21",
  "Why “No” Isn’t the End…",
  "1 2 3 Go",
];

function words(roll: Dice, count: number): string {
  return Array.from({ length: count }, () => oneOf(roll, WORDS)).join(" ");
}

function sentence(roll: Dice, count: number): string {
  const text = words(roll, count);
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}

/** A page of some openings, and some tips in full with lists, headings, verse and lines that look like titles. */
export function makePage(roll: Dice): MadePage {
  const openings = Array.from({ length: Math.floor(roll() * 5) }, (_, at) => makeTip(roll, "opening", at));
  const fulls = Array.from({ length: 1 + Math.floor(roll() * 4) }, (_, at) => makeTip(roll, "full", 10 + at));
  return {
    archive: oneOf(roll, ["billing", "front desk", "co-worker", "service recovery"]),
    page: roll() < 0.3 ? undefined : 1 + Math.floor(roll() * 30),
    tips: [...openings, ...fulls],
  };
}

function makeTip(roll: Dice, coverage: MadeTip["coverage"], at: number): MadeTip {
  const [year, month, day] = [
    1 + Math.floor(roll() * 26),
    1 + Math.floor(roll() * 12),
    1 + Math.floor(roll() * 28),
  ];
  const two = (value: number) => String(value).padStart(2, "0");
  return {
    title: `${oneOf(roll, TITLES)} ${words(roll, 2)} ${at}`,
    date: `${month}/${day}/${two(year)}`,
    published: `20${two(year)}-${two(month)}-${two(day)}`,
    coverage,
    body: coverage === "opening" ? [`${sentence(roll, 20)} ${words(roll, 18)}`] : makeBody(roll),
  };
}

function makeBody(roll: Dice): string[] {
  const kinds = [
    () => sentence(roll, 30),
    () => `${sentence(roll, 14)} ${sentence(roll, 40)}`,
    () => words(roll, 4),
    () => Array.from({ length: 3 }, () => `• ${sentence(roll, 9)}`).join("\n"),
    () => Array.from({ length: 4 }, () => words(roll, 5)).join("\n"),
    () => `${words(roll, 3)} – 7/8/19`,
    () => `Posted on the wall stood ${words(roll, 6)}.`,
  ];
  const body = [sentence(roll, 25)];
  for (let count = Math.floor(roll() * 7); count > 0; count--) {
    const next = oneOf(roll, kinds)();
    // Two lists in a row are one.
    if (!(next.startsWith("•") && body.at(-1)?.startsWith("•"))) body.push(next);
  }
  return [...body, sentence(roll, 6)];
}

/** The page as text, as a person may have saved it. */
export function pageText(page: MadePage, roll: Dice): string {
  const blank = () => "\n".repeat(1 + Math.floor(roll() * 3));
  const number = page.page === undefined ? "" : ` - Page ${page.page}`;
  const lines = [`${page.archive} | Customer Service Solutions, Inc.${number}`, blank()];
  if (roll() < 0.3) lines.unshift("Skip to content", "Home  About  Tips", blank());
  for (const tip of page.tips)
    lines.push(...(tip.coverage === "full" ? fullLines(tip, roll, blank) : openingLines(tip, roll, blank)));
  lines.push(
    oneOf(roll, [
      "",
      "« Previous   1 2 3 4",
      "1 2 3 … 9 Next »",
      "« Previous 1 2 3\nCopyright by nobody\nSome Title - 1/2/20",
    ]),
  );
  return lines.join("\n");
}

function openingLines({ title, date, body }: MadeTip, roll: Dice, blank: () => string): string[] {
  const text = body.map((paragraph) => spaced(paragraph, roll)).join("\n");
  return [
    `${title}${dash(roll)}${date}`,
    blank(),
    `${text} ${oneOf(roll, ["Read more", "Read more »", "… Read more", "\u00a0Read More"])}`,
    blank(),
  ];
}

function fullLines({ title, date, body }: MadeTip, roll: Dice, blank: () => string): string[] {
  const comments = oneOf(roll, [
    "Please leave a comment",
    "1 Comment",
    "12 Comments",
    "\u00a0Please leave a comment",
  ]);
  const text = body.flatMap((paragraph) => [paragraphText(paragraph, roll), blank()]);
  const signUp =
    "Signup for FREE Tips!\u00a0 \u00a0 Contact Us\u00a0 \u00a0 More Resources for You\u00a0 \u00a0 Visit Our Home Page";
  return [
    `${title}${dash(roll)}${date}${oneOf(roll, ["", " TOW", "\u00a0TOW"])}`,
    blank(),
    `Posted on in\u00a0Customer Service Tip of the Week ${comments}`,
    blank(),
    ...text,
    ...oneOf(roll, [[], [signUp, "\u00a0 ", blank()], [signUp, blank()]]),
  ];
}

function paragraphText(paragraph: string, roll: Dice): string {
  const indent = oneOf(roll, ["", "  ", "\u00a0 "]);
  return paragraph
    .split("\n")
    .map((line) => (line.startsWith("• ") ? `${indent}${line}` : spaced(line, roll)))
    .join("\n");
}

/** Two spaces or a no-break one between sentences, as the pages have them. */
function spaced(text: string, roll: Dice): string {
  return text.replaceAll(". ", () => oneOf(roll, [". ", ".  ", ".\u00a0 ", ". \u00a0"]));
}

function dash(roll: Dice): string {
  return oneOf(roll, [" – ", " - ", "\u00a0– ", " –\u00a0", " — "]);
}

/** The text as a browser may have saved it: sound, or with what people leave open. */
export function pageHtml(text: string, roll: Dice): string {
  const [title = "", ...rest] = text.split("\n");
  const soup = roll() < 0.5;
  const paragraph = oneOf(roll, [
    (line: string) => `<p>${line}${soup ? "" : "</p>"}`,
    (line: string) => `<div>${line}</div>`,
  ]);
  const blocks = rest
    .join("\n")
    .split(/\n\s*\n/)
    .map((block) => block.split("\n").filter((line) => line.trim() !== ""));
  const body = blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => {
      const escaped = lines.map((line) =>
        line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\u00a0", "&nbsp;"),
      );
      if (lines.every((line) => line.trim().startsWith("•"))) {
        return `<ul>${escaped.map((line) => `<li>${line.replace("•", "").replaceAll("&nbsp;", " ").trim()}${soup ? "" : "</li>"}`).join("\n")}</ul>`;
      }
      return paragraph(escaped.join(oneOf(roll, ["<br>", "<br/>\n"])));
    });
  const sidebar =
    roll() < 0.3 ? '<aside><ul><li><a href="#">Other Tip – 1/2/20</a></li></ul>Archives</aside>' : "";
  const head = `<head>${roll() < 0.5 ? '<meta charset="utf-8">' : ""}<title>${title}</title><style>p { color: red }</style><script>var a = "<p>no</p>";</script></head>`;
  return `<!DOCTYPE html>\n<html lang="en">${head}<body><nav><a href="/">Home</a></nav>${sidebar}\n${body.join("\n")}${soup ? "" : "</body></html>"}`;
}
