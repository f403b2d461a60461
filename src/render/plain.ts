import { topicsOf } from "../core/tip.ts";
import { bannerLines } from "./banner.ts";
import { otherReason, partsOf, reasonLabel } from "./hit-parts.ts";
import { starred } from "./marks.ts";
import {
  dashed,
  longDate,
  missedSentence,
  ownTakeaway,
  RELATED,
  reasonSentence,
  textNotes,
  topicNames,
  weekSpan,
} from "./phrases.ts";
import type { HitEntry, Renderer, Style, TipView } from "./view.ts";
import { setText, wrap, wrapParagraph, wrapWith } from "./wrap.ts";

/** No escape codes, no box characters: reads well aloud, and in a pipe. */
export const plain: Renderer = {
  tip: (view, style) =>
    lines(
      tipBlocks(view, style)
        .map((block) => block.join("\n"))
        .join("\n\n"),
    ),
  tips: ({ views }, style) => views.map((view) => plain.tip(view, style)).join("\n"),
  "tip-list": ({ entries }) =>
    entries
      .map(({ number, tip, favorite }) =>
        row(`#${number}`, tip.published, tip.id, tip.title, tip.summary, ...(favorite ? ["favorite"] : [])),
      )
      .join(""),
  hits: ({ hits }, style) => {
    const { direct, related } = partsOf(hits);
    const blocks = direct.map((hit) => lines(hitLines(hit, style).join("\n")));
    if (related.length > 0) {
      const items = related.flatMap((hit) => wrapWith("- ", headOf(hit), style.width));
      blocks.push(lines([...wrap(RELATED, style.width), ...items].join("\n")));
    }
    return blocks.join("\n");
  },
  "topic-list": ({ topics }) =>
    topics.map(({ id, tips, name, description }) => row(id, String(tips), name, description)).join(""),
  table: ({ rows }) => rows.map((cells) => row(...cells)).join(""),
  banner: (view, { width, unicode }) =>
    bannerLines(view, width, unicode)
      .map(({ text }) => lines(text))
      .join(""),
  collection: (view, style) =>
    view.tips
      .map((tip) => plain.tip({ kind: "tip", tip, topics: topicsOf(tip, view.topics) }, style))
      .join("\n"),
  text: (view, { width }) => setText(view, width),
};

function tipBlocks(view: TipView, { width }: Style): string[][] {
  const { tip, topics, occasion } = view;
  const takeaway = ownTakeaway(tip);
  const blocks = [
    [
      `Title: ${tip.title}`,
      `Published: ${longDate(tip.published)}`,
      `Topics: ${topicNames(topics)}`,
      ...(takeaway === undefined ? [] : [`Takeaway: ${takeaway}`]),
      ...(view.favorite ? ["Favorite: yes"] : []),
    ].flatMap((line) => wrap(line, width)),
    ...tip.body.map((paragraph) => wrapParagraph(dashed(paragraph), width)),
  ];
  if (tip.actions.length > 0) {
    blocks.push(["What to do:", ...tip.actions.flatMap((action) => wrapWith("- ", action, width))]);
  }
  for (const note of textNotes(tip)) blocks.push(wrap(`Note: ${note}`, width));
  if (occasion) {
    const week = `Tip of the week: ${weekSpan(occasion.week)}.`;
    blocks.unshift(wrap(`${week} ${reasonSentence(occasion.reason, tip.season)}`, width));
    if (occasion.missed) blocks.push(wrap(missedSentence(occasion.missed), width));
  }
  return blocks;
}

function hitLines(hit: HitEntry, { width }: Style): string[] {
  const reason = otherReason(hit.matches);
  const texts = [headOf(hit), starred(hit.matches[0]?.segments ?? [])];
  if (reason) {
    const label = reasonLabel(reason);
    texts.push(`${label[0]?.toUpperCase()}${label.slice(1)}: ${starred(reason.segments)}`);
  }
  return texts.flatMap((text) => wrap(text, width));
}

function headOf({ number, tip, favorite }: HitEntry): string {
  return `#${number} ${tip.title} (${longDate(tip.published)})${favorite ? ", favorite" : ""}`;
}

function row(...cells: readonly string[]): string {
  return lines(cells.map((cell) => cell.replace(/\s+/g, " ")).join("\t"));
}

function lines(text: string): string {
  return `${text}\n`;
}
