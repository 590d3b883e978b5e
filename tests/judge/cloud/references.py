"""Checks that what objects of Kubernetes name is there: Services and their ports, Secrets, ConfigMaps, Gateways and listeners.

Arguments: files of several documents, each a cluster of its own. Says what is missing, and ends with 1 if anything is.
"""

import re
import sys
from pathlib import Path

import yaml

LABEL = re.compile(r"[a-z]([a-z0-9-]{0,61}[a-z0-9])?")
PREFIX = "nginx.ingress.kubernetes.io/"


def judge(objects):
    named = {(it["kind"], it["metadata"]["name"]): it for it in objects}
    if len(named) < len(objects):
        yield "two objects of one kind and name"
    namespaces = {it["metadata"].get("namespace") for it in objects}
    if len(namespaces) != 1:
        yield f"several namespaces: {namespaces}"
    (namespace,) = namespaces

    def service(ref, port):
        ports = named.get(("Service", ref), {}).get("spec", {}).get("ports", [])
        if not any(port in (it["name"], it["port"]) for it in ports):
            yield f"no port {port} of a Service {ref}"

    def there(kind, name):
        if (kind, name) not in named:
            yield f"no {kind} {name}"

    for it in objects:
        kind, name, spec = it["kind"], it["metadata"]["name"], it.get("spec", {})
        if not LABEL.fullmatch(name):
            yield f"{kind} {name} is no label"
        if kind == "Service" and "selector" not in spec:
            slices = [it for it in objects if it["kind"] == "EndpointSlice"]
            if not any(it["metadata"]["labels"]["kubernetes.io/service-name"] == name for it in slices):
                yield f"no EndpointSlice of {name}"
        if kind == "EndpointSlice":
            of = it["metadata"]["labels"]["kubernetes.io/service-name"]
            for port in it["ports"]:
                yield from service(of, port["name"])
            if not 1 <= len(it["endpoints"]) <= 1000:
                yield f"{name} has {len(it['endpoints'])} endpoints"
        if kind == "Ingress":
            annotations = it["metadata"]["annotations"]
            for key, want in (("proxy-ssl-secret", "Secret"), ("custom-headers", "ConfigMap")):
                if ref := annotations.get(PREFIX + key):
                    space, ref = ref.split("/")
                    yield from there(want, ref) if space == namespace else [f"{ref} is in {space}"]
            for tls in spec.get("tls", []):
                yield from there("Secret", tls["secretName"])
            for path in (path for rule in spec["rules"] for path in rule["http"]["paths"]):
                yield from service(path["backend"]["service"]["name"], path["backend"]["service"]["port"]["name"])
                re.compile(path["path"])
        if kind == "Gateway":
            for ref in (ref for on in spec["listeners"] for ref in on.get("tls", {}).get("certificateRefs", [])):
                yield from there("Secret", ref["name"])
        if kind == "HTTPRoute":
            for ref in spec["parentRefs"]:
                listeners = named.get(("Gateway", ref["name"]), {}).get("spec", {}).get("listeners", [])
                on = [on for on in listeners if on["name"] == ref["sectionName"]]
                if not on or [on[0]["hostname"]] != spec["hostnames"]:
                    yield f"{name}: no listener {ref} for {spec['hostnames']}"
            for rule in spec["rules"]:
                for ref in rule.get("backendRefs", []):
                    yield from service(ref["name"], ref["port"])
                for match in rule.get("matches", []):
                    re.compile(match["path"]["value"])
        if kind == "BackendTLSPolicy":
            for ref in spec["targetRefs"]:
                yield from service(ref["name"], ref["sectionName"])
            for ref in spec["validation"]["caCertificateRefs"]:
                yield from there("ConfigMap", ref["name"])


def main():
    bad = [
        f"{file}: {fault}"
        for file in sys.argv[1:]
        for fault in judge([it for it in yaml.safe_load_all(Path(file).read_text()) if it])
    ]
    print("\n".join(bad[:20]))
    sys.exit(bool(bad))


main()
