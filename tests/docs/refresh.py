"""``python -m tests.docs.refresh [PAGE…]``: runs the blocks of pages and writes what they say now.

Without pages all of docs/ and the README. Exit code 1 where a command fails.
"""

import sys
import tempfile
from pathlib import Path

from tests.docs.pages import answers, make_demo, workplace, written


def main(words: list[str]) -> int:
    """Refreshes pages and names those that changed and the commands that failed."""
    chosen = [Path(word).resolve() for word in words] or written()
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "base").mkdir()
        demo = make_demo(Path(name) / "base")
        for number, page in enumerate(chosen):
            folder = Path(name) / str(number)
            folder.mkdir()
            failed += refresh(page, workplace(folder, demo))
    return 1 if failed else 0


def refresh(page: Path, folder: Path) -> int:
    """Writes the page if its blocks say other things now; gives how many failed."""
    text = page.read_text(encoding="utf-8")
    found = list(answers(text, folder))
    fresh = text
    for block, content, _ in reversed(found):
        fresh = fresh[: block.start] + content + fresh[block.end :]
    if fresh != text:
        page.write_text(fresh, encoding="utf-8")
        sys.stdout.write(f"{page.name}: refreshed\n")
    bad = [content for _, content, status in found if status]
    for content in bad:
        sys.stdout.write(f"{page.name}: failed:\n{content}\n")
    return len(bad)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
