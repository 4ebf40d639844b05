"""Sets a PDF of Qt's right: the day of the figures in place of the moment it was written, spaces that read as spaces."""

import re
from datetime import date
from itertools import pairwise
from uuid import UUID
from xml.sax.saxutils import escape

_MOMENT = re.compile(rb"/(CreationDate|ModDate) \(D:\d{14}[^)]*\)")
_ENTRY = re.compile(rb"(\d{10}) \d{5} n")
_LETTERS = re.compile(rb"/ToUnicode (\d+) 0 R")
_TAB, _SPACE = b"<0009>", b"<0020>"


def set_right(pdf: bytes, day: date) -> bytes:
    """The same file with that day alone in it. Source: ISO 32000-1, 7.5.4, 7.9.4 and 9.10.3.

    One shape stands for space and tabulator in the typeface, and Qt has it read as the latter.
    """
    table = pdf.rindex(b"xref\n", 0, pdf.rindex(b"startxref"))
    objects = _objects(pdf, table)
    for number in {int(found) for body in objects.values() for found in _LETTERS.findall(body)}:
        objects[number] = objects[number].replace(_TAB, _SPACE)
    told = rb"/\1 (D:" + day.strftime("%Y%m%d").encode() + b"000000Z)"
    objects = {
        number: _MOMENT.sub(told, body) if b"/Creator" in body else body for number, body in objects.items()
    }
    return _assembled(pdf[: _first(pdf, table)], objects, pdf[pdf.index(b"trailer", table) :])


def xmp_of(title: str, identity: UUID, day: date) -> bytes:
    """The metadata that stand beside the page. Source: ISO 16684-1."""
    moment = f"{day.isoformat()}T00:00:00Z"
    return (
        "<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?>"
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" '
        f'xmp:CreatorTool="Outlay" xmp:CreateDate="{moment}" xmp:ModifyDate="{moment}" '
        f'xmpMM:DocumentID="uuid:{identity}">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>'
        "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
    ).encode("utf-8", "replace")


def _places(pdf: bytes, table: int) -> list[int]:
    return [int(found) for found in _ENTRY.findall(pdf[table:])]


def _first(pdf: bytes, table: int) -> int:
    return min(_places(pdf, table))


def _objects(pdf: bytes, table: int) -> dict[int, bytes]:
    """Every object by its number, in the order they stand in the file."""
    numbered = {place: number for number, place in enumerate(_places(pdf, table), start=1)}
    places = [*sorted(numbered), table]
    return {numbered[place]: pdf[place:after] for place, after in pairwise(places)}


def _assembled(head: bytes, objects: dict[int, bytes], trailer: bytes) -> bytes:
    made, places = bytearray(head), {}
    for number, body in objects.items():
        places[number] = len(made)
        made += body
    table = len(made)
    made += b"xref\n0 %d \n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % places[number] for number in sorted(places))
    made += trailer[: trailer.index(b"startxref")] + b"startxref\n%d\n%%%%EOF\n" % table
    return bytes(made)
