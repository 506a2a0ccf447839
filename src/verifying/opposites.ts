import { formOf } from './word-forms.js';

/** Words that cannot both be true of one thing; each line has two sides. */
const lists = `accept allow approve permit | reject refuse deny forbid ban exclude prohibit
agree | disagree refuse
able capable | unable incapable
advance | retreat withdraw
ally friend partner | enemy foe opponent adversary
always | never
before | after
begin start launch open | end stop finish close halt
better | worse
big large huge great | small little tiny
boost strengthen raise increase improve grow rise gain | diminish weaken lower decrease reduce cut shrink fall drop decline worsen
build establish create | destroy dismantle abolish
capture seize | lose free
cause | prevent
certain clear obvious | uncertain unclear vague
cheap | expensive
common shared | own separate different
confirm | deny refute
conceal hide cover | reveal show disclose expose publish
constructive | destructive
difficult hard | easy simple
early | late
eager willing keen ready happy | reluctant unwilling hesitant
enemy | friend
enter join | leave quit
equal | unequal junior
expect predict anticipate | surprise unexpected unforeseen
expected | unexpectedly
fail failure collapse | succeed success
false wrong untrue | true right correct
fast quick swift | slow
few | many
first | last
fractured divided fragmented disunited | united unified cohesive
full | empty partial
gain | lose
good great | bad terrible poor
guilty | innocent
help support | hinder oppose
support welcome adopt ratify praise | reject oppose criticize
win | lose
cheaper | dearer expensive
higher | lower
larger bigger greater | smaller
longer taller | shorter
faster | slower
warmer hotter | colder cooler
stronger | weaker
richer | poorer
easier | harder
earlier | later
open | shut
approve confirm | block veto overturn
profit profitable | loss unprofitable
hold last survive | collapse fail
end stop cease | continue
include cover contain | exclude
alive survive live | dead die
present | absent
clean | dirty polluted
dry | wet
healthy | sick ill
young younger | old older
heavy heavier | light lighter
deep deeper | shallow shallower
convict | acquit
arrive | depart
expand extend | contract shrink shorten
resume continue | suspend interrupt
employed | unemployed
married | unmarried divorced
solvent | bankrupt
intact undamaged | damaged destroyed
crowded | deserted
calm quiet | violent
high | low
important essential major significant key crucial | unimportant minor insignificant trivial negligible
include | exclude
inside | outside
keep stay remain | leave resign quit go
legal | illegal
long | short
love like | hate dislike
majority | minority
many most | few least
maximum | minimum
moderate | radical extreme
more | less fewer
near close closer | far distant further farther away
necessary | unnecessary
negative | positive
official | unofficial
officially | unofficially
openly publicly public | secretly covertly secret
optimistic | pessimistic
past former | future
peace | war
permanent | temporary
permit | prohibit
possible | impossible
powerful strong | weak
profit | loss
progress | setback
promise | refuse
quietly | loudly
remember | forget
rich | poor
rise | fall
safe | dangerous unsafe
save | spend waste
same | different
satisfied content pleased | discontent dissatisfied unhappy
send | receive
special | ordinary
stable | unstable
strength | weakness
success win victory triumph | defeat failure loss
sufficient enough | insufficient
sure | unsure
trust confidence | mistrust distrust suspicion
training arming arm | disarming disarm
unanimous | divided
up | down
useful | useless
warm | cold
wide broad | narrow
with | without
spontaneous improvised unexpectedly | planned prepared
spot | advance
escalate | deescalate
control | uncontrolled
top | bottom
optional voluntary | mandatory compulsory
public | private
domestic | foreign
import | export
borrow | lend
hire | fire
attack | defend
appear | disappear
approve | disapprove
satisfied | dissatisfied
connect | disconnect
advantage | disadvantage
obey | disobey
legal | illegal
regular | irregular
relevant | irrelevant
responsible | irresponsible
adequate | inadequate
ability able | inability
complete | incomplete
consistent | inconsistent
dependent | independent
direct | indirect
effective | ineffective
secure | insecure
visible | invisible
perfect | imperfect
proper | improper
patient | impatient
balance | imbalance
old | new
cheaper | dearer
popular | unpopular
hot | cold
above | below
upper | lower
allies | opponents
remain stay keep | remove oust topple overthrow depose
admit acknowledge concede | deny
improve better | worsen deteriorate worse
honest | dishonest evasive
planned prepared | unexpectedly improvised
secret secretly | openly open
friendly | hostile
north northern | south southern
east eastern | west western
northward northwards | southward southwards
eastward eastwards | westward westwards
summer | winter
morning | evening
bow | stern
port | starboard
upstream | downstream
ahead | behind
front | rear back
urban | rural
deficit | surplus
survivor survive | victim casualty dead
employer | employee
buyer | seller
defendant | plaintiff
largest biggest | smallest
highest | lowest
richest | poorest
best | worst
strongest | weakest
oldest | youngest newest
longest | shortest
earliest | latest
fastest | slowest
nearest closest | farthest
produce production | consume consumption
appoint | dismiss
praise welcome applaud | criticise condemn denounce
optimism | pessimism
confidence | doubt
hopeful | hopeless
vote | abstain
underground | overground
indoors | outdoors
ascend | descend
arrival | departure
entrance | exit
cheap | costly
tighten | loosen relax ease
narrow | wide broad
lengthen | shorten
deepen | ease
accelerate | slow
binding | nonbinding
halve | double
underestimate | overestimate`;

/** Term → all that are listed as its opposite. Most terms have none, and sentences are compared word by word. */
const opposed: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const found = new Map<string, Set<string>>();
  const add = (one: string, other: string): void => {
    found.set(one, (found.get(one) ?? new Set()).add(other));
  };
  for (const line of lists.split('\n')) {
    const [left = [], right = []] = line.split('|').map((side) =>
      side
        .trim()
        .split(/\s+/)
        .map((word) => formOf(word) ?? word),
    );
    for (const one of left) {
      for (const other of right) {
        add(one, other);
        add(other, one);
      }
    }
  }
  return found;
})();

// Others lie: to inform is not the opposite of to form, nor to discover that of to cover. Those that do not are listed.
const prefix = /^(?:un|non|mis)(?=\p{L}{4})/u;
const shortestPrefix = 2;
const longestPrefix = 3;

/** True when two terms say the opposite of one another: "rise" and "fall", "willing" and "unwilling". */
export function areOpposite(one: string, other: string): boolean {
  if (one === other) return false;
  if (opposed.get(one)?.has(other) === true) return true;
  const more = Math.abs(one.length - other.length);
  if (more < shortestPrefix || more > longestPrefix) return false;
  const [longer, shorter] = one.length > other.length ? [one, other] : [other, one];
  return shorter.length >= 4 && longer.endsWith(shorter) && longer.replace(prefix, '') === shorter;
}
