"""Values as the product's templates see them.

The product renders its templates by Jinjava, in Java. Jinja2 reads the same templates, but Python's values print and
compare otherwise: `True` for `true`, `"true" != True`, `"false"` is true, a list has no `toList()`, and a table's key
called `items` or `values` hides behind the method of that name. The classes here behave as Jinjava's do.
"""

import jinja2


class Truth:
    """A truth value. It equals the text that names it, as in the expression language of Java."""

    def __init__(self, value):
        self.value = bool(value)

    def __bool__(self):
        return self.value

    def __eq__(self, other):
        if isinstance(other, Truth):
            return self.value == other.value
        if isinstance(other, bool):
            return self.value == other
        if isinstance(other, str):
            return str(self) == other.lower()
        return NotImplemented

    def __hash__(self):
        return hash(self.value)

    def __str__(self):
        return "true" if self.value else "false"


class Text(str):
    """A text. `false` and the empty text are false."""

    def __bool__(self):
        return len(self) > 0 and self.lower() != "false"

    def __eq__(self, other):
        if isinstance(other, bool):
            return self.lower() == ("true" if other else "false")
        if isinstance(other, Truth):
            return other == self
        if isinstance(other, (int, float)):
            return str.__eq__(self, str(other))
        return str.__eq__(self, other)

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    __hash__ = str.__hash__

    def split(self, separator=None, limit=-1):
        return List(Text(part) for part in str.split(self, separator, limit))

    def getProperty(self, name):
        return Text("")


class List(list):
    """A list."""

    def toList(self):
        return self


class Table(dict):
    """A table."""


class Missing(jinja2.ChainableUndefined):
    """What is not there: anything inside it is not there either, and it is an empty list."""

    def __call__(self, *_args, **_keywords):
        return self


def of(value):
    """A value read from TOML or JSON."""
    if isinstance(value, bool):
        return Truth(value)
    if isinstance(value, str):
        return Text(value)
    if isinstance(value, list):
        return List(of(item) for item in value)
    if isinstance(value, dict):
        return Table((key, of(item)) for key, item in value.items())
    return value


def shown(value):
    """What a template prints."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and ("{{" in value or "{%" in value):
        raise jinja2.TemplateError(f"Jinjava renders what a value says once more: {value}")
    if isinstance(value, list):
        return "[" + ", ".join(str(shown(item)) for item in value) + "]"
    return value
