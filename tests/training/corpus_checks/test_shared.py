import json
from pathlib import Path

from tests.training.sentences import corpus_sentences
from training.corpus_checks.shared import shared_sequences

WORDS = "one two three four five six seven eight"
SENTENCES = corpus_sentences(f"And {WORDS}, nine.\n0 routine\n\nNothing shared.\n0 routine\n")


def _shared(folder: Path, name: str, content: str) -> list[str]:
    (folder / name).write_text(content, encoding="utf-8")
    return [found.words for found in shared_sequences(SENTENCES, folder)]


def test_eight_words_in_a_row_are_found_in_plain_text(tmp_path: Path) -> None:
    assert _shared(tmp_path, "a.txt", f"Zero. {WORDS.title()}; ten.") == [WORDS]


def test_seven_words_are_not(tmp_path: Path) -> None:
    assert _shared(tmp_path, "a.txt", WORDS.removeprefix("one ")) == []


def test_words_are_found_in_lists_of_words(tmp_path: Path) -> None:
    record = {"id": 3, "tokens": [*WORDS.split(), "ten"]}
    assert _shared(tmp_path, "a.jsonl", f"{json.dumps(record)}\n{{}}\n") == [WORDS]


def test_words_of_two_records_are_not_one_sequence(tmp_path: Path) -> None:
    first, second = WORDS.split(" five ")
    lines = "\n".join(json.dumps({"text": part}) for part in (f"{first} five", second))
    assert _shared(tmp_path, "a.jsonl", lines) == []


def test_other_files_are_not_read(tmp_path: Path) -> None:
    assert _shared(tmp_path, "a.md", WORDS) == []
