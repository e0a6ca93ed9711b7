"""Large PDFs: read in memory that grows with their text, not with their pages; and the originals of the corpus."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

LINE = "{n}.{k} The Harbour Board must submit report {n}-{k} to the Cabinet by {d} March 2024 and publish it in full."


def pdf(path: Path, pages: int) -> None:
    """Write a PDF of pages of forty lines, each page with words of its own."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font]
    kids = []
    for n in range(1, pages + 1):
        lines = [LINE.format(n=n, k=k, d=k % 28 + 1) for k in range(40)]
        shown = "\n".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 9 Tf 40 800 Td 18 TL\n{shown}\nET".encode("latin-1")
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % (len(objects) + 2)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b" ".join(b"%d 0 R" % kid for kid in kids))
    places = []
    with path.open("wb") as out:
        out.write(b"%PDF-1.4\n")
        for number, body in enumerate(objects, 1):
            places.append(out.tell())
            out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        start = out.tell()
        out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
        out.writelines(b"%010d 00000 n \n" % place for place in places)
        out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))


def read(path: Path) -> dict[str, int]:
    """Read a PDF in a process of its own: characters and pages of its text, and the most memory it held, in MiB."""
    code = (
        "import sys, json, resource; from pathlib import Path; from remit.ingest.readers import read\n"
        "text = read(Path(sys.argv[1]))\n"
        "peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024\n"
        "print(json.dumps({'length': len(text), 'pages': text.count(chr(12)) + 1, 'peak': peak}))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.slow
def test_two_thousand_pages_are_read_in_bounded_memory(tmp_path):
    """Ten times the pages cost no more memory than a few times their text."""
    pytest.importorskip("resource")
    pdf(tmp_path / "small.pdf", 200)
    pdf(tmp_path / "large.pdf", 2000)
    small, large = read(tmp_path / "small.pdf"), read(tmp_path / "large.pdf")
    assert (small["pages"], large["pages"]) == (200, 2000)
    assert large["length"] > 7_000_000
    more = large["peak"] - small["peak"]
    assert more < 6 * large["length"] / 2**20 + 20, (small, large)


@pytest.mark.slow
def test_the_originals_say_what_their_text_twins_say(shared, tmp_path):
    """Every published file of the corpus is read, and over all types F1 is within 0.03 of that of its text."""
    sys.path.insert(0, str(shared))
    try:
        import score
    finally:
        sys.path.remove(str(shared))
    corpus = shared / "corpus"
    found = defaultdict(list)
    for original in sorted((corpus / "originals").iterdir()):
        twin = next((corpus / "docs").glob(f"{original.name.split('.orig')[0]}*"))
        for kind, path in (("original", original), ("twin", twin)):
            argv = [sys.executable, "-m", "remit.cli", "facts", str(path)]
            done = subprocess.run(argv, capture_output=True, text=True, check=False)
            if "needs LibreOffice" in done.stderr:
                pytest.skip("an original needs LibreOffice")
            assert done.returncode == 0, done.stderr
            found[kind] += [{**json.loads(line), "document": twin.name} for line in done.stdout.splitlines()]
    rates = {}
    for kind, facts in found.items():
        lines = tmp_path / f"{kind}.jsonl"
        lines.write_text("".join(json.dumps(fact) + "\n" for fact in facts), encoding="utf-8")
        argv = [sys.executable, score.__file__, str(corpus / "gold"), str(corpus / "docs"), str(lines)]
        told = subprocess.run(argv, capture_output=True, text=True, check=True).stdout
        rates[kind] = float(next(line for line in told.splitlines() if line.startswith("all ")).split()[6])
    assert rates["original"] > rates["twin"] - 0.03, rates
