"""The package as somebody else gets it: wheel, source archive, fresh environment."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]

INSTALLERS = {
    "pip install": ("pip",),
    "pipx install": ("pipx",),
    "uv tool install": ("uv",),
}
"""The ways to install that README and docs name, and what each needs in a fresh environment."""


def test_the_tests_run_on_what_is_installed():
    """In the environment that `make test` makes, the package under test is the installed wheel, not the checkout."""
    import remit

    if Path(sys.prefix) == CHECKOUT / ".venv":
        assert Path(remit.__file__).is_relative_to(sys.prefix)
    assert (Path(remit.__file__).parent / "py.typed").is_file()


def test_every_package_and_data_file_is_listed_for_the_wheel():
    """A folder of modules is a package of the wheel, and each file of data in one is among its package data."""
    setup = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    folders = {
        path.parent.relative_to(CHECKOUT)
        for path in CHECKOUT.rglob("__init__.py")
        if not {"tests", "build", "site-packages"} & set(path.parts) and not path.is_relative_to(CHECKOUT / ".venv")
    }
    names = {".".join(("remit", *folder.parts)) for folder in folders}
    assert names == set(setup["packages"])
    for folder in folders - {Path()}:
        listed = setup["package-data"].get(".".join(("remit", *folder.parts)), [])
        kept = {path for pattern in listed for path in (CHECKOUT / folder).glob(pattern)}
        inside = [path for path in (CHECKOUT / folder).rglob("*") if path.is_file()]
        for path in inside:
            below = path.parent.relative_to(CHECKOUT)
            owner = next((p for p in (below, *below.parents) if p in folders), None)
            if owner == folder and path.suffix not in {".py", ".pyc"}:
                assert path in kept, f"{path.relative_to(CHECKOUT)} is not in the wheel"


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A folder with the wheel and the source archive of the checkout."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--outdir", str(out), str(CHECKOUT)], check=True, capture_output=True
    )
    return out


def names(archive: Path) -> set[str]:
    """The files of a wheel or source archive, without the archive's own top folder."""
    if archive.suffix == ".whl":
        return set(zipfile.ZipFile(archive).namelist())
    with tarfile.open(archive) as tar:
        return {name.split("/", 1)[-1] for name in tar.getnames()}


@pytest.mark.slow
def test_the_wheel_holds_the_data_files_and_no_tests(built):
    """Ontology, shapes, Acts, vocabularies, queries, templates and examples travel; tests do not."""
    held = names(next(built.glob("*.whl")))
    wanted = ("ontology/remit.ttl", "ontology/shapes.ttl", "ontology/acts.csv", "py.typed", "cli.py")
    assert {f"remit/{name}" for name in wanted} <= held
    assert any(n.startswith("remit/ingest/vocabulary/") for n in held)
    assert any(n.startswith("remit/examples/") for n in held)
    assert not any("tests/" in n for n in held)


@pytest.mark.slow
def test_the_source_archive_builds_the_same_wheel(built, tmp_path):
    """A wheel made from the source archive has the files of the wheel made from the checkout."""
    archive = next(built.glob("*.tar.gz"))
    with tarfile.open(archive) as tar:
        tar.extractall(tmp_path, filter="data")
    source = next(tmp_path.iterdir())
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(tmp_path / "again"), str(source)],
        check=True,
        capture_output=True,
    )
    assert names(next((tmp_path / "again").glob("*.whl"))) == names(next(built.glob("*.whl")))


@pytest.mark.slow
def test_a_fresh_environment_runs_the_demo_and_keeps_the_good_of_a_mixed_folder(built, tmp_path):
    """Installed from the wheel alone, outside the checkout, `remit demo` answers, and bad files cost only themselves."""
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    remit = tmp_path / "env" / "bin" / "remit"
    subprocess.run(
        [python, "-m", "pip", "install", "-q", str(next(built.glob("*.whl")))], check=True, capture_output=True
    )
    work = tmp_path / "work"
    work.mkdir()
    demo = subprocess.run([remit, "demo"], cwd=work, capture_output=True, text=True, check=False)
    assert demo.returncode == 0, demo.stderr
    assert "Recovery and Improvement Board" in demo.stdout
    papers = work / "papers"
    papers.mkdir()
    (papers / "note.txt").write_text(
        "ASHMERE BOROUGH COUNCIL\n\nThe Audit Panel must report to Cabinet every three months.\n", encoding="utf-8"
    )
    (papers / "empty.txt").write_bytes(b"")
    (papers / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (papers / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    run = subprocess.run(
        [remit, "ingest", "papers", "--store", "store"], cwd=work, capture_output=True, text=True, check=False
    )
    assert run.returncode == 3
    assert all(name in run.stderr + run.stdout for name in ("empty.txt", "binary.txt", "broken.pdf"))
    assert "Traceback" not in run.stderr
    kept = subprocess.run(
        [remit, "documents", "--store", "store"], cwd=work, capture_output=True, text=True, check=False
    )
    assert "note.txt" in kept.stdout


@pytest.mark.slow
@pytest.mark.parametrize("way", ["pipx install", "uv tool install"])
def test_it_installs_as_a_tool(built, tmp_path, way):
    """Pipx and uv each put a `remit` on the path that answers, from the checkout as the README says."""
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", *INSTALLERS[way]], check=True, capture_output=True)
    places = {
        "PIPX_HOME": tmp_path / "home",
        "PIPX_BIN_DIR": tmp_path / "bin",
        "UV_TOOL_DIR": tmp_path / "home",
        "UV_TOOL_BIN_DIR": tmp_path / "bin",
    }
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | {name: str(p) for name, p in places.items()}
    source = tmp_path / "checkout"
    with tarfile.open(next(built.glob("*.tar.gz"))) as tar:
        tar.extractall(source, filter="data")
    argv = [str(tmp_path / "env" / "bin" / way.split()[0]), *way.split()[1:], "."]
    if way.startswith("uv"):
        argv += ["--python", sys.executable]
    done = subprocess.run(argv, cwd=next(source.iterdir()), env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = subprocess.run(
        [tmp_path / "bin" / "remit", "--version"], env=env, capture_output=True, text=True, check=True
    )
    assert told.stdout.startswith("remit ")
    assert "pyoxigraph" in told.stdout
