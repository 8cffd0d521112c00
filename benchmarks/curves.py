"""Curves of growth as SVG: both axes logarithmic, readable on light and dark, each line named at its end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from math import ceil, floor, log10

_WIDE, _HIGH = 640, 340
_LEFT, _RIGHT, _TOP, _FOOT = 70, 130, 34, 46
_INKS = ("one", "two", "three", "four")
_DASHES = ("", "7 4", "2 4", "9 3 2 3")
_STYLE = """
  text { font: 13px sans-serif; fill: #24292f } .grid { stroke: #d0d7de } path { fill: none; stroke-width: 2 }
  .one { stroke: #0969da } .two { stroke: #9a6700 } .three { stroke: #1a7f37 } .four { stroke: #8250df }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .grid { stroke: #3d444d }
    .one { stroke: #58a6ff } .two { stroke: #d29922 } .three { stroke: #3fb950 } .four { stroke: #bc8cff }
  }
"""


def draw(title: str, at: Mapping[int, str], curves: Mapping[str, Sequence[float]]) -> str:
    """Return the drawing.

    Args:
        at: size → how it is told under the axis.
        curves: name → milliseconds at each of the sizes; at most four.
    """
    most = ceil(log10(max(value for taken in curves.values() for value in taken)))
    least = floor(log10(min(value for taken in curves.values() for value in taken)))
    across = _scale(log10(min(at)), log10(max(at)), _LEFT, _WIDE - _RIGHT)
    up = _scale(least, most, _HIGH - _FOOT, _TOP)
    lines = [f'<text x="{_LEFT}" y="18">{escape(title)}</text>']
    for power in range(least, most + 1):
        y = up(power)
        lines.append(f'<line class="grid" x1="{_LEFT}" x2="{_WIDE - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        lines.append(f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g} ms</text>')
    for size, told in at.items():
        lines.append(f'<text x="{across(log10(size)):.1f}" y="{_HIGH - 18}" text-anchor="middle">{escape(told)}</text>')
    ends = _apart({name: up(log10(taken[-1])) for name, taken in curves.items()})
    for (name, taken), ink, dash in zip(curves.items(), _INKS, _DASHES, strict=False):
        places = [f"{across(log10(x)):.1f} {up(log10(y)):.1f}" for x, y in zip(at, taken, strict=True)]
        lines.append(f'<path class="{ink}" stroke-dasharray="{dash}" d="M{" L".join(places)}"/>')
        lines.append(f'<text x="{_WIDE - _RIGHT + 8}" y="{ends[name] + 4:.1f}">{escape(name)}</text>')
    told = "; ".join(f"{name}: {', '.join(f'{one:.3g}' for one in taken)} ms" for name, taken in curves.items())
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}" role="img">'
    return "\n".join(
        [head, f"<title>{escape(f'{title}. {told}')}</title>", f"<style>{_STYLE}</style>", *lines, "</svg>\n"]
    )


def _scale(least: float, most: float, begin: float, end: float) -> Callable[[float], float]:
    return lambda value: begin + (end - begin) * (value - least) / (most - least)


def _apart(ends: Mapping[str, float]) -> dict[str, float]:
    """Return where the names stand, moved down until none lies on another."""
    placed: dict[str, float] = {}
    below = 0.0
    for name, y in sorted(ends.items(), key=lambda it: it[1]):
        below = placed[name] = max(y, below + 16)
    return placed
