/// One step: its key, its title, what it decides, and the settings at the top of the design that it asks for.
pub(super) struct Outline {
    pub(super) key: &'static str,
    pub(super) title: &'static str,
    pub(super) about: &'static str,
    pub(super) settings: &'static [&'static str],
}

/// The steps, in order: none hangs on a later one.
pub(super) static STEPS: &[Outline] = &[
    Outline {
        key: "cluster",
        title: "Cluster",
        about: "Which product, and how its nodes are laid out.",
        settings: &["name", "description", "product", "release", "pattern", "managers"],
    },
    Outline {
        key: "hosts",
        title: "Host names",
        about: "The names that clients and administrators say.",
        settings: &["hosts"],
    },
    Outline {
        key: "nodes",
        title: "Nodes",
        about: "Where each node is, and what it does.",
        settings: &["nodes", "networks"],
    },
    Outline {
        key: "balancers",
        title: "Load balancers",
        about: "What stands before the nodes, and who may reach what.",
        settings: &["balancers", "access"],
    },
    Outline {
        key: "database",
        title: "Databases",
        about: "What the nodes share, and who knows the users.",
        settings: &["database", "user-store", "registry"],
    },
    Outline { key: "membership", title: "Membership", about: "How nodes find each other.", settings: &["cluster"] },
    Outline {
        key: "artifacts",
        title: "Artifacts",
        about: "How what is deployed reaches every node, and who runs scheduled tasks.",
        settings: &["artifacts", "tasks"],
    },
    Outline {
        key: "operation",
        title: "Operation",
        about: "Certificates, how a node starts, and how the design reaches what runs it.",
        settings: &["tls", "jvm", "delivery"],
    },
];
