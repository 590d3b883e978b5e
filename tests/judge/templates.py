"""The product's own templates, rendered."""

import functools
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


OPENERS = {"if": "endif", "for": "endfor"}


def source(text):
    """A template in the spelling of Jinja2. Jinjava knows `&&` and `||` as well, and passes over a tag that closes
    nothing, which some of the product's templates have."""
    out, end, open_tags = [], 0, []
    for tag in re.finditer(r"\{%.*?%\}|\{\{.*?\}\}", text, flags=re.DOTALL):
        out.append(text[end : tag.start()])
        end = tag.end()
        name = re.match(r"\{%-?\s*(\w+)", tag[0])
        name = name[1] if name else ""
        if name in OPENERS:
            open_tags.append(OPENERS[name])
        elif name in OPENERS.values():
            if name not in open_tags[-1:]:
                continue
            open_tags.pop()
        elif name in ("else", "elif") and not open_tags:
            continue
        out.append(tag[0].replace("&&", " and ").replace("||", " or "))
    return "".join(out) + text[end:]


def render(conf, context, paths=None):
    """Every file of the templates, or those named, by its path in the product's home."""
    context = values.of(context)
    return {name: read(path).render(context) for name, path in listed(conf) if paths is None or name in paths}


@functools.cache
def listed(conf):
    folder = Path(conf) / "templates"
    return [(str(path.relative_to(folder))[: -len(".j2")], path) for path in sorted(folder.rglob("*.j2"))]


@functools.cache
def read(path):
    return environment().from_string(source(path.read_text(encoding="utf-8")))
