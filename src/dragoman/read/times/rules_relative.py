"""Rules for times that are counted from another one, and for words like "now"."""

from dragoman.read.times.meaning import Rule

RELATIVE_RULES = (
    Rule("deictic day", "{deictic}", "deictic"),
    Rule("day after tomorrow", "(the)? day {side} {deictic}", "deictic"),
    Rule("weekday", "{weekday} (?!<hyphen>)", "weekday"),
    Rule("last weekday", "(this)? {last} {weekday}", "weekday"),
    Rule("next weekday", "({next}|{ahead}) {weekday} (?!<hyphen>)", "weekday"),
    Rule("this weekday", "{this} {weekday}", "weekday"),
    Rule("this coming weekday", "this {ahead} {weekday}", "weekday"),
    Rule("weekday of a week", "{weekday} (of)? {week_mark} week", "weekday_of_week"),
    Rule("last unit", "(the|this)? {last} {long_unit}", "near_unit"),
    Rule("next unit", "(the)? ({next}|{ahead}) {long_unit}", "near_unit"),
    Rule("this unit", "({this}|the {current}) (fiscal)? {long_unit}", "near_unit"),
    Rule("this very unit", "{this} (same|very) {long_unit}", "near_unit"),
    Rule("that unit", "({that}|(the|that) {same}) (same|very)? {long_unit}", "that_unit"),
    Rule("the unit", "the {bare_unit} (?! ended|ending)", "the_unit"),
    Rule("same period", "the same (period|time|month|quarter) {last} year", "year_before"),
    Rule("same period a year earlier", "the same (period|month|quarter) (of|in)? (a year"
         " (ago|earlier|before) | the (previous|prior|preceding) year)", "year_before"),
    Rule("ago", "{count} {any_unit:unit} (or so)? {ago}", "ago"),
    Rule("later", "{count} {any_unit:unit} (or so)? {later}", "later"),
    Rule("earlier", "{count} {any_unit:unit} (or so)? {earlier}", "later"),
    Rule("so long after, then a stop", "{count} {any_unit:unit} {beside:later} (?=<dot>|<comma>"
         "|<stop>|<close>|<break>)", "later"),
    Rule("units later", "{units:unit} ({later}|{earlier}|{ago})", "later"),
    Rule("hence", "{count} {any_unit:unit} from {from_day}", "later"),
    Rule("to the day", "{count} {any_unit:unit} to the day ({later}|{earlier}|{ago})?",
         "to_the_day"),
    Rule("so many units ahead", "(?<=in) {numeral:count} {day_unit:unit}", "ahead"),
    Rule("in so many units", "(?<=<in>) {count} {units_time:unit} <apostrophe>? time", "hence"),
    Rule("side day", "(?<!in) the {long_unit:unit} {side}", "side_unit"),
    Rule("the day", "(?<=<day_lead>) the {day_word:bare_unit} (?! that|when|of|before)",
         "told_day"),
    Rule("the month", "(?<=<part_lead>) the {whole_part:bare_unit}", "the_part"),
    Rule("year ago", "(the)? (comparable|same)? year <hyphen> {ago_mark} ((fiscal)?"
         " {ordinal}? {period})?", "year_before"),
    Rule("latest quarter", "(the)? ({latest}|current) {period}", "the_period"),
    Rule("week of", "the week (of|ending|ended|beginning) {date_words}", "week_of"),
    Rule("year end", "(the)? year <hyphen> end", "year_end"),
    Rule("year end two words", "(the)? year <apostrophe> s end", "year_end"),
    Rule("last night", "{last} night", "night"),
    Rule("at night", "(?<=at) night", "any_night"),
    Rule("overnight", "overnight", "night"),
    Rule("this part of the day", "{this} (coming)? {daypart}", "part_of_day"),
    Rule("that part of the day", "({that}|the same) {daypart}", "part_of_day"),
    Rule("the next part of the day", "the {next} {daypart}", "part_of_day"),
    Rule("date then part of the day", "(the)? {date_words} <apostrophe>? s? {daypart}",
         "part_of_day"),
    Rule("part of the day then date", "(the)? (early|late)? ({daypart}|{dawn}) (of|on) (the)?"
         " {date_words}", "part_of_day"),
    Rule("night of a day", "the (early|late)? ({daypart}) of the {day}", "part_of_day"),
    Rule("clock time", "{clock_time} ({zone_mark})? (in the {daypart})? (?!<percent>|<number>)",
         "clock"),
    Rule("clock time and zone", "{military} (hours)? ({zone_mark})", "clock"),
    Rule("clock hours", "{military} hours", "clock"),
    Rule("clock time then date", "({clock_time}|{clock_word}|{military}) ({zone_mark})?"
         " ((in the)? {daypart})? <comma>?"
         " (<open> ((<military>|<clock>) <zone_mark> | {zone_mark:zone2}) <close>)?"
         " (on | of)? {date_words}", "clock"),
    Rule("date then clock time", "{date_words} <comma>? (at | around | about | by)?"
         " ({clock_time}|{clock_word}) ({zone_mark})?", "clock"),
    Rule("clock word", "(?<=<clock_lead>) {clock_word}", "clock"),
    Rule("present", "<present>", "present"),
    Rule("present phrase", "(the present|the current) (point|moment|time|stage|juncture)"
         " | (?<=at) (this|the) moment | (?<=at) this (point|stage) (in time)?"
         " | the time being | the present (day|time)?"
         " | (modern|present) <hyphen>? day | (these|nowadays) days | as yet"
         " | at present", "present"),
    Rule("past", "{past_ref}", "past"),
    Rule("past phrase", "the (recent | not too distant) past | the past (?! <units>|<unit>"
         "|<numeral>|few|several"
         "|couple|many|quarter) | not long ago | long ago | some time ago | a while ago | days ago"
         " | those days | at one time", "past"),
    Rule("recent units", "(the)? recent {units}", "recent"),
    Rule("coming units", "(the)? (coming) {units}", "coming"),
    Rule("future", "(very)? {future_ref} (?! as|after)", "future"),
    Rule("future phrase", "(the|in) (near|foreseeable|immediate|not too distant|distant)? future"
         " | one day | some day | as soon as possible | before long | shortly (?=<dot>)",
         "future"),
)  # fmt: skip
