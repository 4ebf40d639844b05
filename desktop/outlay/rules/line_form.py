"""The normal form in which a line an agent wrote and a line of a commit are compared.

Source of the form: attribution.md section 3.1 (survives indentation, quote style and trailing punctuation).
"""

MIN_ALPHANUMERICS = 6
"""A line with fewer letters and digits is too trivial to be evidence."""

NOT_ALPHANUMERIC = bytes(code for code in range(128) if not chr(code).isalnum())
"""ASCII that is neither letter nor digit; every other byte is part of a letter."""

SAME_QUOTE = bytes.maketrans(b"'`", b'""')
"""One kind of quote for all."""

IDIOMS = frozenset(
    b"""
    return return; returnNone returntrue returnfalse returnTrue returnFalse returnnull returnnil returnself
    returnerr returnnil,err returnthis breakcontinue continue default: default=> finally: finally{
    }finally{ }else{ }elseif{ elseif else: except: exceptException: exceptExceptionase: ifTYPE_CHECKING:
    pass#noqa @property @staticmethod @classmethod @dataclass @override importos importsys importre importjson
    importtime importlogging fromtypingimportAny from__future__importannotations "usestrict" usestrict
    packagemain funcmain(){ defmain(): defmain()->None: if__name__=="__main__": main() async()=>{ exportdefault
    #!/usr/bin/envpython3 #!/usr/bin/envbash #!/bin/sh <div> </div> <span> </span> <template> </template>
    <script> </script> <style> </style> iferr!=nil{ iferr!=nil defsetUp(self): defsetUp(self)->None:
    assertTrue assertFalse #pragmaonce publicvoid static privatestatic publicstatic endif #endif
    """.split()
)
"""Lines that stand in every code base (as normal forms)."""


def normal_form(line: bytes) -> bytes:
    """A line without white space, with one kind of quote and no trailing comma or semicolon."""
    return b"".join(line.split()).translate(SAME_QUOTE).rstrip(b",;")


def is_trivial(form: bytes) -> bool:
    """Whether a normal form says too little to be evidence of anything."""
    return len(form.translate(None, NOT_ALPHANUMERIC)) < MIN_ALPHANUMERICS or form in IDIOMS
