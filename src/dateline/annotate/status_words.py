"""The words that make an event's status: verbs and nouns by what they do to what they govern.

Every table is read by :mod:`dateline.annotate.status`; a lemma stands in one table only.
"""

from __future__ import annotations

SAY = frozenset(
    """say tell add state note explain announce declare report claim insist argue recall stress acknowledge admit warn
    comment remark reply respond reiterate repeat tweet disclose reveal reckon contend allege assert concede caution
    emphasise emphasize testify mention boast quip complain observe quote describe speak accuse blame praise condemn
    criticise criticize thank congratulate hail clarify assure""".split()
)
"""Verbs of saying: on their own day the statement is the event; what they govern is told on somebody's word."""

SAY_THAT = frozenset("suggest write indicate estimate hint signal underline underscore".split())
"""Verbs that are speech where "that" follows: "suggested on Monday that", not "suggested a walk"."""

REPORTS_THAT = frozenset(
    """say tell add state note explain announce report claim insist argue recall stress acknowledge admit warn reply
    reiterate repeat tweet disclose reveal reckon contend allege assert concede testify estimate believe think suggest
    indicate hear write mention complain caution clarify confirm show deny promise pledge vow decide
    agree expect predict hope""".split()
)
"""Verbs whose clause complement the report does not vouch for itself."""

REQUEST = frozenset(
    """urge ask request demand appeal apply plead beg invite recommend encourage petition press implore advise want wish
    exhort lobby""".split()
)
"""Verbs that ask others for something."""

PLAN = frozenset(
    """plan intend aim schedule slate prepare agree decide vow promise pledge threaten propose commit arrange book
    order instruct direct vote resolve opt undertake offer set volunteer choose move seek authorise authorize swear
    approve mandate""".split()
)
"""Verbs that bind a doer to something yet to come (where an infinitive or a day follows)."""

EXPECT = frozenset("expect anticipate forecast predict hope foresee project await look".split())
"""Verbs that see something coming."""

POSTPONE = frozenset("postpone delay defer reschedule adjourn".split())
CANCEL = frozenset("cancel scrap shelve revoke rescind".split())
ACCUSE = frozenset("accuse suspect charge".split())
"""Verbs whose -ing, after "of" or "with", tells what nobody has shown yet: "accused rebels of firing"."""

DENY = frozenset("deny reject dismiss refute rebut disavow".split())
REFUSE = frozenset("refuse decline fail forbid ban prevent avoid".split())

VEHICLES = frozenset(
    """interview statement letter email memo post message video speech report article column note documentary podcast
    broadcast tweet release recording address remarks comments""".split()
)
"""Nouns in which something is said: "acknowledged in an interview aired on Monday"."""

ISSUES = frozenset("air publish release issue post broadcast record send distribute circulate upload carry".split())
"""Participles that put out what is said."""

PROMISES = frozenset("promise pledge vow guarantee schedule propose".split())
"""Verbs whose day, after "by" or "for", is that of what is promised: "promised new rules by June"."""

BELIEVED = frozenset("fear believe think suspect presume allege understand suppose estimate reckon rumour".split())
"""Verbs that, when passive, tell what nobody vouches for: "thousands are feared dead", "it is thought that"."""

VOWS = frozenset("promise pledge vow predict forecast".split())
"""Verbs whose day is that of the words: what is promised is yet to come."""

SAID_TO = frozenset("confirm swear threaten guarantee conclude".split())
"""The same where a "that", a clause or "to" and a verb follows: "threatened to", not "threatened the town"."""

CLAIM_NOUNS = frozenset(
    """claim claims allegation allegations accusation accusations suggestion suggestions report reports rumour rumours
    rumor rumors assertion assertions charge charges speculation""".split()
)
"""Nouns whose clause nobody vouches for: "rejected claims that", "rumours that"."""

INTRANSITIVE = frozenset(
    """fail stall collapse fall die arrive happen occur emerge erupt march go come rise grow become remain continue stay
    appear disappear vanish rain escape flee resign retire protest crash explode succeed struggle begin start say tell
    be have seem lie live sleep speak wait walk run think know""".split()
)
"""Verbs that nothing is done by to an object: after one they have a subject of their own."""

COMPLETES = frozenset("have get want expect need wish prefer like require order see".split())
"""Verbs whose object may be followed by what is to be done to it: "wants the road cleared by Friday"."""

PRONOUNCES = frozenset("declare pronounce proclaim".split())
"""The same of words that make it so, whose day is the day of the saying: "declared the region liberated"."""

STAVES_OFF = frozenset("avert avoid prevent forestall".split())
"""Verbs whose object did not come to be on its day: "averting a tax rise on January 1"."""

ACTS = frozenset("offer try attempt manage".split())
"""Verbs that are news by themselves, so that a day after their infinitive is theirs: "offered to resign on Tuesday"."""

PHRASAL = {
    ("put", "off"): "postpone", ("bring", "forward"): "reschedule", ("hold", "over"): "postpone",
    ("call", "off"): "cancel", ("rule", "out"): "reject", ("turn", "down"): "reject", ("call", "on"): "urge",
    ("call", "upon"): "urge", ("call", "for"): "demand",
}  # fmt: skip
"""A verb and its particle -> the verb that says the same."""

ASPECT = frozenset("begin start continue keep stop resume finish cease remain help tend".split())
"""Verbs that take on the status of what they govern."""

IMPLIES = ASPECT | frozenset(
    "have manage go get use come return rush force allow enable lead cause fly travel try attempt struggle".split()
)
"""Verbs whose infinitive is done when they are: "managed to flee", "forced them to leave"."""

PLAN_NOUNS = frozenset(
    """decision plan agreement deal pledge proposal bid intention mandate order deadline promise goal offer vote
    resolution commitment vow motion schedule programme program timetable bill ruling verdict threat target contract
    accord pact treaty ultimatum permission authorisation authorization approval legislation effort
    law decree measure constitution""".split()
)
"""Nouns whose infinitive tells what is yet to come: "a decision to end"."""

REQUEST_NOUNS = frozenset("request appeal call demand plea petition invitation recommendation".split())
EXPECT_NOUNS = frozenset("expectation hope prospect forecast prediction chance likelihood hopes expectations".split())

DUE = {
    "due": "planned", "set": "planned", "scheduled": "planned", "slated": "planned", "poised": "planned",
    "planned": "planned", "ready": "planned", "about": "planned", "going": "planned", "booked": "planned",
    "expected": "expected", "likely": "expected", "unlikely": "expected", "bound": "expected", "forecast": "expected",
    "predicted": "expected", "projected": "expected", "tipped": "expected", "supposed": "expected",
    "hoped": "expected", "certain": "expected", "sure": "expected", "meant": "planned", "determined": "planned",
    "asked": "requested", "urged": "requested", "requested": "requested", "believed": "reported",
    "thought": "reported", "said": "reported", "reported": "reported", "alleged": "reported", "understood": "reported",
    "known": "happened", "feared": "reported", "presumed": "reported",
    "required": "requested", "willing": "planned", "keen": "expected", "eager": "expected", "able": "happened",
    "unable": "happened", "free": "expected", "forced": "happened", "obliged": "happened", "allowed": "happened",
    "intended": "planned", "obligated": "planned",
}  # fmt: skip
"""Words after a form of "be", before "to" and a verb -> the status that they give it ("is due to endorse")."""

ADVERBS = frozenset(
    """not n't never also still now then just only even already soon later again ever yet once always often now
    reportedly allegedly apparently officially formally unanimously initially previously recently finally currently
    almost nearly far well no longer too however instead together all both each""".split()
)
"""Words that may stand inside a verb group; so may any word in -ly."""

LY_VERBS = frozenset("apply reply supply comply imply rely multiply fly ally rally bully tally resupply".split())
"""Verbs that look like adverbs."""

HEDGES = frozenset("reportedly allegedly apparently supposedly purportedly".split())

RELATIVES = frozenset("which who whom whose where that".split())
SUBORDINATORS = frozenset(
    """that which who whom whose where when whenever while because although though if unless whether once lest whereas
    after before since until till as so provided than how why what""".split()
)
CONDITIONS = frozenset("if unless whether should lest provided".split())
PENDING = frozenset("before until till once when whenever after as".split())
"""Words that open a clause whose present tense speaks of the future ("after NATO ends its mission")."""

COORDINATORS = frozenset("and but or nor yet".split())
DETERMINERS = frozenset(
    """the a an this these those his her its their our my your some any no every each another such both all many
    several few more most other two three four five six seven eight nine ten""".split()
)
PREPOSITIONS = frozenset(
    """of in on at by for with from into over under about against between through during without within across to
    until till since after before around near despite amid among upon toward towards behind beyond per via as like
    than following including regarding concerning beneath above below along past onto inside outside unlike""".split()
)
SUBJECTS = frozenset("i you he she it we they who which that there".split())
NOT_TO = frozenset(
    """power people work death court hospital school war prison office parliament government date life justice me us him
    her them it you those these all both many some other another each one two three four five six seven eight nine ten
    which whom whose what this that when where how why and or but blame reporters members more less up date
    now then here there today tomorrow yesterday almost about around nearly just only over victory safety freedom
    peace democracy rival rivals town bed church college jail trial home land water food medicine""".split()
)
"""Words that follow a "to" which is a preposition."""

EVENT_NOUNS = frozenset(
    """death burial funeral killing attack bombing blast explosion raid strike election vote referendum meeting summit
    talks conference hearing trial arrest capture resignation declaration announcement decision statement speech
    visit trip launch earthquake quake storm hurricane crash fire flood protest protests demonstration rally march
    riot riots clash clashes ceasefire truce invasion withdrawal coup overthrow uprising revolution war wedding merger
    takeover purchase sale deal agreement ruling verdict sentence sentencing conviction appeal inquest autopsy
    ceremony concert gig festival gala premiere parade runoff poll polls match game final debate session deadline
    inauguration release collapse outbreak
    landing bankruptcy report interview press briefing shooting murder assassination massacre kidnapping hijacking
    evacuation eruption liberation departure dismissal closure reopening extradition eviction expulsion
    handover""".split()
)
"""Nouns that name an event, so that a day can belong to them."""

TO_BE_HELD = frozenset(
    "run-off runoff election vote ballot poll polls referendum talks summit debate conference".split()
)
"""Those of them that nobody leaves once they are over, as a race may be."""

PRESENT = frozenset(
    """says tells adds warns claims insists argues believes thinks expects intends aims
    hopes wants seeks urges asks denies rejects refuses agrees promises pledges vows threatens proposes
    remains continues begins starts ends takes makes gives goes comes gets keeps holds runs leads shows means needs
    faces includes involves marks meets opens closes leaves arrives returns follows turns falls rises becomes seems
    appears brings puts sets sees knows feels lives works plays stands sits lies allows provides requires suggests
    indicates accuses alleges blames condemns criticises criticizes praises declares predicts describes concludes
    acknowledges admits concedes stresses explains reveals replies confirms announces retains monitors
    amounts allows applies covers depends does exists expires lifts
    """.split()
)
"""Forms in -s that are read as verbs where no determiner, preposition or number stands before them."""

BARE = frozenset(
    """say tell testify believe think expect plan intend aim hope want seek urge ask demand deny reject refuse agree
    promise pledge
    vow threaten propose remain continue begin start end take make give go come get keep hold run lead show mean need
    face include stress warn claim insist argue fear know see feel live work stand suggest look have do support oppose
    welcome regret condemn accept""".split()
)
"""Base forms that are read as present-tense verbs after "we", "they", "I", "you", "who" or a plural noun."""

NOT_VERBS = frozenset(
    """need hundred sacred naked indeed speed seed breed red bed bred shed united wicked rugged aged kindred
    beloved so-called left-wing embed hatred thousand exceed proceed succeed feed feet weed deed greed creed media
    during morning evening nothing something anything everything according including following regarding concerning
    building king ring wing spring string thing ceiling pending notwithstanding meeting being sterling
    neighbouring neighboring surrounding outgoing incoming outstanding upcoming forthcoming
    beijing briefing hearing bombing killing shooting warning ruling funding housing wedding feeling
    hit cut put set let cost hurt bid split spread cast bet burst rid shut read broadcast forecast upset
    """.split()
)
"""Words that look like a past form or an -ing form and are mostly something else; verbs only inside a verb group."""

ZERO_PAST = frozenset("hit cut put set let cost hurt split spread cast burst shut beset quit upset".split())
"""Verbs whose past equals the base: read as past after a noun and before a determiner, number or name."""
