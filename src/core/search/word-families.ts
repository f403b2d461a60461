import { wordLines } from "./word-lines.ts";

/** Words of one family that no rule of endings brings together, each line by what it is made of. */
const LINES = `
absent absence
acquire acquisition
admit admission
advise advice
ambition ambitious
analyze analysis
anger angry angrier
anxious anxiety
apply application applicant
argue argument
assume assumption
behave behavior
believe belief
bore boredom
calm calmer calmest
certain certainty
certify certification
choose choice
clear clarity clarify
comprehend comprehension
conclude conclusion
courteous courtesy
cruel cruelty
curious curiosity
deceive deception deceit
decide decision
deep depth
defend defense defensive
deliver delivery
deny denial
describe description
destroy destruction
difficult difficulty
discover discovery
divide division
easy ease
empathy empathetic empathize empathic
emphasize emphasis
enthusiasm enthusiastic enthusiast
exceed excess
expand expansion
explain explanation
explode explosion
extend extension
fail failure
free freedom
frequent frequency
furious fury
generous generosity
grateful gratitude
grieve grief
grow growth
guide guidance
guilt guilty
happy happier happiest
health healthy
high height
honest honesty
hungry hunger
identify identification
inquire inquiry
intend intention intent
introduce introduction
judge judgment judgement
justify justification
kind kinder kindest
long length
lose loss
loyal loyalty
maintain maintenance
mess messy
mood moody
move movement
nice nicer nicest
noise noisy
notify notification
omit omission
own ownership
pay payment
perceive perception
permit permission
persuade persuasion
please pleasure pleasant
polite politer
proud pride
prove proof
qualify qualification
quick quicker quickest
recover recovery
reduce reduction
refer referral
rely reliance reliable
remember remembrance
repeat repetition
resolve resolution
respond response
risk risky
rude ruder
safe safety
satisfy satisfaction satisfactory
sell sale
ship shipment
silent silence
simplify simplification
slow slower slowest
solve solution
speak speech
specify specification
strong strength
submit submission
subscribe subscription
succeed success successful
suspect suspicion suspicious
sympathy sympathetic sympathize
tense tension
treat treatment
true truth
urgent urgency
vary variety variation various
verify verification
warm warmth
weigh weight
wise wisdom
`;

/** Lines of words, the first of which all others belong to. */
export const WORD_FAMILIES: readonly (readonly string[])[] = wordLines(LINES);
