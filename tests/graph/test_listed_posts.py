"""Posts that tables list: one post over several tables, references from one table to another."""

from __future__ import annotations

import networkx as nx
import pytest

from remit.commands.ingest import run
from remit.graph.facts import Evidence, Holds, Post, ReportsTo
from remit.graph.knowledge import rebuild
from remit.graph.questions.diff import diff
from remit.graph.questions.listings import unnamed
from remit.graph.questions.members import holders
from remit.graph.questions.naming import find
from remit.graph.questions.reading import Look
from remit.graph.questions.reporting import reporting_lines
from remit.graph.store import Store
from remit.graph.write import DocumentRecord, put_document

TEXT = "x" * 4000


@pytest.fixture
def papers(tmp_path):
    """A store into which tables are written as (path, day, posts), in the order asked for."""
    with Store.open(tmp_path / "store", create=True) as store:

        def put(*tables):
            for path, day, facts in tables:
                given = [make(place) for place, make in enumerate(facts)]
                put_document(store, DocumentRecord("works", path, TEXT, path, date=day, kind="table"), given)
            rebuild(store)
            return Look(store)

        yield put


def proof(place, kind):
    """Evidence of its own for each fact."""
    return Evidence(place * 10, place * 10 + 9, TEXT[:9], kind)


def post(name, reference=None, superior=None, title=None, body="Roads Agency", status="filled"):
    """A listed post."""
    return lambda n: Post(name=name, title=title or name, body=body, reference=reference, superior=superior, status=status, evidence=proof(n, "post"))  # fmt: skip


def held(person, role, body="Roads Agency"):
    """A holder of a listed post."""
    return lambda n: Holds(person=person, role=role, body=body, evidence=proof(n, "holds"))


def line(low, high):
    """A line between two listed posts."""
    return lambda n: ReportsTo(subject=low, object=high, evidence=proof(n, "reports_to"))


def up(look, name, on=None):
    """The names above a post."""
    return [found.superior.name for found in reporting_lines(look, find(look, name, "Post"), on=on)]


def test_a_post_keeps_its_identity_over_tables(papers):
    """The same reference and title, or the only post of a title, is one post, whatever its name in each table."""
    look = papers(
        ("2023.csv", "2023-03-31", [post("Head of Bridge Works", "7"), held("Ann Alder", "Head of Bridge Works")]),
        ("2024.csv", "2024-03-31", [post("Head of Bridge Works (post 7)", "7", title="Head of Bridge Works"), post("Head of Bridge Works (post 9)", "9", title="Head of Bridge Works"), held("Ben Birch", "Head of Bridge Works (post 7)")]),
    )  # fmt: skip
    posts = look.members("Post")
    assert len(posts) == 2
    found = [[(h.person.name, h.known) for h in holders(look, node, "2024-06-01")] for node in posts]
    assert sorted(map(sorted, found)) == [[], [("Ann Alder", "ended"), ("Ben Birch", "last known")]]


def test_posts_of_two_organisations_are_two(papers):
    """A title and a reference mean a post of one organisation."""
    look = papers(
        ("a.csv", "2024-03-31", [post("Chief Executive", "1"), post("Chief Executive", "1", body="Ports Agency")])
    )
    assert len(look.members("Post")) == 1  # one name in one table is one post
    look = papers(("b.csv", "2024-03-31", [post("Chief Executive", "1", body="Ports Agency")]))
    assert {look.ref(node).name for node in look.members("Post")} == {"Chief Executive of Roads Agency", "Chief Executive of Ports Agency"}  # fmt: skip


def test_a_reference_leads_to_the_table_of_the_same_day(papers):
    """Junior posts report to the senior post of their reference, in the organisation's table of that day alone."""
    look = papers(
        ("junior.csv", "2024-03-31", [post("Bridge Painter", superior="7")]),
        ("senior.csv", "2024-03-31", [post("Head of Bridge Works", "0007")]),
        ("older.csv", "2020-03-31", [post("Head of Tunnel Works", "7")]),
        ("ports.csv", "2024-03-31", [post("Head of Ports Works", "7", body="Ports Agency")]),
    )
    assert up(look, "Bridge Painter") == ["Head of Bridge Works"]
    (found,) = reporting_lines(look, find(look, "Bridge Painter", "Post"))
    assert {p.document for p in found.evidence} == {"junior.csv", "senior.csv"}


def test_a_later_table_ends_what_an_earlier_one_said(papers):
    """A new superior, a vacancy and an elimination take the place of what was, from their day on."""
    look = papers(
        ("2023.csv", "2023-03-31", [post("Head of Bridge Works", "7"), post("Director of All Works", "1"), post("Director of Some Works", "2"), line("Head of Bridge Works", "Director of All Works"), held("Ann Alder", "Head of Bridge Works")]),
        ("2024.csv", "2024-03-31", [post("Head of Bridge Works", "7", status="vacant"), post("Director of Some Works", "2"), line("Head of Bridge Works", "Director of Some Works")]),
    )  # fmt: skip
    assert up(look, "Head of Bridge Works", "2023-06-01") == ["Director of All Works"]
    assert up(look, "Head of Bridge Works", "2024-06-01") == ["Director of Some Works"]
    node = find(look, "Head of Bridge Works", "Post")
    assert [h.known for h in holders(look, node, "2023-06-01")] == ["last known"]
    assert [h.known for h in holders(look, node, "2024-06-01")] == ["ended"]
    assert [(u.form, u.known, u.seen) for u in unnamed(look, node, "2024-06-01")] == [("vacant", "last known", ("2024-03-31",))]  # fmt: skip
    assert [u.known for u in unnamed(look, node, "2023-06-01")] == ["not yet seen"]


def test_what_changed_between_two_tables_is_told(papers):
    """A post that fell vacant, one that was eliminated, and who gave up which."""
    look = papers(
        ("2023.csv", "2023-03-31", [post("Head of Bridge Works", "7"), post("Head of Tunnel Works", "8", status="undisclosed"), held("Ann Alder", "Head of Bridge Works")]),
        ("2024.csv", "2024-03-31", [post("Head of Bridge Works", "7", status="vacant"), post("Head of Tunnel Works", "8", status="eliminated")]),
    )  # fmt: skip
    found = [(c.change, c.who and c.who.name, c.of.name, c.seen) for c in diff(look, "2023-04-01", "2024-04-01")]
    assert found == [
        ("gave up", "Ann Alder", "Head of Bridge Works", None),
        ("fell vacant", None, "Head of Bridge Works", "2024-03-31"),
        ("eliminated", None, "Head of Tunnel Works", "2024-03-31"),
    ]


def test_the_order_of_tables_leaves_no_trace(tmp_path):
    """The same tables in any order give the same knowledge."""
    tables = [
        ("2023.csv", "2023-03-31", [post("Head of Works", "7"), post("Painter, A", "8", "7", title="Painter")]),
        ("2024.csv", "2024-03-31", [post("Head of Works", "17"), post("Painter", "8", "17")]),
        ("2025.csv", "2025-03-31", [post("Head of Works (post 7)", "7", title="Head of Works"), post("Head of Works (post 17)", "17", title="Head of Works")]),
    ]  # fmt: skip
    found = []
    for place, order in enumerate(([0, 1, 2], [2, 0, 1], [1, 2, 0])):
        with Store.open(tmp_path / str(place), create=True) as store:
            for at in order:
                path, day, facts = tables[at]
                put_document(store, DocumentRecord("works", path, TEXT, path, date=day), [make(n) for n, make in enumerate(facts)])  # fmt: skip
            rebuild(store)
            found.append(sorted(map(str, store.quads_for_pattern(None, None, None, None))))
    assert found[0] == found[1] == found[2]


@pytest.mark.slow
def test_a_table_of_two_thousand_posts_keeps_every_line(tmp_path):
    """Read, kept and resolved, every line that of the table."""
    rows = [f"P{n},{'Vacant' if n % 9 == 0 else f'Ann Alder {n}'},Officer of Works {n % 70},Roads Agency,Group {n % 40},{f'P{n // 3}' if n > 2 else 'XX'}" for n in range(1, 2001)]  # fmt: skip
    path = tmp_path / "posts-2024-03-31.csv"
    path.write_text("Post Unique Reference,Name,Job Title,Organisation,Unit,Reports to Senior Post\n" + "\n".join(rows))
    count, _ = run([str(path)], str(tmp_path / "store"), collection="works", date=None, again=False)
    assert count.failures == ()
    with Store.open(tmp_path / "store") as store:
        look = Look(store)
        assert len(look.members("Post")) == 2000
        of = {look.node(node, "listedPost"): look.text(node, "reference") for node in look.members("PostListing")}
        known = nx.DiGraph(
            (of[look.node(n, "reporter")], of[look.node(n, "superior")]) for n in look.members("ReportingLine")
        )
        table = nx.DiGraph((f"P{n}", f"P{n // 3}") for n in range(3, 2001))
        assert set(known.edges) == set(table.edges)
        assert all(nx.descendants(known, post) == nx.descendants(table, post) for post in table)
