"""What can be read in a PDF that Qt wrote: the text of its pages in order, and every byte of its streams."""

import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)endstream", re.DOTALL)
_SHOWN = re.compile(rb"/(F\d+)\s+\S+\s+Tf|<([0-9a-fA-F]*)>|(ET)")
_ONE = re.compile(rb"<([0-9a-fA-F]+)>\s+<([0-9a-fA-F]+)>\s*\n")
_RUN = re.compile(rb"<([0-9a-fA-F]+)>\s+<([0-9a-fA-F]+)>\s+<([0-9a-fA-F]+)>")


def objects_of(pdf):
    return {int(number): body for number, body in _OBJECT.findall(pdf)}


def stream_of(body):
    found = _STREAM.search(body)
    raw = found[1] if found else b""
    try:
        return zlib.decompressobj().decompress(raw)
    except zlib.error:
        return raw


def text_of(pdf):
    """The text of all pages, a line for each piece that was drawn at once."""
    objects = objects_of(pdf)
    letters = {number: _letters(objects, body) for number, body in objects.items() if b"/ToUnicode" in body}
    told = []
    for body in objects.values():
        page = re.search(rb"/Type /Page\b.*?/Contents (\d+) 0 R", body, re.DOTALL)
        if page:
            told.append(_page_text(stream_of(objects[int(page[1])]), letters))
    return "\n".join(told)


def everything_in(pdf):
    """All bytes, streams opened."""
    return pdf + b"".join(stream_of(body) for body in objects_of(pdf).values())


def _page_text(content, letters):
    lines, font, line = [], {}, ""
    for name, shown, end in _SHOWN.findall(content):
        if name:
            font = letters.get(int(name[1:]), {})
        elif end:
            lines.append(line)
            line = ""
        else:
            line += "".join(font.get(shown[at : at + 4].lower(), "\ufffd") for at in range(0, len(shown), 4))
    return "\n".join(lines)


def _letters(objects, font):
    number = int(re.search(rb"/ToUnicode (\d+) 0 R", font)[1])
    table = stream_of(objects[number])
    found = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for glyph, letter in re.findall(rb"<(\w+)>\s*<(\w+)>", block):
            found[glyph.lower()] = _decoded(letter)
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, letter in _RUN.findall(block):
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[b"%04x" % (int(first, 16) + step)] = chr(int(letter, 16) + step)
        for first, _, listed in re.findall(rb"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.DOTALL):
            for step, letter in enumerate(re.findall(rb"<(\w+)>", listed)):
                found[b"%04x" % (int(first, 16) + step)] = _decoded(letter)
    return found


def _decoded(letter):
    return bytes.fromhex(letter.decode()).decode("utf-16-be", "replace")
