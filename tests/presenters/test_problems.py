import pytest

from outlay.domain.problems import Problem, ProblemKind
from outlay.presenters.problems import problem_sentence


@pytest.mark.parametrize("kind", list(ProblemKind))
@pytest.mark.parametrize("times", [1, 1204])
def test_every_kind_of_problem_has_its_sentences(kind, times):
    sentence = problem_sentence(Problem("logs.codex", kind, times, "rollout.jsonl:7"))
    assert "{" not in sentence
    assert "!" not in sentence
    assert sentence.endswith(".")
    assert ("1,204" if times > 1 else "1 ") in sentence
    assert "rollout" not in sentence


def test_a_kind_of_a_newer_reader_is_still_counted():
    assert problem_sentence(Problem("logs.codex", "odd", 3, "")).startswith("3 records could not be used")
