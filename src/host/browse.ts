import type { Key } from "node:readline";
import type { BrowseRequest } from "../context.ts";
import { type Chooser, markedTip, openChooser, press } from "../core/chooser.ts";
import type { Tip } from "../core/tip.ts";
import { chooserFrame, extentOf } from "../render/chooser.ts";
import type { Style } from "../render/view.ts";
import { play, type Scene } from "./stage.ts";

/** Wider than this the date stands too far from its title. */
const WIDEST = 100;

/**
 * Lets the user choose a tip on the terminal. Undefined where they left; throws an Interrupted for Ctrl-C. However it
 * ends, the terminal is as it was.
 */
export function browse(request: BrowseRequest, style: Style): Promise<Tip | undefined> {
  return play(new Browsing(request, style));
}

class Browsing implements Scene<Tip | undefined> {
  readonly #request: BrowseRequest;
  readonly #style: Style;
  #chooser: Chooser;
  /** What is to be said until the next key. */
  #notice: string | undefined;
  /** The screen as it was drawn last, which is the one that the keys are meant for. */
  #size = { columns: 80, rows: 24 };

  constructor(request: BrowseRequest, style: Style) {
    this.#request = request;
    this.#style = style;
    this.#chooser = openChooser(request.search, request.query);
  }

  draw(columns: number, rows: number): string {
    this.#size = { columns, rows };
    return chooserFrame(this.#view(), this.#shown(), rows);
  }

  press(text: string | undefined, { name, ctrl = false, meta = false }: Key) {
    const { search, toggleFavorite, noteRead } = this.#request;
    const before = this.#chooser;
    const extent = extentOf(this.#view(), this.#shown(), this.#size.rows);
    const { chooser, action } = press(before, { text, name, ctrl, meta }, extent, search);
    const marked = markedTip(chooser);
    this.#chooser = chooser;
    this.#notice = undefined;
    if (action === "leave") return { answer: undefined };
    if (action === "choose") return { answer: marked };
    if (action === "favorite" && marked) this.#notice = toggleFavorite(marked);
    const opened = chooser.focus === "tip" && (before.focus !== "tip" || markedTip(before) !== marked);
    if (opened && marked) this.#notice = noteRead(marked);
    // What cannot be noted down is told on stderr too.
    return this.#notice === undefined ? undefined : "disturbed";
  }

  #view() {
    const { library, isFavorite } = this.#request;
    return { chooser: this.#chooser, library, isFavorite, notice: this.#notice };
  }

  #shown(): Style {
    return { ...this.#style, width: Math.min(this.#size.columns, WIDEST) };
  }
}
