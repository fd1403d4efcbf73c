"""The word classes of the grammar, as data, and what their words stand for."""

MONTH_NAMES = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
    "august aug", "september sep sept", "october oct", "november nov", "december dec",
)  # fmt: skip
MONTHS = {name: n for n, names in enumerate(MONTH_NAMES, 1) for name in names.split()}

WEEKDAY_NAMES = (
    "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri",
    "saturday sat", "sunday sun",
)  # fmt: skip
WEEKDAYS = {name: n for n, names in enumerate(WEEKDAY_NAMES) for name in names.split()}

UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W",
    "fortnight": "W", "weekend": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE",
    "century": "CE", "centurie": "CE", "season": "M", "semester": "M", "millennium": "ML",
}  # fmt: skip
"""TIMEX3 codes of the units, by their singular (and the stem of "centuries")."""

SEASON_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

DAYPARTS = {
    "morning": "MO", "mornings": "MO", "afternoon": "AF", "evening": "EV", "night": "NI",
    "overnight": "NI", "noon": "12:00", "midday": "12:00", "midnight": "24:00", "dawn": "MO",
    "dusk": "EV", "nightfall": "NI", "daybreak": "MO", "sunset": "EV", "sunrise": "MO",
    "lunchtime": "MI",
}  # fmt: skip

ONES = "zero one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
)

SETS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W",
    "biweekly": "P2W", "monthly": "P1M", "bimonthly": "P2M", "quarterly": "P3M", "yearly": "P1Y",
    "annually": "P1Y", "biannually": "P6M", "biennially": "P2Y",
}  # fmt: skip
"""Adverbs and adjectives of repetition, with the length of the turn."""

ZONES = {
    "utc": "Z", "gmt": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00",
    "cest": "+02:00", "bst": "+01:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00",
    "jst": "+09:00",
}  # fmt: skip

CLASSES = {
    "month": " ".join(MONTHS),
    "long_month": " ".join(names.split()[0] for names in MONTH_NAMES),
    "short_month": " ".join(" ".join(names.split()[1:]) for names in MONTH_NAMES),
    "weekday": " ".join(names.split()[0] for names in WEEKDAY_NAMES),
    "short_weekday": " ".join(WEEKDAYS),
    "weekdays": " ".join(names.split()[0] + "s" for names in WEEKDAY_NAMES),
    "unit": "second minute hour day night week fortnight month quarter year decade century "
    "weekend season",
    "units": "seconds minutes hours days nights weeks fortnights months quarters years decades "
    "centuries weekends seasons",
    "long_unit": "day week weekend fortnight month quarter year decade century",
    "day_unit": "day week month year days weeks months years",
    "season": " ".join(SEASON_CODES),
    "seasons": "summers autumns winters",
    "daypart": "morning afternoon evening night",
    "dayparts": "mornings afternoons evenings nights",
    "clock_word": "noon midday midnight",
    "dawn": "dawn dusk nightfall daybreak overnight lunchtime",
    "ones": " ".join(ONES[1:]),
    "teens": " ".join(TEENS),
    "tens": " ".join(TENS),
    "ordinal": " ".join(ORDINAL_WORDS) + " last final",
    "day_ordinal": " ".join(ORDINAL_WORDS) + " thirtieth",
    "last": "last past previous preceding prior",
    "next": "next coming following ensuing subsequent",
    "ahead": "next coming upcoming",
    "day_word": "day",
    "back": "last past",
    "quantity": "several many numerous",
    "each": "every each",
    "often": "once twice thrice times",
    "set_word": " ".join(SETS),
    "zone": " ".join(ZONES),
    "prep": "in on at by of since until till from to during between after before through "
    "throughout for around about circa within into toward towards as early late mid",
    "year_prep": "in of since until till from to during between after before through throughout "
    "into by year around circa ca than fiscal toward towards late early mid spring summer autumn "
    "fall winter beginning end start middle and or year's",
    "year_owner": "the its his her their our this that a s secret",
    "counted": "people persons men women children troops soldiers fighters civilians casualties "
    "prisoners deaths tons tonnes dollars euros pounds rubles yen miles kilometers kilometres km "
    "meters metres feet yards acres points votes members workers employees jobs homes houses "
    "families refugees students shares units cars vehicles tanks planes aircraft ships guns "
    "cases times million billion thousand percent mph kg copies barrels hectares others more "
    "delegates protesters demonstrators migrants rebels islands villages infantry cavalry "
    "horses rounds shells rockets missiles drones",
    "future": "will shall plans plan planning expects expected expect scheduled slated intends "
    "aims hopes upcoming due wo ll must should payable going would may might can could wants "
    "promises vows pledges proposes prepares planned supposed poised hoped hoping seeking "
    "effective deadline be",
    "past": "was were had did said told says met came went took made began held left got gave "
    "found saw won lost sent killed rose fell kept became ran broke struck brought led fought "
    "spoke thought wrote fled shot drove built bought sold put cut hit set grew knew been "
    "has have fired died seized withdrew",
    "era_word": "bc bce",
    "deadline": "until till by",
    "softener": "early late mid - the end of beginning start middle close",
    "pending": "set",
    "toward": "to for",
    "definite": "the this that last next past each every",
    "possessive": "his her their my your our its",
    "day_lead": "in end ending ended close closed closing during for finished",
    "part_lead": "of in during throughout",
    "whole_part": "week month decade century",
    "week_of": "week weekend day",
    "set_noun": "dividend cash results earnings loss profit newspaper report reports dividends "
    "revenue",
    "this": "this",
    "deictic": "today tomorrow yesterday tonight",
    "side": "before after earlier later following",
    "ago": "ago",
    "ago_mark": "ago earlier",
    "earlier": "earlier previously prior",
    "beside": "after before",
    "later": "later afterwards afterward thereafter",
    "current": "current present",
    "same": "same",
    "latest": "latest",
    "bare_unit": "year quarter",
    "from_day": "now today",
    "in": "in within",
    "units_time": "days weeks months years year week month day hours minutes",
    "article": "a an",
    "period": "quarter period",
    "week_mark": "last next this that",
    "past_ref": "recently lately recent",
    "future_ref": "soon future",
    "present": "now currently nowadays",
    "clock_lead": "at by until till from around about before after since",
    "fiscal": "fiscal",
    "half_word": "half",
    "span_lead": "for in after of within over recent through spent took takes many some",
    "span_unit": "day week month year night decade",
    "weekend_lead": "this last next over",
    "other": "other",
    "amount": "million billion thousand dollars percent % times cents people tons barrels euros "
    "pounds cases miles visitors passengers shares hours",
    "rate_unit": "hour day week month year minute second quarter",
    "that": "that",
    "which": "this last next that same following previous preceding past",
    "joint": "- ‐ – — − to through",
    "range": "- ‐ – — − to",
    "day_prep": "on by until till since from to of through before after and between",
    "full_month": "january february april june july august september october november "
    "december sept",
    "month_lead": "in since until till by from to of through throughout during before after around "
    "late early mid last next this - each every",
    "event_noun": "war election elections campaign season conflict crisis revolution coup treaty "
    "agreement accord accords convention ceasefire truce invasion attack attacks report budget "
    "census olympics championship championships summit constitution ruling law deal uprising "
    "earthquake genocide massacre referendum vote olympic presidential parliamentary world "
    "pact saw was brought began operating earnings sales results revenue profit figures forecast "
    "film offensive events protests "
    "pandemic",
    "season_lead": "in by since until till from of during through throughout before after "
    "early late mid",
    "season_noun": "offensive offensives olympics olympic games palace break semester session "
    "training water of campaign collection house camp line lines solstice equinox",
    "decade_word": "twenties thirties forties fifties sixties seventies eighties nineties",
    "holiday": "christmas easter thanksgiving halloween pentecost juneteenth epiphany",
}
"""Word class to its words, in lower case. A word may stand in several classes."""

CAPITALISED = frozenset(name for words in (*MONTH_NAMES, *WEEKDAY_NAMES) for name in words.split())
"""Words that count only with a capital: "may", "march" and "sun" mean other things without."""
