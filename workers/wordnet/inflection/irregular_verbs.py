"""The irregular verbs of English: past tense and past participle, the commoner of two forms first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# base: past participle, with "/" between equal forms; the participle is left out if it is the past.
_TABLE: Final = """
abide: abided/abode
alight: alighted/alit
arise: arose arisen
awake: awoke/awaked awoken/awaked
backslide: backslid backslid/backslidden
be: was/were been
bear: bore borne/born
beat: beat beaten/beat
become: became become
befall: befell befallen
beget: begot begotten
begin: began begun
behold: beheld
bend: bent
bereave: bereaved/bereft
beseech: beseeched/besought
bespeak: bespoke bespoken
bestride: bestrode bestridden
bet: bet/betted
bid: bid/bade bid/bidden
bide: bided/bode bided
bind: bound
bite: bit bitten
bleed: bled
bless: blessed/blest
blow: blew blown
break: broke broken
breed: bred
bring: brought
broadcast: broadcast/broadcasted
build: built
burn: burned/burnt
burst: burst
bust: busted/bust
buy: bought
cast: cast
catch: caught
chide: chided/chid chided/chidden
choose: chose chosen
cleave: cleaved/cleft/clove cleaved/cleft/cloven
cling: clung
clothe: clothed/clad
come: came come
cost: cost
creep: crept
cut: cut
deal: dealt
dig: dug
dive: dived/dove dived
do: did done
draw: drew drawn
dream: dreamed/dreamt
drink: drank drunk
drive: drove driven
dwell: dwelt/dwelled
eat: ate eaten
fall: fell fallen
feed: fed
feel: felt
fight: fought
find: found
fit: fitted/fit
flee: fled
fling: flung
fly: flew flown
forbid: forbade forbidden
forecast: forecast/forecasted
forget: forgot forgotten/forgot
forgive: forgave forgiven
forsake: forsook forsaken
forswear: forswore forsworn
freeze: froze frozen
get: got gotten/got
gild: gilded/gilt
gird: girded/girt
give: gave given
go: went gone
grave: graved graven/graved
grind: ground
grow: grew grown
hamstring: hamstrung
hang: hung/hanged
have: had
hear: heard
heave: heaved/hove
hew: hewed hewn/hewed
hide: hid hidden
hit: hit
hold: held
hurt: hurt
input: input/inputted
keep: kept
kneel: knelt/kneeled
knit: knitted/knit
know: knew known
lade: laded laden
lay: laid
lead: led
lean: leaned/leant
leap: leaped/leapt
learn: learned/learnt
leave: left
lend: lent
let: let
lie: lay/lied lain/lied
light: lit/lighted
lose: lost
make: made
mean: meant
meet: met
melt: melted melted/molten
mow: mowed mown/mowed
output: output/outputted
partake: partook partaken
pay: paid
plead: pleaded/pled
prove: proved proven/proved
put: put
quit: quit/quitted
read: read
relay: relayed/relaid
rend: rent
rid: rid/ridded
ride: rode ridden
ring: rang rung
rise: rose risen
rive: rived riven
run: ran run
saw: sawed sawn/sawed
say: said
see: saw seen
seek: sought
sell: sold
send: sent
set: set
sew: sewed sewn/sewed
shake: shook shaken
shave: shaved shaved/shaven
shear: sheared shorn/sheared
shed: shed
shine: shone/shined
shit: shit/shat/shitted
shoe: shod/shoed
shoot: shot
show: showed shown/showed
shrink: shrank/shrunk shrunk
shrive: shrove/shrived shriven/shrived
shut: shut
sing: sang sung
sink: sank/sunk sunk
sit: sat
slay: slew/slayed slain
sleep: slept
slide: slid
sling: slung
slink: slunk/slinked
slit: slit/slitted
smell: smelled/smelt
smite: smote smitten
sneak: sneaked/snuck
sow: sowed sown/sowed
speak: spoke spoken
speed: sped/speeded
spell: spelled/spelt
spend: spent
spill: spilled/spilt
spin: spun
spit: spat/spit
split: split
spoil: spoiled/spoilt
spread: spread
spring: sprang/sprung sprung
stand: stood
stave: staved/stove
steal: stole stolen
stick: stuck
sting: stung
stink: stank/stunk stunk
strew: strewed strewn/strewed
stride: strode stridden
strike: struck struck/stricken
string: strung
strive: strove/strived striven/strived
swear: swore sworn
sweat: sweated/sweat
sweep: swept
swell: swelled swollen/swelled
swim: swam swum
swing: swung
take: took taken
teach: taught
tear: tore torn
tell: told
think: thought
thrive: thrived/throve thrived/thriven
throw: threw thrown
thrust: thrust
tread: trod trodden/trod
understand: understood
wake: woke/waked woken/waked
waylay: waylaid
wear: wore worn
weave: wove/weaved woven/weaved
wed: wedded/wed
weep: wept
wet: wet/wetted
win: won
wind: wound
withdraw: withdrew withdrawn
withhold: withheld
withstand: withstood
wring: wrung
write: wrote written
"""

# Prefixes of verbs that are inflected like the verb behind: "retake", "overcome".
_PREFIXES: Final = word_set(
    """
    be by counter cross down for fore in inter mis off out over pod pre re retro simul sub tele type un
    under up with
    """
)
# Verbs that only look so.
_REGULAR: Final = word_set("behave belay belie bemean benefit interleave outfit reprove retread")
# A verb can also follow a word, as in "ghostwrite", if both have enough letters and it is none of these.
_SHORTEST_HEAD: Final = 3
_SHORTEST_TAIL: Final = 4
_NO_TAILS: Final = word_set("arise hide lade light lose rise shine shit shoe stand stick")


class Principal(NamedTuple):
    """The past tenses and the past participles of a verb, the commonest of each first."""

    past: tuple[str, ...]
    participle: tuple[str, ...]


def irregular_verb(verb: str, listed: Sequence[str], is_word: Callable[[str], bool]) -> Principal | None:
    """Return the past of an irregular verb, also of a compound; None if the verb is regular.

    A compound is one whose forms are among the `listed` ones ("browbeaten"), one with a prefix ("retake"), or
    one that begins with a word, as `is_word` says ("ghostwrite").

    >>> irregular_verb("mistake", [], lambda _: False).participle
    ('mistaken',)
    """
    if verb in VERBS or verb in _REGULAR:
        return VERBS.get(verb)
    splits = [(verb[:at], verb[at:]) for at in range(1, len(verb) - 1) if verb[at:] in VERBS]
    for head, tail in splits:
        compound = _compound(head, tail)
        if head in _PREFIXES or any(
            form in listed for forms in compound for form in forms if not form.endswith("ed")
        ):
            return compound
    for head, tail in reversed(splits):
        if _is_solid(head, tail) and is_word(head):
            return _compound(head, tail)
    return None


def _compound(head: str, tail: str) -> Principal:
    return Principal(*(tuple(head + form for form in forms) for forms in VERBS[tail]))


def _is_solid(head: str, tail: str) -> bool:
    return len(head) >= _SHORTEST_HEAD and len(tail) >= _SHORTEST_TAIL and tail not in _NO_TAILS


def _read_table() -> dict[str, Principal]:
    verbs = {}
    for line in _TABLE.strip().splitlines():
        verb, _, forms = line.partition(": ")
        past, _, participle = forms.partition(" ")
        verbs[verb] = Principal(tuple(past.split("/")), tuple((participle or past).split("/")))
    return verbs


VERBS: Final = _read_table()
