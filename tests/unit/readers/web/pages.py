"""Small web pages, and their drafts as the guard lets them through."""

from __future__ import annotations

from factdesk.model.draft import Draft
from factdesk.readers.formats import read_source
from factdesk.readers.source import Source

PROSE = (
    "The council of Ashford voted on Monday to close the old bridge over the river for two years, its clerk said.",
    "Repairs will cost 4.2 million pounds, of which the county pays half, according to a plan seen by this paper.",
    "Lorries have been banned since an inspection in March found cracks in three of the nine arches.",
    "“We have put this off for too long,” said the chair of the works committee, who has asked for the closure.",
    "Traders on the north bank fear for their living, and have asked for a ferry while the bridge is shut.",
)
NEWS = f"""<!DOCTYPE html>
<html lang="en-GB"><head>
<title>Old bridge to close for two years | The Ashford Crier</title>
<meta property="og:title" content="Bridge to close">
<meta property="og:site_name" content="The Ashford Crier">
<meta property="article:published_time" content="2026-03-14T09:30:00Z">
<link rel="canonical" href="https://crier.example/news/bridge">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline":
"Old bridge to close for two years",
 "author": [{{"@type": "Person", "name": "Jo Field"}}], "datePublished": "2026-03-13T22:00:00Z"}}]}}</script>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Old bridge to close for two years</h1>
<p class="byline">By Jo Field, 14 March 2026</p>
<p>{PROSE[0]}</p><p>{PROSE[1]}</p>
<h2>Cracks in the arches</h2>
<p>{PROSE[2]} The <a href="/files/report.pdf">inspection report</a> is public.</p>
<blockquote><p>{PROSE[3]}</p></blockquote>
<ul><li>Closed to lorries since March, and to all traffic from the first of June this year.</li>
<li>Open again in two years, the council says, if the money comes as it was promised.</li></ul>
<table><tr><td>Cost</td><td>4.2 million</td></tr><tr><td>Arches</td><td>9</td></tr></table>
<p>{PROSE[4]} {PROSE[0]}</p></article>
<aside class="related"><h3>Related</h3><a href="/x">Mayor opens new school in the north of the town</a></aside>
<footer><p>Copyright 2026 The Ashford Crier. All rights reserved.</p></footer>
</body></html>"""


def draft(page: str, address: str = "") -> Draft:
    return read_source(Source(page.encode(), address), file_name="page.html")


def kept(page: Draft) -> list[str]:
    aside = {piece.span for piece in page.furniture}
    return [page.text[slice(*block.span)] for block in page.blocks if block.span not in aside]


def why(page: Draft, words: str) -> str:
    """Why the stretch that begins with ``words`` is set aside."""
    return next(piece.reason for piece in page.furniture if page.text[slice(*piece.span)].startswith(words))
