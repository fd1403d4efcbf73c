from pathlib import Path

import pytest

from training.__main__ import main

SOUND = """\
== sentences a
date: 2027-03-14

[s1=MLI Mali] [t1 met] [s2=TCD Chad].
- CONSULT t1: s1 > s2 | occurred
"""


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(SOUND, encoding="utf-8")
    return path


def test_a_sound_file_passes(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", "check", str(sound)]) == 0
    assert "1 sentences, 0 errors" in capsys.readouterr().out


def test_all_errors_of_all_files_are_printed(
    sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = sound.with_name("b.txt")
    broken.write_text(SOUND.replace("occurred", "done") + "\nIt rained.\n", encoding="utf-8")
    assert main(["corpus", "check", str(sound.parent)]) == 1
    printed = capsys.readouterr().out
    assert f"{broken}:5: unknown part 'done'" in printed
    assert f"{broken}:7: neither" in printed
    assert f"the name 'a' also stands in {sound}" in printed


def test_doubts_are_told_and_let_pass(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sound.write_text(SOUND.replace("CONSULT t1: s1 > s2", "AID t1: s1 >"), encoding="utf-8")
    assert main(["corpus", "check", str(sound), "--doubts"]) == 0
    assert f"doubt: {sound}:5: AID t1: has no recipient" in capsys.readouterr().out


def test_a_missing_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", "check", str(tmp_path / "none.txt")]) == 1
    assert "cannot be read" in capsys.readouterr().out


def test_words_shared_with_a_folder_fail(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = "one two three four five six seven eight"
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(words, encoding="utf-8")
    path = tmp_path / "a.txt"
    path.write_text(f"== sentences a\ndate: 2027-03-14\n\n{words}.\n0 routine\n", encoding="utf-8")
    assert main(["corpus", "check", str(path), "--against", str(tmp_path / "texts")]) == 1
    assert "1 sequences shared" in capsys.readouterr().out
    assert main(["corpus", "check", str(path), "--against", str(tmp_path / "none")]) == 0


@pytest.mark.parametrize("line", ["", ":4", ":5"])
def test_a_sentence_is_shown_by_its_place(
    sound: Path, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["corpus", "show", f"{sound}{line}"]) == 0
    assert "CONSULT “met”: Mali > Chad" in capsys.readouterr().out
    assert main(["corpus", "show", f"{sound}:2"]) == 1


def test_statistics_agreement_and_bare_sentences_are_printed(
    sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["corpus", "stats", "--files", str(sound), "--quotas"]) == 0
    assert "CONSULT/visit" in capsys.readouterr().out
    assert main(["corpus", "agreement", str(sound), str(sound.parent)]) == 0
    assert "1 sentences marked twice" in capsys.readouterr().out
    assert main(["corpus", "bare", str(sound)]) == 0
    assert "\nMali met Chad.\n" in capsys.readouterr().out


def test_words_that_are_no_command_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpse"]) == 2
    assert "python -m training corpus" in capsys.readouterr().out
