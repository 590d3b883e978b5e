"""Reads NGINX's files as other programs do, for tests that compare what they see with what was meant.

Reads a list of main files from standard input, in JSON, each with whether faults are looked for
(`[["nginx.conf", true], …]`), and writes for each what crossplane sees (`servers`, `upstreams`,
`maps`, and `errors` of its parser) and what gixy-next finds (`findings`).
"""

import json
import os
import sys

import crossplane
from gixy.core.config import Config
from gixy.core.manager import Manager


def walk(block):
    for directive in block:
        yield directive
        yield from walk(directive.get("block", []))


def arguments(block, name):
    return [directive["args"] for directive in block if directive["directive"] == name]


def seen(main):
    # Directives that crossplane does not know yet are no fault: it parses them all the same.
    payload = crossplane.parse(main, combine=True)
    errors = [f"{os.path.basename(error['file'])}:{error['line']}: {error['error']}" for error in payload["errors"]]
    http = [directive for top in payload["config"][0]["parsed"] if top["directive"] == "http" for directive in top["block"]]
    servers = [
        {
            "listen": arguments(directive["block"], "listen"),
            "names": arguments(directive["block"], "server_name"),
            "locations": arguments(directive["block"], "location"),
            "passes": sorted(set(sum(arguments(walk(directive["block"]), "proxy_pass"), []))),
        }
        for directive in http
        if directive["directive"] == "server"
    ]
    upstreams = {
        directive["args"][0]: arguments(directive["block"], "server")
        for directive in http
        if directive["directive"] == "upstream"
    }
    maps = {
        directive["args"][1]: [entry["args"][0] for entry in directive["block"] if entry["args"]]
        for directive in http
        if directive["directive"] == "map"
    }
    return {"errors": errors, "servers": servers, "upstreams": upstreams, "maps": maps}


def findings(main):
    manager = Manager(config=Config())
    with open(main, "rb") as file:
        manager.audit(main, file)
    found = [{"plugin": "gixy", "summary": "", "reason": str(error)} for error in manager.errors]
    for plugin in manager.results:
        for issue in plugin.issues:
            where = next(iter(issue.directives), None)
            found.append(
                {
                    "plugin": plugin.name,
                    "summary": issue.summary or plugin.summary,
                    "reason": f"{issue.reason or ''} {where or ''}",
                }
            )
    return found


def verdict(main, critical):
    said = seen(main)
    return said | {"findings": findings(main) if critical and not said["errors"] else []}


json.dump([verdict(*job) for job in json.load(sys.stdin)], sys.stdout)
