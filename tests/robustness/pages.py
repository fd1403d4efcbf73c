"""Pages for the tests of bad input: one report, put into whatever is wrong around it."""

SENTENCE = (
    "Armenian Prime Minister Nikol Pashinyan met Russian President Vladimir Putin in Moscow on "
    "Thursday. Russia agreed to withdraw its border guards from Armenia, the Kremlin said."
)
TITLE = "Russia agrees to withdraw guards from Armenia"
PARAGRAPHS = f"<p>{SENTENCE}</p><p>The two leaders spoke for an hour. {SENTENCE}</p>"


def page(title: str = TITLE, body: str = PARAGRAPHS, head: str = "", date: str = "") -> str:
    """An HTML page, published on 9 May 2024 where `date` does not say otherwise."""
    published = f'<meta property="article:published_time" content="{date or "2024-05-09"}">'
    return (
        f"<!doctype html><html><head><title>{title}</title>{published}{head}</head>"
        f"<body><h1>{title}</h1>{body}</body></html>"
    )
