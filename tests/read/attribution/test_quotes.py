from dragoman.read.attribution.quotes import find_quotes
from dragoman.read.sentences import find_sentences
from tests.read.build import document


def quotes(*blocks: str) -> list[tuple[str, bool, bool]]:
    report = document(*blocks)
    return [
        (quote.span.of(report.text), quote.closed, quote.continued)
        for quote in find_quotes(report, find_sentences(report))
    ]


def test_marks_of_several_kinds() -> None:
    assert quotes("He said “yes”, she \"no\", they ''maybe'' and ‘never’.") == [
        ("“yes”", True, False),
        ('"no"', True, False),
        ("''maybe''", True, False),
        ("‘never’", True, False),
    ]


def test_apostrophes_quote_nothing() -> None:
    assert quotes("Armenia's plan isn't the minister’s, it's the soldiers' own.") == []


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    assert quotes("He said: “Rain fell.", "“It was cold.”") == [
        ("“Rain fell.", False, False),
        ("“It was cold.”", True, True),
    ]
