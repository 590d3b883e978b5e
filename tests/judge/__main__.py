"""Judges configurations by the product's own templates.

Reads a list of jobs from standard input, in JSON, and writes a verdict for each:

    {"conf": "<product>/repository/resources/conf", "toml": "<deployment.toml>",
     "env": {…}, "system": {…}, "every": false}

A verdict is `{"refused": "<why>"}` where the product would not start with it, otherwise `{"facts": {…}, "faults": […]}`.
With `every`, all templates of the product are rendered, not only those that a cluster is made of.
"""

import json
import sys
import traceback

import jinja2

import facts
import mapper
import templates

CLUSTER = [f"{home}{file}" for home in ("repository/conf/", "conf/") for file in (*facts.FILES, "hazelcast.properties")]


def verdict(job):
    try:
        context = mapper.context(job["conf"], job["toml"], job)
        files = templates.render(job["conf"], context, None if job.get("every") else CLUSTER)
    except mapper.Refused as why:
        return {"refused": str(why)}
    except (jinja2.TemplateError, TypeError) as fault:
        return {"refused": f"{fault}\n{traceback.format_exc()}"}
    said, faults = facts.of(files)
    return {"facts": said, "faults": faults, "files": sorted(files)}


json.dump([verdict(job) for job in json.load(sys.stdin)], sys.stdout)
