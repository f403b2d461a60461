import { describe, expect, it } from "vitest";
import { searchTips } from "../../src/core/search/search.ts";
import { correctedWord } from "../../src/core/search/spelling.ts";
import { isNearStopWord } from "../../src/core/search/stop-words.ts";
import { indexWords } from "../../src/core/search/word-index.ts";
import { day } from "../support/context.ts";
import { smallLibrary } from "./small-library.ts";

const EMPTY = indexWords(smallLibrary({}));

/** What a word is corrected to; of the vocabulary the first few stand in titles. */
function corrected(
  word: string,
  vocabulary: readonly string[],
  leading = vocabulary.length,
  words: string[] = [],
) {
  return correctedWord(word, { ...EMPTY, vocabulary, leading }, (one) => words.includes(one));
}

describe("a misspelt word", () => {
  it.each([
    ["empthy", "empathy"],
    ["emapthy", "empathy"],
    ["empatthy", "empathy"],
    ["emxathy", "empathy"],
    ["epmahty", "empathy"],
    ["mpathy", "empathy"],
    ["mepathy", "empathy"],
    ["cutsomer", "customer"],
    ["custmr", undefined],
    ["cstmers", undefined],
    ["clm", "calm"],
    ["xalm", undefined],
    ["aclm", "calm"],
    ["axlm", undefined],
    ["xclm", undefined],
    ["pempahty", undefined],
    ["zzzzzz", undefined],
  ])("%s is meant for %s", (word, meant) =>
    expect(corrected(word, ["calm", "empathy", "customer"])).toBe(meant),
  );

  it("may be wrong in two letters from seven on, in one below", () => {
    expect(corrected("abcdexy", ["abcdefg"])).toBe("abcdefg");
    expect(corrected("abcdxy", ["abcdef"])).toBeUndefined();
    expect(corrected("abcdxyz", ["abcdefg"])).toBeUndefined();
    expect(corrected("xbcdexg", ["abcdefg"])).toBeUndefined();
  });

  it("is corrected to the nearest, whatever the order of the words", () => {
    const nearest = (word: string, near: string, far: string) => {
      expect(corrected(word, [near, far]), word).toBe(near);
      expect(corrected(word, [far, near]), word).toBe(near);
    };
    nearest("customxr", "customer", "custom");
    nearest("abcdegf", "abcdefg", "abcdegx");
    nearest("bangry", "bangrx", "angry");
    nearest("bangry", "angry", "bangqyxy");
  });

  it("has mostly its first letter right, and is long where it has not", () => {
    expect(corrected("xalms", ["calms"])).toBe("calms");
    expect(corrected("xalm", ["calm"])).toBeUndefined();
    expect(corrected("axlmness", ["calmness"])).toBeUndefined();
    expect(corrected("aclmnes", ["calmness"])).toBe("calmness");
  });

  it("may be meant for a word that stands for one of the tips", () => {
    expect(corrected("furoius", [])).toBe("furious");
    expect(corrected("supervsior", [])).toBe("supervisor");
  });

  it("that begins a word of a title is meant for the shortest of those, if it is half of it", () => {
    expect(corrected("superv", ["superb", "supervisors", "supervisor"])).toBe("supervisor");
    expect(corrected("holid", ["hold", "holiday"])).toBe("holiday");
    expect(corrected("holid", ["hold", "holiday"], 1)).toBe("hold");
    expect(corrected("holi", ["holiday"])).toBe("holiday");
    expect(corrected("cust", ["customer", "customs"])).toBe("customs");
    expect(corrected("cust", ["customer"])).toBe("customer");
    expect(corrected("calmi", ["calmish", "calming"])).toBe("calmish");
    expect(corrected("supe", ["supervisor"])).toBeUndefined();
    expect(corrected("cus", ["custom"])).toBeUndefined();
    expect(corrected("holi", ["holiday"], 1, ["holi"])).toBeUndefined();
  });

  it("of three letters is meant for a word of a title alone; shorter, longer and numbered ones for none", () => {
    expect(corrected("cta", ["cat", "dog"], 1)).toBe("cat");
    expect(corrected("dgo", ["cat", "dog"], 1)).toBeUndefined();
    expect(corrected("dgoo", ["cat", "dogo"], 1)).toBe("dogo");
    expect(corrected("ct", ["cat"])).toBeUndefined();
    expect(corrected("calm2", ["calm"])).toBeUndefined();
    expect(corrected("x".repeat(30), [`${"x".repeat(29)}y`])).toBe(`${"x".repeat(29)}y`);
    expect(corrected("x".repeat(31), [`${"x".repeat(30)}y`])).toBeUndefined();
  });

  it("that is a word of the language is left alone, but for letters that changed places", () => {
    expect(corrected("clam", ["calm", "clap"], 2, ["clam"])).toBe("calm");
    expect(corrected("moon", ["mood", "noon"], 2, ["moon"])).toBeUndefined();
    expect(corrected("moon", ["mood"])).toBe("mood");
  });
});

describe("a slip of a word that says nothing", () => {
  it.each(["teh", "whn", "abuot", "wiht", "becuase", "theyy", "shoud"])("is %s", (word) =>
    expect(isNearStopWord(word)).toBe(true),
  );

  it.each(["calm", "thx", "xhe", "eh", "ii", "phone", "everythng", "empathy", "ouse", "iff"])(
    "is not %s",
    (word) => expect(isNearStopWord(word)).toBe(false),
  );
});

describe("a real word that no tip has", () => {
  const of = smallLibrary({ a: "manager", b: "speak calmly", c: "blame", d: "change" });
  const real = ["manger", "blade", "chance", "baby", "mangers", "manager"];
  const corrections = (text: string, asked: readonly string[] = []) =>
    searchTips(of, indexWords(of, { asked: { b: asked } }), {
      text,
      today: day("2026-11-23"),
      isWord: (word) => real.includes(word),
    }).corrections.map(({ corrected }) => corrected);

  it("is taken for one that lacks a letter, beside words that all tips know", () => {
    expect(corrections("speak to manger")).toEqual(["manager"]);
    expect(corrections("manger, calm")).toEqual(["manager"]);
  });

  it("is left alone by itself, beside others that no tip has, where people ask by it, and as another slip", () => {
    expect(corrections("manger")).toEqual([]);
    expect(corrections("to the manger")).toEqual([]);
    expect(corrections("baby manger")).toEqual([]);
    expect(corrections("speak to manger", ["manger"])).toEqual([]);
    expect(corrections("speak mangers")).toEqual([]);
    expect(corrections("speak of the blade")).toEqual([]);
    expect(corrections("calmly take a chance")).toEqual([]);
  });
});
