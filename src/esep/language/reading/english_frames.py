"""By which English words a sentence says growth, share, plan or people."""

from __future__ import annotations

from esep.language.reading.frames import frames

FRAMES = frames(
    rise="""
        against year before, change year before, =on the year before, rise, rose, risen, rising,
        grew, grow*, growth, increas*, up, higher, more than in, gain*, more than a year, climb*,
        surg*, jump*, improv*, expand*, above, exceed*, boost*, added, outpac*, better than,
        =more, extra, year on year, year over year, soar*, double*, increment
    """,
    fall="""
        fall, fell, fallen, decreas*, declin*, drop*, down, lower, reduc*, shrank, shrink*, cut,
        slump*, decelerat*, less than a year, contract*, below
    """,
    share="""
        =of country total, =of total, =of national total, share national, share, proportion,
        =percentage =of, of which, of them, of it, account* for, made up, makes up, comprise*, comes
        from, constitut*, specific weight, out of the total
    """,
    makes="""
        gives, give, gave, generate*, contribute*, provide*, form, forms, formed, produce*
    """,
    index="""
        index, indices, indicator, came to, amounted to, stood at, made, totaled, totalled,
        reached, was at, rate of, compared to 100
    """,
    index_word="""
        =of same period, =of corresponding period, per cent =of =the same period, index, indices,
        volume index, indicator, PVI, growth rate
    """,
    rate="""
        rate, level, coverage, covered, wear, provision, availability, supplied
    """,
    plan="""
        will, planned, =is =meant =to, =are =meant =to, =wants, =want, next in line, =to =follow,
        in prospect, =in =store, lined up, drawing board, =hopes, =awaits, =await, =plans =to,
        =counts =on, =looks =to, =look =to, =undertook =to, =undertake =to, =wait =until,
        =yet =to, =to =come, =remain =to, =remains =to,
        =plan, =plans, to be, slated, expected, expects, expectations,
        intend*, due, =due =to =be, target*, set =to, scheduled, going to, in the
        pipeline, pipeline, portfolio, pool, envisag*, forecast*, hope*, =aims, =aim,
        =aimed =to, =aiming, =in plans, should, =by =the =end =of =the =year, =provides
        =for, prospective, is to, are to, promis*, vow*, pledg*, anticipat*, =projected,
        =seeks =to, =set =for, commits =to, would, being drawn up, being worked out, being
        developed, =on =the =list, =on =the =way, upcoming, under consideration, in the
        years until, through =to, give work, bring =up =to, hoped
    """,
    done="""
        was, were, has been, have been, already, =built, =commissioned, =launched, =opened,
        =created, put =into, =completed, =amounted, =received, =finished, =totalled, =totaled,
        =reached, handed =over, =repaired, =implemented, carried =out, =climbed, =counted,
        =exceeded, =moved, =numbered, =rose, =grew, =increased, =attracted, =invested, =made,
        =produced, =spent, =came, =harvested, =provided, =allocated, =installed, =delivered,
        =planted, =collected, =cleaned, =constructed, =overhauled, =renovated, =realized,
        =realised, =issued, =financed, =funded, =supported, =covered, =connected, =purchased,
        =bought, =acquired, =sold, =paid, =earmarked, =became, =earned, =processed, =restored,
        =modernized, =modernised, =laid, =registered, =surpassed, =generated, =approved
    """,
    under_way="""
        under construction, underway, under way, in progress, =is =being, =are =being, being
        built, ongoing, continues, currently
    """,
    execution="""
        fulfilled, executed, fulfilment, =of plan, =from plan, =of annual plan, =against
        plan, =of target, plan fulfil*, budget execution, =execution =of, exceeded plan,
        =of forecast
    """,
    cause="""
        =due =to, owing to, development plan, master plan, action plan, year plan,
        plan =of =industrialization, plan =of =industrialisation, plan =of =development,
        plan =of =measures
    """,
    real="""
        in real terms, real terms, comparable prices, volume index, physical volume, constant
        prices, real growth, real income*, real wage*, in real
    """,
    nominal="""
        nominal*, current prices, in money terms
    """,
    gap="""
        difference, distance, against country, above country, below country, above =the =country,
        below =the =country, above national, below national, points above, points below, gap
    """,
    contribution="""
        contribut*, took off, took off growth, off =the =nominal =growth
    """,
    per_head="""
        =per =head, =per =capita, =per =person, per head of population
    """,
    size="""
        =by =size, =by =volume, =in =size
    """,
    as_for="""
        as for, as regards, when it comes to, turning to, with regard to, as far as
    """,
    refers="""
        =this, =by =this, =behind =it, =it, =they, =these, =those, =them, country total
    """,
    percent="""
        =per =cent, percent, percentage
    """,
    branches="""
        branch indices, branch index, indices of branches, indices of its branches
    """,
    rank="""
        place, rank*, position, leader*, top, spot, largest, nationwide
    """,
    people="""
        people, person, persons, =resident, =residents, citizen*, visitor*, tourist*,
        patient*, passenger*, dweller*, traveler*, traveller*, inhabitant*, man, women,
        woman, youth, unemployed, recipient*, pensioner*, guest*, specialist*, doctors,
        teachers, graduates, human, holidaymaker*, guests, employees, =locals, men,
        migrant*, volunteers, participants
    """,
    learners="""
        pupil*, =students, children, kid, kids, schoolchild*, child, learner*, toddler*, tots,
        infants, preschooler*, schoolboys, schoolgirls, boys and girls
    """,
    room="""
        seat*, place, places, bed, beds, student seat*, student place*
    """,
    work="""
        job*, workplace*, worker*, employee*, hire*, work, working place*, vacanc*
    """,
    anaphor="""
        of it, of them, of which, of these, of those, of whom, the remaining, the rest,
        including, among them, of this amount,
        of this sum, of that sum, the latter, in total, =its =share, =an =increase =of,
        =a =rise =of, =a =gain =of, =a =growth =of, =a =jump =of, =a =fall =of, =a =drop =of,
        =a =decrease =of, =a =decline =of, =that =is, =which =is
    """,
    field="""
        =the =sector, =this =sector, =the =industry, =this =industry,
        =the =field, =this =field, =the =branch
    """,
    of_this="""
        =of =this =sum, =of =this =money, =of =this =amount, =of =these =funds, =of =that =sum
    """,
    respectively="""
        respectively
    """,
    whole="""
        region*, oblast, province, city, citywide, district*, country, countrywide, nationwide,
        republic, akimat*, governor, akim, mayor, administration, local authorit*
    """,
    governs_region="""
        governor, governors
    """,
    governs="""
        governor, akim*, mayor*, head, heads, headed, chief, administration
    """,
)
