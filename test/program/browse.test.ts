import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Tip } from "../../src/core/tip.ts";
import { library } from "../support/context.ts";
import { cstip, json, onTerminal, scratchFolder } from "../support/program.ts";
import { HAS_TMUX, Screen } from "../support/screen.ts";

if (!HAS_TMUX) console.warn("browse is not driven: there is no tmux");

const marked = (text: string) => /^> +★? *#(\d+) /m.exec(text)?.[1];
/** Settings of the terminal, which must be after as they were before. */
const STTY = "stty -g | cksum";

async function browsing(setup: ConstructorParameters<typeof Screen>[0] = {}) {
  const screen = new Screen(setup);
  screen.run(`${STTY}; cstip browse; echo "code $?"; ${STTY}`);
  const text = await screen.until("Esc leaves");
  return { screen, text };
}

/** Fails unless the terminal is as it was: the same settings, and a cursor. */
async function expectRestored(screen: Screen, code: number): Promise<void> {
  const text = await screen.until(new RegExp(`code ${code}\\n\\d+ \\d+\\s*\\n(?:\\[1\\].*\\n)?\\$`));
  expect(new Set(text.match(/^\d{6,} \d+$/gm)?.slice(-2)).size).toBe(1);
  expect(screen.showsCursor()).toBe(true);
}

describe.skipIf(!HAS_TMUX)("cstip browse", () => {
  it("lists the tips, shows the marked one below, and moves by line, page and end", async () => {
    const { screen, text } = await browsing({ home: scratchFolder() });
    expect(text).toContain(`${library.tips.length} of ${library.tips.length}`);
    expect(marked(text)).toBe("1");
    expect(text).toContain(`\n${library.tips[0]?.title}\n${library.tips[0]?.takeaway.slice(0, 40)}`);
    screen.keys("Down");
    await screen.until((now) => marked(now) === "2");
    screen.keys("PageDown");
    const paged = Number(marked(await screen.until((now) => Number(marked(now)) > 4)));
    screen.keys("PageUp");
    await screen.until((now) => marked(now) === "2");
    expect(paged).toBeGreaterThan(8);
    screen.keys("End");
    await screen.until((now) => marked(now) === String(library.tips.length));
    screen.keys("Home");
    await screen.until((now) => marked(now) === "1");
    screen.keys("Escape");
    await expectRestored(screen, 0);
  });

  it("filters while one types, and Enter opens the tip, notes it down, and prints it at last", async () => {
    const home = scratchFolder();
    const { screen } = await browsing({ home });
    screen.keys("-l", "dead end");
    const text = await screen.until(/Filter: dead end_ +\d+ of 44/);
    expect(marked(text)).toBe("3");
    screen.keys("Enter");
    await screen.until((now) => now.includes("Esc goes back") && now.includes("What to do"));
    screen.keys("Enter");
    const after = await screen.until("code 0");
    expect(after).not.toContain("Filter:");
    expect(after).toContain("╯");
    await expectRestored(screen, 0);
    const unread = json<Tip[]>(["list", "--unread"], { home });
    expect(unread.map(({ id }) => id)).not.toContain(library.tips[2]?.id);
    expect(unread).toHaveLength(library.tips.length - 1);
  });

  it("opens filtered by the words behind it, as if they were typed", async () => {
    for (const [words, query] of [
      ["dead end", "dead end"],
      ["'#12'", "#12"],
      ["angry -email", "angry -email"],
    ]) {
      const screen = new Screen();
      screen.run(`cstip browse ${words}; echo "code $?"`);
      const opened = await screen.until(`Filter: ${query}_`);
      expect(opened).not.toContain("44 of 44");
      screen.keys("C-u");
      await screen.until("44 of 44");
      screen.keys("-l", query ?? "");
      expect(await screen.until(`Filter: ${query}_`)).toBe(opened);
      screen.keys("Escape");
      await screen.until(/Filter: _ +44 of 44/);
      screen.keys("Escape");
      await screen.until("code 0");
    }
  });

  it("makes the marked tip a favorite by f, and takes it back; while one types, f is a letter", async () => {
    const home = scratchFolder();
    const { screen } = await browsing({ home });
    screen.keys("Down", "Up", "f");
    await screen.until(/> ★ #1 /);
    screen.keys("Down", "f");
    await screen.until(/> ★ #2 /);
    screen.keys("f");
    await screen.until(/> {3}#2 /);
    screen.keys("-l", "/follow");
    const typed = await screen.until(/Filter: follow_/);
    const number = marked(typed);
    screen.keys("C-f");
    await screen.until((now) => now.includes("> ★ ") !== typed.includes("> ★ "));
    screen.keys("Escape");
    await screen.until(/44 of 44/);
    screen.keys("Escape");
    await expectRestored(screen, 0);
    const favorites = cstip(["favorite", "list"], { home }).stdout;
    // The first was made one by f; where the filter marked it, Ctrl-F took it back.
    expect(favorites.includes("#1\t")).toBe(number !== "1");
    expect(favorites.includes(`#${number}\t`)).toBe(number !== "1");
    expect(favorites).not.toContain("#2\t");
  });

  it("says where nothing has the words, and Enter waits", async () => {
    const { screen } = await browsing();
    screen.keys("-l", "zzzz");
    expect(await screen.until("nothing has this word")).not.toMatch(
      /nothing found|Esc.*nothing|nothing.*Esc/,
    );
    expect(screen.text()).toMatch(/\nCtrl-U or Esc clears\s*$/);
    screen.keys("Enter");
    screen.keys("BSpace", "BSpace", "BSpace", "BSpace");
    await screen.until(/44 of 44/);
    screen.keys("C-c");
    await expectRestored(screen, 130);
  });

  it("goes back from a tip to the list, from a filter to all tips, and out, one Escape each", async () => {
    const { screen } = await browsing({ columns: 40 });
    screen.keys("-l", "dead end");
    await screen.until(/Filter: dead end_/);
    screen.keys("Down", "Enter");
    await screen.until((now) => now.includes("Esc back") && !now.includes("Filter:"));
    screen.keys("End");
    screen.keys("Escape");
    await screen.until(/Filter: dead end .*\d of 44/);
    screen.keys("Escape");
    await screen.until((now) => now.includes("44 of 44") && now.includes("Esc leaves"));
    screen.keys("Escape");
    await expectRestored(screen, 0);
  });

  it("leaves the terminal as it was on Ctrl-C, at once and after typing", async () => {
    for (const typed of ["", "empathy"]) {
      const { screen } = await browsing();
      if (typed) screen.keys("-l", typed);
      screen.keys("C-c");
      await expectRestored(screen, 130);
      expect(screen.text()).not.toContain("Filter:");
    }
  });

  it("leaves the terminal as it was when it is told to end", async () => {
    const screen = new Screen();
    screen.run(`${STTY}; cstip browse; echo "code $?"; ${STTY}`);
    await screen.until("Esc leaves");
    for (const id of screen.processes()) process.kill(id, "SIGTERM");
    await expectRestored(screen, 143);
  });

  it("fits itself to a terminal that is resized, down to one row and one column", async () => {
    const { screen } = await browsing();
    screen.keys("Down");
    const sizes = [
      [40, 12],
      [100, 30],
      [24, 8],
      [80, 6],
      [80, 5],
      [80, 4],
      [80, 3],
      [80, 2],
      [80, 1],
    ] as const;
    for (const [columns, rows] of sizes) {
      screen.resize(columns, rows);
      const text = await screen.until((now) => now.split("\n").length === rows + 1 && /^> {3}#2 /m.test(now));
      expect(text.match(/Filter:/g)?.length ?? 0).toBeLessThanOrEqual(1);
    }
    screen.resize(1, 1);
    screen.keys("Enter");
    screen.resize(1, 5);
    await screen.until((now) => now.split("\n").length === 6);
    screen.resize(80, 24);
    await screen.until((now) => now.includes("Esc goes back") && now.includes("Stay Calm"));
    screen.keys("q");
    await screen.until("Esc leaves");
    screen.keys("Escape");
    await expectRestored(screen, 0);
  });

  it("gives the terminal back and tells in one line what fails", async () => {
    const folder = scratchFolder("preload");
    const preload = join(folder, "preload.cjs");
    writeFileSync(
      preload,
      'process.on("SIGWINCH", () => Object.defineProperty(process.stdout, "columns", { get() { throw new Error("no width"); } }));',
    );
    const screen = new Screen();
    screen.run(`${STTY}; NODE_OPTIONS="--require ${preload}" cstip browse; echo "code $?"; ${STTY}`);
    await screen.until("Esc leaves");
    screen.resize(70, 20);
    await expectRestored(screen, 1);
    expect(screen.text().replaceAll("\n", "")).toContain("cstip: something unforeseen failed (no width)");
    expect(screen.text()).not.toContain("    at ");
  });

  it("stops on Ctrl-Z with the terminal as it was, and goes on with the window as it is", async () => {
    for (const [columns, stop] of [
      [80, (screen: Screen) => screen.keys("C-z")],
      [60, (screen: Screen) => screen.processes().forEach((id) => void process.kill(id, "SIGTSTP"))],
    ] as const) {
      const screen = new Screen();
      screen.run(`${STTY}; cstip browse; echo "code $?"; ${STTY}`);
      await screen.until("Esc leaves");
      screen.keys("-l", "dead");
      await screen.until("Filter: dead_");
      stop(screen);
      await expectRestored(screen, 148);
      screen.resize(columns, 20);
      screen.run("clear; fg; echo left $?");
      const text = await screen.until(/Filter: dead_ +\d+ of 44/);
      expect(text.split("\n")[0]).toHaveLength(columns);
      expect(screen.showsCursor()).toBe(false);
      screen.keys("-l", " end");
      await screen.until("Filter: dead end_");
      screen.keys("C-c");
      await screen.until("left 130");
      expect(screen.showsCursor()).toBe(true);
    }
  });

  it("says nothing else in a home where no compiled code was kept yet", async () => {
    const { screen } = await browsing({ home: scratchFolder() });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(screen.text()).toMatch(/^Filter/);
    expect(screen.text()).not.toMatch(/warning/i);
  });

  it("finds from the first letters on, fewer with each word, and by number", async () => {
    const { screen } = await browsing();
    screen.keys("-l", "empat");
    const begun = await screen.until("Filter: empat_");
    expect(begun).toContain("Identify Your Point of Empathy");
    const count = (text: string) => Number(/(\d+) of 44/.exec(text)?.[1]);
    screen.keys("C-u");
    screen.keys("-l", "angry");
    const angry = count(await screen.until("Filter: angry_"));
    screen.keys("-l", " customer");
    expect(count(await screen.until("Filter: angry customer_"))).toBeLessThanOrEqual(angry);
    screen.keys("C-u");
    screen.keys("-l", "#12");
    expect(marked(await screen.until("Filter: #12_"))).toBe("12");
  });

  it("reads as less does, and goes on to the next tip, which is noted down too", async () => {
    const home = scratchFolder();
    const { screen } = await browsing({ home, rows: 14 });
    screen.keys("Enter");
    const top = await screen.until("1 of 44");
    screen.keys("G");
    await screen.until((now) => now !== top && !now.includes("more below"));
    screen.keys("g");
    await screen.until((now) => now === top);
    screen.keys("j");
    await screen.until((now) => now.split("\n")[0] === top.split("\n")[1]);
    screen.keys("n");
    await screen.until((now) => now.startsWith(library.tips[1]?.title ?? "-") && now.includes("2 of 44"));
    screen.keys("q");
    expect(marked(await screen.until("Filter:"))).toBe("2");
    screen.keys("Escape");
    await expectRestored(screen, 0);
    const unread = json<Tip[]>(["list", "--unread"], { home });
    expect(unread).toEqual(library.tips.slice(2).map((tip) => expect.objectContaining({ id: tip.id })));
  });

  it("keeps its lines within the window where only ASCII is shown", async () => {
    const { screen, text } = await browsing({ env: { LC_ALL: "C" } });
    expect(text).toMatch(/^Filter: _ +44 of 44\n/);
    expect(text).toContain("...");
    const rows = text.split("\n").slice(1, 11);
    for (const row of rows) expect(row).toMatch(/^.{4}#\d+ .*\d{4}$/);
    screen.keys("Escape");
    await expectRestored(screen, 0);
  });

  it("says that favorites are off where no journal is kept, and that one cannot be written", async () => {
    const off = new Screen();
    off.run("cstip browse --no-journal");
    await off.until("Esc leaves");
    off.keys("C-f");
    await off.until("favorites are off");
    off.keys("Down", "f");
    await off.until((now) => now.includes("favorites are off") && marked(now) === "2");
    off.keys("Down");
    await off.until("Esc leaves");
    const home = scratchFolder();
    writeFileSync(join(home, "file"), "");
    const { screen } = await browsing({ env: { CSTIP_HOME: join(home, "file") } });
    screen.keys("Enter");
    const text = await screen.until("not noted down");
    expect(text).toMatch(/^One Question/);
    expect(text).not.toContain("cstip:");
  });
});

describe("cstip browse without a terminal", () => {
  it("says so, and exits 2", () => {
    const refused = {
      code: 2,
      stdout: "",
      stderr: "cstip: browse needs a terminal: elsewhere 'cstip list' and 'cstip search' serve\n",
    };
    expect(cstip(["browse"])).toEqual(refused);
    expect(onTerminal("cstip browse < /dev/null").stdout).toContain("browse needs a terminal");
    expect(onTerminal("cstip browse | cat").stdout).toContain("browse needs a terminal");
    expect(onTerminal("cstip browse", { env: { TERM: "dumb" } }).code).toBe(2);
  });
});
