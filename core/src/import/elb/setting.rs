//! Every setting of a `loadbalancer.conf`, and what becomes of it. Source: the setters of the ELB's classes for its
//! configuration, by which it finds them.

/// What becomes of a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// It becomes a part of the design.
    Read,
    /// It may become the load balancer's address.
    Address,
    /// It decides when machines are started and stopped.
    Autoscaler,
    /// It says what machines are started, and with what.
    Cloud,
    /// It is a port at which nodes and the ELB told each other of members.
    GroupManagement,
    /// It is a number of load balancers.
    Instances,
    /// It leads a public name to a name of the ELB's own.
    Mapping,
    /// It decides how requests are spread, and for how long a client stays.
    Spreading,
    /// Nobody knows it.
    Unknown,
}

/// What becomes of a setting of this name.
pub(super) fn kind(name: &str) -> Kind {
    SETTINGS.iter().find(|(_, names)| names.contains(&name)).map_or(Kind::Unknown, |(kind, _)| *kind)
}

const SETTINGS: &[(Kind, &[&str])] = &[
    (Kind::Read, &["hosts", "sub_domain", "tenant_range"]),
    (Kind::Address, &["elasticIP", "elastic_ip", "public_ip"]),
    (
        Kind::Autoscaler,
        &[
            "enable_autoscaler",
            "use_embedded_autoscaler",
            "autoscaler_task",
            "autoscaler_service_epr",
            "autoscaler_task_interval",
            "server_startup_delay",
            "min_app_instances",
            "max_app_instances",
            "max_requests_per_second",
            "queue_length_per_node",
            "alarming_upper_rate",
            "alarming_lower_rate",
            "scale_down_factor",
            "rounds_to_average",
            "instances_per_scale_up",
            "message_expiry_time",
        ],
    ),
    (
        Kind::Cloud,
        &[
            "payload",
            "availability_zone",
            "availabilityZone",
            "security_groups",
            "securityGroups",
            "instance_type",
            "image_id",
            "additional_info",
            "mb_server_url",
        ],
    ),
    (Kind::GroupManagement, &["group_mgt_port", "group_mgt_agent"]),
    (Kind::Instances, &["instances"]),
    (Kind::Mapping, &["url_suffix", "size_of_cache"]),
    (Kind::Spreading, &["algorithm", "session_timeout", "fail_over"]),
];

impl Kind {
    /// What is dropped, why, and what to do: the beginning of a sentence, and a sentence. None where nothing is.
    pub(super) fn dropped(self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::Read | Self::Address => return None,
            Self::Autoscaler => (
                "the autoscaler is dropped",
                "a design has the nodes that there are; leave scaling to the platform (an autoscaling group, a \
                 deployment), and let its own load balancer know them",
            ),
            Self::Cloud => (
                "what machines were started, and with what, is dropped",
                "the ELB started them; say the nodes by their addresses, or take `cluster.membership.aws`",
            ),
            Self::GroupManagement => (
                "group management is dropped",
                "members told the ELB of themselves there; the load balancers of a design are told by their files. Close the \
                 port, and take `groupManagement` out of `axis2.xml`",
            ),
            Self::Instances => {
                ("the number of load balancers is dropped", "a design has one `[[balancers]]` for each load balancer")
            }
            Self::Mapping => (
                "names of tenants' own are dropped",
                "a design has one name for services and one for the console; give others to the load balancer by hand",
            ),
            Self::Spreading => (
                "how requests were spread is dropped",
                "requests are spread evenly, and only those that may be carried out twice are tried on another node",
            ),
            Self::Unknown => {
                ("these settings are not known", "nothing is made of them; the ELB's own manual has no such name")
            }
        })
    }

    /// Those that are dropped, in the order in which they are told.
    pub(super) const DROPPED: [Self; 7] = [
        Self::Unknown,
        Self::Mapping,
        Self::Spreading,
        Self::Autoscaler,
        Self::Cloud,
        Self::Instances,
        Self::GroupManagement,
    ];
}
