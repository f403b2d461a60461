import type { Key } from "node:readline";
import { Writable } from "node:stream";
import { Prompt, settings } from "@clack/core";
import { Interrupted } from "../errors.ts";
import { writeOut } from "./streams.ts";

/** What is played on the terminal: pictures of it, and what keys come to. */
export interface Scene<Answer> {
  /** The picture, in at most so many lines, none wider than so many columns. */
  draw(columns: number, rows: number): string;
  /** A key: an answer ends the scene; `disturbed` says that something else may have been written to the screen. */
  press(text: string | undefined, key: Key): { readonly answer: Answer } | "disturbed" | undefined;
}

// A screen beside the shell's, so that nothing need be known of what stood there, however the window changes; no
// cursor; and lines that are cut, not wrapped, should a terminal take a character for wider than we do.
const ENTER = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[2J";
const LEAVE = "\x1b[0m\x1b[H\x1b[J\x1b[?7h\x1b[?1049l\x1b[?25h";
const ENDING = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A prompt that asks for keys alone. It draws in place, which fits no window of any size: so that goes nowhere. */
class Keys extends Prompt<never> {
  constructor(signal: AbortSignal) {
    const output = new Writable({ write: (_chunk, _encoding, done) => done() });
    super({ signal, output, render: () => undefined }, false);
    // Escape goes one step back, and is no end by itself.
    settings.aliases.delete("escape");
  }

  protected override _shouldSubmit(): boolean {
    return false;
  }
}

/**
 * Plays a scene; undefined where the terminal goes away. Throws an Interrupted for Ctrl-C, and whatever the scene
 * throws. However it ends, and while it is suspended, the terminal is as it was.
 */
export async function play<Answer>(scene: Scene<Answer>): Promise<Answer | undefined> {
  const stage = new Stage(scene);
  try {
    return await stage.answer;
  } finally {
    stage.leave();
  }
}

class Stage<Answer> {
  readonly answer: Promise<Answer | undefined>;
  readonly #scene: Scene<Answer>;
  readonly #input = process.stdin;
  readonly #undo: (() => void)[] = [];
  /** Aborted, it ends the prompt. */
  readonly #left = new AbortController();
  #end: (answer: Answer | undefined) => void = () => {};
  #fail: (error: unknown) => void = () => {};
  /** The lines on the screen. */
  #lines: readonly string[] = [];
  #isOpen = false;
  #endedBy: NodeJS.Signals | undefined;

  constructor(scene: Scene<Answer>) {
    this.#scene = scene;
    this.answer = new Promise((resolve, reject) => {
      this.#end = resolve;
      this.#fail = reject;
    });
    this.#guard(() => {
      this.#listen();
      this.#open();
    });
  }

  /** Gives the terminal back. A signal that told the program to end does so now. */
  leave(): void {
    this.#close();
    this.#left.abort();
    for (const undo of this.#undo.splice(0)) undo();
    this.#input.pause();
    if (this.#endedBy !== undefined) process.kill(process.pid, this.#endedBy);
  }

  #listen(): void {
    const input = this.#input;
    const keys = new Keys(this.#left.signal);
    keys.on("key", (text: string | undefined, key: Key) => this.#guard(() => this.#press(text, key)));
    void keys.prompt();
    this.#on(input, "end", () => this.#end(undefined));
    this.#on(input, "error", () => this.#end(undefined));
    this.#on(process.stdout, "resize", () => this.#redraw());
    this.#on(process, "SIGCONT", () => this.#resume());
    this.#on(process, "SIGTSTP", () => this.#suspend());
    this.#on(process, "uncaughtException", (error: unknown) => this.#fail(error));
    for (const signal of ENDING)
      this.#on(process, signal, () => {
        this.#endedBy = signal;
        this.#end(undefined);
      });
  }

  /** Listens until it leaves; what a listener throws ends the scene. */
  #on<Given extends unknown[]>(
    emitter: NodeJS.EventEmitter,
    event: string,
    action: (...given: Given) => void,
  ): void {
    const listener = (...given: unknown[]) => this.#guard(() => action(...(given as Given)));
    emitter.on(event, listener);
    this.#undo.push(() => emitter.off(event, listener));
  }

  #guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.#fail(error);
    }
  }

  #press(text: string | undefined, key: Key): void {
    const control = key.ctrl ? key.name : undefined;
    if (control === "c") throw new Interrupted();
    // Ctrl-Z has been taken by then: it comes as a signal.
    if (control !== "z") this.#play(this.#scene.press(text, key), control === "l");
  }

  #play(pressed: ReturnType<Scene<Answer>["press"]>, wanted: boolean): void {
    if (typeof pressed === "object") this.#end(pressed.answer);
    else if (pressed === "disturbed" || wanted) this.#redraw();
    else this.#draw();
  }

  #open(): void {
    this.#isOpen = true;
    this.#input.setRawMode(true);
    // The prompt, too, hears that it goes on, and pauses the input.
    setImmediate(() => this.#isOpen && this.#input.resume());
    writeOut(ENTER);
    this.#redraw();
  }

  /** Never fails: a terminal that has gone away needs nothing back. */
  #close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    try {
      writeOut(LEAVE);
      this.#input.setRawMode(false);
    } catch {
      // It has gone.
    }
  }

  /** Stops as the shell expects it of Ctrl-Z. Where nobody could let it go on, the system does not stop it. */
  #suspend(): void {
    if (process.platform === "win32") return;
    this.#close();
    const listeners = process.listeners("SIGTSTP");
    process.removeAllListeners("SIGTSTP");
    process.kill(process.pid, "SIGTSTP");
    for (const listener of listeners) process.on("SIGTSTP", listener);
    this.#resume();
  }

  /** After a stop, of which it need not have known: the shell has had the terminal, and the window may have changed. */
  #resume(): void {
    this.#close();
    // While it stood, nobody told it of the window's size.
    process.emit("SIGWINCH", "SIGWINCH");
    this.#open();
  }

  #redraw(): void {
    this.#lines = [];
    writeOut("\x1b[2J");
    this.#draw();
  }

  /** Writes the lines that are not on the screen yet. */
  #draw(): void {
    const { columns, rows } = process.stdout;
    const lines = this.#scene.draw(columns || 80, rows || 24).split("\n");
    const before = this.#lines;
    const changed = Array.from({ length: Math.max(lines.length, before.length) }, (_, row) =>
      lines[row] === before[row] ? "" : `\x1b[${row + 1};1H\x1b[2K${lines[row] ?? ""}`,
    );
    this.#lines = lines;
    writeOut(changed.join(""));
  }
}
