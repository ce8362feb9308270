import datetime as dt
import json
from pathlib import Path

import docx
import pytest

from models.documents import read_documents
from models.errors import InputError
from models.schema import Document, content_id

DAY = dt.date(2026, 2, 3)


def only(path: Path) -> Document:
    (document,) = read_documents([path])
    return document


def written(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_text_stays_as_it_is_but_for_line_ends(tmp_path: Path) -> None:
    text = "February 3, 2026 l By A Correspondent\r\nMOSCOW — “No”,  he said.\r\n"
    document = only(written(tmp_path, "a.txt", b"\xef\xbb\xbf" + text.encode()))
    assert document.text == text.replace("\r\n", "\n")
    assert document.published == DAY
    assert document.title is None
    assert document.id == content_id(document.text, "")


def test_a_headline_above_the_text_is_the_title(tmp_path: Path) -> None:
    document = only(written(tmp_path, "2026-02-03-no-truce.txt", "Moscow wants no truce\n\nThe Kremlin said no.\n"))
    assert (document.title, document.published) == ("Moscow wants no truce", DAY)


@pytest.mark.parametrize(
    ("encoding", "text"), [("cp1252", "The café said “no” to Müller’s plan. " * 5), ("utf-16", "Не согласен")]
)
def test_other_encodings(tmp_path: Path, encoding: str, text: str) -> None:
    assert only(written(tmp_path, "a.txt", text.encode(encoding))).text == text


def test_markdown_loses_its_marks(tmp_path: Path) -> None:
    front = "---\ndate: 2026-02-03\nsource: The Paper\n---\n"
    source = f"{front}# No *truce*\n\nThe [Kremlin](https://k.ru) said **no**.\n- One\n"
    document = only(written(tmp_path, "a.md", source))
    assert document.text == "No truce\nThe Kremlin said no.\nOne"
    assert (document.title, document.source, document.published) == ("No truce", "The Paper", DAY)


def test_json_lines_keep_what_they_are_given(tmp_path: Path) -> None:
    rows = [
        {"id": 7, "date": "2026-02-03T10:00:00Z", "title": "T", "source": "S", "url": "https://u.org",
         "text": " We say no.\n", "speaker": "A", "actor": "France", "statements": [1]},
        {"title": "Only a title", "date": "soon"},
    ]  # fmt: skip
    first, second = read_documents([written(tmp_path, "a.jsonl", "\n".join(json.dumps(row) for row in rows) + "\n\n")])
    assert first == Document("7", " We say no.\n", "T", "S", "https://u.org", DAY, "A", "France", {"statements": [1]})
    assert (second.text, second.published, second.id) == ("Only a title", None, content_id("Only a title", ""))


@pytest.mark.parametrize("line", ['{"text": ', "[1]", '{"date": "2026-02-03"}', '{"text": "  "}'])
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    path = written(tmp_path, "a.jsonl", '{"text": "Good."}\n' + line + "\n")
    with pytest.raises(InputError, match=r"Line 2 of .*a\.jsonl"):
        list(read_documents([path]))


@pytest.mark.parametrize("header", ["Headline,Date", "CONTENT,date", "title;body;date"])
def test_csv_columns_by_other_names(tmp_path: Path, header: str) -> None:
    line = "Top;Moscow said no.;2026-02-03" if ";" in header else '"Moscow said no.",2026-02-03'
    document = only(written(tmp_path, "a.csv", f"{header}\r\n{line}\r\n"))
    assert (document.text, document.published) == ("Moscow said no.", DAY)


def test_csv_without_text_tells_its_columns(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="id, when"):
        list(read_documents([written(tmp_path, "a.csv", "id,when\n1,2\n")]))


def test_word_files(tmp_path: Path) -> None:
    opened = docx.Document()
    opened.add_heading("No truce", 0)
    opened.add_paragraph("Moscow said no.")
    opened.save(str(tmp_path / "2026-02-03.docx"))
    document = only(tmp_path / "2026-02-03.docx")
    assert (document.title, document.text, document.published) == ("No truce", "No truce\nMoscow said no.", DAY)


def made_pdf(*lines: str) -> bytes:
    drawn = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 700 Td {drawn} ET"
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    page = f"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 {font} >> >> >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 612 792] >>",
        page,
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
    ]
    data, offsets = "%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{item}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    tail = f"trailer << /Root 1 0 R /Size 5 >>\nstartxref\n{len(data)}\n%%EOF"
    return f"{data}xref\n0 5\n0000000000 65535 f \n{table}{tail}".encode()


def test_pdf_files_with_sentences_that_go_on_over_lines(tmp_path: Path) -> None:
    document = only(written(tmp_path, "2026-02-03.pdf", made_pdf("Moscow said no to the", "truce.", "Kyiv said yes.")))
    assert (document.text, document.published) == ("Moscow said no to the truce.\nKyiv said yes.", DAY)


def test_folders_are_read_in_order_without_what_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/2.txt", "1.txt", "3.png", ".hidden.txt", ".git/4.txt"):
        written(tmp_path, name, f"Words of {name}")
    written(tmp_path, "empty.txt", "")
    assert [document.text for document in read_documents([tmp_path])] == ["Words of 1.txt", "Words of b/2.txt"]


def test_bad_paths_are_told_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    bad = {"none.txt": "no file", "a.png": "png", "empty": "no document"}
    written(tmp_path, "a.png", "x")
    for name, words in bad.items():
        with pytest.raises(InputError, match=words):
            read_documents([tmp_path / name])


@pytest.mark.parametrize(
    ("name", "data"), [("a.txt", b" \n"), ("a.jsonl", b""), ("a.csv", b"text\n"), ("a.md", b"---")]
)
def test_a_named_file_without_text(tmp_path: Path, name: str, data: bytes) -> None:
    with pytest.raises(InputError, match="holds no text"):
        list(read_documents([written(tmp_path, name, data)]))


@pytest.mark.parametrize("name", ["a.pdf", "a.docx"])
def test_broken_office_files(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        list(read_documents([written(tmp_path, name, b"not what it says")]))
