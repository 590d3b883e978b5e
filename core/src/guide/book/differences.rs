use super::Book;
use super::concerns::{clustered, fronted, nginx, well_known};
use crate::catalogue::{CustomSchemes, Feature, Roles, Services, SvnClient};
use crate::design::{Artifacts, NodeTls, Pattern, Role};
use crate::format::markdown::{Document, Inline};
use crate::plan::{MembershipPlan, Plan};

/// A place where the manual and this bundle say different things.
struct Difference {
    /// What the manual says.
    manual: &'static str,
    /// What is written here.
    here: &'static str,
    /// The reason.
    why: &'static str,
    /// Whether the manual of this cluster says so.
    concerns: fn(&Plan) -> bool,
}

pub(super) fn write(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    doc.paragraph(
        "The manual's pages on clustering grew over a decade and contradict each other, today's programs, and in places the \
         product's code. Where they do, the code counts here.",
    );
    doc.table(
        ["The manual", "Here", "Why"],
        DIFFERENCES
            .iter()
            .filter(|difference| (difference.concerns)(plan))
            .map(|difference| [difference.manual, difference.here, difference.why].map(Inline::from)),
    );
}

fn roles(plan: &Plan) -> bool {
    plan.separates_roles()
}

fn workers(plan: &Plan) -> bool {
    plan.of_role(Role::Worker).next().is_some()
}

static DIFFERENCES: &[Difference] = &[
    Difference {
        manual: "A profile of Enterprise Integrator is started by `bin/broker.sh` or `bin/business-process.sh`.",
        here: "By the profile's own `wso2server.sh`, from `bin/start-node.sh`.",
        why: "The scripts in `bin` start that one behind them and then sleep for ever: systemd would see neither an end nor a fault, and \
              `stop` does not come back.",
        concerns: |plan| !plan.layout().carbon_home().is_empty() && plan.release.line.launcher.options,
    },
    Difference {
        manual: "The analytics are started by `bin/analytics-worker.sh` and `bin/analytics-dashboard.sh`.",
        here: "By each runtime's own `carbon.sh`, from `bin/start-node.sh`.",
        why: "The scripts in `bin` start that one behind them and then sleep for ever: systemd would see neither an end nor a fault.",
        concerns: |plan| !plan.layout().carbon_home().is_empty() && !plan.release.line.launcher.options,
    },
    Difference {
        manual: "Analytics workers are active-active, each with a shard of its own.",
        here: "One answers, the other stands ready.",
        why: "That is the pattern which the design asks for. Workers with shards count faster, but what one of them knew is missing while \
              it is down.",
        concerns: |plan| plan.has(Feature::StreamProcessor),
    },
    Difference {
        manual: "As the file comes, a worker's signs of life come every second (`heartbeatInterval`), and two missed ones are a death.",
        here: "Every five seconds, and five.",
        why: "A long garbage collection would make both workers active. Later manuals recommend these numbers.",
        concerns: |plan| plan.has(Feature::StreamProcessor),
    },
    Difference {
        manual: "The brokers' TLS ports show the certificate that the pack comes with.",
        here: "A certificate of the cluster's authority, with each node's own name and address.",
        why: "Clients come to each broker itself, and the pack's certificate stands for localhost, with a key that everyone has.",
        concerns: |plan| plan.has(Feature::Broker) && plan.tls.nodes == NodeTls::Verified,
    },
    Difference {
        manual: "A node's whole registry is moved to the shared database (`currentDBConfig`).",
        here: "`/_system/config` and `/_system/governance` are mounted; the rest stays the node's own.",
        why: "How far a node's search index is stands below `/_system/local`: shared, one node's progress would hide changes from the others.",
        concerns: |plan| plan.has(Feature::AssetStore) && plan.registry.is_some(),
    },
    Difference {
        manual: "`listen 443;` with `ssl on;`.",
        here: "`listen 443 ssl;`.",
        why: "NGINX refuses `ssl on` from 1.25.1.",
        concerns: nginx,
    },
    Difference {
        manual: "RSA keys of 1024 bits with a passphrase, which is then taken off again.",
        here: "ECDSA P-256 or RSA of 3072 bits, without a passphrase, in a file for its owner only.",
        why: "Today's OpenSSL refuses 1024 bits; a passphrase that is taken off protects nothing.",
        concerns: |_| true,
    },
    Difference {
        manual: "The host name is the certificate's common name.",
        here: "It is a subject alternative name.",
        why: "Browsers and Java do not look at the common name any more.",
        concerns: |_| true,
    },
    Difference {
        manual: "Certificates are made «for the manager and worker nodes» as `server.crt`; the load balancer then reads \
                 `wrk.crt` and `mgt.crt`.",
        here: "One key pair for each public name, made as `wrk` and `mgt`, on the load balancer.",
        why: "The load balancer ends TLS; under the other name it would not find them.",
        concerns: fronted,
    },
    Difference {
        manual: "The list of well-known members has one entry, though the text asks for two.",
        here: "Every static node is in it.",
        why: "With one entry the cluster cannot be joined while that member is down.",
        concerns: well_known,
    },
    Difference {
        manual: "The manager lists one worker and the worker lists the manager; the second worker is in no list.",
        here: "The same full list on every node.",
        why: "While the manager is down, the second worker could not join. A late joiner knows only the list, and merges \
              again after a partition only through it.",
        concerns: |plan| well_known(plan) && roles(plan),
    },
    Difference {
        manual: "Worker nodes «can access the Management Console» at 9443.",
        here: "The console's host leads to managers only.",
        why: "A worker has no console: its profile does not load it.",
        concerns: roles,
    },
    Difference {
        manual: "Clients and administrators use a node's address with port 80 or 443.",
        here: "They use the public names.",
        why: "The load balancer listens on these ports, not a node; and a certificate names hosts.",
        concerns: fronted,
    },
    Difference {
        manual: "The load balancer keeps worker nodes active or passive.",
        here: "All of them serve; only managers stand by.",
        why: "The manual's own configuration is round robin.",
        concerns: |plan| fronted(plan) && workers(plan),
    },
    Difference {
        manual: "To add a worker on another machine, copy one «without any changes».",
        here: "A new node gets its own files; the others get a new list.",
        why: "The copy would tell the cluster the address of its original.",
        concerns: |plan| clustered(plan) && workers(plan),
    },
    Difference {
        manual: "The second worker is the first one with another `localMemberPort`.",
        here: "It has its own `localMemberHost` too, and an offset where it shares a machine.",
        why: "The member port alone moves neither the address nor any other port.",
        concerns: |plan| clustered(plan) && workers(plan),
    },
    Difference {
        manual: "The load balancer sends requests to a second worker whose address no step sets.",
        here: "Load balancer and node files come from the same list of nodes.",
        why: "Then every server of an upstream exists, with its port and offset.",
        concerns: |plan| fronted(plan) && workers(plan),
    },
    Difference {
        manual: "`subDomain` routes the manager's traffic to the manager.",
        here: "It is set, and nothing relies on it.",
        why: "Only the retired WSO2 load balancer read it. `-DworkerNode=true` makes a node a worker.",
        concerns: |plan| clustered(plan) && roles(plan),
    },
    Difference {
        manual: "The synchronizer finds the manager by the list of well-known members.",
        here: "The list serves joining alone.",
        why: "The synchronizer sends cluster messages to all members.",
        concerns: |plan| well_known(plan) && roles(plan),
    },
    Difference {
        manual: "Clients stay with one node on HTTPS but not on HTTP.",
        here: "As the table of step 4 says, with its reason; `balancers.sticky` decides otherwise.",
        why: "Only what keeps a session needs it. The pass-through transport keeps none; a service behind it, a web \
              application or a console may.",
        concerns: fronted,
    },
    Difference {
        manual: "One page forbids host names for members, another one asks for them.",
        here: "Addresses, wherever the design has them.",
        why: "The kernel compares a member's host with its numeric address as text.",
        concerns: well_known,
    },
    Difference {
        manual: "The hosts file gets the database's name alone.",
        here: "It gets the public names and the nodes as well.",
        why: "Nodes call services and the console by these names too.",
        concerns: |_| true,
    },
    Difference {
        manual: "A manager's `HostName` is the workers' public name, which looks like a mistake.",
        here: "The same.",
        why: "It is meant so: it stands in the WSDL that the manager shows.",
        concerns: roles,
    },
    Difference {
        manual: "`proxyPort` is set on the manager only.",
        here: "The same.",
        why: "Workers take requests on the pass-through transport, not on the servlet connectors.",
        concerns: |plan| fronted(plan) && roles(plan) && plan.services() == Services::PassThrough,
    },
    Difference {
        manual: "`proxyPort` is set on the manager only.",
        here: "It is set on every node behind a load balancer.",
        why: "This product serves requests on the servlet connectors, on workers too.",
        concerns: |plan| fronted(plan) && roles(plan) && plan.services() == Services::Servlet,
    },
    Difference {
        manual: "Restart the load balancer after a change.",
        here: "The commands of step 4: a test, then new files without a stop.",
        why: "A restart drops every connection, and stays down if the file has a fault.",
        concerns: fronted,
    },
    Difference {
        manual: "Subversion is the way for artifacts.",
        here: "It is written because the design asks for it.",
        why: "A pipeline or a shared folder is simpler and stays with later kernels, where the synchronizer is gone.",
        concerns: |plan| matches!(plan.artifacts, Artifacts::Svn(_)),
    },
    Difference {
        manual: "Subversion is the way for artifacts.",
        here: "The synchronizer is off; artifacts come another way.",
        why: "A pipeline or a shared folder is simpler and stays with later kernels, where the synchronizer is gone.",
        concerns: |plan| {
            !matches!(plan.artifacts, Artifacts::Svn(_)) && plan.release.kernel.svn_client() != SvnClient::Gone
        },
    },
    Difference {
        manual: "`nonWorkerManager` is «available only as an update» of 2018.",
        here: "`clusteringPattern` follows the pattern; equal nodes on this release need a current update level.",
        why: "The release ships the parameter as `WorkerManager`: then only workers run tasks. Support for the other value \
              came into the code in 2016.",
        concerns: |plan| plan.release.clustering_pattern && plan.product.worker_manager,
    },
    Difference {
        manual: "`-DworkerNode=true` makes a server read-only.",
        here: "It is the worker's start flag; whether the registry is read-only is a setting of its own.",
        why: "The flag leaves the console out, throws local changes away and keeps mediation from being saved; it does not \
              touch the registry.",
        concerns: workers,
    },
    Difference {
        manual: "NGINX Plus 1.7.11; the open-source one cannot keep a client with a node.",
        here: "The version of the design; open source too.",
        why: "That release is long out of support. Open-source NGINX has `sticky` from 1.29.6.",
        concerns: nginx,
    },
    Difference {
        manual: "The load balancer is NGINX, and its files are snippets.",
        here: "Whole files of the program that the design names.",
        why: "What a load balancer must do is decided from the cluster: hosts, nodes, affinity, what is refused. Every program is told \
              the same.",
        concerns: |plan| fronted(plan) && !nginx(plan),
    },
    Difference {
        manual: "`-Dsetup` fills the databases at the first start.",
        here: "Scripts first; `-Dsetup` only instead of them, once, on one node.",
        why: "Two nodes would race, and the product's users need not be allowed to make tables later on.",
        concerns: |plan| plan.database.is_some() && plan.release.line.launcher.options,
    },
    Difference {
        manual: "Managers and workers are in separate clusters on one page, in sub-domains of one domain on another.",
        here: "One domain.",
        why: "Messages about new artifacts reach members of the same domain only.",
        concerns: roles,
    },
    Difference {
        manual: "Pattern 1 is «rarely used», yet the walk-through builds it.",
        here: "Pattern 1, because the design says so.",
        why: "Pattern 2 keeps administration up as well, with one manager more.",
        concerns: |plan| plan.pattern.pattern == Pattern::WorkerManager1,
    },
    Difference {
        manual: "A pattern has two workers.",
        here: "As many as the design has.",
        why: "The number is a minimum.",
        concerns: |plan| matches!(plan.pattern.roles, Roles::WorkerManager { .. }),
    },
    Difference {
        manual: "The patterns are explained with API Manager.",
        here: "Ports, files and roles of this product.",
        why: "API Manager left workers and managers behind with 2.1; its ports and profiles are others.",
        concerns: roles,
    },
    Difference {
        manual: "Equal nodes only; no workers, no managers.",
        here: "Workers and managers, because the design says so.",
        why: "The code still knows them; the manual dropped them with this product.",
        concerns: |plan| roles(plan) && !plan.product.worker_manager,
    },
    Difference {
        manual: "`hazelcast.shutdownhook.enabled=false` is recommended.",
        here: "It is left out.",
        why: "On this release without updates an orderly stop then deletes scheduled tasks (product-ei#2353).",
        concerns: |plan| clustered(plan) && plan.release.shutdown_hook_off_deletes_tasks,
    },
    Difference {
        manual: "Workers mount the registry read-only on older pages, writable on newer ones.",
        here: "Read-only on workers.",
        why: "A node of this product is a slave because its mount is read-only.",
        concerns: |plan| plan.has(Feature::ProcessEngine) && workers(plan),
    },
    Difference {
        manual: "Workers mount the registry read-only on older pages, writable on newer ones.",
        here: "As `registry.read-only-workers` says; writable where it says nothing.",
        why: "Only the process server needs it read-only.",
        concerns: |plan| plan.registry.is_some() && !plan.has(Feature::ProcessEngine) && workers(plan),
    },
    Difference {
        manual: "A custom membership scheme, such as Kubernetes', works on every release.",
        here: "It is written as asked; expect it to fail on this kernel.",
        why: "Kernels 4.4.6 to 4.4.10 hand such a class a null configuration.",
        concerns: |plan| {
            matches!(plan.cluster.membership, MembershipPlan::Kubernetes { .. } | MembershipPlan::Custom { .. })
                && plan.release.kernel.custom_schemes() == CustomSchemes::Broken
        },
    },
];
