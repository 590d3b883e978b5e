//! Kubernetes: Ingress as ingress-nginx reads it, and Gateway API.
//!
//! Both say the nodes alike: a Service for each upstream, with EndpointSlices where the design knows addresses and with labels
//! where pods get theirs at start. `kubectl apply -k` takes the folder as it is.

mod backend;
mod gateway;
mod ingress;
mod kustomization;
mod names;

use super::{Balancer, BalancerProgram, Certificates, Lack, Need, Operation, Stays, Trouble};
use crate::bundle::{Artifact, Mode, Owner};
use crate::design::StayBy;
use crate::format::yaml::Map;
use crate::plan::{Front, Plan};
use crate::value::Version;
use names::Names;

/// The last line of ingress-nginx.
const INGRESS_NGINX: Version = Version::new(1, 14, 0);
/// The oldest ingress-nginx that reads the files: `custom-headers` came with 1.11.
const OLDEST_INGRESS_NGINX: Version = Version::new(1, 11, 0);
/// The Gateway API that is written for, which is the oldest that reads the files: `BackendTLSPolicy` is v1 from 1.4 on.
const GATEWAY_API: Version = Version::new(1, 4, 0);

/// Kubernetes Ingress (NGINX).
pub(super) static INGRESS: Balancer = Balancer {
    program: BalancerProgram::KubernetesIngress,
    key: "kubernetes-ingress",
    name: "Kubernetes Ingress (NGINX)",
    summary: "Ingresses for ingress-nginx, which was retired in March 2026 and gets no more repairs: for clusters that have it; \
              take the Gateway API for new ones.",
    version: Some(INGRESS_NGINX),
    called: |version| format!("Kubernetes Ingress (ingress-nginx {})", version.unwrap_or(INGRESS_NGINX)),
    too_old: |version| (version < OLDEST_INGRESS_NGINX).then_some(OLDEST_INGRESS_NGINX),
    stays: |_, by| match by {
        StayBy::BalancerCookie => Stays::ByItself,
        // It could hash the session's id, which moves sessions as soon as they have one.
        StayBy::Session => Stays::Otherwise,
    },
    waits_for_names: false,
    certificates: Certificates::Store,
    lacks: INGRESS_LACKS,
    verified: "kubectl builds each folder, and every object is checked against Kubernetes' own schemas; no controller has run \
               them.",
    operation: Operation {
        folder: None,
        test: "kubectl apply -k . --dry-run=server",
        reload: "kubectl apply -k .",
        restart: "kubectl apply -k .",
        drain: "Set `ready: false` at the node in `nodes.yaml` and apply; a pod is drained by deleting it.",
        prepare: &[
            "ingress-nginx was retired in March 2026: plan the way to the Gateway API (`program = \"kubernetes-gateway\"`).",
            NAMESPACE,
            "Merge `controller.yaml` into the controller's ConfigMap, and restart its pods: it holds what an Ingress cannot say, \
             such as sizes of headers, TLS, and which headers no client may set.",
            "Let the controller see clients' addresses: `externalTrafficPolicy: Local` at its Service, or the PROXY protocol.",
            SECRETS,
        ],
        troubles: &[
            Trouble {
                sign: "`admission webhook \"validate.nginx.ingress.kubernetes.io\" denied the request … is too risky for environment`",
                cause: "`annotations-risk-level` of the controller is below `High`: merge `controller.yaml` first.",
            },
            Trouble {
                sign: "`SSL certificate problem: self-signed certificate` for `Kubernetes Ingress Controller Fake Certificate`",
                cause: "The Secret of the host is missing, or is in another namespace than the Ingress.",
            },
            Trouble {
                sign: "502, and `upstream SSL certificate verify error` in the controller's log",
                cause: "The node's certificate is not of the authority in `ssl/ca.crt`, or not for the public name.",
            },
            Trouble {
                sign: "403 for everyone at the console",
                cause: "The controller sees addresses of the cluster instead of clients': see `externalTrafficPolicy`.",
            },
            Trouble {
                sign: "Answers lack `X-Frame-Options`, and `header X-Frame-Options is not allowed` is in the controller's log",
                cause: "`global-allowed-response-headers` of `controller.yaml` is not in the controller's ConfigMap.",
            },
            NAMESPACE_MISSING,
            STANDBY,
        ],
    },
    artifacts: ingress::artifacts,
};

/// Kubernetes Gateway API.
pub(super) static GATEWAY: Balancer = Balancer {
    program: BalancerProgram::KubernetesGateway,
    key: "kubernetes-gateway",
    name: "Kubernetes Gateway API",
    summary: "Gateways and routes for any implementation that knows regular expressions; much of what matters is each \
              implementation's own affair.",
    version: Some(GATEWAY_API),
    called: |version| format!("Kubernetes Gateway API {}", version.unwrap_or(GATEWAY_API)),
    too_old: |version| (version < GATEWAY_API).then_some(GATEWAY_API),
    stays: |_, by| match by {
        StayBy::BalancerCookie => Stays::ByItself,
        StayBy::Session => Stays::Otherwise,
    },
    waits_for_names: false,
    certificates: Certificates::Store,
    lacks: GATEWAY_LACKS,
    verified: "kubectl builds each folder, and every object is checked against the types of Kubernetes and of the Gateway API; no \
               implementation has run them.",
    operation: Operation {
        folder: None,
        test: "kubectl apply -k . --dry-run=server",
        reload: "kubectl apply -k .",
        restart: "kubectl apply -k .",
        drain: "Set `ready: false` at the node in `nodes.yaml` and apply; a pod is drained by deleting it.",
        prepare: &[
            "Install an implementation that supports `RegularExpression`, `BackendTLSPolicy` and `sessionPersistence`, with the \
             definitions of the experimental channel, and make a GatewayClass `wso2` of its controller.",
            NAMESPACE,
            SECRETS,
            "When it runs, ask for a few refused paths from outside, such as `/carbon/admin/login.jsp`, `//carbon`, \
             `/%63arbon/` and `/x/..;/carbon/`: each must answer 400, 404 or 500.",
        ],
        troubles: &[
            Trouble {
                sign: "`strict decoding error: unknown field \"spec.rules[0].sessionPersistence\"`",
                cause: "The cluster has the definitions of the standard channel: install those of the experimental one.",
            },
            Trouble {
                sign: "`no matches for kind \"BackendTLSPolicy\" in version \"gateway.networking.k8s.io/v1\"`",
                cause: "The definitions are older than Gateway API 1.4.",
            },
            Trouble {
                sign: "A route is `Accepted: False` with `UnsupportedValue`",
                cause: "The implementation knows no regular expressions for paths. It serves none of the route: take another one.",
            },
            Trouble {
                sign: "A Gateway stays `Programmed: False` or has no address",
                cause: "No GatewayClass `wso2`, or a Secret of `certificateRefs` is missing.",
            },
            Trouble {
                sign: "502 or 503 with `CERTIFICATE_VERIFY_FAILED`",
                cause: "The node's certificate is not of the authority in `ssl/ca.crt`, or not for the public name.",
            },
            NAMESPACE_MISSING,
            STANDBY,
        ],
    },
    artifacts: gateway::artifacts,
};

const NAMESPACE: &str = "Have the namespace that `kustomization.yaml` names: `kubectl create namespace <name>`.";

const SECRETS: &str = "Apply from the folder where `ssl/` is: Secrets are made from its files. To make one by hand, such as with a \
                       certificate of another authority: `kubectl create secret tls <name> --cert ssl/wrk.crt --key ssl/wrk.key`, \
                       and take its lines out of `kustomization.yaml`.";

const NAMESPACE_MISSING: Trouble =
    Trouble { sign: "`namespaces \"…\" not found`", cause: "Make the namespace that `kustomization.yaml` names." };

const STANDBY: Trouble = Trouble {
    sign: "The console answers 503 after its node went down",
    cause: "A node on standby is not `ready` in `nodes.yaml`: set it there, set the other one to `false`, and apply.",
};

/// What ingress-nginx cannot do.
const INGRESS_LACKS: &[Lack] = &[
    Lack {
        need: Need::Health,
        instead: "readiness probes take pods out; nobody asks nodes with fixed addresses, and a request to one that is gone goes \
                  to another after three seconds",
    },
    Lack {
        need: Need::Standby,
        instead: "a node on standby is in the list and not ready: somebody must change two words to let it take over",
    },
    Lack {
        need: Need::Redirects,
        instead: "those to the node's own port are mended; for others nodes must write the public ports, as their files here do",
    },
];

/// What the standard cannot say.
const GATEWAY_LACKS: &[Lack] = &[
    Lack {
        need: Need::Health,
        instead: "readiness probes take pods out; nodes with fixed addresses are only watched where the implementation does that",
    },
    Lack {
        need: Need::Standby,
        instead: "a node on standby is in the list and not ready: somebody must change two words to let it take over",
    },
    Lack {
        need: Need::Retries,
        instead: "each implementation retries as it likes: look it up, and switch it off for POST",
    },
    Lack {
        need: Need::Refusals,
        instead: "paths are refused as the implementation compares them, which may be before they are decoded: ask for some when \
                  it runs",
    },
    Lack {
        need: Need::Networks,
        instead: "such hosts have an address of their own, which the cloud opens to their networks if it heeds the annotation",
    },
    Lack { need: Need::BodyLimit, instead: "the standard has none: use a policy of the implementation" },
    Lack {
        need: Need::Forwarded,
        instead: "all but X-Forwarded-For, to which most implementations add: believe its last address only",
    },
    Lack { need: Need::Redirects, instead: "nodes must write the public ports, as their files here do" },
];

fn file(front: &Front, path: &'static str, text: String) -> Artifact {
    Artifact::whole(Owner::Balancer(front.name.clone()), path, Mode::Public, text)
}

/// The labels of every object.
fn labels(plan: &Plan) -> Map {
    let mut labels = Map::new();
    labels.set("app.kubernetes.io/name", plan.product.id);
    labels.set("app.kubernetes.io/instance", plan.name.to_string());
    labels.set("app.kubernetes.io/managed-by", "wso2-design");
    labels
}

#[cfg(test)]
mod tests;
