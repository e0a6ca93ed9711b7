"""Who can be under a duty, and which words before a verb name who is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.ingest.bearers import agent, bare, bears, subject

_WORDS = st.lists(
    st.sampled_from(
        ["the", "The", "Council", "Clerk", "report", ",", "and", "of", "which", "is", "must", "members", "it", "under", "Act", "a"]
    ),
    max_size=14,
).map(" ".join)  # fmt: skip


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("The Clerk", "Clerk"),
        ("Under the Growth Deal the Combined Authority", "Combined Authority"),
        ("The Director of Finance and appropriate audit representatives", "Director of Finance and appropriate audit representatives"),
        ("At least once a year, the Committee", "Committee"),
        ("Any Member who has an interest in the matter", "Member"),
        ("The Trust, which is a corporate body,", "Trust"),
        ("The auditor reported that the Chair", "Chair"),
        ("The policy, planning and support service", "policy, planning and support service"),
        ("Following the review the Head of Audit", "Head of Audit"),
        ("Scheme promoters", "Scheme promoters"),
        ("The Chair, in consultation with the Clerk,", "Chair"),
        ("whenever the Commission amends its scheme it", "it"),
        ("(2) The Authority", "Authority"),
        ("By both taking charge itself, and by giving duties and lending authority to partners, the Panel", "Panel"),
        ("under section 15(5) and (6) of the Harbours Act 1999, the Commissioners", "Commissioners"),
    ],
)  # fmt: skip
def test_subject(before, who):
    """The subject is the noun phrase for somebody that stands last before the verb, its determiner left out."""
    found = subject(before)
    assert found
    assert before[slice(*found)] == who


@pytest.mark.parametrize(
    "before",
    ["The scheme", "Every contract made by the Authority", "What the Authority", "This budget", "The best approach", "There", ""],
)  # fmt: skip
def test_no_subject(before):
    """Things bear no duty, nor does whoever a question asks for."""
    assert subject(before) is None


@pytest.mark.parametrize(
    ("after", "who"),
    [
        ("kept by the Clerk and shall be published", "Clerk"),
        ("produced by the lead officer and presented to each council", "lead officer"),
        ("undertaken by the Members' Services Team, acting jointly", "Members' Services Team"),
        ("received by 5 p.m. on Friday", None),
        ("improved by better lighting", None),
    ],
)
def test_agent(after, who):
    """The agent of a passive is somebody that `by` names, not a time or a means."""
    found = agent(after)
    assert (after[slice(*found)] if found else None) == who


def test_bears_and_bare():
    """Posts, bodies, people of a kind and pronouns bear duties; meetings and papers do not."""
    assert all(bears(p) for p in ("the Head of Legal", "Parish Council", "tenants", "they", "every Member", "ABC"))
    assert not any(bears(p) for p in ("the meeting", "annual report", "there", "by the Clerk", "minutes"))
    assert bare("each of the members") == "members"
    assert bare("the Clerk") == "Clerk"


@given(_WORDS)
def test_subject_is_a_span(text):
    """Whatever stands before a verb, a subject is a stretch of it that can bear a duty."""
    found = subject(text)
    if found:
        assert 0 <= found[0] < found[1] <= len(text)
        assert text[slice(*found)].strip()


@given(_WORDS)
def test_agent_is_a_span(text):
    """Whatever follows a verb, an agent is a stretch of it."""
    found = agent("by " + text)
    if found:
        assert 0 < found[0] < found[1] <= len(text) + 3
