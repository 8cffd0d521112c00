"""What the elements of a web page are to a reader: blocks, words inside a block, or nothing that is seen."""

from __future__ import annotations

UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "title", "svg", "select", "datalist", "textarea", "iframe", "object",
     "embed", "applet", "canvas", "audio", "video", "map", "rp", "frameset", "noframes", "meter", "progress")
)  # fmt: skip
"""Elements whose words a browser with scripts does not show as words."""

INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
     "ins", "kbd", "label", "mark", "nobr", "q", "ruby", "rt", "rb", "rtc", "s", "samp", "small", "span", "strike",
     "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "math", "mi", "mn", "mo", "mrow", "source", "picture",
     "output", "blink")
)  # fmt: skip
"""Everything else that holds words begins a block and ends one."""

NO_BLOCK = INLINE | UNSEEN | {"br"}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
QUOTES = frozenset(("blockquote",))
CAPTIONS = frozenset(("figcaption", "caption", "legend"))
ITEMS = frozenset(("li", "dt", "dd"))
LISTS = frozenset(("ul", "ol", "dl", "menu", "dir"))
CELLS = frozenset(("td", "th"))
PREFORMATTED = frozenset(("pre", "listing", "xmp", "plaintext"))
