import type { Key } from "node:readline";
import { isCancel, Prompt, settings } from "@clack/core";
import type { BrowseRequest } from "../context.ts";
import { type Chooser, markedTip, openChooser, press } from "../core/chooser.ts";
import type { Tip } from "../core/tip.ts";
import { Interrupted } from "../errors.ts";
import { chooserFrame, extentOf } from "../render/chooser.ts";
import type { Style } from "../render/view.ts";

/** Wider than this the date stands too far from its title. */
const WIDEST = 100;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A prompt that Enter leaves only where a tip is chosen by it. */
class ChooserPrompt extends Prompt<Tip> {
  chosen = false;

  protected override _shouldSubmit(): boolean {
    return this.chosen;
  }
}

/**
 * Lets the user choose a tip on the terminal, drawn in place. Undefined where they left; throws an Interrupted for
 * Ctrl-C. However it ends, the terminal is as it was.
 */
export async function browse(request: BrowseRequest, style: Style): Promise<Tip | undefined> {
  const { library, search, isFavorite } = request;
  let chooser: Chooser = openChooser(search);
  let interrupted = false;
  const rows = () => Math.max(2, (process.stdout.rows || 24) - 1);
  const shown = () => ({ ...style, width: Math.min(process.stdout.columns || 80, WIDEST) - 1 });
  const view = () => ({ chooser, library, isFavorite });
  const left = new AbortController();
  // Escape goes one step back, and is no end by itself.
  settings.aliases.delete("escape");
  const prompt = new ChooserPrompt(
    {
      signal: left.signal,
      render() {
        if (this.state === "submit" || this.state === "cancel") return "";
        return chooserFrame(view(), shown(), rows());
      },
    },
    false,
  );
  prompt.on("key", (text: string | undefined, key: Key) => {
    interrupted = key.ctrl === true && key.name === "c";
    const { ctrl = false, meta = false } = key;
    const extent = extentOf(view(), shown(), rows());
    const pressed = press(chooser, { text, name: key.name, ctrl, meta }, extent, search);
    const marked = markedTip(chooser);
    if (pressed.action === "favorite" && marked) request.toggleFavorite(marked);
    if (pressed.action === "leave") prompt.state = "cancel";
    if (pressed.chooser.focus === "tip" && chooser.focus !== "tip" && marked) request.noteRead(marked);
    chooser = pressed.chooser;
    prompt.value = marked;
    prompt.chosen = pressed.action === "choose";
  });
  const chosen = await untilSignal(left, async () => {
    const answer = await prompt.prompt();
    return isCancel(answer) ? undefined : answer;
  });
  if (interrupted) throw new Interrupted();
  return chosen;
}

/** Runs the prompt; a signal that would end the process ends the prompt first, so that the terminal is set right. */
async function untilSignal(
  left: AbortController,
  action: () => Promise<Tip | undefined>,
): Promise<Tip | undefined> {
  let told: NodeJS.Signals | undefined;
  const leave = (signal: NodeJS.Signals) => {
    told = signal;
    left.abort();
  };
  for (const signal of SIGNALS) process.on(signal, leave);
  try {
    return await action();
  } finally {
    for (const signal of SIGNALS) process.off(signal, leave);
    if (told !== undefined) process.kill(process.pid, told);
  }
}
