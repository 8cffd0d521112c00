"""The encoding that a page names for itself."""

from __future__ import annotations

import re

_HEAD = 4096
_DECLARED = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]+)""", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"""<\?xml[^>]{1,100}?encoding\s*=\s*["']([a-zA-Z0-9_:.-]+)""", re.IGNORECASE)
_MEANT = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "iso-8859-9": "cp1254", "gb2312": "gb18030",
          "gbk": "gb18030", "shift_jis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949"}  # fmt: skip
"""Encodings that browsers take for a larger one of the same family (WHATWG Encoding Standard)."""


def declared(data: bytes) -> str:
    """Return the encoding that a page names for itself, or ""."""
    head = data[:_HEAD]
    found = _DECLARED.search(head) or _XML_DECLARED.match(head)
    name = found[1].decode("ascii").lower() if found else ""
    return _MEANT.get(name, name)
