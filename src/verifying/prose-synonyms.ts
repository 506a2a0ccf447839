/** Words that reports and those who retell them use for one another. A word may stand in several lines. */
export const proseSynonyms = `blaze fire inferno
disaster accident tragedy catastrophe
accident crash collision
ship vessel boat ferry
lorry truck
car automobile vehicle
plane aircraft jet
train railway rail
road street highway route
port harbour
passenger traveller
crew sailor
victim casualty dead
survivor survive
burn burnt
blame responsible fault
responsible accountable liable
criticism critique rebuke
sharply harshly strongly fiercely
annual yearly annually
monthly month
weekly week
daily day
inspection check examination review audit
inquiry investigation probe
investigator examiner inspector
finding conclusion
conclude find determine
concluded found
postpone delay defer
cancel scrap drop abandon
scrap junk
renew extend prolong
violate breach break infringe
violation breach infringement
comply obey observe respect
connect link tie attach plug
trace attribute ascribe
originate start begin stem
yield produce generate
output production
produce manufacture make
manufacturer maker producer carmaker
carmaker automaker
extract mine dig
extraction extract mining
dig excavate
permit licence license permission authorisation approval
approve grant authorise authorize pass adopt endorse back
adopt pass enact
approval consent assent
consent agree
veto block
reject refuse decline rebuff dismiss
turn reject
oppose against object resist
opposed against
opponent critic
supporter advocate proponent backer
back support endorse favour
stand support
backing support
abandon give surrender
vow pledge promise undertake commit guarantee
pledge promise commitment
assure promise
threaten warn
warn caution alert
caution warning
fear worry
concern worry
hope expect
expect anticipate
expected due scheduled
scheduled planned due
estimate put reckon calculate
calculate compute
calculation estimate
forecast predict projection
answer reply respond counter
response answer reply
counter retort
insist stress emphasise emphasize underline
emphasise stress highlight underscore
point note observe
mention note
mention cite
describe call label term characterise characterize portray
dub call name
regard consider see view deem
believe think hold
think consider
suppose assume presume
doubt question
skeptical doubt sceptical
suspect believe
acknowledge admit concede
admit confess concede
accuse charge
charge prosecute indict
accusation charge allegation
allege accuse
sue court lawsuit
lawsuit suit complaint case
trial case
court tribunal
judge justice
verdict ruling judgment judgement
ruling decision
lawyer attorney solicitor advocate
prosecutor prosecution
sentence punish
fine penalty
punish penalise penalize sanction
reveal disclose
leak disclose
announce declare
declare proclaim
statement declaration
spokeswoman spokesman spokesperson
chairman chairwoman chair chairperson
boss head chief
executive manager management
lead head
ahead lead
leads ahead
front lead
minister secretary
deputy vice
mayor head
parliament legislature house assembly
lawmaker legislator member deputy parliamentarian
senator senate
council board
committee panel board commission
bill draft
law legislation statute act
regulation rule
reform overhaul
amend change modify revise
amendment change
constitution constitutional
election poll
ballot vote poll
poll survey
survey study
motion proposal
early snap
dissolve disband
step resign
resign quit
remain stay
office post position
appoint name nominate
coalition alliance government
junior smaller
leader head
rule govern
reign rule
coup takeover
protest demonstration rally march
protester demonstrator
gather assemble
crowd gathering people
strike walkout stoppage
walk strike
union unions
worker employee labourer
pensioner retiree
retire retirement pension
employer business
wage salary pay
job employment
unemployed jobless
hire recruit employ
dismiss fire sack
layoff redundancy
skill ability
train educate
school academy
pupil student
teacher instructor
university college
scientist researcher
researcher scholar
economist expert
geologist expert
study analysis research
independent impartial
independently independent
evidence proof
prove establish
experiment test trial
method approach way
result finding
cost price expense
expensive costly
cheap inexpensive
money cash funds
finance fund pay
financing funding
financed funded paid
budget spending
invest investment spend
raise secure obtain collect
secure obtain get gain
obtain get win secure
acquire buy
sum amount payment
payment pay
income revenue earnings
income money
profit gain
debt loan
loan credit
bank lender
tax levy duty
share stock
shares stocks
price value
worth value
halve half
halved half
double twice
third one-third
increase raise hike
raise increase lift
rise increase climb grow
increase growth rise
grow increase expand
drop fall decline decrease plunge slip
fell dropped
reduce lower cut decrease diminish lessen
reduction cut
regain recover recoup
lose loss
shortage lack
lack short
requirement need
needed necessary
require need demand
necessary required
compulsory mandatory obligatory
voluntary optional
exempt exempted exemption
exception exemption
exclude omit
contain comprise include have
consist comprise
part portion share
bulk most majority
main chief principal primary
decisive main key
important vital
core central heart main
central main key
huge enormous massive vast
tiny small
narrow close slim
narrowest closest
close narrow tight
near close
closest nearest
neighbouring nearby adjacent
nearby near
situated located lay lie
location site spot
district area quarter
region area
village community town
city capital
border frontier
coast shore
river stream
slope hillside
mountain hill
forest wood
dry run
spring source
summer summertime
pond basin
pollute contaminate
waste rubbish
recycle reuse
environment nature
climate weather
energy power
electricity power
fuel petrol
rich wealthy
richer larger bigger
poor impoverished
hunger famine
aid relief
refugee migrant
flee escape
evacuate rescue
rescue save
saved rescued
help assist
protect safeguard defend
protection protected
secure safe
safety security
danger risk threat hazard
dangerous risky hazardous
stable steady
unstable unsafe
damage harm
destroy ruin
repair mend fix
restore repair
rebuild reconstruct
construct build erect
fill refill
replace substitute
replant replanting
relocate move shift
transfer move
transport carry
deliver bring
send ship
depart leave set
arrive reach come
arrival come
enter reach
reached entered
return come
travel journey
trip journey
visit tour
meeting talks
talks negotiations
conversation talk
negotiator mediator
mediate broker
delegation team
envoy emissary
diplomat ambassador
treaty pact
sign initial
signature sign
ratify approve
implement execute carry
implementation execution
enforce apply
launch start
launch mount
conduct carry hold
attend participate
participate part
involve include
involved part
engage involve
cause reason
reason ground
result consequence
resulting result
lead result
owing due
trigger cause
prompt cause
influence sway
affect influence
effect impact
consequence outcome
aim goal
purpose goal
intention plan
intend plan
project plan scheme
proposal plan
strategy plan
tactic tactical
attempt bid try
effort attempt
struggle fight
battle fight
war conflict
conflict clash
clash fight
attack assault
offensive operation
weapon arms
bomb explosive
soldier troop
military army
military armed
militant rebel
guerrilla rebel
insurgent rebel
extremist radical
terrorist terror
kill slay
died killed
death died
dead killed
wound injure
hurt wound
hospital clinic
doctor medic
treat cure
disease sickness
patient sick
virus infection
vaccine jab
child youngster
young youth
younger under
older over
elderly old
family household
household home
resident inhabitant citizen
people resident
citizen people
public population
voter electorate
million m
friend companion
alliance partnership
partnership cooperation
cooperate collaborate
together jointly
joint shared
shared common
split divide
divided split
division split
divide separate
dispute disagreement
disagree differ
difference gap
agree accept
compromise deal
settle resolve
settlement solution
solution answer
solve settle
problem trouble
difficulty problem
obstacle hurdle
hurdle barrier
barrier obstacle
challenge difficulty
hard difficult
tough hard
easily easy
simple straightforward
complicated complex
complex difficult
clear evident
obvious clear
unclear open
open undecided
undecided unsure
uncertain unsure
certain sure
confident certain
optimistic hopeful
pessimistic gloomy
disappointed disappointment
disappointed frustrated
happy satisfied
angry outraged
surprise astonish
surprised astonished
shock stun
sad upset
worried anxious
proud pride
calm peaceful
violent brutal
violence unrest
unrest turmoil
chaos turmoil
spiral deteriorate
deteriorate worsen
improve better
improvement progress
progress advance
succeed manage
success achievement
achieve reach attain accomplish
achievement accomplishment
overcome surmount
fail unsuccessful
unable incapable
failure collapse
failed unable
victory success
defeat beat
win victory
rival opponent
compete competition
contest competition
competitor rival
champion winner
team side
side party
parties sides
group bunch
organisation body
organisation association
association group
company enterprise operator
firm company
business firm
industry sector
factory plant
shop store
market sell
seller vendor
customer client
buyer purchaser
consumer customer
consumption use
consume use
usage use
use utilise
employ use
apply use
equip fit
install fit
device unit
machine device
tool instrument
system network
design plan
model design
type kind
kind sort
category class
class kind
level degree
rate pace
speed pace
quick rapid
quickly rapidly
slow gradual
gradually slowly
gradual gradually
suddenly abruptly
sudden unexpected
immediately instantly
immediate prompt
soon shortly
recently lately
recent new
new fresh
modern new
old former
ancient old
former ex
earlier previously
previous earlier
previously beforehand
prior earlier
later subsequently
afterwards later
subsequent later
following after
final last
finally ultimately
ultimately eventually
eventually finally
initial first
initially first
original initial
originally initially
begin commence
beginning start outset
end finish
complete finish
completion end
total overall
entire whole
entirely completely altogether wholly
completely fully
fully wholly
partly partially
partial partly
nearly almost
roughly approximately
around roughly
exactly precisely
precise exact
mainly mostly chiefly largely primarily
especially particularly
particularly notably
often frequently
frequently regularly
regularly often
sometimes occasionally
rarely seldom
always constantly
constantly continually
continuous constant
repeatedly often
repeated again
again once
another second
further more
additional extra more
other another
different other
various different
several some
numerous many
enough sufficient
minimum least
maximum most
instead rather
despite although
though although
because since
while whereas
however but
moreover furthermore
possibility chance
possible potential
likely probable
probably likely
probability likelihood
unlikely improbable
plausible credible convincing
reliable trustworthy
trust confidence
reluctant hesitant unwilling
willing ready prepared
eager keen
determined resolute
resolve determination
refuse unwilling
deny reject
denial deny
confirm verify
verify check
prove demonstrate
show demonstrate
indicate show
suggest indicate
signal indicate
sign signal
symbol sign
reflect show
represent constitute
amount constitute
form constitute
serve act
act action
action measure step
step move
deed act
behave act
conceal hide
secret hidden
secretly covertly
openly publicly
public open
unofficial informal
official formal
formalise formalize legalise
acknowledge recognise
recognition acknowledgement
respect esteem
equal even
fair just
unfair unjust
legal lawful
illegal unlawful
free liberate
release free
capture seize
seize take
arrest detain
prison jail
prisoner inmate
hostage captive
guard protect
watch observe
monitor supervise
supervise oversee
control supervise
administer manage
manage run
manager director
director head
direct lead
guide lead
command lead
order command
ordered instructed
instruct order
tell inform
notify inform
ask request
demand ask
demand call
urge call
urge press
press push
pressure press
pressing urgent
force compel
oblige force
obliged must
allow permit
let allow
enable allow
prevent stop
stop halt
block stop
ban forbid
restrict limit
limit cap
restriction limit
condition term
circumstance condition
environment condition
conditions environment
situation circumstance
state condition
status position
standing status
rank standing
role part
function role
task job
duty task
responsibility duty
burden load
guarantee assurance
promise assurance
word promise
written writing
document paper
document file
record document
report account
story account
version account
news report
newspaper press
journalist reporter
media press
article piece
book volume
author writer
publish release
publication release
issue publish
issue question
matter issue
topic subject
theme topic
debate discussion
discuss debate
debate dispute
argument dispute
argue contend
maintain claim
claim contend
assert claim
claim say
comment remark
speech address
voice express
opinion view
view stance
stance position
attitude stance
perspective view
standpoint viewpoint
idea notion
notion concept
concept idea
thought idea
vision idea
mind opinion
mood atmosphere
feeling sentiment
morale mood
spirit morale
choice decision
choose opt
pick choose
prefer favour
preferred favoured
option alternative
choice option
chosen picked
select choose
moment time
period time
era period
date day
night evening
morning dawn
dawn sunrise
hour h
year annual
decade years
century years
trust rely
depend hinge
rely depend
dependent reliant
linked tied
relation relationship
relationship relations
connection link
bond tie
contact communication
exchange swap
trade commerce
trade exchange
import buy
export sell
deliver supply
supply provide
provide create
offer provide
offer proposal
gift donation
donate give
contribute give
contribution donation
gain benefit
benefit advantage
profit benefit
capitulation surrender
surrender yield
retreat withdraw
withdrawal retreat
leave withdraw
quit leave
exit leave
persist continue
continued persisted
last endure
survive endure
hold last
lasted continued
survive remain
still yet
dilute water weaken
watered weakened
weaken undermine
strengthen bolster
bolster boost
boost raise lift
broken breached
sound seem
seem appear
appears seems
apparently seemingly
obviously clearly
clearly evidently
circle cycle
loop cycle
resume restart
resumption restart
break rupture
breakdown failure
break fail
collapse breakdown
ability capability
capable able
capacity ability
power strength
strong powerful
influence power
steam strength
momentum strength
weak feeble
weakness flaw
flaw defect
fault defect
mistake error
wrong false
false untrue
true correct
correct right
accurate correct
accurately correctly
attention focus
focus concentrate
center focus
emerge appear
arise emerge
emerged appeared
become turn
transform change
change alter
convert turn
evolve develop
development progress
event incident
occurrence event
happen occur
place happen`;
