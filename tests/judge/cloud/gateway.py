"""Checks objects of the Gateway API in files of several documents: by the types that are generated from the API, where an
unknown field is an error, and by the rules of the API about values.

Arguments: the folder that npm installed to, then the files. Says what is wrong, and ends with 1 if anything is.
"""

import json
import subprocess
import sys
from pathlib import Path

import yaml

GROUP = "gateway.networking.k8s.io/"
MODELS = "@kubernetes-models/gateway-api"


def main():
    folder, files = Path(sys.argv[1]), sys.argv[2:]
    objects = []
    for file in files:
        for number, it in enumerate(yaml.safe_load_all(Path(file).read_text())):
            if it and it.get("apiVersion", "").startswith(GROUP):
                objects.append((f"{file}, document {number + 1}", it["apiVersion"], it["kind"], it))
    if not objects:
        sys.exit("no object of the Gateway API")
    kinds = sorted({(version, kind) for _, version, kind, _ in objects})
    name = lambda version, kind: kind + version.rsplit("/", 1)[1]
    path = lambda version, kind: json.dumps(f"{MODELS}/{version}/{kind}")
    types = [f"import type {{ I{kind} as {name(v, kind)} }} from {path(v, kind)};" for v, kind in kinds]
    models = [f"import {{ {kind} as {name(v, kind)} }} from {path(v, kind)};" for v, kind in kinds]
    for number, (where, version, kind, it) in enumerate(objects):
        types.append(f"/* {where} */ export const it{number}: {name(version, kind)} = {json.dumps(it)};")
        models.append(f"judge({json.dumps(where)}, new {name(version, kind)}({json.dumps(it)}));")
    judge = "let bad = 0; function judge(where, it) { try { it.validate(); } catch (e) { bad = 1; console.log(where, e.message); } }"
    (folder / "judge.ts").write_text("\n".join(types))
    (folder / "judge.mjs").write_text("\n".join([*models[: len(kinds)], judge, *models[len(kinds) :], "process.exit(bad);"]))
    options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2022"]
    calls = [["node_modules/.bin/tsc", *options, "judge.ts"], ["node", "judge.mjs"]]
    results = [subprocess.run(call, cwd=folder, capture_output=True, text=True) for call in calls]
    for result in results:
        print(result.stdout[:4000] + result.stderr[:4000], end="")
    print(f"{len(objects)} objects")
    sys.exit(any(result.returncode for result in results))


main()
