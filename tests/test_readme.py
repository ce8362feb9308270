from models.seeds import SEEDS
from models.topics import load_topics

README = (SEEDS.parent / "README.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_readme() -> None:
    import typer

    from dashboard.commands import app

    commands = getattr(typer.main.get_command(app), "commands")  # noqa: B009
    assert len(commands) >= 6
    assert [name for name in commands if f"stancewatch {name}" not in README] == []


def test_every_make_target_is_in_the_readme() -> None:
    assert [name for name in ("run", "test", "bench", "train") if f"make {name}" not in README] == []


def test_every_seed_file_has_its_provenance() -> None:
    provenance = (SEEDS / "README.md").read_text(encoding="utf-8")
    names = [path.name for path in SEEDS.iterdir() if path.name not in ("README.md", "__pycache__")]
    assert [name for name in names if name not in provenance] == []
    assert load_topics()
