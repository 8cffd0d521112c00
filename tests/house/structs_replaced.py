"""What mypy asks beside its own questions: ``dataclasses.replace`` is for dataclasses.

A ``msgspec.Struct`` looks to mypy like a dataclass, so it lets through a call that raises TypeError when it is made.
For structs there is ``msgspec.structs.replace``.
"""

from __future__ import annotations

from collections.abc import Callable

from mypy.plugin import FunctionContext, Plugin
from mypy.types import Instance, Type, get_proper_type, get_proper_types
from mypy.types import UnionType as Union


class StructsReplaced(Plugin):
    """An error at each ``dataclasses.replace`` whose value is, or may be, a struct."""

    def get_function_hook(self, fullname: str) -> Callable[[FunctionContext], Type] | None:
        return _look if fullname == "dataclasses.replace" else None


def _look(call: FunctionContext) -> Type:
    value = get_proper_type(call.arg_types[0][0])
    for one in get_proper_types(value.items if isinstance(value, Union) else [value]):
        if isinstance(one, Instance) and one.type.has_base("msgspec.Struct"):
            call.api.fail(
                f"{one.type.name} is a struct: dataclasses.replace raises; use msgspec.structs.replace", call.context
            )
    return call.default_return_type


def plugin(version: str) -> type[Plugin]:
    """Return the plugin; the name is mypy's."""
    return StructsReplaced
