import { stemOf } from "./words.ts";

/** Letters at the start of a word that its stem always keeps. */
const SHARED_START = 2;

/**
 * Words of the trade that stand for one another. In a line, all mean nearly the same; a word may stand in several
 * lines. They widen a query, at less weight than the words that were typed.
 */
const GROUPS = `
angry anger angrily furious fury irate mad livid fuming enraged outraged upset heated hostile temper rage yelling yell shouting shout screaming scream
upset frustrated frustration annoyed annoying irritated agitated aggravated exasperated displeased unhappy dissatisfied
rude impolite disrespectful abusive insulting insult offensive nasty hostile difficult obnoxious swearing cursing
difficult tough challenging demanding hard tricky awkward
complaint complain complaining grievance moan criticism criticize objection
calm composed cool collected relaxed composure serene
defuse deescalate deescalation soothe pacify placate appease settle calm
vent venting unload rant ranting
argue argument arguing dispute conflict disagreement quarrel confrontation
apology apologize apologizing apologetic sorry regret remorse forgive forgiveness contrite amends
mistake error fault blunder slip mishap goof oversight accident
wrong mistaken incorrect misinformed inaccurate
blame fault accuse accusation accused
admit own acknowledge confess accountable accountability responsibility responsible ownership
manager supervisor boss superior leader leadership director executive chief
escalate escalation escalating supervisor
fire fired firing terminate terminated dismiss dismissed dismissal sack sacked layoff
coworker colleague teammate workmate peer team associate coworkers
employee staff worker rep agent representative personnel
customer client guest patron shopper buyer consumer patient caller visitor
empathy empathetic empathize empathic compassion compassionate sympathy sympathetic sympathize understanding caring
feeling feelings emotion emotional emotions mood sentiment
wait waiting queue queuing line hold backlog
delay delayed late overdue behind postponed tardy slow
hurry rush rushing hasty haste quick quickly fast speed speedy swift rapid hurried
patience patient patiently
impatience impatient hurried
nervous nervousness anxious anxiety worried worry fear fearful afraid scared uneasy apprehensive concerned intimidated
confused confusion confusing unclear puzzled bewildered lost
stress stressed stressful pressure burnout overwhelmed overwhelming overworked strain tension exhausted exhaustion fatigue tired
busy swamped workload overload overloaded
thanks thank thankful gratitude grateful appreciate appreciation appreciative
praise recognition recognize kudos compliment credit commend celebrate reward acknowledge
holiday holidays christmas xmas festive yuletide december
poem poetry verse rhyme poems
resolution resolutions goal goals
resolve resolving resolution solve solving solution fix fixing remedy
determination determined willpower perseverance persistence persistent grit tenacity resolve
ai chatbot chatbots bot bots robot robots artificial intelligence automation automated virtual machine computer
technology digital online app software selfservice website
phone telephone call calling caller
email mail message inbox
voicemail message
followup callback checkin
repeat repeated repeating recurring again
transfer transferred handoff handover bounced passed
explain explanation explaining clarify describe
educate educator education teach teacher teaching instruct train training coach coaching
jargon technical complex complicated
talk talking speak speaking chatting
ramble rambling longwinded verbose wordy overexplain babble
listen listening hear hearing attentive attention
distracted inattentive disinterested indifferent
ask asking question questions inquire inquiry enquiry
answer reply respond response responding responsive
promise commitment guarantee assurance
expect expectation expectations anticipate
refund refunds reimbursement reimburse repayment moneyback
lie lies lied lying liar dishonest deceive deceptive mislead misleading misled untruthful
trust trusting credibility credible honest honesty sincere sincerity integrity
next step steps stage
process procedure workflow protocol
policy rule rules regulation
check checking verify verification review proofread accuracy quality qa
paperwork form forms document documents application
imitate imitation copy copying mimic emulate model mentor
example examples sample instance illustration
learn learning improve improvement improving develop development growth
energy energetic enthusiasm enthusiastic lively passion passionate zest upbeat
apathy apathetic indifference indifferent uncaring bored
dull boring bland monotonous flat tedious
motivation motivate motivated inspire inspiration morale drive
positive positivity optimism optimistic upbeat cheerful
negative negativity pessimism
attitude mindset outlook
impression impressions greeting greet welcome introduction appearance
manners polite politeness courtesy courteous respectful respect
smile smiling friendly friendliness warm kind kindness
loyalty loyal retention retain returning repeat lifelong
relationship rapport connection connect bond bonding
engage engagement engaging engaged involve involvement
personalize personal individual unique tailored customized
decision decide deciding choose choice choosing judgment judge decisions
empower empowerment empowered autonomy authority discretion
plan planning planner prepare preparation preparing organize organized schedule
emergency urgent urgency crisis rush
prioritize priority priorities triage
proactive proactively initiative ahead preempt
success succeed successful achievement accomplish accomplishment win
effort try trying hardworking
failure fail failing failed
knowledge know expertise information info
share sharing spread hoarding
career promotion promoted advancement raise
drama dramatic exaggerate exaggeration overreact overreacting hysterical
defensive defensiveness defend defending justify excuse excuses
support backing back stand
body nonverbal gesture posture expression cue cues signal
tone voice intonation
interrupt interrupting interruption
value values principle principles standard standards guideline
practice practise habit routine
change changes changing adapt adaptation flexible flexibility adjust pivot agile
resource resources understaffed shortage budget
damage damaged dent broken break defect defective faulty
billing bill invoice charge charges fee fees payment overcharged
price cost costs expensive pricing
shipment shipping ship shipped delivery deliver package parcel order
appointment booking reservation reschedule
opportunity chance
culture environment climate
metrics metric kpi measurement measure target targets handle
shorten shorter short reduce
refuse refusal decline deny no cannot impossible
option options alternative alternatives choices
idea ideas suggestion suggest
feedback survey
inform informed update updates notify notified communicate communicated
understand understanding comprehend grasp follow
touch warmth
`;

const LINES = GROUPS.trim().split("\n");
const found = new Map<string, ReadonlySet<string>>();

/** The stems of words that may stand for those of a stem. Only lines with a word that begins alike are stemmed. */
export function synonymsOf(stem: string): ReadonlySet<string> {
  let synonyms = found.get(stem);
  if (!synonyms) {
    synonyms = findSynonyms(stem);
    found.set(stem, synonyms);
  }
  return synonyms;
}

function findSynonyms(stem: string): Set<string> {
  const synonyms = new Set<string>();
  const start = ` ${stem.slice(0, SHARED_START)}`;
  for (const line of LINES) {
    if (!` ${line}`.includes(start)) continue;
    const stems = line.split(" ").map(stemOf);
    if (stems.includes(stem)) for (const other of stems) synonyms.add(other);
  }
  synonyms.delete(stem);
  return synonyms;
}

/** Phrases that mean what no word of theirs means alone, with the words that they stand for. */
const PHRASE_LINES = `
say sorry = apology
let go = fired
lose my temper = calm
talk too much = overexplain explain
talking too much = overexplain explain
too much information = overexplain
on hold = wait
in line = wait
call back = followup
calls back = followup
follow up = followup
first call resolution = followup resolution
first contact resolution = followup resolution
above and beyond = recognition
well done = recognition
good job = recognition
thank you = thanks
new year = resolution
last minute = emergency planning
go over my head = supervisor
higher up = supervisor
stand up for = defend
in their shoes = empathy
how they feel = empathy
point of view = empathy
cheer up = positive
speed up = fast
slow down = patience
make things right = recovery remedy
make it right = recovery remedy
put right = recovery remedy
word of mouth = loyalty
dead end = impossible
no answer = unknown
passed around = transfer
long time = wait
`;

const PHRASES = PHRASE_LINES.trim().split("\n");

/** The stems of what a phrase stands for, itself given as stems joined by spaces; undefined for any other. */
export function meaningOf(phrase: string): readonly string[] | undefined {
  const start = phrase.slice(0, SHARED_START);
  for (const line of PHRASES) {
    if (!line.startsWith(start)) continue;
    const [words = "", meaning = ""] = line.split(" = ");
    if (words.split(" ").map(stemOf).join(" ") === phrase) return meaning.split(" ").map(stemOf);
  }
  return undefined;
}
