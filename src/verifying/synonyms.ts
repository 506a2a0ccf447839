import { proseSynonyms } from './prose-synonyms.js';
import { formOf } from './word-forms.js';

/** Words that say the same in prose about agreements, conflicts, money and people. A word may stand in several lines. */
const groups = `agreement deal accord pact settlement treaty
agree reach strike conclude negotiate sign clinch broker
ceasefire truce armistice cessation
talk negotiation discussion consultation meeting
talk meet sit discuss negotiate
fight hostility combat
fighting war conflict hostilities
attack strike raid assault offensive
army troops forces military soldiers
rebel militant fighter insurgent
terrorist militant extremist radical
stop halt end cease finish terminate cessation
start begin launch open commence initiate
go last take continue
continue proceed persist remain
hold last survive
live inhabit inhabitant reside resident
founded establish create
collapse fail break fall
conceal hide cover secret
reveal show disclose expose publish
say state declare announce tell voice
claim allege assert maintain insist argue
deny reject dispute
criticize blame condemn attack
accept recognize acknowledge approve embrace
refuse reject decline
want seek aim goal wish desire hope
plan intend aim
try attempt effort seek
need must require
help aid assist support back
persuade convince
surprise unexpected unexpectedly astonish shock
expect foresee predict anticipate
unclear uncertain unknown
clear obvious evident
worry concern fear anxiety
problem difficulty challenge obstacle issue
difficult hard tough challenging
easy simple
serious grave severe major significant big
important key essential crucial vital major central
big large huge great major enormous
small little minor tiny
success victory win triumph
defeat loss failure
win gain achieve
lose forfeit
weaken diminish reduce undermine
strengthen boost increase improve
increase rise grow climb
decrease fall drop decline reduce
influence affect sway shape
cause lead bring prompt provoke trigger spark
gather collect
base station locate situate
close shut
rule decide
accept acknowledge concede
object oppose
latest recent
found establish
begin open
intend want
pay contribute
fix determine
run operate
finish complete
entire whole complete
result outcome consequence
change shift alter
approach attitude position stance
idea proposal notion
opinion view viewpoint standpoint perspective
version theory account explanation
expert analyst specialist observer
official representative
leader head chief president
government regime administration authorities
minister secretary
partner ally
enemy opponent foe adversary rival
sponsor backer supporter
group organization faction party
opposition rebel dissident
future prospect
agenda programme plan
demand call insist require
leave resign quit depart go
stay remain keep
power office rule
abandon relinquish surrender
cancel abort
delay postpone defer
give provide grant offer supply
get receive obtain gain
send dispatch deliver
bring carry
make create establish set form build
establish found create set
center headquarters hub
region area zone territory
country nation state
city town
place location site
time moment
several many numerous various
together joint jointly
equal same
different diverse various
divided fractured split fragmented
united unified
swiftly quickly fast rapidly soon
often repeatedly frequently numerous
now currently present
previously earlier before formerly
former previous old
finally eventually
unplanned improvised improvisation spontaneous impulse
document paper text
ready prepared willing
willing ready prepared
determined resolved bent
able capable
capability ability capacity
depend rely hinge
trust confidence faith
mistrust distrust suspicion
discontent dissatisfaction displeasure unhappy
control seize capture take
destroy wipe eliminate crush
target bomb hit
arm equip weapon
train teach instruct
hostage captive prisoner
release free
election vote
rating poll popularity
voter electorate
public people population
share exchange swap
information intelligence data
cooperate collaborate cooperation
compromise concession
pressure push force
responsibility blame
breakdown collapse
prove show demonstrate
ignore neglect disregard overlook
resolve solve settle
crisis conflict war
peace settlement
goal objective aim purpose
company firm business
buy purchase acquire
sell market
price cost
pay spend
money fund funding
worker employee staff
job work post
student pupil
doctor physician
child kid
illness disease
drug medicine medication
kill murder
die death perish
hurt injure wound harm
build construct
house home
car vehicle
begin onset start outset
allow let permit enable
prevent stop block avoid
ban prohibit forbid exclude
rule law regulation
test exam examine
find discover detect
study research investigate
use employ utilize
choose select pick
keep retain maintain
raise increase lift
cut reduce slash
join enter participate
visit trip
arrive come reach
return back
quarrel dispute argue
afraid fear scared
angry furious outraged
happy glad pleased
sad unhappy
rich wealthy
poor needy
smart clever intelligent
wrong incorrect mistaken
right correct true`;

const linesOf: ReadonlyMap<string, ReadonlySet<number>> = (() => {
  const found = new Map<string, Set<number>>();
  for (const [line, words] of `${groups}\n${proseSynonyms}`.split('\n').entries()) {
    for (const word of words.split(/\s+/u)) {
      const term = formOf(word);
      if (term !== undefined) found.set(term, (found.get(term) ?? new Set()).add(line));
    }
  }
  return found;
})();

/** True when two terms may stand for one another. */
export function areSynonyms(one: string, other: string): boolean {
  const lines = linesOf.get(one);
  const others = linesOf.get(other);
  if (lines === undefined || others === undefined) return false;
  for (const line of lines) if (others.has(line)) return true;
  return false;
}
