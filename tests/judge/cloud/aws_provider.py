"""Stands in for Terraform's AWS provider: it has its schema, plans whatever is asked, and changes nothing.

Arguments: the npm package's folder, the socket to listen at, the resources that it knows.
Terraform takes it by TF_REATTACH_PROVIDERS. Protocol: tfplugin5; its few messages are spelled by hand.
"""

import json
import sys
from concurrent import futures

import grpc
import msgpack

from aws_schema import resource


def varint(number):
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes(out + bytes([number]))


def field(number, value):
    if isinstance(value, (bool, int)):
        return varint(number << 3) + varint(int(value))
    value = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(value)) + value


def fields(message):
    """The fields of a message by their numbers; of those that come twice the last."""
    found, at = {}, 0

    def number():
        nonlocal at
        value = shift = 0
        while True:
            byte = message[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(message):
        key = number()
        if key & 7 == 2:
            length = number()
            found[key >> 3] = message[at : at + length]
            at += length
        else:
            found[key >> 3] = number()
    return found


NESTING = {"list": 2, "set": 3}


def block(it):
    out = b""
    for attribute in it["attributes"]:
        required, computed = attribute.get("required", False), attribute.get("computed", False)
        is_optional = not required and not attribute.get("only_computed", False)
        out += field(
            2,
            field(1, attribute["name"]) + field(2, json.dumps(attribute["type"]))
            + field(4, required) + field(5, is_optional) + field(6, computed),
        )
    for nested in it["blocks"]:
        out += field(
            3,
            field(1, nested["name"]) + field(2, block(nested["block"])) + field(3, NESTING[nested["nesting"]])
            + field(4, nested["least"]) + field(5, nested["most"]),
        )
    return out


def main():
    package, socket, *kinds = sys.argv[1:]
    schemas = {kind: resource(package, kind) for kind in kinds}
    answer = field(1, field(2, b""))
    for kind, schema in schemas.items():
        answer += field(2, field(1, kind) + field(2, field(2, block(schema))))

    def plan(request):
        asked = fields(request)
        schema = schemas[asked[1].decode()]
        state = msgpack.unpackb(fields(asked[3])[1], strict_map_key=False)
        if state is not None:
            for attribute in schema["attributes"]:
                if attribute.get("computed") and state.get(attribute["name"]) is None:
                    state[attribute["name"]] = msgpack.ExtType(0, b"\0")
        # The last field: nested values may stay empty that a real provider would fill in.
        return field(1, field(1, msgpack.packb(state))) + field(5, True)

    calls = {
        "GetSchema": lambda _: answer,
        "PrepareProviderConfig": lambda request: field(1, fields(request)[1]),
        "PlanResourceChange": plan,
    }

    class Handler(grpc.GenericRpcHandler):
        def service(self, details):
            _, service, method = details.method.split("/")
            if service != "tfplugin5.Provider" or method in ("GetMetadata", "GetResourceIdentitySchemas"):
                return None
            call = calls.get(method, lambda _: b"")
            return grpc.unary_unary_rpc_method_handler(lambda request, _: call(request))

    limit = [("grpc.max_receive_message_length", 1 << 28), ("grpc.max_send_message_length", 1 << 28)]
    server = grpc.server(futures.ThreadPoolExecutor(8), handlers=[Handler()], options=limit)
    server.add_insecure_port(f"unix:{socket}")
    server.start()
    print("ready", flush=True)
    # It ends with whoever started it.
    sys.stdin.read()


main()
