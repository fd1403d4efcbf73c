"""What coreference knows at a point of the text: the threads and who was spoken of lately."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.model import Document, Mention, MentionKind, Sentence, Span, content_id
from dragoman.read.coreference_threads import Thread, gender_of
from dragoman.read.mentions.lists import words_of

REACH = 2
"""How many sentences back an antecedent may stand."""

_PERSONS_KEPT = 300
"""Among how many mentions of persons the holder of an office is looked for."""

Fits = Callable[[Thread], bool]

_GOVERNED = frozenset(
    "of with by to from for between against in on at about into over under near after before "
    "than like and or via through towards toward".split()
)


class Story:
    """The threads of one report. Mentions must be told in text order.

    `mentions` are all that have names: an office that the report gives only later holds from the
    start ("Putin" in the headline, "President Putin" below).
    """

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]
    ) -> None:
        self._text = document.text
        self._sentences = {sentence.index: sentence for sentence in sentences}
        self._threads: dict[str, Thread] = {}
        self._by_key: dict[tuple[str, ...], list[Thread]] = {}
        self._offices: dict[str, list[Mention]] = {}
        for mention in mentions:
            if mention.kind == MentionKind.PERSON and mention.role and mention.candidates:
                self._offices.setdefault(mention.candidates[0], []).append(mention)
        self._told: list[Mention] = []
        self._persons: list[Thread] = []

    def name(self, mention: Mention) -> Mention:
        """`mention` in the chain of the thing it names, a new one if it is the first."""
        for key in self._keys(mention):
            for thread in reversed(self._by_key.get(key, [])):
                if thread.is_named(mention):
                    return replace(mention, chain=thread.id)
        return replace(mention, chain=mention.id)

    def tell(self, mention: Mention) -> None:
        """Takes note of a linked mention."""
        thread = self._threads.get(mention.chain)
        if thread is None:
            thread = Thread(mention.chain, mention.kind, mention.kind == MentionKind.GROUP)
            self._threads[mention.chain] = thread
            for known in self._offices.get(next(iter(mention.candidates), ""), []):
                thread.learn(known)
        if not mention.rule.startswith(("pronoun:", "pair:")):
            thread.add(mention)
            for key in self._keys(mention):
                threads = self._by_key.setdefault(key, [])
                if thread not in threads:
                    threads.append(thread)
        thread.gender = thread.gender or gender_of(self.before(mention))
        self._told.append(mention)
        if thread.kind == MentionKind.PERSON and thread.named:
            self._persons.append(thread)

    @property
    def told(self) -> Sequence[Mention]:
        """All mentions told so far."""
        return self._told

    def thread(self, mention: Mention) -> Thread:
        """The thread of a mention that was told."""
        return self._threads[mention.chain]

    def recent(self, sentence: int, fits: Fits, reach: int = REACH) -> list[list[Mention]]:
        """Mentions that fit, by sentence from this one back, each in text order."""
        groups: list[list[Mention]] = [[] for _ in range(reach + 1)]
        for mention in reversed(self._told):
            back = sentence - mention.sentence
            if back > reach:
                break
            if fits(self.thread(mention)):
                groups[back].append(mention)
        return [list(reversed(group)) for group in groups]

    def latest_person(self, fits: Fits) -> Thread | None:
        """The named person who fits and was spoken of last."""
        for thread in self._persons[: -_PERSONS_KEPT - 1 : -1]:
            if fits(thread):
                return thread
        return None

    def before(self, mention: Mention) -> str:
        """The word before a mention in lower case, "" at the start of its sentence."""
        words = self._words_before(mention)
        return words[-1].rstrip(".") if words else ""

    def is_subject(self, mention: Mention) -> bool:
        """Whether no preposition or conjunction stands before the mention (an article skipped)."""
        words = self._words_before(mention)
        while words and (words[-1] in {"the", "a", "an"} or words[-1] in words_of("honorifics")):
            words.pop()
        return not (words and words[-1] in _GOVERNED)

    def _words_before(self, mention: Mention) -> list[str]:
        start = self._sentences[mention.sentence].span.start
        window = max(start, mention.span.start - 60)
        return self._text[window : mention.span.start].lower().split()

    def _keys(self, mention: Mention) -> list[tuple[str, ...]]:
        """Under what a mention's thread may be found again."""
        kind = mention.kind.value
        if mention.candidates:
            return [(kind, mention.candidates[0])]
        if mention.kind == MentionKind.PERSON:
            return [(kind, "surname", mention.head.rsplit(" ", 1)[-1])]
        keys: list[tuple[str, ...]] = [(kind, "head", mention.head)]
        if mention.role and mention.of and not mention.role.endswith("s"):
            keys.append((kind, "body", mention.of, mention.role))
        after = self._text[mention.span.end : mention.span.end + 12]
        if after.startswith(" (") and ")" in after:
            keys.append((kind, "head", after[2 : after.index(")")]))
        return keys


def open_mention(
    document: Document, sentence: Sentence, span: Span, kind: MentionKind, rule: str
) -> Mention:
    """A pronoun or description before it is known what it stands for."""
    name = content_id("m", document.id, str(span.start), str(span.end))
    return Mention(
        id=name,
        span=span,
        sentence=sentence.index,
        kind=kind,
        head=span.of(document.text),
        rule=rule,
        chain=name,
    )


def standing_for(mention: Mention, thread: Thread) -> Mention:
    """`mention` as another mention of `thread`."""
    return replace(
        mention,
        kind=thread.kind,
        chain=thread.id,
        candidates=thread.candidates,
        of=mention.of or thread.of,
        role=mention.role or min(thread.roles, default=None),
        sector=mention.sector or thread.sector,
    )
