import { editDistance, haveSameLetters } from "../edit-distance.ts";

/**
 * Words that say nothing about what a person looks for: function words, and verbs of asking and wanting that open
 * any question. Folded, as `words.ts` folds.
 */
const LIST = `
a about after again all also am an and any anybody anyone anything are arent as at be because been before being
both but by came can cannot cant come comes could couldnt did didnt do does doesnt doing dont done each either else
ever every everybody everyone everything for from further gave get gets getting give gives giving go goes going gone
got had has hasnt have havent having he help helping helps her here hers him his how hows i id if ill im in into is isnt it its itself
ive just keep keeps kind know knows let lets like make makes making many may maybe me might mine more most much must
my myself need needs never no nobody none nor not now of off often oh ok on once one only onto or other others ought
our ours out over own part people perhaps person please put quite rather really said same say saying says see seem
seems shall she should shouldnt so some somebody somehow someone something sometimes still such sure take takes taking
tell tells than that thats the their theirs them then there theres these they theyre thing things think this those
though through to too tip tips toward towards try trying under until up upon us use using very want wants was wasnt
way ways we well were werent weve what whatever whats when whenever where whether which while who whom whose why will
with within without wont would wouldnt yes yet you youd youll your youre yours yourself youve today good best better great nice nicely later
deal deals dealing dealt handling really always keeps
`;

export const STOP_WORDS: ReadonlySet<string> = new Set(LIST.trim().split(/\s+/));

/** Whether a word is a stop word with a letter too many, too few, or two exchanged: `whn`, `teh`. */
export function isNearStopWord(word: string): boolean {
  if (word.length < 3 || word.length > 7) return false;
  for (const stop of STOP_WORDS) {
    if (stop.length < 3 || stop[0] !== word[0] || editDistance(word, stop, 1) !== 1) continue;
    if (stop.length !== word.length || haveSameLetters(stop, word)) return true;
  }
  return false;
}
