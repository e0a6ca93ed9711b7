"""The page of the endpoint: the questions by name, a box for a query, its rows; and the endpoint's own description.

Invariant: the page has no script; its one style is allowed by hash; what comes from the store or the query is escaped.
"""

from __future__ import annotations

import csv
import html
import io

from ..graph.questions.sparql import questions
from .embedding import source_hash

_MOST = 1000
_STYLE = """
body{font:16px/1.45 system-ui,sans-serif;color:#1b1b1b;background:#fff;margin:2rem auto;max-width:70rem;padding:0 1rem}
textarea{width:100%;height:14rem;font:14px/1.4 ui-monospace,monospace;box-sizing:border-box;padding:.5rem}
button{font:inherit;padding:.4rem 1.2rem;margin:.5rem 0}
table{border-collapse:collapse;margin-top:1rem}th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:left;vertical-align:top}
th{background:#eee}.wrong{color:#a00000;font-weight:600}dt{margin-top:.6rem}dd{margin-left:1.5rem}
a{color:#0b4f8a}:focus-visible{outline:3px solid #0b4f8a;outline-offset:2px}
"""
_FIRST = "SELECT ?bearer ?action WHERE {\n  ?duty a remit:Obligation ; remit:action ?action ; remit:bearer/skos:prefLabel ?bearer .\n}\nORDER BY ?bearer\nLIMIT 50"


def asking_page(text: str, rows: str | None, wrong: str) -> tuple[str, str]:
    """The page, and its content policy: with the query asked, its rows (as CSV) if it gave some, or what is wrong."""
    shown = (
        f'<p class="wrong" role="alert">{html.escape(wrong)}</p>' if wrong else _table(rows) if rows is not None else ""
    )
    named = "".join(
        f"<dt><code>{html.escape(one.name)}</code></dt><dd>{html.escape(one.question)}</dd>" for one in questions()
    )
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>remit: ask the store</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body><main>'
        '<h1>Ask the store</h1><p>A SPARQL 1.1 query over what is known (the default graph) and what each paper says (a graph '
        'each). The prefixes of the ontology need no declaration. Programs ask at <code>/sparql</code>; the picture is at '
        '<a href="/explorer">/explorer</a>.</p><form method="get" action="/"><label for="query">Query</label>'
        f'<textarea id="query" name="query" spellcheck="false">{html.escape(text or _FIRST)}</textarea>'
        f"<button>Ask</button></form>{shown}<h2>Questions by name</h2><p>On the command line: "
        f"<code>remit query NAME</code>.</p><dl>{named}</dl></main></body></html>\n"
    )  # fmt: skip
    allowed = f"default-src 'none'; style-src {source_hash(_STYLE)}; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    return page, allowed


def _table(text: str) -> str:
    """Rows as a table."""
    rows = list(csv.reader(io.StringIO(text)))
    if not rows:
        return "<p>The query gave no row.</p>"
    head = "".join(f'<th scope="col">{html.escape(cell)}</th>' for cell in rows[0])
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in rows[1 : _MOST + 1]
    )
    more = (
        f"<p>The first {_MOST} of {len(rows) - 1} rows.</p>"
        if len(rows) - 1 > _MOST
        else f"<p>{len(rows) - 1} rows.</p>"
    )
    return f"{more}<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def described(address: str) -> str:
    """The endpoint's description of itself, as Turtle (SPARQL 1.1 Service Description)."""
    return (
        "@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .\n"
        "@prefix formats: <http://www.w3.org/ns/formats/> .\n"
        f"<{address}sparql> a sd:Service ;\n"
        f"    sd:endpoint <{address}sparql> ;\n"
        "    sd:supportedLanguage sd:SPARQL11Query ;\n"
        "    sd:resultFormat formats:SPARQL_Results_JSON, formats:SPARQL_Results_XML, formats:SPARQL_Results_CSV,\n"
        "        formats:SPARQL_Results_TSV, formats:Turtle, formats:N-Triples, formats:RDF_XML .\n"
    )
