"""The things a report speaks of, as coreference follows them through the text."""

from dataclasses import dataclass, field

from dragoman.model import Mention, MentionKind
from dragoman.read.mentions.lists import words_of


@dataclass(slots=True, eq=False)
class Thread:
    """One thing and what is known of it so far. `id` is the id of its first mention."""

    id: str
    kind: MentionKind
    plural: bool = False
    candidates: tuple[str, ...] = ()
    of: str | None = None
    sector: str | None = None
    roles: dict[str, None] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    rules: set[str] = field(default_factory=set)
    gender: str = ""

    def add(self, mention: Mention) -> None:
        """Learns what `mention`, which means this thing, says of it."""
        self.heads.add(mention.head)
        self.rules.add(mention.rule)
        self.candidates = self.candidates or mention.candidates
        self.learn(mention)

    def learn(self, mention: Mention) -> None:
        """Takes over the office that `mention` gives."""
        self.of = self.of or mention.of
        self.sector = self.sector or mention.sector
        if mention.role:
            self.roles[mention.role] = None
            self.gender = self.gender or gender_of(mention.role)

    @property
    def named(self) -> bool:
        """Whether the report gives it a name and not only a description."""
        return bool(self.candidates) or any("name" in r or "surname" in r for r in self.rules)

    def is_named(self, mention: Mention) -> bool:
        """Whether `mention`, found under one of this thread's keys, names it."""
        if mention.candidates and self.candidates:
            return mention.candidates[0] == self.candidates[0]
        if self.kind == MentionKind.PERSON:
            named = "name" in mention.rule or mention.rule in {
                "surname",
                "capitalised-speaker",
                "capitalised-subject",
            }
            return named and self.named and self._same_person(mention.head)
        if mention.role or self.roles:
            return mention.of is not None and mention.of == self.of and mention.role in self.roles
        return True

    def _same_person(self, head: str) -> bool:
        """Whether unknown names agree: the same, or one is the other's surname."""
        words = head.split()
        for known in self.heads:
            other = known.split()
            if head == known or (words[-1] == other[-1] and 1 in {len(words), len(other)}):
                return True
        return False

    @property
    def acts(self) -> bool:
        """Whether some mention is more than the place where something is."""
        return not all("as-place" in rule or "adjective" in rule for rule in self.rules)

    def last_role_words(self) -> set[str]:
        """The last word of each role: "minister" for "foreign minister"."""
        return {role.rsplit(" ", 1)[-1] for role in self.roles}


def gender_of(words: str) -> str:
    """``f`` or ``m`` where the words of a role or an honorific tell, else ""."""
    plain = set(words.split())
    if plain & (words_of("female_roles") | words_of("honorifics_female")):
        return "f"
    return "m" if plain & (words_of("male_roles") | words_of("honorifics_male")) else ""
