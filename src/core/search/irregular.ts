import { wordLines } from "./word-lines.ts";

/** Forms that no rule of endings brings together, each line a verb with its other forms. */
const LINES = `
understand understood misunderstood misunderstand
break broke broken
speak spoke spoken
write wrote written
teach taught
hear heard
feel felt
lose lost
leave left
choose chose chosen
forget forgot forgotten
send sent
pay paid
meet met
hold held
lie lies lied lying
buy bought
catch caught
find found
fall fell fallen
fight fought
grow grew grown
lead led
mean meant
mistake mistook mistaken
ride rode ridden
rise rose risen
run ran
sell sold
shake shook shaken
show shown
sit sat
sleep slept
spend spent
stand stood
steal stole stolen
stick stuck
swear swore sworn
throw threw thrown
wear wore worn
win won
wake woke woken
become became
begin began begun
bend bent
bite bit bitten
blow blew blown
bring brought
build built
burn burnt
deal dealt
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
feed fed
fly flew flown
forgive forgave forgiven
freeze froze frozen
give gave given
hang hung
hide hid hidden
keep kept
know knew known
learn learnt
ring rang rung
seek sought
sing sang sung
sink sank sunk
spin spun
strike struck
sweep swept
swim swam swum
take took taken
tear tore torn
tell told
think thought
withdraw withdrew withdrawn
complain complaint complaints
apology apologies
crisis crises
person persons
man men
woman women
child children
life lives
thief thieves
shelf shelves
foot feet
tooth teeth
`;

/** Each word that has irregular forms, and after it those. */
export const IRREGULAR_WORDS: readonly (readonly string[])[] = wordLines(LINES);

/** From an irregular form to the word it belongs to. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  IRREGULAR_WORDS.flatMap(([base = "", ...forms]) => forms.map((form): [string, string] => [form, base])),
);
