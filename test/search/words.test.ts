import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stemOf, stemsOfWord, wordsOf } from "../../src/core/search/words.ts";

const textsOf = (text: string) => wordsOf(text).map((word) => word.text);

describe("the words of a text", () => {
  it.each([
    ["Don’t panic, it's O'Neill‘s!", ["dont", "panic", "its", "oneills"]],
    ["24/7 calls", ["24", "7", "calls"]],
    ["a-b", ["ab"]],
    ["follow-up", ["followup", "follow"]],
    ["in-house co-worker's", ["inhouse", "house", "coworkers", "workers"]],
    ["- -a- '", ["a"]],
    ["a--b c''d", ["a", "b", "c", "d"]],
    ["Café-Zeit für Él", ["cafezeit", "cafe", "zeit", "fur", "el"]],
    ["wait… 日本語 x", ["wait", "日本語", "x"]],
    ["Größe-Ægir Þór", ["grosseaegir", "grosse", "aegir", "thor"]],
    ["e\u0301te\u0301", ["ete"]],
    ["ab\u0301 plain", ["ab", "plain"]],
    ["plain-é", ["plaine", "plain"]],
    ["5µm ½ m² nº", ["5μm", "1⁄2", "m2", "no"]],
    ["Zoom [link] @home {x} `y` /z:", ["zoom", "link", "home", "x", "y", "z"]],
    ["À la carte, ÀÀ", ["a", "la", "carte", "aa"]],
    ["co-über café’s x-", ["couber", "uber", "cafes", "x"]],
    ["“quoted”—dash–dash…", ["quoted", "dash", "dash"]],
    ["", []],
  ])("%s", (text, words) => expect(textsOf(text)).toEqual(words));

  it("stand where they were taken from, the parts of a hyphenated one in its place", () => {
    expect(wordsOf("My co-worker, “Zoë”")).toEqual([
      { text: "my", start: 0, end: 2 },
      { text: "coworker", start: 3, end: 12 },
      { text: "worker", start: 3, end: 12 },
      { text: "zoe", start: 15, end: 18 },
    ]);
  });

  it("are the same in plain letters, read by character code, and beside letters of other scripts", () => {
    const text = fc.string({
      unit: fc.constantFrom(..."abzABZ059 -'’‘“”.,…@[`{/:\n–é漢\u0301".split("")),
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, (from) => {
        // The last word makes the whole be read by the expression over all of Unicode.
        const words = wordsOf(`${from} 字`);
        expect(wordsOf(from)).toEqual(words.slice(0, -1));
        for (const { start, end } of words) expect(from.slice(start, end)).not.toMatch(/\s/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("words with their other forms", () => {
  it.each([
    "customer customers customer",
    "apology apologies",
    "call calls called calling",
    "box boxes",
    "wish wishes wished wishing",
    "pass passes passed passing",
    "watch watches watched",
    "buzz buzzes buzzed",
    "write writes writing wrote written",
    "hope hopes hoped hoping",
    "plan plans planned planning",
    "cancel cancels cancelled canceled cancelling canceling",
    "apologize apologise apologizes apologised apologising apologizing",
    "organization organisation organizations",
    "analyze analyse analyzed analysing",
    "color colour colors colours colored coloured colouring",
    "neighbor neighbour neighbors neighbours",
    "center centre centers centres centred centered",
    "dialog dialogue dialogues",
    "program programme programs programmes",
    "defense defence",
    "customize customise customized customised",
    "realize realise realizes realises realized realised realizing realising",
    "realizer realiser realizers realisers",
    "realization realisation realizations realisations",
    "paralyze paralyse paralyzes paralyses paralyzed paralysed paralyzing paralysing",
    "analyzer analyser",
    "honor honour honors honours honored honoured honoring honouring",
    "favorite favourite favorites favourites",
    "favorable favourable",
    "colorful colourful",
    "colorless colourless",
    "neighborhood neighbourhood neighborhoods neighbourhoods",
    "theater theatre theaters theatres",
    "catalog catalogue catalogs catalogues",
    "gram gramme grams grammes",
    "license licence licenses licences",
    "city cities",
    "quiz quizzes",
    "church churches",
    "staffed staff staffs",
    "assessment assessments",
    "act acts acted acting",
    "child children",
    "woman women",
    "lie lied lying",
    "behavior behaviour behaviors behaviours",
    "savior saviour saviors",
    "analyzers analysers analyzer",
    "fee fees",
    "use uses",
    "tie ties",
    "care cares cared caring",
    "plane planes",
    "case cases",
    "use uses used using",
    "complain complaint complaints complained",
    "keep kept keeping",
    "tell told telling",
  ])("are one: %s", (line) => {
    const forms = line.split(" ").map((word) => stemsOfWord(word).form);
    expect(new Set(forms).size, forms.join(" ")).toBe(1);
  });

  it.each([
    "responsible responsive",
    "customer customize",
    "calm call",
    "bus bush",
    "this thing",
    "class clash",
    "red rid",
    "hours hors",
    "add ad",
    "noise noize",
    "bed being",
    "sing sting",
    "speed spee",
    "car care",
    "cars caring",
    "plan plane",
    "hop hoping",
  ])("are not one: %s", (line) => {
    const [one = "", other = ""] = line.split(" ");
    expect(stemsOfWord(one).form).not.toBe(stemsOfWord(other).form);
    expect(stemOf(one)).not.toBe(stemOf(other));
  });

  it("are a family where they are more than inflections", () => {
    for (const [one, other] of [
      ["frustrate", "frustration"],
      ["colourful", "colorful"],
      ["neighbourhood", "neighborhood"],
      ["responsible", "responsibility"],
      ["decide", "decisions"],
      ["satisfied", "satisfaction"],
      ["angrily", "anger"],
      ["calmer", "calm"],
      ["empathise", "empathetic"],
      ["quickly", "quick"],
      ["identify", "identification"],
      ["defensive", "defence"],
      ["defences", "defense"],
    ] as const)
      expect(stemOf(one), one).toBe(stemOf(other));
    for (const [one, other] of [
      ["frustration", "frustrate"],
      ["using", "us"],
      ["virus", "viru"],
      ["basis", "basi"],
      ["gas", "ga"],
      ["customer", "custom"],
      ["realizer", "realize"],
    ] as const)
      expect(stemsOfWord(one).form, one).not.toBe(stemsOfWord(other).form);
  });

  it("are left as they are where they are longer than any word", () => {
    const long = `${"x".repeat(40)}ing`;
    expect(stemsOfWord(long)).toEqual({ family: long, form: expect.stringContaining("=") });
    expect(stemsOfWord("x".repeat(1_000_000)).family).toHaveLength(1_000_000);
  });
});
