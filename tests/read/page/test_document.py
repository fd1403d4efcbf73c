import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import BlockKind, Document, Done, Dropped, Given, Page, Snapshot, TimeBasis
from dragoman.read.page import read_page

PLAIN = """WorldMinisters settle the ferry dispute
Ministers settle the ferry dispute
The two governments agreed to reopen the line.
A ferry in the harbour of Port Alma.
A ferry in the harbour of Port Alma.
Photo: Lena Ort / Coast Press
9:40 PM GMT, March 3, 2021
The ministers of Norland and Sudland signed the accord on Wednesday, their offices said.
A long quarrel ends
Norland had closed the port in 2019 after a row over fishing rights and fees.
Related stories
Fishing fleet returns
© coast.example
Copying or storing the content of this site is prohibited without our written consent.
"""

HTML = """<html lang="en"><head><title>Coast - news</title>
<meta property="og:site_name" content="The Coast">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ministers settle dispute",
"datePublished": "2021-03-03T21:40:00+00:00", "author": [{"name": "Lena Ort"}]}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ministers settle dispute</h1>
<figure><img src="f.jpg"><figcaption>A ferry in the harbour.
<span class="credit">Photo: Coast Press</span></figcaption></figure>
<p>The ministers of Norland and Sudland signed the accord on Wednesday, their offices said.
The ceremony was short.</p>
<p>Norland had closed the port in 2019 after a row over fishing rights, fees and the old
light house.</p>
<p>Both governments will meet again in May, a spokesman for the foreign ministry of Norland
said.</p>
</article><footer><p>© 2021 The Coast. All rights reserved.</p>
<p>Text and data mining of this website is prohibited without the consent of the
publisher.</p></footer>
</body></html>"""


def page(text: str, media_type: str, given: Given | None = None) -> Page:
    snapshot = Snapshot(id="0" * 64, name="a", media_type=media_type, size=len(text))
    return Page(snapshot=snapshot, text=text, document_id="a", given=given or Given())


def document(text: str, media_type: str = "text/plain", given: Given | None = None) -> Document:
    outcome = read_page(page(text, media_type, given))
    assert isinstance(outcome, Done)
    return outcome.value


def texts(found: Document, kind: BlockKind) -> list[str]:
    return [block.span.of(found.text) for block in found.blocks_of(kind)]


def test_a_plain_page_falls_into_blocks() -> None:
    found = document(PLAIN)
    assert texts(found, BlockKind.SECTION) == ["World"]
    assert texts(found, BlockKind.TITLE) == ["Ministers settle the ferry dispute"]
    assert texts(found, BlockKind.LEAD) == ["The two governments agreed to reopen the line."]
    assert texts(found, BlockKind.CAPTION) == ["A ferry in the harbour of Port Alma."]
    assert texts(found, BlockKind.HEADING) == ["A long quarrel ends"]
    assert texts(found, BlockKind.RELATED) == ["Related stories", "Fishing fleet returns"]
    assert len(texts(found, BlockKind.NOTICE)) == 1
    assert [credit.value for credit in found.credits] == ["Lena Ort / Coast Press"]
    assert found.publisher is not None
    assert found.publisher.value == "coast.example"
    assert found.published.value == "2021-03-03T21:40+00:00"


def test_an_html_page_falls_into_blocks() -> None:
    found = document(HTML, "text/html")
    assert texts(found, BlockKind.TITLE) == ["Ministers settle dispute"]
    assert texts(found, BlockKind.CAPTION) == ["A ferry in the harbour."]
    assert texts(found, BlockKind.CREDIT) == ["Photo: Coast Press"]
    assert len(texts(found, BlockKind.PARAGRAPH)) == 3
    assert len(texts(found, BlockKind.NOTICE)) == 1
    assert found.publisher is not None
    assert (found.publisher.value, found.publisher.rule) == ("The Coast", "meta:og:site_name")
    assert [byline.value for byline in found.bylines] == ["Lena Ort"]
    assert found.published.rule == "json-ld:datePublished"


def test_every_receipt_holds_its_words() -> None:
    for found in (document(PLAIN), document(HTML, "text/html")):
        stated = (found.title, found.publisher, found.section, *found.bylines, *found.credits)
        for value in stated:
            if value is not None and value.span is not None:
                assert value.span.of(found.text) == value.value


def test_a_single_sentence_is_no_title() -> None:
    assert texts(document("Norland condemned Sudland"), BlockKind.PARAGRAPH) == [
        "Norland condemned Sudland"
    ]


def test_given_values_lead() -> None:
    given = Given(title="A headline", date="2020-01-02", publisher="The Coast")
    found = document("Norland condemned Sudland.", given=given)
    assert found.title is not None
    assert found.title.value == "A headline"
    assert found.published.value == "2020-01-02"
    assert found.publisher is not None
    assert found.publisher.value == "The Coast"


def test_an_unknown_date_stays_unknown() -> None:
    published = document("Norland condemned Sudland.").published
    assert (published.earliest, published.basis) == (None, TimeBasis.FETCHED)
    assert published.value == ""


@pytest.mark.parametrize("text", ["<html></html>", "<p> </p>", "<", "<html><body><nav>Home</nav>"])
def test_pages_without_a_report_are_dropped(text: str) -> None:
    assert read_page(page(text, "text/html")) == Dropped("a", "no-text")


def test_deep_nesting_does_not_break_the_reader() -> None:
    text = "<div>" * 5000 + HTML + "</div>" * 5000
    assert isinstance(read_page(page(text, "text/html")), Done | Dropped)


@given(st.text(max_size=300))
def test_blocks_never_overlap_and_cover_the_text(text: str) -> None:
    outcome = read_page(page(text, "text/plain"))
    if isinstance(outcome, Done):
        found = outcome.value
        ends = [0] + [block.span.end for block in found.blocks]
        for end, block in zip(ends, found.blocks, strict=False):
            assert found.text[end : block.span.start].strip() == ""
        assert found.blocks[-1].span.end == len(found.text)
