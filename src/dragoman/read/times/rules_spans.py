"""Rules for durations and for times that repeat."""

from dragoman.read.times.meaning import Rule

SPAN_RULES = (
    Rule("rate after amount", "(?<=<amount>) {article} {rate_unit:unit} (?! ago|earlier|later"
         "|before|after|and|<hyphen>)", "rate"),
    Rule("duration", "(the)? {count} (more|full|whole|straight|consecutive|long|additional|short"
         " |further)? {any_unit:unit} (?! <hyphen>? old|of age"
         "|<hyphen> (ago|earlier|long))", "duration"),
    Rule("duration as an adjective", "{numeral:count} {hyphen} {any_unit:unit} (<hyphen> long)?"
         " (?! <hyphen>? old)", "duration"),
    Rule("duration, compound", "{numeral:count} {any_unit:unit} long", "duration"),
    Rule("duration, range", "{count:low} (or|to|<range_mark>) {count} <hyphen>?"
         " {any_unit:unit}", "duration"),
    Rule("two durations", "{count} {units:unit} (and|<comma>) {numeral:count2} {units:unit2}",
         "duration"),
    Rule("units without number", "(?<=<span_lead>) {units:unit}", "vague_duration"),
    Rule("units long", "{any_unit:unit} <hyphen> long", "vague_duration"),
    Rule("weeks or months", "{units:unit} or {units:unit2}", "vague_duration"),
    Rule("unit and a half", "{article:count} {unit} and a {half_word}", "duration"),
    Rule("past so many units", "(the)? {last} {count} {any_unit:unit}", "near_duration"),
    Rule("next so many units", "(the)? ({next}|{ahead}) {count} {any_unit:unit}",
         "near_duration"),
    Rule("first so many units", "(the)? {ordinal} {count} {any_unit:unit}", "duration"),
    Rule("whole unit", "(all | the (whole|entire|full)) {span_unit:unit} (long)?", "whole_unit"),
    Rule("year by its end", "the (fiscal)? {unit} (?=ended|ending)", "whole_unit"),
    Rule("weekend", "(the | {this} | {last} | {next}) weekend", "weekend"),
    Rule("every unit", "{each} {any_unit:unit}", "every"),
    Rule("every so many units", "{each} ({count}|{other}|{ordinal}) {any_unit:unit}", "every"),
    Rule("every weekday", "{each} ({weekday}|{month}|{season}|{daypart})", "every"),
    Rule("every weekday part", "{each} {weekday} {daypart}", "every"),
    Rule("weekdays", "{weekdays}", "every"),
    Rule("seasons", "{seasons}", "every"),
    Rule("set word", "{set_word} (?!<hyphen>|<set_noun>)", "repeated"),
    Rule("so often", "({count}|a)? {often} (a|an|per|each|every) {unit}", "rate"),
    Rule("per unit", "per {rate_unit:unit}", "rate"),
)  # fmt: skip
