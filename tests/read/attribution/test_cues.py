from dragoman.read.attribution.cues import verbs


def test_the_lexicon_is_large_and_inflected() -> None:
    known = verbs()
    assert len({cue.lemma for cues in known.values() for cue in cues}) >= 150
    forms = {word: {cue.form for cue in known[word]} for word in ("denies", "denying", "written")}
    assert forms == {"denies": {"s"}, "denying": {"ing"}, "written": {"participle"}}
    assert "admit" in {cue.lemma for cue in known["admitting"]}
    assert known["called"][0].words != ()
    assert {cue.lemma for cue in known["called"]} >= {"call for", "call"}


def test_frames_and_forms_are_known() -> None:
    cues = [cue for found in verbs().values() for cue in found]
    assert {frame for cue in cues for frame in cue.frames} == set("cntiq")
    assert {cue.form for cue in cues} == {"base", "s", "ing", "past", "participle"}
    assert all(cue.frames and cue.family for cue in cues)
