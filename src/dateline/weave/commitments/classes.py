"""Which words name one action, which actions show that another was done, which undo it, which answer a request.

Small tables of our own, kept to what tells outcomes apart: a wrong synonym makes a false outcome. A verb outside them
is its own action. ``EXAMPLES`` holds a plan and a telling that settles it for each row that needs one; they are tested.
"""

from __future__ import annotations

_SAME = """
decide: decide decision formalise formalize endorse endorsement confirm confirmation finalise finalize
decide: approve approval adopt adoption ratify ratification resolve
end: end halt terminate termination stop conclude conclusion finish cease lift
end: expire ending expiry wind suspend suspension
shut: shut shutdown shutter close closure
withdraw: withdraw withdrawal pullout recall
leave: leave depart departure evacuate evacuation flee
continue: continue maintain stay keep extend extension prolong remain retain sustain renew renewal preserve
wait: wait delay refrain
start: start begin beginning open opening commence resume reopen reopening restart resumption launching
launch: launch liftoff blast flight attempt
meet: meet meeting summit talks conference gather convene discuss discussion session
rule: rule ruling verdict judgment judgement
sentence: sentence sentencing
vote: vote referendum election elect ballot poll polls runoff
strike: strike walkout stoppage
resign: resign resignation quit
visit: visit trip travel tour
sign: sign signing signature ink
pay: pay payment repay reimburse compensate refund
buy: buy purchase acquire acquisition takeover
sell: sell sale
merge: merge merger
publish: publish publication release unveil unveiling issue
announce: announce announcement reveal disclose declare result results
return: return
land: land landing dock docking splash
reach: reach arrive arrival
grab: grab catch capture
bury: bury burial funeral
hear: hear hearing court plead plea arraign arraignment appear appearance
try: trial try
testify: testify testimony
send: send deploy deployment dispatch deliver delivery
arrest: arrest detain detention
investigate: investigate investigation probe inquiry
cut: cut reduce reduction trim
raise: raise increase
charge: charge indict indictment
swear: swear inaugurate inauguration
sue: sue lawsuit suit
question: question questioning interrogate interrogation
speak: address speak speech
inspect: inspect inspection inspector inspectors
report: report findings
handover: handover extradite extradition
name: name appoint appointment nominate nomination hire
choose: choose pick select selection
succeed: succeed succession
submit: submit submission table lodge tender motion petition
appeal: appeal
exchange: exchange swap
free: free liberate
operate: surgery operation
protest: protest demonstrate demonstration march rally
debate: debate
perform: perform performance concert gig
agree: agree agreement truce ceasefire
dissolve: dissolve dissolution
answer: answer reply response
build: build construct erect construction
ban: ban prohibit forbid block bar prohibition
allow: allow permit clear authorise authorize
"""

ACTION: dict[str, str] = {}
for _line in _SAME.strip().splitlines():
    _name, _words = _line.split(":")
    for _word in _words.split():
        ACTION.setdefault(_word, _name)

NOUNS = frozenset(
    """meet hear vote strike launch try bury visit announce publish sign swear rule speak inspect handover protest
    debate""".split()
)
"""Actions that a noun names as an event of its own: that it is spoken of on its day tells that it took place."""

SHOWS: dict[str, tuple[str, ...]] = {
    "send": ("reach", "land", "give"),
    "shut": ("end",),
    "end": ("shut", "expire"),
    "visit": ("reach", "meet", "inspect"),
    "land": ("reach",),
    "come": ("reach", "visit", "land", "return"),
    "travel": ("reach", "visit", "land"),
    "reach": ("land", "grab"),
    "grab": ("reach",),
    "free": ("publish",),
    "publish": ("show", "free"),
    "start": ("restart", "resume"),
    "sell": ("buy",),
    "buy": ("sell", "succeed"),
    "sue": ("submit",),
    "submit": ("file", "present"),
    "leave": ("withdraw", "empty", "resign", "handover"),
    "resign": ("leave", "handover"),
    "build": ("end", "complete", "start"),
    "withdraw": ("leave",),
    "name": ("choose",),
    "choose": ("name", "vote"),
    "replace": ("succeed", "name"),
    "succeed": ("replace", "name"),
    "debate": ("meet",),
    "launch": ("fly", "start"),
    "fly": ("launch", "land", "reach"),
    "pass": ("decide", "vote"),
    "raise": ("pay",),
    "answer": ("decide", "reject"),
    "hold": ("start", "happen"),
    "play": ("perform",),
    "attend": ("meet", "come", "visit", "debate"),
    "perform": ("play",),
    "introduce": ("start",),
    "charge": ("hear",),
}
"""An action -> others that, told of the very same thing, show that it was done: "send a team", "the team arrived"."""

KINDS: dict[str, str] = {}
for _line in """
parliament house assembly legislature chamber
ship ferry vessel boat
plane aircraft airliner jet
agreement accord pact treaty deal contract
law bill legislation
company firm
troop soldier force
talk negotiation
aid help assistance
money cash fund funding
school class lesson
prison jail
attack assault offensive
ban prohibition
operation mission campaign
""".strip().splitlines():
    for _word in _line.split():
        KINDS.setdefault(_word, _line.split()[0])
"""Words for one thing, by which what an act is done to is known again."""

OPPOSITES = {
    "continue": frozenset(("end", "withdraw", "shut")),
    "end": frozenset(("continue",)),
    "shut": frozenset(("continue",)),
    "withdraw": frozenset(("continue",)),
    "wait": frozenset(("decide", "end", "start", "shut")),
    "start": frozenset(("shut",)),
}
"""An action -> the actions that cross it when somebody decides on them."""

CONTRARY = {
    "ban": ("allow", "decide"),
    "allow": ("ban",),
    "raise": ("cut",),
    "cut": ("raise",),
    "start": ("shut",),
    "shut": ("start",),
    "free": ("sentence", "charge"),
    "resign": ("continue",),
}
"""An action asked for -> the actions of those asked that turn it down."""

UNDOES = {
    "start": frozenset(("shut",)),
    "run": frozenset(("shut", "end")),
    "continue": frozenset(("end", "shut", "withdraw", "resign", "leave")),
    "withdraw": frozenset(("start", "continue", "join")),
    "leave": frozenset(("continue", "return")),
    "resign": frozenset(("continue",)),
    "buy": frozenset(("sell",)),
    "strike": frozenset(("return",)),
    "deny": frozenset(("admit",)),
    "attend": frozenset(("stay away", "boycott", "snub")),
    "meet": frozenset(("stay away", "boycott", "snub")),
    "come": frozenset(("stay away", "boycott")),
    "visit": frozenset(("stay away", "boycott")),
    "raise": frozenset(("leave alone",)),
    "cut": frozenset(("leave alone",)),
}
"""An action -> the actions that, told as done, show that it was not kept."""

RELATED = {
    "vote": ("decide",), "decide": ("vote",), "debate": ("meet",), "sell": ("start",), "start": ("sell",),
    "launch": ("fly",), "fly": ("launch",), "play": ("perform",),
}  # fmt: skip
"""An action -> actions whose putting off puts it off too."""

LIGHT = frozenset(
    "take make hold give reach deliver issue cast stage undertake conduct have convene file lodge undergo bring".split()
)
"""Verbs whose object names the action: "take a decision", "hold talks"."""

WITH_OBJECT = LIGHT | frozenset(("tell", "say", "be", "carry", "put", "go"))
"""Verbs whose action depends on the words after them."""

POSTPONING = frozenset("postpone delay defer reschedule adjourn".split())
CANCELLING = frozenset("cancel scrap shelve revoke abandon".split())
BLOCKS = frozenset("block bar halt stop".split())
"""Verbs that turn down what was asked where their object names the very act: "blocked the extradition"."""

REFUSALS = BLOCKS | frozenset(
    """reject refuse decline dismiss ignore rebuff deny oppose veto spurn snub disregard defy overrule resist
    rule""".split()
)
"""Verbs by which what was asked is turned down; "rule" only as "rule out"."""

GRANTS = frozenset("grant accept approve honour honor heed yield bow consent agree satisfy fulfil fulfill obey".split())
"""Verbs by which what was asked is given."""

ASKINGS = frozenset(
    """request appeal call demand plea offer proposal invitation petition application bid recommendation suggestion
    advice ultimatum wish""".split()
)
"""Nouns for what was asked or offered."""

PHRASAL = {
    ("wind", "up"): "end", ("wind", "down"): "end", ("hold", "off"): "wait", ("pull", "out"): "withdraw",
    ("step", "down"): "resign", ("stand", "down"): "resign", ("step", "aside"): "resign",
    ("take", "off"): "launch", ("lift", "off"): "launch", ("blast", "off"): "launch",
    ("rule", "out"): "reject", ("turn", "down"): "reject", ("throw", "out"): "reject", ("brush", "aside"): "reject",
    ("brush", "off"): "reject", ("wave", "away"): "reject", ("shrug", "off"): "reject", ("strike", "down"): "reject",
    ("walk", "out"): "strike", ("walk", "off"): "strike",
    ("take", "over"): "succeed", ("hand", "over"): "handover", ("take", "effect"): "start", ("bring", "in"): "reach",
    ("come", "into force"): "start", ("come", "into effect"): "start", ("go", "into effect"): "start",
    ("go", "into force"): "start", ("take", "hold"): "start", ("stay", "open"): "run", ("remain", "open"): "run",
    ("keep", "open"): "run", ("go", "on"): "continue", ("carry", "on"): "continue",
    ("stay", "shut"): "shut", ("stay", "closed"): "shut", ("remain", "shut"): "shut", ("remain", "closed"): "shut",
    ("shut", "down"): "end", ("hand", "down"): "rule", ("go", "ahead"): "proceed", ("take", "place"): "happen",
    ("take", "up"): "accept", ("put", "up"): "build", ("set", "up"): "build", ("hand", "in"): "submit",
    ("put", "forward"): "submit", ("hand", "out"): "distribute", ("give", "out"): "distribute",
    ("fall", "through"): "collapse", ("break", "down"): "collapse", ("break", "off"): "collapse",
    ("walk", "away"): "collapse", ("pull", "back"): "withdraw", ("back", "out"): "collapse", ("give", "in"): "agree",
    ("come", "back"): "return", ("go", "back"): "return", ("go", "home"): "return", ("let", "go"): "free",
    ("stay", "away"): "stay away", ("turn", "up"): "come", ("show", "up"): "come",
    ("swear", "in"): "swear", ("set", "free"): "free", ("walk", "free"): "free",
}  # fmt: skip
"""A verb and its particle -> the action."""

EXAMPLES = (
    ("The union asked the mill to pay for the wells.", "The mill turned down the union's request.", "declined"),
    ("Mayor Ann Kirk urged the railway to keep the line.", "The railway rejected an appeal by Kirk.", "declined"),
    ("The union asked the mill to pay for new wells.", "The mill brushed aside a call for new wells.", "declined"),
    ("Ann Kirk invited the union to visit the mill.", "The union accepted an invitation to the mill.", "kept"),
    (
        "The council will decide on Friday whether to close the pool.",
        "The council voted on Friday to close it.",
        "kept",
    ),
    ("The bank plans to send inspectors by Friday.", "Three inspectors arrived at the mill on Thursday.", "kept"),
    ("Arden Foods planned to sue the newspaper.", "Arden Foods filed a lawsuit against the newspaper.", "kept"),
    ("The party said it would table a motion by Friday.", "The party handed in a motion on Thursday.", "kept"),
    ("Crews at the port voted to walk out on Friday.", "Ships lay idle as crews walked off the port.", "kept"),
    ("Ann Kirk will be replaced on Friday by Tom Reed.", "Tom Reed took over on Friday.", "kept"),
    ("Both sides pledged to exchange prisoners on Friday.", "The sides swapped 40 prisoners on Friday.", "kept"),
    ("Parliament will debate the mine on Friday.", "Lawmakers backed the mine in a debate on Friday.", "kept"),
    ("The probe will be launched on Friday.", "The launch of the probe was put off until March 20.", "changed"),
    ("The vote on the sale is set for Friday.", "The vote, planned for Friday, was called off.", "changed"),
    ("Arden Foods will close its mill on May 4.", "Arden Foods reversed its decision to close the mill.", "changed"),
    ("Arden Foods is to be sold by Friday.", "The sale of Arden Foods collapsed on Thursday.", "broken"),
    ("A Gulf investor was to sign a deal by Friday.", "A Gulf investor walked away from it on Thursday.", "broken"),
    ("The agency promised to open its files by Friday.", "The agency missed a deadline for its files.", "broken"),
    ("The firm promised extra boats for Friday.", "No extra boats came on Friday.", "broken"),
    ("The school will reopen on Friday.", "The school stayed shut on Friday.", "broken"),
)
"""A plan told on Monday, 2 March 2020, what a report of Saturday tells, and what became of the plan."""
