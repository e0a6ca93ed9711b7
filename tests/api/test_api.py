"""`import remit`: a store opened in Python, asked every question of the command line, seen by other libraries."""

from __future__ import annotations

import dataclasses
import subprocess
import sys

import pytest

import remit
from remit.cli import COMMANDS
from remit.cli import remit as group

NOT_QUESTIONS = {"export", "serve", "demo"}


@pytest.fixture
def papers(case):
    """The example case, opened."""
    with remit.open_store(case) as opened:
        yield opened


def test_every_public_name_is_there():
    """`__all__` names what can be imported, each once, and nothing else is offered."""
    assert sorted(set(remit.__all__)) == sorted(remit.__all__)
    assert all(getattr(remit, name) is not None for name in remit.__all__)
    assert dir(remit) == sorted(remit.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = remit.nothing


def test_importing_costs_nothing():
    """`import remit` loads no library, so that the command line starts as fast as it did."""
    code = "import sys, remit; print(sorted({'click', 'pyoxigraph', 'rdflib', 'networkx', 'dataclasses'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_question_of_the_command_line_is_a_method():
    """A command that answers as of a day has a method of its name, with the same parameters."""
    for name in COMMANDS:
        command = group.get_command(None, name)
        taken = {parameter.name for parameter in command.params}
        if "as_of" not in taken or name in NOT_QUESTIONS:
            continue
        method = getattr(remit.Papers, name.replace("-", "_"), None)
        assert method is not None, f"Papers has no method for remit {name}"
        assert "as_of" in method.__kwdefaults__


def test_the_register_can_be_narrowed_as_on_the_command_line():
    """What can be asked of the register is a keyword of the method."""
    from remit.graph.questions.obligations import Wanted

    assert {field.name for field in dataclasses.fields(Wanted)} <= remit.Papers.obligations.__kwdefaults__.keys()


def test_answers_are_frozen_dataclasses_with_their_proof(papers):
    """Each result tells its words, document and place, and cannot be changed."""
    lines = papers.reports_to("Children's Assurance Board", as_of="2024-03")
    assert lines.as_of == "2024-03-31"
    assert [str(line.superior) for line in lines[:1]] == ["Cabinet"]
    proof = lines[0].evidence[0]
    assert "every six months" in proof.quote
    assert proof.document == "03-decision-report.docx"
    with pytest.raises(dataclasses.FrozenInstanceError):
        lines[0].kind = "x"
    assert isinstance(lines[:2], remit.Answers)
    assert len(lines[:2]) == 2


QUESTIONS = [
    ("documents", (), {}),
    ("mandate", ("quarterly progress report",), {}),
    ("mandate", (), {}),
    ("obligations", (), {"bearer": "Ashmere Borough Council", "as_of": "2024-03-01"}),
    ("obligations", (), {"mandate": "Local Government Act 1999", "due_before": "2024"}),
    ("directions", (), {"lapsed": True, "as_of": "2026-01-01"}),
    ("act", ("Local Government Act 1999 section 15",), {}),
    ("members", ("Recovery and Improvement Board",), {"as_of": "2023-10-11"}),
    ("holders", ("Director of Resources",), {}),
    ("person", ("Jane Marsh",), {}),
    ("body", ("CAB",), {}),
    ("timeline", ("Recovery and Improvement Board",), {}),
    ("diff", ("2023-10", "2025-08"), {}),
    ("diff", ("2023-10", "2025-08", "Recovery and Improvement Board"), {}),
    ("check", (), {}),
    ("check", (), {"rules": ["reporting-cycle"]}),
    ("why", ("Recovery and Improvement Board",), {}),
    ("query", ("superiors-of", {"who": "CAB"}), {}),
    ("query", ("SELECT ?b { ?b a remit:Body }",), {}),
]


@pytest.mark.parametrize(("method", "given", "named"), QUESTIONS)
def test_each_question_answers(papers, method, given, named):
    """Each question finds something in the example case, and shows it as text, as rows and as a table."""
    answers = getattr(papers, method)(*given, **named)
    assert len(answers) > 0
    assert repr(answers).count("\n") == min(len(answers), 60) + (len(answers) > 60)
    assert all(
        isinstance(value, (str, int, float, bool, type(None))) for row in answers.rows() for value in row.values()
    )
    assert "Instrument(" not in repr(answers)
    assert "Proof(" not in repr(answers)
    assert answers._repr_html_().count("<tr>") == min(len(answers), 60) + 1


def test_errors_are_those_of_the_command_line(papers, tmp_path):
    """An unknown name, an ambiguous one, a bad day, a bad query, a missing store: each raises its own."""
    with pytest.raises(remit.NothingFound):
        papers.reports_to("Board of Longitude")
    with pytest.raises(remit.AmbiguousName) as told:
        papers.person("Marsh")
    assert len(told.value.candidates) >= 2
    with pytest.raises(remit.BadDate):
        papers.directions(as_of="soon")
    with pytest.raises(remit.QueryError):
        papers.query("SELECT nonsense")
    with pytest.raises(remit.QueryError):
        papers.query("DELETE WHERE { ?s ?p ?o }")
    with pytest.raises(remit.UsageError):
        papers.query("superiors-of")
    with pytest.raises(remit.UsageError):
        papers.check(rules=["no-such"])
    with pytest.raises(remit.UsageError):
        papers.picture("CAB", "portrait")
    with pytest.raises(remit.NoStore):
        remit.open_store(tmp_path / "nowhere")


def test_other_libraries_see_the_same_store(papers):
    """Networkx has the view's nodes and edges; rdflib has the store's quads, read in place and not to be written."""
    view, network = papers.view(), papers.network()
    assert set(network) == {node.id for node in view.nodes}
    assert network.number_of_edges() == len(view.edges)
    graph = papers.graph()
    assert len(graph) > 1000
    asked = "SELECT ?l { ?s a remit:Body ; skos:prefLabel ?l } ORDER BY ?l"
    assert "Cabinet" in {str(row[0]) for row in graph.query(asked)}
    dataset = papers.dataset()
    assert len(dataset) == len(papers.store)
    assert sum(1 for _ in dataset.graphs()) == len(papers.documents()) + 1
    with pytest.raises((OSError, RuntimeError), match="read-write"):
        graph.add(next(iter(graph)))


def test_closing_twice_does_no_harm(case):
    """A store that a `with` has closed may be closed again."""
    with remit.open_store(case) as papers:
        assert len(papers.documents()) == 10
    papers.close()


def test_pictures_show_in_a_notebook(papers, tmp_path):
    """A picture is SVG with the names in it, and is written as it is shown."""
    drawn = papers.picture("Children's Assurance Board", "body")
    assert drawn._repr_svg_().startswith("<svg")
    assert "Assurance" in drawn.svg
    drawn.save(tmp_path / "cab.svg")
    assert (tmp_path / "cab.svg").read_text(encoding="utf-8") == drawn.svg
    assert len(papers.picture().svg) > len(drawn.svg)


def test_papers_are_read_into_a_store_and_hostile_text_is_escaped(tmp_path):
    """`ingest_papers` counts, tells of what cannot be read, and skips what it has; a name with markup stays text."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(
        "The Audit Panel must report to the <script>alert(1)</script> Cabinet every three months.\n", encoding="utf-8"
    )
    (tmp_path / "in" / "b.pdf").write_bytes(b"")
    count = remit.ingest_papers(tmp_path / "in", store=tmp_path / "store", collection="x")
    assert (count.read, count.unchanged, len(count.failures)) == (1, 0, 1)
    assert remit.ingest_papers([tmp_path / "in"], store=tmp_path / "store", collection="x").unchanged == 1
    assert {fact.TYPE for fact in remit.facts(tmp_path / "in" / "a.txt")} >= {"obligation"}
    with remit.open_store(tmp_path / "store") as papers:
        shown = papers.obligations()._repr_html_() + papers._repr_html_()
        assert "0 results" in papers.validate()._repr_html_()
    assert "<script" not in shown
    assert "Audit Panel" in shown
