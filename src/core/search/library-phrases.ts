import { once } from "../once.ts";
import type { Library, Tip } from "../tip.ts";
import { stemsOf } from "./query.ts";
import { addPhrase, type Entries } from "./word-index.ts";

/** More keywords than this are not looked up as phrases. */
const MOST_KEYWORDS = 5_000;

/** The phrases of topics and of the first keywords. */
export function phrasesOf({ tips }: Library): Entries {
  const keywords = once(() => keywordPhrases(tips));
  const topics = once(() => topicPhrases(tips));
  // Keywords of one word are no phrases.
  const has = (key: string) => topics().has(key) || (key.includes(" ") && keywords().has(key));
  const placesOf = (key: string): number[] => {
    const topic = topics().get(key);
    const ofTopic = topic ? tips.flatMap((tip, place) => (tip.topics.includes(topic) ? [place] : [])) : [];
    return [...ofTopic, ...(keywords().get(key) ?? [])];
  };
  return { has, get: (key) => (has(key) ? placesOf(key) : undefined) };
}

function keywordPhrases(tips: readonly Tip[]): ReadonlyMap<string, readonly number[]> {
  const phrases = new Map<string, number[]>();
  let count = 0;
  for (const [place, { keywords }] of tips.entries()) {
    for (const keyword of keywords) {
      if (++count > MOST_KEYWORDS) return phrases;
      addPhrase(phrases, keyword, place, 2);
    }
  }
  return phrases;
}

/** From the phrase of a topic to its id. */
function topicPhrases(tips: readonly Tip[]): ReadonlyMap<string, string> {
  const ids = new Set<string>();
  for (const { topics } of tips) for (const id of topics) ids.add(id);
  return new Map([...ids].map((id) => [stemsOf(id).join(" "), id]));
}
