"""``python -m training corpus check|stats|show|agreement|bare``,
or ``learn|export|evaluate|speed``.
"""

import sys
from collections.abc import Sequence
from importlib import import_module

COMMANDS = {
    "corpus": "training.corpus_command",
    "evaluate": "training.evaluate_command",
    "export": "training.export_command",
    "learn": "training.learn_command",
    "speed": "training.speed_command",
}
"""Modules with a `main`; imported only when asked for."""


def main(arguments: Sequence[str]) -> int:
    """Runs a command; 2 for wrong usage, 1 for failure."""
    if not arguments or arguments[0] not in COMMANDS:
        print(f"usage: {__doc__}")
        return 0 if arguments and arguments[0] in {"-h", "--help"} else 2
    status: int = import_module(COMMANDS[arguments[0]]).main(arguments[1:])
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
