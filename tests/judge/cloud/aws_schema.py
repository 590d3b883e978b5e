"""The schema of Terraform's AWS provider, as far as it is asked for, from the npm package that is generated from it."""

import re
from pathlib import Path

ATTRIBUTE = re.compile(
    r"^\s{4,}(\w+): \{\s*value: (.*?),\s*isBlock: (true|false),\s*type: \"(\w+)\",\s*storageClassType: \"(\w+)\"",
    re.S | re.M,
)
SCALARS = {"string": "string", "number": "number", "boolean": "bool"}


def cty(kind, storage):
    """A type as Terraform writes it in JSON."""
    if storage in SCALARS:
        return SCALARS[storage]
    for ending in ("List", "Map"):
        if storage.endswith(ending) and storage[: -len(ending)] in SCALARS:
            inner = SCALARS[storage[: -len(ending)]]
            return ["map" if ending == "Map" else kind, inner]
    return "dynamic"


def snake(name):
    return re.sub(r"(?<=[a-z0-9])([A-Z])|([A-Z])(?=[a-z])", lambda it: "_" + it[0].lower(), name).lstrip("_").lower()


def members(types, interface):
    """The properties of an interface, each with whether it must be there."""
    found = re.search(r"export interface %s (?:extends [\w.]+ )?\{(.*?)\n\}" % interface, types, re.S)
    pairs = re.findall(r"^    readonly (\w+)(\?)?:", found[1], re.M) if found else []
    return {re.sub(r"[^a-z0-9]", "", name.lower()): optional == "" for name, optional in pairs}


def block(source, types, body, interface):
    required = members(types, interface)
    must = lambda name: required.get(name.replace("_", ""), False)
    attributes, blocks = [], []
    for name, value, is_block, kind, storage in ATTRIBUTE.findall(body):
        nested = re.search(r"(?<![.\w])(\w+)ToHclTerraform", value)
        nested = nested and nested[1]
        if is_block == "true" and nested:
            function = re.search(r"function %sToHclTerraform\(.*?\n\}" % nested, source, re.S)
            inner = block(source, types, function[0], nested[0].upper() + nested[1:])
            # Blocks that may stand once are written without a mapper.
            once = "listMapperHcl" not in value
            blocks.append(
                {"name": name, "nesting": "set" if kind == "set" else "list", "most": 1 if once else 0,
                 "least": 1 if must(name) else 0, "block": inner}
            )
        else:
            attributes.append({"name": name, "type": cty(kind, storage), "required": must(name)})
    return {"attributes": attributes, "blocks": blocks}


def resource(package, kind):
    folder = Path(package) / "lib" / kind.removeprefix("aws_").replace("_", "-")
    source, types = (folder / "index.js").read_text(), (folder / "index.d.ts").read_text()
    body = re.search(r"synthesizeHclAttributes\(\) \{.*", source, re.S)[0]
    interface = re.search(r"export interface (\w+) extends cdktf\.TerraformMetaArguments", types)[1]
    schema = block(source, types, body, interface)
    known = {it["name"] for it in schema["attributes"]} | {it["name"] for it in schema["blocks"]}
    main = types[types.rindex("export declare class"):]
    for name, kind_of in re.findall(r"^    get (\w+)\(\): ([\w.\[\]]+);", main, re.M):
        name = snake(name)
        if name not in known and not name.endswith("_input") and kind_of in SCALARS:
            schema["attributes"].append({"name": name, "type": SCALARS[kind_of], "computed": True})
    for attribute in schema["attributes"]:
        # What may be left out may be filled in.
        attribute.setdefault("computed", not attribute.get("required"))
    if kind == "aws_wafv2_web_acl":
        statements(schema)
    return schema


def statements(acl):
    """Statements of a web ACL, which the package leaves open: those that are written, nested as deep as the provider does."""
    text = lambda *names: [{"name": name, "type": "string", "required": True} for name in names]
    number = lambda name: {"name": name, "type": "number", "required": True}
    one = lambda name, inner, least=0: {"name": name, "nesting": "list", "least": least, "most": 1, "block": inner}
    header = {"attributes": text("name"), "blocks": []}
    field = {"attributes": [], "blocks": [one("single_header", header), one("uri_path", {"attributes": [], "blocks": []})]}
    change = {"attributes": [number("priority"), *text("type")], "blocks": []}
    changes = {"name": "text_transformation", "nesting": "set", "least": 1, "most": 0, "block": change}
    compared = [one("field_to_match", field), changes]
    leaves = [
        one("regex_match_statement", {"attributes": text("regex_string"), "blocks": compared}),
        one("size_constraint_statement",
            {"attributes": [*text("comparison_operator"), number("size")], "blocks": compared}),
        one("ip_set_reference_statement", {"attributes": text("arn"), "blocks": []}),
    ]
    statement = {"attributes": [], "blocks": leaves}
    for _ in range(2):
        several = {"name": "statement", "nesting": "list", "least": 1, "most": 0, "block": statement}
        inner = {"attributes": [], "blocks": [several]}
        logical = [one(f"{name}_statement", inner) for name in ("and", "or", "not")]
        statement = {"attributes": [], "blocks": [*leaves, *logical]}
    rule = next(it for it in acl["blocks"] if it["name"] == "rule")["block"]
    rule["attributes"] = [it for it in rule["attributes"] if it["name"] != "statement"]
    rule["blocks"].append(one("statement", statement, 1))
