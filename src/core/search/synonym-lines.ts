/**
 * Words of the trade that stand for one another. In a line, all mean nearly the same; a word may stand in several
 * lines. They widen a query, at less weight than the words that were typed.
 */
export const SYNONYM_LINES: readonly string[] = `
angry anger angrily furious fury irate mad livid fuming enraged outraged upset heated hostile temper rage yelling yell shouting shout screaming scream cross seething raging incensed infuriated aggressive aggression snap snapped tantrum outburst meltdown pissed ticked
upset frustrated frustration annoyed annoying irritated agitated aggravated exasperated displeased unhappy dissatisfied disappointed disappointment discontent grumpy moody cranky sulking bitter resentful fedup
rude impolite disrespectful abusive insulting insult offensive nasty hostile obnoxious swearing cursing aggressive profanity swear cussing vulgar foul bully bullying harassment threatening condescending patronizing arrogant
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
admit acknowledge confess accountable accountability responsibility responsible ownership
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
promise commitment guarantee assurance promises promised pledge assure
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
loyalty loyal retention retain returning repeat lifelong repeats churn attrition cancel cancellation switching competitor longterm regular regulars
relationship rapport connection connect bond bonding relate relationships partnership friendly
engage engagement engaging engaged involve involvement
personalize personal individual unique tailored customized personalise personalised personalisation individualized
decision decide deciding choose choice choosing judgment judge decisions decisive indecisive dilemma determine
empower empowerment empowered autonomy authority discretion independent independence permission ownership
plan planning planner prepare preparation preparing organize organized schedule prep scheduling
emergency urgent urgency crisis rush urgently asap lastminute panic deadline
prioritize priority priorities triage
proactive proactively initiative ahead preempt
success succeed successful achievement accomplish accomplishment win
effort try trying hardworking effortful
failure fail failing failed fails flop setback disappointment defeat loser
knowledge know expertise information info knowhow skill expert
share sharing spread hoarding
career promotion promoted advancement raise
drama dramatic exaggerate exaggeration overreact overreacting hysterical dramatics overacting fuss scene
defensive defensiveness defend defending justify excuse excuses deny denial
support stand supportive loyal backup
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
refuse refusal decline deny cannot impossible refusing reject rejected rejection turndown denied denying unable
option options alternative alternatives choices
idea ideas suggestion suggest
feedback survey review reviews rating ratings comment comments poll questionnaire csat nps voice
inform informed update updates notify notified
understand understanding comprehend grasp follow
touch warmth
busy multitasking multitask juggling juggle simultaneous overloaded
abusive abuse threat threats threatening threaten harass harassment
cry crying cries tears tearful sobbing weeping emotional
condescending patronizing belittle belittling superior arrogant insulting
exceed exceeding surpass delight delighting wow extra
script scripted scripts robotic template templates generic impersonal boilerplate
summary summarize recap minutes notes note
close closing closure goodbye farewell end ending finish finishing conclude wrapup signoff
open opening greeting hello
team teamwork collaborate collaboration cooperate cooperation colleague unity
meeting meetings huddle standup briefing agenda
remote zoom video virtual online webinar
quality craftsmanship excellence excellent standard
speed pace tempo rate quick
focus concentrate concentration concentrating focused attention focusing
procrastinate procrastination procrastinating avoid avoiding avoidance postpone
goodwill kindness generosity
retain retention
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
outage downtime crash offline broken
hesitate hesitant hesitation unsure indecisive
angry irate indignant wrath hothead shorttempered badtempered livid ballistic berserk stroppy belligerent antagonistic
upset miffed peeved irked riled vexed disgruntled distraught distressed anguished hurt
yelling hollering bellowing tirade outburst blowup
rude surly gruff curt brusque abrupt snippy snarky sarcastic sarcasm insolent impertinent discourteous illmannered badmannered uncouth boorish
abusive racist racism sexist sexism slur derogatory demeaning bigoted
abusive creepy flirting flirty inappropriate harassing
difficult rowdy unruly drunk drunken disruptive
demanding needy clingy pushy bossy finicky nitpicky nitpicking pedantic snobby snooty pompous diva whiny
stubborn obstinate headstrong uncooperative inflexible uncompromising unyielding hardheaded
complaint whinge bellyache kvetch moaner griping grumbling
calm tranquil placid unflappable poise equanimity stoic selfpossessed imperturbable selfcontrol
calm decompress unwind destress relaxation
defuse mollify conciliate conciliatory quell placate
argument bicker squabble altercation showdown standoff infighting
provoke provocation antagonize escalate
apology oops whoops soz contrition atone repent
forgiving reconcile reconciliation
mistake snafu gaffe bungle slipup cockup misstep miscalculation misjudge misspoke foulup
misunderstanding miscommunication misinterpret misconstrue misheard mishear misconception misread
inaccurate inaccuracy erroneous incorrectly wrongly
blame culprit culpable guilt
honest honestly candid candor upfront forthright
admit fess concede disclose disclosure
manager higherup mgr teamlead linemanager
turnover resign attrition
sacked downsized ousted
colleague workmates officemate deskmate buddy pal
employee staffer csr salesperson salespeople shopkeeper waiter waitress teller frontline
receptionist concierge reception foyer lobby
customer clientele policyholder claimant
experience cx
empathy kindhearted warmhearted softhearted commiserate
uncaring callous heartless coldhearted unfeeling insensitive
rude unfriendly unwelcoming standoffish unapproachable aloof offhand
crying teary weepy bawling sobbed wept
delay holdup setback
late belated belatedly tardiness latecomer unpunctual punctual
hurry pronto hastily rapidly swiftly speedily briskly expedite
nervous antsy edgy jumpy flustered rattled nerves spooked shaky trembling trepidation tense
scared terrified petrified fearing dread fright
confidence selfassured selfworth courage bravery
doubt insecurity inadequacy inadequate worthless unworthy
confused bamboozled befuddled clueless mystified stumped muddled flummoxed disoriented dumbfounded
jargon acronym buzzword lingo gobbledygook mumbojumbo technobabble legalese
stressed frazzled knackered overstretched inundated overburdened overtaxed bogged stressedout burntout burnedout
tired sleepy drowsy overtired lethargy lethargic listless pooped zonked
resilience resilient toughness unbreakable
hectic chaotic frantic frenzied frenetic
crowded jampacked overcrowded doublebooked overbooked
thanks thx tysm indebted
praise laud applaud accolade flattery flatter testimonial highfive plaudits
appreciate unappreciated underappreciated unrecognized unnoticed thankless ungrateful ingratitude
holiday hanukkah kwanzaa festivities yearend
poem poet poetic limerick haiku stanza
goal aspiration ambition aim
remedy rectify redress
determination tenacious resolute steadfast unwavering relentless persevere undeterred
chatbot voicebot callbot genai
phone telephony landline handset
voicemail answerphone
email autoreply autoresponder outofoffice
phrase verbiage rephrase reword
typo misspelling misspelt spellcheck proofread
repeat reiterate restate rehash retell repetitive repeatedly
transfer rerouted misrouted misdirected
explain elaborate paraphrase demystify reword rephrase
training retrain elearning facilitator reskill
mentor mentorship mentee apprenticeship
beginner noob greenhorn novice inexperienced
rambling chatterbox chatty motormouth windbag yapping blabber blather prattle gabby digress oversharing
concise succinct succinctly pithy terse tldr
rapport banter chitchat smalltalk
distracted preoccupied sidetracked absentminded scatterbrained
curious inquisitive nosy curiosity
ask interrogate enquire
unanswered unreplied unreturned ghosted stonewall brushoff
promise overpromise underdeliver renege backpedal
assume presume presumption presumptuous preconception preconceived
refund chargeback rebate recompense restitution
lie untruth falsehood swindle ripoff hoodwinked bogus deceitful underhanded duplicitous
trust trustworthy
paperwork bureaucracy bureaucratic redtape
accuracy meticulous thorough thoroughly conscientious diligent diligence detailoriented errorfree
careless slapdash slipshod halfhearted negligent negligence lackadaisical sloppy
sloppy incompetent incompetence inept ineptitude shoddy
skill skillset competence proficient capable
enthusiasm peppy bubbly perky cheery vivacious exuberant gusto oomph zestful enthused invigorate
apathy unenthusiastic lackluster nonchalant blase meh uninterested unbothered disinterest uninspired
boring boredom monotony humdrum mundane drab dreary uninteresting
discouraged downhearted demoralized disheartened dispirited despondent dejected hopeless glum deflated
disappointed sad miserable misery unhappiness heartbroken devastated
positive joyful joyous jolly jovial lighthearted optimist
negative pessimist cynic naysayer buzzkill killjoy defeatist
respectful gracious graciously wellmannered decorum diplomatic
smile grin smiley
approachable affable amiable likable likeable congenial sociable charismatic charisma goodnatured
warmth warmly kindly gentle gently
loyalty winback clv cltv patronage
team camaraderie solidarity teambuilding teamspirit
personalize bespoke tailormade
indecision undecided dithering wavering overthink secondguess
judgment prudent prudence commonsense
autonomy selfsufficient selfreliance selfdirected
empower powerless helpless disempowered
initiative selfmotivated gogetter selfstarter
micromanaged overbearing domineering nitpicking
planning forethought foresight unplanned disorganized unorganized unprepared
urgent timesensitive eleventhhour
success thrive flourish
failure shortcoming unsuccessful flunked fiasco debacle
knowledge savvy wellversed knowhow
hoarding silo gatekeeping
drama theatrics histrionics melodrama melodramatic overblown attentionseeking hissyfit conniption crybaby
defensive touchy thinskinned oversensitive hypersensitive
posture slouch stance
frown scowl grimace eyeroll
nonverbal fidget
voice diction enunciate mumble articulate
interrupt interject crosstalk intrude
principles tenet ethos credo motto
reorganization reorg restructure shakeup upheaval
flexible nimble adaptable
understaffed shortstaffed shorthanded manpower headcount cutbacks
defective flaw dud substandard shoddy
damaged wrecked dinged busted
overcharged overbilled misbilled surcharge doublecharged ripoff
overdue unpaid arrears
price overpriced pricey costly unaffordable
shipment backorder undelivered misdelivered
appointment noshow timeslot
sale crosssell telesales salesy hardsell
outbound telemarketing coldcall
metrics scorecard dsat okr quota
fcr ftr firstcontact
deadline sla turnaround timeframe eta timescale duedate
feedback voc
wrapup acw aftercall
quality qc
encounter touchpoint
digital omnichannel multichannel
denied disallowed prohibited ineligible
alternative workaround winwin stopgap
suggest brainstorm
inform apprise forewarn fyi headsup
wow amaze astonish overdeliver
robotic stilted rote
closing bye goodbyes
meet townhall offsite preshift
attention undivided
procrastination dawdle dillydally shirk evasive sidestep putoff
insincere feigned contrived lipservice disingenuous twofaced
grieving widow deceased bereft condolence
sick unwell ailing bedridden
hospital nurse doctor physician outpatient infirmary
silence deadair speechless hush
badmouthing slander trashtalk backbiting backstabber
perspective standpoint pov
judgmental judgy prejudice prejudiced stereotype
unfairly unfair unjust injustice
boundaries pushover doormat peoplepleaser
embarrassed ashamed shame humiliated mortified
unexpected unforeseen blindsided
uncertainty uncertain unpredictable
scolding reprimand berate chastise rebuke admonish
humble humility modest modesty
neutral impartial evenhanded
defend vouch
habit ritual
excellence superb topnotch firstrate worldclass fivestar
perfect faultless impeccable immaculate
control selfrestraint restraint
genuine wholehearted wholeheartedly
patience forbearance
tenacity stickability
`
  .trim()
  .split("\n");
