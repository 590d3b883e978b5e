//! Settings that both languages have under names of their own.

use super::group::Group;
use crate::catalogue::Transport;
use crate::design::StayBy;
use crate::plan::Front;
use crate::plan::front::conduct;

/// One setting.
pub(super) struct Attribute {
    /// Its key in a template.
    pub(super) key: &'static str,
    /// Its name in a resource of Terraform; in a block of the second name where that is said.
    pub(super) name: &'static str,
    pub(super) value: Setting,
    pub(super) why: &'static str,
}

/// What a setting says.
pub(super) enum Setting {
    Truth(bool),
    Number(u32),
    Word(&'static str),
}

impl std::fmt::Display for Setting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Truth(truth) => truth.fmt(f),
            Self::Number(number) => number.fmt(f),
            Self::Word(word) => f.write_str(word),
        }
    }
}

/// The longest that an idle connection is kept, in seconds. Source: the API's `idle_timeout.timeout_seconds`.
const LONGEST_IDLE: u16 = 4000;
/// The longest that a node is waited for which is taken out, in seconds.
const LONGEST_DRAIN: u16 = 3600;
/// Seconds that a client is kept on its node after its last request: a working day.
pub(super) const STAYS: u32 = 43_200;
/// Seconds between two questions for a node's health: there is no shorter time.
pub(super) const HEALTH_EVERY: u16 = 5;

/// Those of the load balancer.
pub(super) fn of_balancer(front: &Front) -> Vec<Attribute> {
    let tunnels = front.upstreams.iter().any(|upstream| upstream.transport == Transport::WebSocket);
    let idle = if tunnels { front.limits.answer.max(conduct::TUNNEL) } else { front.limits.answer };
    let why_idle = match tunnels {
        true => "one time for answers and for WebSockets, which may be silent for an hour",
        false => "AWS' own 60 s would cut long calls",
    };
    vec![
        Attribute {
            key: "idle_timeout.timeout_seconds",
            name: "idle_timeout",
            value: Setting::Number(idle.clamp(1, LONGEST_IDLE).into()),
            why: why_idle,
        },
        Attribute {
            key: "routing.http2.enabled",
            name: "enable_http2",
            value: Setting::Truth(true),
            why: "towards clients; nodes are spoken to in HTTP/1.1",
        },
        Attribute {
            key: "routing.http.desync_mitigation_mode",
            name: "desync_mitigation_mode",
            value: Setting::Word("defensive"),
            why: "what two readers could understand differently goes no further",
        },
        Attribute {
            key: "routing.http.drop_invalid_header_fields.enabled",
            name: "drop_invalid_header_fields",
            value: Setting::Truth(true),
            why: "`X_Forwarded_For` is not taken for `X-Forwarded-For`",
        },
        Attribute {
            key: "routing.http.preserve_host_header.enabled",
            name: "preserve_host_header",
            value: Setting::Truth(true),
            why: "nodes see the public name, which their links and redirects name",
        },
        Attribute {
            key: "routing.http.xff_header_processing.mode",
            name: "xff_header_processing_mode",
            value: Setting::Word("append"),
            why: "it cannot replace: only the last address is to be believed",
        },
        Attribute {
            key: "waf.fail_open.enabled",
            name: "enable_waf_fail_open",
            value: Setting::Truth(false),
            why: "while the web ACL does not answer, nothing passes",
        },
    ]
}

/// Those of a target group.
pub(super) fn of_group(front: &Front) -> Vec<Attribute> {
    vec![
        Attribute {
            key: "deregistration_delay.timeout_seconds",
            name: "deregistration_delay",
            value: Setting::Number(front.limits.answer.min(LONGEST_DRAIN).into()),
            why: "a node that is taken out may finish what it does",
        },
        Attribute {
            key: "load_balancing.algorithm.type",
            name: "load_balancing_algorithm_type",
            value: Setting::Word("least_outstanding_requests"),
            why: "a hung node keeps its share; in turn it would get more and more",
        },
    ]
}

/// How a client stays with its node: the kind, and the node's own cookie where it is that.
pub(super) fn stickiness(group: &Group<'_>) -> Option<(&'static str, Option<&'static str>)> {
    group.upstream.affinity.map(|affinity| match affinity.by {
        StayBy::BalancerCookie => ("lb_cookie", None),
        StayBy::Session => ("app_cookie", Some("JSESSIONID")),
    })
}

/// The setting of a listener for a header of answers; none where it has none for that header.
pub(super) fn of_header(header: &str) -> Option<(&'static str, &'static str)> {
    match header {
        "Strict-Transport-Security" => Some((
            "routing.http.response.strict_transport_security.header_value",
            "routing_http_response_strict_transport_security_header_value",
        )),
        "X-Content-Type-Options" => Some((
            "routing.http.response.x_content_type_options.header_value",
            "routing_http_response_x_content_type_options_header_value",
        )),
        "X-Frame-Options" => Some((
            "routing.http.response.x_frame_options.header_value",
            "routing_http_response_x_frame_options_header_value",
        )),
        _ => None,
    }
}

/// The setting of a listener that keeps `Server` out of answers.
pub(super) const SERVER: (&str, &str) =
    ("routing.http.response.server.enabled", "routing_http_response_server_enabled");

/// What a listener cannot set, as sentences; none where there is nothing.
pub(super) fn missing(headers: &[&str]) -> Option<String> {
    (!headers.is_empty()).then(|| {
        format!(
            "What nodes say of {} passes: a listener knows some headers only, and sets them for all of its names alike.",
            headers.join(", ")
        )
    })
}
