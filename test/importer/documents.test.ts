import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Merge } from "../../src/core/merge.ts";
import { layOver } from "../../src/core/overlay.ts";
import { importBytes } from "../../src/importer/index.ts";
import { library } from "../support/context.ts";
import { dice, pageHtml } from "../support/pages.ts";

/** The pages that the corpus was written from, where a developer has them: they are not part of the project. */

const SHARED = fileURLToPath(new URL("../../../shared/", import.meta.url));
const FOLDER = `${SHARED}documents/`;
const here = existsSync(FOLDER);
if (!here) console.log(`skipped: there are no documents in ${FOLDER}`);

interface Fact {
  readonly id: string;
  readonly title: string;
  readonly published: string;
  readonly coverage: string;
}

const FORMS: Readonly<Record<string, (text: string, seed: number) => Uint8Array>> = {
  text: (text) => Buffer.from(text),
  CRLF: (text) => Buffer.from(text.replaceAll("\n", "\r\n")),
  "a byte order mark": (text) => Buffer.from(`\ufeff${text}`),
  "UTF-16": (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  HTML: (text, seed) => Buffer.from(pageHtml(text, dice(seed))),
  "preformatted HTML": (text) =>
    Buffer.from(
      `<html><title>${text.split("\n")[0]}</title><pre>${text.split("\n").slice(1).join("\n").replaceAll("&", "&amp;")}</pre>`,
    ),
};

describe.skipIf(!here)("the documents", () => {
  const texts = here ? readdirSync(FOLDER).map((name) => readFileSync(FOLDER + name, "utf8")) : [];
  const plain = texts.map((text) => importBytes(Buffer.from(text)).drafts);

  it.each(Object.keys(FORMS))(
    "import as 15 originals and 29 openings over the bundled tips, as %s",
    (form) => {
      const merge = new Merge(library, []);
      for (const [at, text] of texts.entries()) {
        const { drafts, problems } = importBytes(FORMS[form]?.(text, at + 1) ?? new Uint8Array());
        expect(problems).toEqual([]);
        expect(drafts).toEqual(plain[at]);
        for (const draft of drafts) merge.add(draft);
      }
      const { tips } = layOver(library, { topics: [], tips: [...merge.changed.values()] });
      const facts: Fact[] = JSON.parse(readFileSync(`${SHARED}checks/facts.json`, "utf8"));
      const shown = tips.map(({ id, title, published, coverage }) => ({ id, title, published, coverage }));
      const wanted = facts.map(({ id, title, published, coverage }) => ({ id, title, published, coverage }));
      expect(shown).toEqual(expect.arrayContaining(wanted));
      expect(shown).toHaveLength(44);
      expect(tips.filter(({ origin, coverage }) => origin && coverage === "full")).toHaveLength(15);
      expect(tips.filter(({ origin, coverage }) => origin && coverage === "opening")).toHaveLength(29);
    },
  );

  it("leave no word of a tip behind, and bring nothing else in", () => {
    for (const [at, text] of texts.entries()) {
      const squeezed = (value: string) => value.replaceAll(/\s+/g, "");
      const taken =
        plain[at]
          ?.flatMap(({ title, body }) => [title, ...body])
          .map(squeezed)
          .join("") ?? "";
      const left = squeezed(
        text
          .replace(/^.*\| Customer Service Solutions.*$/m, "")
          .replaceAll(/^Posted on.*$|^Signup for FREE.*$|^« Previous.*$/gm, "")
          .replaceAll(/ Read more$/gm, "")
          .replaceAll(/ [–-] \d+\/\d+\/\d+(?: TOW)?$/gm, ""),
      );
      expect(taken).toBe(left);
    }
  });
});
