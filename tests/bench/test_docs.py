import pytest

from bench import docs
from dragoman.errors import UserError

RESULTS = {
    "date": "2024-05-09",
    "results": [{"what": "text of a page", "data": "pages/dev.jsonl", "measured": 0.9625}],
}


def test_generated_files_are_fresh() -> None:
    assert [str(path) for path in docs.stale_files()] == [], "run `make docs`"


def test_figures_go_between_the_marks() -> None:
    readme = f"# Title\n\n{docs.BEGIN}\nold\n{docs.END}\n\nThe rest.\n"
    written = docs.with_figures(readme, RESULTS)
    assert "| text of a page | pages/dev.jsonl | 96.2 |" in written
    assert "old" not in written
    assert written.startswith("# Title\n")
    assert written.endswith("\n\nThe rest.\n")
    assert docs.with_figures(written, RESULTS) == written


def test_a_readme_without_marks_is_refused() -> None:
    with pytest.raises(UserError, match="marks"):
        docs.with_figures("# Title\n", RESULTS)


def test_record_lists_fields_of_parts_and_of_items() -> None:
    text = docs.record(
        {
            "title": "Thing",
            "description": "What it is.",
            "properties": {
                "id": {"type": "string", "description": "a | b"},
                "size": {"type": ["integer", "null"]},
                "parts": {"type": "array", "items": {"$ref": "#/$defs/Part"}},
                "doc": {"type": "object", "properties": {"url": {"enum": ["x", "y"]}}},
            },
            "$defs": {
                "Part": {"description": "One part.", "properties": {"n": {"type": "number"}}}
            },
        }
    )
    assert r"| `id` | string | a \| b |" in text
    assert "| `size` | integer or null |  |" in text
    assert "| `parts` | array of [Part](#part) |  |" in text
    assert "| `doc.url` | `x`, `y` |  |" in text
    assert "## Part\n\nOne part.\n\n| field" in text
