"""The product's own templates, rendered."""

import re
from pathlib import Path

import jinja2

import values


class Environment(jinja2.Environment):
    """Jinja2, as far as it must be Jinjava."""

    def getattr(self, obj, attribute):
        # A key of a table comes before a method of its class.
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)



def environment():
    made = Environment(
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=values.Missing,
        finalize=values.shown,
        extensions=["jinja2.ext.do"],
    )
    # Jinja2 compares objects, Jinjava compares values.
    made.tests["sameas"] = lambda left, right: left == right
    return made


def source(text):
    """A template in the spelling of Jinja2: within tags Jinjava knows `&&` and `||` as well."""
    def tag(found):
        return found[0].replace("&&", " and ").replace("||", " or ")

    return re.sub(r"\{%.*?%\}", tag, text, flags=re.DOTALL)


def render(conf, context, paths=None):
    """Every file of the templates, or those named, by its path in the product's home."""
    folder = Path(conf) / "templates"
    made = environment()
    context = values.of(context)
    out = {}
    for path in sorted(folder.rglob("*.j2")):
        name = str(path.relative_to(folder))[: -len(".j2")]
        if paths is None or name in paths:
            out[name] = made.from_string(source(path.read_text(encoding="utf-8"))).render(context)
    return out
