"""From a deployment.toml to what the templates read, in the product's own order.

    deployment.toml → key-mappings.json → infer.json → default.json → references → unit-resolve.json → validator.json

Source: wso2/config-mapper, `ConfigParser.parse` and the classes that it calls.
"""

import copy
import functools
import json
import re
import tomllib
from pathlib import Path


class Refused(Exception):
    """The product would not start."""


def context(conf, toml, environment):
    """The tables that templates read. `conf` is the product's `repository/resources/conf`."""
    conf = Path(conf)
    read = tomllib.loads(toml)
    secrets = {key.strip("'"): value for key, value in flat(read.get("secrets", {})).items()}
    data = mapped(flat(read), load(conf / "key-mappings.json"))
    data = inferred(data, load(conf / "infer.json"))
    for key, value in load(conf / "default.json").items():
        if key not in data:
            data[key] = copy.deepcopy(value)
    resolve(data, secrets, environment)
    resolve_units(data, load(conf / "unit-resolve.json").get("time", {}))
    validate(data, load(conf / "validator.json"))
    return nested(data)


@functools.cache
def load(path):
    # The product's JSON reader makes a floating-point number of every number.
    return json.loads(path.read_text(encoding="utf-8"), parse_int=float)


def flat(table, prefix=""):
    """Every value by its dotted key. A part that is no bare key stands in single quotes; empty tables are gone."""
    out = {}
    for key, value in table.items():
        part = key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else f"'{key}'"
        here = f"{prefix}{part}"
        if isinstance(value, dict):
            out.update(flat(value, here + "."))
        elif isinstance(value, list):
            out[here] = [flat(item) if isinstance(item, dict) else item for item in value]
        else:
            out[here] = value
    return out


def mapped(data, mappings):
    out = {}
    for key, value in data.items():
        to = mappings.get(key, key)
        for one in to if isinstance(to, list) else [to]:
            out[one] = value
    for key, to in mappings.items():
        array, colon, inner = key.partition(":")
        if not colon:
            continue
        for item in out.get(array) or []:
            if isinstance(item, dict) and inner in item:
                value = item.pop(inner)
                for one in to if isinstance(to, list) else [to]:
                    item[one.partition(":")[2]] = value
    return out


def inferred(data, rules):
    """What follows from values that somebody set. Defaults infer nothing, and what somebody set stays."""
    out = {}
    for key, value in data.items():
        rule = matching(key, rules)
        if rule is None or word(value) not in rules[rule]:
            continue
        named = dict(zip(rule.split("."), key.split(".")))
        parts = {part: name for part, name in named.items() if re.fullmatch(r"\$[0-9]+", part)}
        found = {}
        for inner, follows in copy.deepcopy(rules[rule][word(value)]).items():
            for part, name in parts.items():
                inner = inner.replace(part, name)
                follows = follows.replace(part, name) if isinstance(follows, str) else follows
            found[inner] = follows
        recursively(found, rules, out)
        out.update(found)
    whole = lambda value: int(value) if isinstance(value, float) and value == int(value) else value
    out = {key: whole(value) for key, value in out.items()}
    out.update(data)
    return out


def recursively(found, rules, out):
    for key, value in found.items():
        rule = matching(key, rules)
        # Only texts name what follows: other values are no keys of a rule.
        if rule is not None and isinstance(value, str) and value in rules[rule]:
            out.update(rules[rule][value])
            recursively(rules[rule][value], rules, out)


def matching(key, rules):
    if key in rules:
        return key
    for rule in rules:
        if re.fullmatch(re.sub(r"\$[0-9]+", r"\\w+", rule), key):
            return rule
    return None


def word(value):
    """A value as Java says it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def resolve(data, secrets, environment):
    everywhere(data, lambda text: known(text, "$secret{", secrets, "there is no secret {}", keep=True))
    everywhere(data, lambda text: known(text, "$sys{", environment.get("system", {}), "there is no system property {}"))
    everywhere(data, lambda text: known(text, "$env{", environment.get("env", {}), "there is no variable {}"))
    waiting = {key for key, value in data.items() if references(value)}
    while waiting:
        ready = [key for key in waiting if not any(inner in waiting for inner in references(data[key]))]
        if not ready:
            break
        for key in ready:
            data[key] = referred(data, data[key])
            waiting.discard(key)
    if waiting:
        raise Refused(f"references cannot be resolved for {', '.join(sorted(waiting))}")


def references(value):
    texts = value if isinstance(value, list) else [value]
    texts = (text for text in texts if isinstance(text, str) and "$ref{" in text)
    return [name for text in texts for name in re.findall(r"\$ref\{(.*?)\}", text)]


def referred(data, value):
    for name in references(value):
        if data.get(name) is None:
            raise Refused(f"there is no {name} that something refers to")
        other = data[name]
        if isinstance(other, (list, bool)):
            return other
        put = lambda text: text.replace(f"$ref{{{name}}}", word(other)) if isinstance(text, str) else text
        value = [put(item) for item in value] if isinstance(value, list) else put(value)
    return value


def everywhere(place, change):
    """Changes every text, also inside lists of tables."""
    for key, value in place.items() if isinstance(place, dict) else enumerate(place):
        if isinstance(value, str):
            place[key] = change(value)
        elif isinstance(value, (dict, list)):
            everywhere(value, change)


def known(text, prefix, values, fault, keep=False):
    if prefix not in text:
        return text
    for name in re.findall(re.escape(prefix) + r"(.*?)\}", text):
        if name not in values:
            raise Refused(fault.format(name))
        if not keep:
            text = text.replace(f"{prefix}{name}}}", values[name])
    return text


UNITS = {"ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000}


def resolve_units(data, units):
    for key, unit in units.items():
        value = data.get(key)
        if key not in data or isinstance(value, (int, float)) and not isinstance(value, bool):
            continue
        found = re.search(r"(\d+(?:\.\d+)?)\s*(\w*)", value) if isinstance(value, str) else None
        if not found:
            raise Refused(f"{key} is no time: {value}")
        number, written = int(float(found[1])), found[2]
        if written:
            if written not in UNITS:
                raise Refused(f"{key} has no known unit: {value}")
            data[key] = str(number * UNITS[written] // UNITS[unit])


def validate(data, rules):
    for key, checks in rules.items():
        for check in checks:
            conditions = check.get("if") or {}
            if any(data.get(other) != value for other, value in conditions.items()):
                continue
            for value in validated(data, key):
                # The product casts what it checks to a text.
                if not isinstance(value, str):
                    raise Refused(f"{key} must be a text, and is {value!r}")
                if "regex" in check and not re.fullmatch(check["regex"], value):
                    raise Refused(check.get("error_message") or f"{key} is {value!r}, which does not match {check['regex']}")


def validated(data, key):
    array, colon, inner = key.partition(":")
    if colon:
        items = data.get(array) or []
        return [item.get(inner, "") for item in items if isinstance(item, dict)]
    return [data.get(key, "")]


def nested(data):
    out = {}
    for key, value in data.items():
        parts = split(key)
        here = out
        for part in parts[:-1]:
            if not isinstance(here.get(part), dict):
                here[part] = {}
            here = here[part]
        here[parts[-1]] = listed(value)
    return out


def listed(value):
    if isinstance(value, list):
        return [nested(item) if isinstance(item, dict) else listed(item) for item in value]
    return value


def split(key):
    """The parts of a dotted key; what stands in single quotes is one."""
    return [quoted or bare for quoted, bare in re.findall(r"'([^']*)'|([^.']+)", key)]
