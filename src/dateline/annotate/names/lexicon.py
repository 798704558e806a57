"""Words that tell what a name is: titles, role nouns, heads of bodies and places, and capitals that are no names."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


HONORIFICS = _set(
    "mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady prof prof. professor mx mx. madame monsieur herr"
)
"""Words right before a person's name that say nothing of an office."""

TITLES = HONORIFICS | _set(
    """president vice-president premier chancellor king queen prince princess emir amir emperor sultan sheikh sheik
    crown pope bishop archbishop cardinal rabbi imam ayatollah mullah father sister brother reverend rev rev. fr fr.
    pastor
    senator sen sen. sens sens. rep rep. reps reps. congressman congresswoman representative governor gov gov. govs
    govs.
    mayor councilman councilwoman alderman secretary minister ambassador envoy consul commissioner comptroller
    secretary-general general gen gen. lieutenant lieut lt lt. lieutenant-general lieutenant-colonel major-general
    brigadier brigadier-general colonel col col. major maj maj. captain capt capt. commander cmdr cmdr. sergeant sgt
    sgt. admiral adm adm. vice-admiral rear-admiral marshal corporal cpl cpl. private pvt pvt. officer detective det
    det. inspector
    superintendent constable sheriff deputy judge justice magistrate attorney solicitor prosecutor chief chairman
    chairwoman chairperson chair co-chair director director-general spokesman spokeswoman spokesperson leader speaker
    coach manager counsel principal chaplain dean rector provost treasurer undersecretary prime vice deputy assistant
    associate acting lead-counsel reporter correspondent editor analyst strategist adviser advisor economist
    executive actor actress singer author comedian rapper quarterback astronaut cosmonaut hon hon. delegate
    chieftain boss
    assemblyman assemblywoman baron baroness count countess duke duchess viscount majority minority whip"""
)
"""Words of an office or rank that stand, capitalised, before a person's name."""

ROLES = _set(
    """leader spokesman spokeswoman spokesperson chairman chairwoman chairperson chair chief head director commander
    president vice-president premier chancellor minister secretary secretary-general ambassador envoy diplomat governor
    mayor senator congressman congresswoman lawmaker legislator deputy representative official officer general colonel
    captain lieutenant major sergeant admiral marshal king queen prince princess emir sultan ruler dictator strongman
    judge justice prosecutor attorney lawyer solicitor barrister counsel sheriff inspector detective analyst economist
    strategist expert scientist researcher professor lecturer historian scholar teacher student doctor physician surgeon
    nurse epidemiologist engineer architect author writer novelist poet journalist reporter correspondent editor
    columnist blogger commentator presenter anchor broadcaster photographer producer actor actress comedian singer
    rapper musician guitarist drummer composer artist painter designer model dancer star footballer striker midfielder
    defender goalkeeper quarterback coach manager player captain athlete champion boxer golfer driver pilot astronaut
    businessman businesswoman entrepreneur tycoon billionaire millionaire magnate banker broker trader investor founder
    co-founder owner partner executive ceo cfo consultant adviser advisor aide assistant activist campaigner organizer
    organiser dissident rebel militant fighter cleric priest bishop archbishop cardinal rabbi imam ayatollah pastor
    reverend pope candidate nominee contender frontrunner front-runner incumbent challenger pollster donor operative
    resident survivor victim witness suspect gunman neighbor neighbour farmer worker volunteer veteran retiree
    father mother son daughter brother sister husband wife widow uncle aunt nephew niece cousin grandson
    granddaughter grandfather grandmother stepfather stepmother
    heir heir-apparent successor predecessor colleague member speaker treasurer coordinator co-ordinator administrator
    commissioner superintendent principal president-elect co-chair co-chairman undersecretary envoy-designate patriarch
    host pundit democrat republican whip chaplain trustee fellow veterinarian paramedic firefighter policeman
    blogger eyewitness mister
    monsignor dissident archaeologist astronomer biologist chemist physicist psychologist sociologist seismologist"""
)
"""Nouns that say, in lower case, what somebody is: heads of roles before a name and of appositions."""

TRADES = _set(
    """winner rider master cyclist baker swimmer runner sprinter skier racer shepherd teenager waiter waitress cook chef
    butcher grocer plumber electrician carpenter welder miner fisherman sailor seaman skipper cashier clerk
    translator interpreter geologist hydrologist meteorologist climatologist virologist immunologist toxicologist
    vet dentist midwife paediatrician pediatrician cardiologist pathologist accountant auditor shopkeeper merchant
    vendor landlord mechanic machinist technician programmer developer inventor publisher librarian archivist
    curator pianist violinist conductor filmmaker playwright sculptor referee umpire trainer jockey wrestler gymnast
    skater rower batsman bowler winger finalist medallist medalist runner-up mediator negotiator observer guerrilla
    insurgent hostage prisoner detainee defendant plaintiff fugitive whistleblower spy agent councillor councilor
    philanthropist heiress salesman saleswoman housewife pensioner retiree trucker roofer gardener florist tailor
    hairdresser postman lifeguard ranger hiker climber mountaineer farmhand rancher beekeeper brewer winemaker
    cellist soprano tenor choreographer"""
)
"""What people do or are; in lower case roles as well. Many of them are surnames, so none is a title."""

BODY_HEADS = _set(
    """council committee commission ministry department agency authority organization organisation association
    federation union league party movement front congress parliament assembly senate court tribunal bank fund
    corporation corp company inc ltd llc plc group holdings partners university college school academy institute
    institution foundation trust society club church press times post journal tribune herald gazette chronicle news
    magazine television
    radio network networks channel police army navy force forces guard guards brigade brigades battalion regiment
    command
    bureau office service services administration center centre hospital board alliance coalition confederation
    observatory museum library airlines airways motors industries systems technologies laboratories laboratory labs
    entertainment studios records pictures pharmaceuticals insurance energy oil petroleum electric steel mills
    cabinet secretariat directorate division unit team mission delegation panel taskforce nations treasury exchange
    broadcasting media communications telekom pharma biotech foods stores hotels resorts properties
    securities ventures motor aerospace shipping lines railways railroad telecom wireless software interactive
    international monitor review
    dairy brewery breweries bakery farms sentinel courier beacon ledger observer dispatch bulletin examiner inquirer
    register telegraph logistics investments minerals mining
    gmbh ag nv sa co bros brothers project campaign pac caucus lobby institute's firefighters teamsters"""
)
"""Last words of the names of bodies."""

BODY_FIRST = _set(
    """ministry department university bank association organization organisation council committee institute office
    board bureau federation union league court center centre church society congress academy college school house
    foundation fund commission confederation chamber coalition alliance group campaign agency party movement front
    museum directorate authority daughters sons friends knights army brotherhood citizens"""
)
"""Heads that go on with "of" or "for": "Bank of England", "Center for Justice"."""

PLACE_HEADS = _set(
    """river lake mountain mountains valley island islands bay gulf sea ocean strait straits canal desert peninsula
    province county city town village district region state territory borough parish street st. avenue ave road
    boulevard square park beach bridge airport port harbor harbour hills heights coast creek falls forest springs
    plaza lane highway cape mount stadium arena theatre theater hall hilton inn cinema gallery palace castle
    cathedral temple mosque prison camp base border hotel"""
)
"""Last words of the names of places."""

PLACE_FIRST = _set(
    "gulf bay cape mount lake port fort strait sea isle republic kingdom city province state horn port-au"
)
"""Heads that go on with "of", or simply go before: "Gulf of Aden", "Lake Chad"."""

PLACE_BEFORE = frozenset("lake mount cape port fort gulf".split())
"""Heads that stand right before a place's own name: "Lake Chad"."""

EVENT_FIRST = frozenset("tour battle siege treaty feast festival declaration".split())
"""Heads that go on with "of" in the names of events: "Tour of Lorne"."""

EVENT_HEADS = _set(
    """war wars olympics games summit conference championship championships cup revolution uprising crisis election
    elections festival awards award debate convention treaty accord accords agreement act bill amendment constitution
    resolution holocaust intifada spring hurricane cyclone typhoon operation day prize open classic derby grand prix
    marathon series bowl law code protocol pact plan initiative program programme project doctrine era century bible
    koran quran internet web"""
)
"""Last words of names of events, laws and other things that are neither persons, bodies nor places."""

NO_NAMES = _set(
    """i i'm i’m january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur
    thurs fri sat sun christmas easter ramadan eid thanksgiving muslim muslims christian christians jew jews jewish
    islam islamic islamist islamists arab arabs arabic english sunni sunnis shia shiite shiites shi'ite shi'ites kurd
    kurds kurdish catholic catholics protestant protestants buddhist hindu hindus sikh orthodox latino latinos hispanic
    hispanics asian asians african africans european europeans western eastern northern southern north south east
    westerners black white god allah bible koran quran internet am pm gmt bst utc cet cest est edt cst cdt mst mdt
    pst pdt et tv dvd cd ok dna hiv aids h1n1
    communist communists nazi nazis marxist socialist democrat democratic democrats republican republicans tory
    liberal conservative labour latin gulf caucasian native ak-47 id it's covid covid-19 ebola zika ii iii iv vi xi
    usd gdp ceo cfo pct km mph suv atm pc nazi-era"""
)
"""Capitalised words (lower case here) that are no name of anybody by themselves."""

FUNCTION = _set(
    """the a an this that these those he she it they we you his her its their our my your here there in on at for from
    by with but and or so as if when while after before since although though because however meanwhile also both some
    many most several one two three four five six seven eight nine ten what who why how not no yes asked according
    earlier
    later last next to of into onto over under against between among during despite unlike like without within through
    throughout until till than then thus yet still even only just once again all any each every either neither nor
    another other others such same more less few much now today yesterday tomorrow tonight is are was were be been being
    has have had do does did will would can could should may might must shall let i me him us them mine yours whose whom
    which where whether whatever whoever about above across along around behind below beneath beside besides beyond down
    inside near off out outside past per regarding toward towards up upon via amid except given including concerning
    following never always often sometimes perhaps maybe instead otherwise therefore hence moreover furthermore
    nevertheless nonetheless additionally finally first second third indeed certainly clearly obviously apparently
    speaking saying asked adding citing quoting noting meanwhile elsewhere separately overall officials police people
    residents witnesses experts analysts critics supporters protesters activists diplomats lawyers doctors soldiers
    troops rebels authorities government sources state former new old late early recent good bad great big small long
    high low young well thank thanks please sorry hello oh ah okay sure right left back go get make take come see look
    think know say said says tell told call called want need try use find give keep seem feel become leave put mean
    show turn start run move live believe hold bring happen write sit stand lose pay meet include continue set learn
    change lead understand watch follow stop create speak read spend grow open walk win offer remember consider appear
    buy wait serve die send expect build stay fall cut reach kill remain there's that's it's he's she's what's let's
    don't we're they're you're i've we've i'd i'll we'll you'll isn't wasn't don’t it’s that’s he’s she’s we’re they’re
    women men children students voters workers families friends members leaders investigators prosecutors scientists
    researchers nearly almost roughly around approximately hundreds thousands millions dozens half part nothing nobody
    everyone everybody someone somebody anyone anybody something anything everything everywhere nowhere none
    photo video image file caption related share read click see update updated exclusive breaking analysis opinion
    editorial letters subscribe sign follow advertisement copyright story continues"""
)
"""Words that open sentences and are no names, in lower case."""

DOMAINS = _set(
    """oil finance foreign defense defence interior trade energy health education justice culture science technology
    labor
    labour agriculture transport transportation environment security political affairs policy economic economy
    industry commerce treasury housing urban development home homeland veterans state food drug securities human
    social services intelligence military naval national international public civil criminal constitutional federal
    supreme general information communications planning water electricity petroleum gas mines sports youth women
    legal cultural scientific research strategic regional corporate humanitarian peacekeeping operations management
    personnel logistics training media digital climate oceans fisheries arms control disarmament counterterrorism
    narcotics law enforcement migration african european asian american eastern
    religious tourism immigration customs budget appropriations judiciary armed political prime business"""
)
"""What offices and ministries are for; joined by "and" inside their names."""

SPEECH_AFTER = _set(
    """said says told added wrote asked announced claimed explained insisted declared warned suggested argued noted
    tweeted replied responded continued stated confirmed denied vowed promised testified recalled acknowledged thinks
    believes wants hopes joined died arrived resigned married lives who whose"""
)
"""Words after a capital word that speak for a person or a body."""

CORE = _set(
    """the a an this that these those he she it they we you his its their our my your there in on at for from by with
    but
    and or so as if when while after before since although though because however meanwhile also both all which what
    who why how not no to of into i most some many such even yet then thus am is are was were"""
)
"""Words that begin no name, wherever they stand."""
