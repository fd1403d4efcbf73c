"""Rules for dates that name a day, month, season, quarter, year, decade or century."""

from dragoman.read.times.meaning import Rule

_WEEKDAY = "((this coming | last | next)? ({weekday} | <short_weekday> <dot>?) <comma>?)?"
_ERA = "{era_mark}?"
_OTHER_YEAR = (
    "(of | in)? ({this} {long_unit:a} | {last} {long_unit:b} | {next} {long_unit:c}"
    " | that year | the (same|following|previous|preceding|next) year)"
)
_WHICH = "((this | last | next | that | the (same|following|previous|preceding|next)) year)"

DATE_RULES = (
    Rule("month day year", f"{_WEEKDAY} (the)? {{any_month}} (the)? {{day}} <comma>? (of | in)?"
         f" ({{year}} | {{bare_number:year2}} {{era_mark}} | {{spoken_year}})", "calendar"),
    Rule("day month year", f"{_WEEKDAY} (the)? {{day}} (<hyphen> | of)? {{any_month}}"
         " (<hyphen> | <comma>)? (of | in)?"
         f" ({{year}} | {{bare_number:year2}} {{era_mark}})", "calendar"),
    Rule("first of two days, month before", "{any_month} {day} (?=(<range_mark>|and|or|to)"
         " <day> <comma>? {year})", "calendar"),
    Rule("month day", f"{_WEEKDAY} {{any_month}} (the)? {{day}} (?! <unit>|<hyphen>"
         " (?!<day>))", "calendar"),
    Rule("month day of that year", "{any_month} {day} (of)? {which_year}", "month_of_year"),
    Rule("day month", f"{_WEEKDAY} (the)? {{day}} (<hyphen> | of)? {{any_month}}", "calendar"),
    Rule("first of two days, month behind", "(the)? {day} (?=(<range_mark>|and|or|to|<slash>)"
         " (the)? <day> (of)? {any_month} (<comma>? {year})?)", "calendar"),
    Rule("second of two days", "(?<=<joint>) (the)? {day} (<comma>? {year})?"
         " (?!<hyphen>|<unit>|<units>|<counted>|<percent>|<month>)", "following_day"),
    Rule("last of several days", "(?<=and) {day} (?=<dot>|<comma>|<stop>|<close>|<break>)",
         "following_day"),
    Rule("one of several days", "(?<=<comma>) {day} (?=(<comma>)? and <day>)", "following_day"),
    Rule("day alone", "(?<=<day_prep>) the {day_figure:day} (?=<dot>|<comma>|<stop>|<close>|and"
         "|the|<past>)", "day_of_month"),
    Rule("iso date", "{iso_date}", "iso"),
    Rule("iso time", "{iso_time}", "iso"),
    Rule("slash date", "{slash_date}", "slash"),
    Rule("dotted date", "{dot_date}", "slash"),
    Rule("month year", "(the month of)? {any_month} <comma>? (of | in)?"
         " ({year} | {bare_number:year2} {era_mark} | {spoken_year})", "calendar"),
    Rule("first of two months", "{month} (?=(<range_mark>|and|or|to|through|<slash>)"
         " <month> (of)? {year})", "calendar"),
    Rule("month and short year", "{any_month} <apostrophe> {two_digits}", "short_year"),
    Rule("month of that year", "{month} <dot>? <comma>? (of)? {which_year}", "month_of_year"),
    Rule("month named", "(the month of)? {full_month:month}", "calendar"),
    Rule("month after preposition", "(?<=<month_lead>) {month}", "calendar"),
    Rule("last month named", "(the)? {last} {month} (?!<day>) ", "other_month"),
    Rule("next month named", "(the)? ({next}|{ahead}) {month} (?!<day>)", "other_month"),
    Rule("this month named", "{this} {month} (?!<day>)", "other_month"),
    Rule("year after preposition", "(?<=<year_prep>) {year} (?!<counted>|<percent>"
         "|<comma> <number>)",
         "year"),
    Rule("the year named", "(the)? year (of)? ({year} | {spoken_year})", "year"),
    Rule("spoken year", "{plain_spoken_year:spoken_year}", "year"),
    Rule("year in brackets", "(?<=<open>) {year} (?=<close>|<comma>|<range_mark>|<stop>)", "year"),
    Rule("year between commas", "(?<=<comma>) {year} (?=<comma> |and <year>)", "year"),
    Rule("year of a thing", "(?<=<year_owner>) {year} (?!<counted>|<units>|<percent>|<comma>)",
         "year"),
    Rule("year of an event", "{year} (?=<event_noun>)", "year"),
    Rule("first of two years", "{year} (?=<range_mark> (<year>|<two_digits>))", "year"),
    Rule("second of two years", "(?<=<range>) {year} (?!<counted>)", "year"),
    Rule("second year, shortened", "(?<=<range>) {two_digits} (?!<units>|<month>|<counted>)",
         "second_short_year"),
    Rule("year as a heading", "{year} (?=<break>)", "year"),
    Rule("fiscal year in course", "(the|this|its) (fiscal|financial) year (?! ended|ending)",
         "current_year"),
    Rule("year of an era", "(ad)? {bare_number:year2} {era_mark} (?!<clock>)", "year"),
    Rule("year of the era ad", "ad {bare_number:year2}", "year"),
    Rule("first of two years of an era",
         "{bare_number:year2} (?=(<range_mark>|and|to|or) <bare_number> {era_mark})", "year"),
    Rule("short year", "(?<=<prep>) <apostrophe> {two_digits}", "short_year"),
    Rule("decade", "(?<!<possessive>) (the)? {decade_number} {era_mark}?", "decade"),
    Rule("short decade", "(the <apostrophe>? | <apostrophe>) {short_decade:decade_number}",
         "decade"),
    Rule("decade with apostrophe", "the {decade_year} <apostrophe> s", "decade"),
    Rule("spoken decade", "the ((nineteen|eighteen) <hyphen>?)? {decade_word}", "decade"),
    Rule("century", f"(the)? {{ordinal}} (and <ordinal>)? <hyphen>? (century|centuries) {_ERA}",
         "century"),
    Rule("season of a year", "(the)? {season} <comma>? (of | in)? ({year} |"
         " {bare_number:year2} {era_mark})", "season"),
    Rule("year then season", "{year} {season}", "season"),
    Rule("season of that year", "(the)? {season} (of)? {which_year}", "season"),
    Rule("first of two seasons", "(the)? {season} (?=(and|to|or) <season> (of)? {year})", "season"),
    Rule("second of two seasons", "(?<=and) {season} (?!<season_noun>)", "second_season"),
    Rule("season after preposition", "(?<=<season_lead>) {season} (?!<season_noun>)", "season"),
    Rule("the season", "the {season} (?!<season_noun>)", "season"),
    Rule("last season", "(the)? {last} {season}", "season"),
    Rule("next season", "(the)? {next} {season}", "season"),
    Rule("this season", "({this}|{that:which_that}) {season}", "season"),
    Rule("quarter as an adjective", "(fiscal)? {ordinal} <hyphen> quarter", "quarter"),
    Rule("quarter", "(the)? (fiscal)? {ordinal} quarter ((of | in)? (fiscal)?"
         " ({year} | {which_year}))?", "quarter"),
    Rule("year then quarter", "(the)? {year} (<apostrophe> s)? (fiscal)? {ordinal}"
         " <hyphen>? quarter", "quarter"),
    Rule("short quarter", "q {number:ordinal} ((of)? {year})?", "quarter"),
    Rule("half", "(the)? {ordinal} <hyphen>? half (of | in)? ({year} | {which_year}"
         " | the {unit:whole})", "half"),
    Rule("quarter by its end", "(the)? (fiscal)? ({ordinal})? quarter"
         " (?=(ended|ending) {any_month})",
         "quarter_ending"),
    Rule("week of a month", "(the)? {ordinal} {week_of} (of|in) {any_month} (<comma>? {year})?",
         "week_of_month"),
    Rule("fiscal year", "(the)? ((fiscal|financial) (year)? | fy) {year}", "year"),
    Rule("holiday", "{holiday} (day | eve | monday | sunday)? ({year})?", "holiday"),
    Rule("holiday of two words", "{holiday_name} ({year})?", "holiday"),
    Rule("other holiday", "({last}|{next}|{this}) {holiday_name}", "holiday"),
)  # fmt: skip
