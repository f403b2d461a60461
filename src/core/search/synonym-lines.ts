/**
 * Words of the trade that stand for one another. In a line, all mean nearly the same; a word may stand in several
 * lines. They widen a query, at less weight than the words that were typed.
 */
export const SYNONYM_LINES: readonly string[] = `
angry anger angrily furious fury irate mad livid fuming enraged outraged upset heated hostile temper rage yelling yell shouting shout screaming scream cross seething raging incensed infuriated mean aggressive aggression snap snapped tantrum outburst meltdown
upset frustrated frustration annoyed annoying irritated agitated aggravated exasperated displeased unhappy dissatisfied disappointed disappointment discontent grumpy moody cranky sulking bitter resentful fedup
rude impolite disrespectful abusive insulting insult offensive nasty hostile obnoxious swearing cursing mean aggressive profanity swear cussing vulgar foul bully bullying harassment threatening condescending patronizing arrogant
difficult tough challenging hard tricky awkward
demanding entitled picky fussy highmaintenance stubborn unreasonable karen jerk troublesome rude
complaint complain complaining grievance moan criticism criticize objection complainer whine whining grumble gripe protest rant review
calm composed cool collected relaxed composure serene coolheaded levelheaded zen steady unruffled breathe
defuse deescalate deescalation soothe pacify placate appease settle calm diffuse disarm reassure soften
vent venting unload rant ranting
argue argument arguing dispute conflict disagreement quarrel confrontation fight fighting feud clash friction tension disagree disagreeing
apology apologize apologizing apologetic sorry regret remorse forgive forgiveness contrite amends apologise apologies apologising regretful
mistake error fault blunder slip mishap goof oversight accident screwup mixup mishandled flub botch botched typo wrong mess messed misprint glitch
wrong mistaken incorrect misinformed inaccurate
blame fault accuse accusation accused scapegoat fingerpointing guilty
admit own acknowledge confess accountable accountability responsibility responsible ownership
manager supervisor boss superior leader leadership director executive chief lead teamleader head management
escalate escalation escalating supervisor
fire fired firing terminate terminated dismiss dismissed dismissal sack sacked layoff letgo laid redundant redundancy
coworker colleague teammate workmate peer team associate coworkers crew staff
employee staff worker rep agent representative personnel clerk cashier operator assistant newhire
customer client guest patron shopper buyer consumer patient caller visitor consumers member resident tenant diner user subscriber passenger student parent public
empathy empathetic empathize empathic compassion compassionate sympathy sympathetic sympathize understanding caring relate sensitive sensitivity
feeling feelings emotion emotional emotions mood sentiment
wait waiting queue queuing line hold backlog delay queued lineup backlogged
delay delayed late overdue behind postponed tardy slow lateness running overrun
hurry rush rushing hasty haste quick quickly fast speed speedy swift rapid hurried
patience patient patiently
impatience impatient hurried
nervous nervousness anxious anxiety worried worry fear fearful afraid scared uneasy apprehensive concerned intimidated jitters jittery shy timid frightened panic panicking insecure unsure doubt
confused confusion confusing unclear puzzled bewildered lost misunderstood misunderstand misunderstanding baffled perplexed unsure foggy
stress stressed stressful pressure burnout overwhelmed overwhelming overworked strain tension exhausted exhaustion fatigue tired exhausting drained weary overload coping cope struggle struggling hectic
busy swamped workload overload overloaded rushed slammed hectic crowded packed peak
thanks thank thankful gratitude grateful appreciate appreciation appreciative thankyou thanking
praise recognition recognize kudos compliment credit commend celebrate reward acknowledge applause congratulate congratulations shoutout rewarding incentive bonus award appreciate
holiday holidays christmas xmas festive yuletide december thanksgiving vacation seasonal winter
poem poetry verse rhyme poems
resolution resolutions goal goals
resolve resolving resolution solve solving solution fix fixing remedy
determination determined willpower perseverance persistence persistent grit tenacity resolve
ai chatbot chatbots bot bots robot robots artificial intelligence automation automated virtual machine computer chatgpt gpt llm siri alexa automate automating ivr
technology digital online app software selfservice website computer portal web internet site
phone telephone call calling caller phones phoning dial dialing ring hotline
email mail message inbox emails write writing text texting sms letter memo reply correspondence
voicemail message
followup callback checkin followthrough
repeat repeated repeating recurring again
transfer transferred handoff handover bounced passed transferring handing forwarded forward redirect reroute handovers
explain explanation explaining clarify describe describing simplify instruct instructions
educate educator education teach teacher teaching instruct train training coach coaching trainer mentor mentoring tutorial onboard onboarding orientation newcomer newbie rookie trainee apprentice beginner newhire lesson workshop
jargon technical complex complicated
talk talking speak speaking chatting
ramble rambling longwinded verbose wordy overexplain babble
listen listening hear hearing attentive attention listener heed
distracted inattentive disinterested indifferent ignore ignored ignoring multitasking daydreaming phone
ask asking question questions inquire inquiry enquiry questioning probe probing
answer reply respond response responding responsive
promise commitment guarantee assurance promises promised pledge assure word
expect expectation expectations anticipate
refund refunds reimbursement reimburse repayment moneyback voucher compensation compensate
lie lies lied lying liar dishonest deceive deceptive mislead misleading misled untruthful fib fibbing deceit cheat cheated scam
trust trusting credibility credible honest honesty sincere sincerity integrity believe believable distrust mistrust loyal rapport
next step steps stage
process procedure workflow protocol
policy rule rules regulation guidelines terms exception loophole
check checking verify verification review proofread accuracy quality qa
paperwork form forms document documents application
imitate imitation copy copying mimic emulate model mentor
example examples sample instance illustration
learn learning improve improvement improving develop development growth progress selfimprovement grow growing upskill practice
energy energetic enthusiasm enthusiastic lively passion passionate zest upbeat energized liveliness spirited vigor pep vibrant excitement excited
apathy apathetic indifference indifferent uncaring bored lazy laziness complacent careless carefree disengaged unmotivated
dull boring bland monotonous flat tedious
motivation motivate motivated inspire inspiration morale drive encourage encouraging encouragement demotivated unmotivated cheer uplift uplifting spirit booster boost
positive positivity optimism optimistic upbeat cheerful happy happiness joy bright
negative negativity pessimism toxic gloomy complaining downer cynical cynicism
attitude mindset outlook mentality demeanor approach
impression impressions greeting greet welcome introduction appearance greeter hello hi introduce introducing intro
manners polite politeness courtesy courteous respectful respect etiquette civil civility decency professionalism professional tact tactful
smile smiling friendly friendliness warm kind kindness smiles welcoming pleasant nice cheerful approachable hospitable hospitality
loyalty loyal retention retain returning repeat lifelong repeats churn attrition cancel cancellation leaving switching competitor keep longterm regular regulars
relationship rapport connection connect bond bonding relate relationships partnership friendly
engage engagement engaging engaged involve involvement
personalize personal individual unique tailored customized personalise personalised personalisation individualized custom name names
decision decide deciding choose choice choosing judgment judge decisions decisive indecisive dilemma determine
empower empowerment empowered autonomy authority discretion independent independence permission ownership
plan planning planner prepare preparation preparing organize organized schedule prep scheduling
emergency urgent urgency crisis rush urgently asap lastminute panic deadline
prioritize priority priorities triage
proactive proactively initiative ahead preempt
success succeed successful achievement accomplish accomplishment win
effort try trying hardworking hard effortful
failure fail failing failed fails flop setback disappointment defeat loser
knowledge know expertise information info knowhow skill expert
share sharing spread hoarding
career promotion promoted advancement raise
drama dramatic exaggerate exaggeration overreact overreacting hysterical dramatics overacting fuss scene
defensive defensiveness defend defending justify excuse excuses deny denial
support backing back stand supportive loyal backup
body nonverbal gesture posture expression cue cues signal
tone voice intonation accent pitch sound sounding inflection
interrupt interrupting interruption interruptions interrupted cutoff talkover overtalk
value values principle principles standard standards guideline ethics ethical moral morals integrity mission vision
practice practise habit routine
change changes changing adapt adaptation flexible flexibility adjust pivot agile
resource resources understaffed shortage budget
damage damaged dent broken break defect defective faulty scratch scratched breakage crack cracked ruined malfunction
billing bill invoice charge charges fee fees payment overcharged billed invoices statement charged overcharge
price cost costs expensive pricing
shipment shipping ship shipped delivery deliver package parcel order courier missing luggage mail
appointment booking reservation reschedule bookings calendar reserve rescheduling
opportunity chance
culture environment climate
metrics metric kpi measurement measure target targets handle stats statistics score scores csat nps numbers aht performance productivity
shorten shorter short reduce
refuse refusal decline deny no cannot impossible refusing reject rejected rejection turndown denied denying unable
option options alternative alternatives choices
idea ideas suggestion suggest
feedback survey review reviews rating ratings comment comments poll questionnaire csat nps voice
inform informed update updates notify notified communicate communicated
understand understanding comprehend grasp follow
touch warmth
busy multitasking multitask juggling juggle simultaneous overloaded
abusive abuse threat threats threatening threaten harass harassment
cry crying cries tears tearful sobbing weeping emotional
condescending patronizing belittle belittling superior arrogant insulting
exceed exceeding surpass delight delighting wow extra
script scripted scripts robotic canned template templates generic impersonal boilerplate
summary summarize recap minutes notes note
close closing closure goodbye farewell end ending finish finishing conclude wrapup signoff
open opening start starting beginning greeting hello
team teamwork collaborate collaboration cooperate cooperation colleague unity
meeting meetings huddle standup briefing agenda
remote zoom video virtual online webinar teams
quality craftsmanship excellence excellent standard
speed pace tempo rate quick
focus concentrate concentration concentrating focused attention focusing
procrastinate procrastination procrastinating avoid avoiding avoidance postpone
goodwill kindness generosity
retain retention keep keeping losing lose
competitor competition rival competitors rivals
sincere sincerely genuine genuinely authentic heartfelt honest real
fake insincere phony hollow forced artificial
grief grieving bereavement bereaved loss death funeral mourning condolences
sick ill illness disease hospital health medical patient
elderly senior seniors older aged
proud pride privilege honor
confidence confident selfconfidence selfesteem assurance selfdoubt impostor imposter doubt
bodylanguage nonverbal gestures eye contact posture
silent silence quiet pause pausing
noise noisy loud loudly
sales selling sell seller upsell upselling
newcomer newbie firsttime firsttimer unfamiliar stranger lost
store shop retail restaurant hotel counter reception frontdesk
criticism criticize criticized critique negative
gossip gossiping backstabbing badmouth badmouthing rumor
conflict confrontation confront confrontational friction clash
deadline deadlines due timeline timeframe
disappoint disappointed disappointing disappointment letdown
forget forgot forgotten forgetful remember reminder remind
compete recover recovery salvage restore win
opinion opinions view views viewpoint perspective
perfection perfectionism perfect flawless
burnout burned burnt exhausted overworked
excited excitement enthusiasm thrilled
vague unclear ambiguous ambiguity misleading
outage downtime down crash offline broken
hesitate hesitant hesitation unsure indecisive
`
  .trim()
  .split("\n");
