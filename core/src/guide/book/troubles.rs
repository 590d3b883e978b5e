use super::super::words::programs;
use super::Book;
use super::concerns::{clustered, fronted, well_known};
use crate::balancer::{Need, balancer};
use crate::catalogue::{Feature, Generation, Services, VendorId};
use crate::design::{Artifacts, Role};
use crate::format::markdown::{Document, Inline};
use crate::plan::{Front, MembershipPlan, Plan};

/// Something that goes wrong, with its cause and the look that tells.
struct Trouble {
    symptom: &'static str,
    cause: &'static str,
    check: &'static str,
    /// Whether it can happen to this cluster.
    concerns: fn(&Plan) -> bool,
}

pub(super) fn write(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    doc.table(
        ["Symptom", "Cause", "Check"],
        TROUBLES
            .iter()
            .filter(|trouble| (trouble.concerns)(plan))
            .map(|trouble| [trouble.symptom, trouble.cause, trouble.check].map(Inline::from)),
    );
    for program in programs(plan).filter(|program| !program.operation.troubles.is_empty()) {
        doc.heading(3, program.name);
        let rows = program.operation.troubles.iter().map(|trouble| [trouble.sign, trouble.cause].map(Inline::from));
        doc.table(["What one sees", "What it comes from, and what to do"], rows);
    }
}

/// Whether a load balancer takes no node but by its certificate.
fn checks_nodes(plan: &Plan) -> bool {
    let cannot = |front: &Front| balancer(front.program).lacks.iter().any(|lack| lack.need == Need::NodeCertificates);
    plan.fronts.iter().any(|front| front.checks_nodes() && !cannot(front))
}

fn aws(plan: &Plan) -> bool {
    plan.cluster.enabled && matches!(plan.cluster.membership, MembershipPlan::Aws { .. })
}

fn kubernetes(plan: &Plan) -> bool {
    plan.cluster.enabled && matches!(plan.cluster.membership, MembershipPlan::Kubernetes { .. })
}

fn svn(plan: &Plan) -> bool {
    matches!(plan.artifacts, Artifacts::Svn(_))
}

fn tasks(plan: &Plan) -> bool {
    plan.cluster.enabled && plan.task_server_count.is_some()
}

fn brokers(plan: &Plan) -> bool {
    plan.has(Feature::Broker) && plan.cluster.enabled
}

fn slaves(plan: &Plan) -> bool {
    plan.has(Feature::ProcessEngine) && plan.of_role(Role::Worker).next().is_some()
}

static TROUBLES: &[Trouble] = &[
    Trouble {
        symptom: "Messages stay in their queues, and nodes log errors of slots or Thrift, or join again and again.",
        cause: "The coordinator cannot be asked: `thriftServerHost` is `localhost` or another node's, or the firewall closes the port.",
        check: "`coordination` of `broker.xml` on every node; `nc -vz <address> <thriftServerPort>` from each to each other one.",
        concerns: brokers,
    },
    Trouble {
        symptom: "Errors of slots after somebody tuned `broker.xml`.",
        cause: "`thriftSOTimeout` is not 0 any more: connections that wait for a slot are cut.",
        check: "Write 0 again on every node.",
        concerns: brokers,
    },
    Trouble {
        symptom: "Nodes are taken for dead and come back, or messages expire early.",
        cause: "The nodes' clocks differ: they write times into the one message store.",
        check: "`chronyc tracking` or `timedatectl` on every node and on the database server.",
        concerns: brokers,
    },
    Trouble {
        symptom: "A client does not come back when its broker stops.",
        cause: "Its URL names one broker only.",
        check: "`brokerlist` of its URL: every broker of step 4, with `failover='roundrobin'`.",
        concerns: brokers,
    },
    Trouble {
        symptom: "What was changed in an XML file is as before after the start.",
        cause: "The product makes its XML from `deployment.toml` at each start.",
        check: "Write it in `deployment.toml`; the XML files here are for reading only.",
        concerns: |plan| plan.release.line.generation == Generation::Toml,
    },
    Trouble {
        symptom: "A node does not start: a key of `deployment.toml` cannot be resolved.",
        cause: "`$env{NAME}`, `$secret{alias}` or `$ref{key}` stands for something that this node does not have.",
        check: "The variable in the node's environment; the alias in `[secrets]`, encrypted on this node.",
        concerns: |plan| plan.release.line.generation == Generation::Toml,
    },
    Trouble {
        symptom: "Every node logs `Elected this member`, none `Member joined`.",
        cause: "The domains differ, if only by a blank: the value is not trimmed.",
        check: "`domain` in `axis2.xml` of both nodes, byte by byte.",
        concerns: clustered,
    },
    Trouble {
        symptom: "The same, and the domains are equal.",
        cause: "The firewall closes the member port.",
        check: "`nc -vz <address> <member port>` from each node to each other one.",
        concerns: clustered,
    },
    Trouble {
        symptom: "The same, and the port is open.",
        cause: "`localMemberHost` is `localhost`, `127.0.0.1`, or another node's address in a copied file.",
        check: "The address in the log line `Local member`.",
        concerns: clustered,
    },
    Trouble {
        symptom: "Clustering settings of `axis2.xml` have no effect at all.",
        cause: "There is an `etc/hazelcast.xml`; it replaces them silently.",
        check: "Remove it and start again.",
        concerns: |plan| plan.cluster.enabled && plan.release.kernel.hazelcast_xml_wins(),
    },
    Trouble {
        symptom: "A node joins only sometimes, or does not come back after a partition.",
        cause: "The list of well-known members is not the same, full one on every node.",
        check: "`members` in `axis2.xml` of each node; restart those with an old list.",
        concerns: well_known,
    },
    Trouble {
        symptom: "One member is never reached.",
        cause: "Its port in the list is not its `localMemberPort`, or it moved up by one because the port was taken.",
        check: "The port in its log line `Local member`.",
        concerns: well_known,
    },
    Trouble {
        symptom: "No instance joins on EC2.",
        cause: "The member port is outside 5701 to 5800, the security group closes it, or the role may not list instances.",
        check: "The security group's rule from itself; the permissions `ec2:DescribeInstances` and \
                `ec2:DescribeAvailabilityZones`.",
        concerns: aws,
    },
    Trouble {
        symptom: "«Kubernetes membership initialization failed», HTTP 403.",
        cause: "The service account may not read endpoints.",
        check: "A role with `get` and `list` on `endpoints` in the namespace.",
        concerns: kubernetes,
    },
    Trouble {
        symptom: "A dead node is noticed only after ten minutes.",
        cause: "`hazelcast.properties` was not brought to the node: Hazelcast 3 waits that long.",
        check: "`hazelcast.max.no.heartbeat.seconds` on every node.",
        concerns: clustered,
    },
    Trouble {
        symptom: "«Hazelcast instance is not active!» when a node stops.",
        cause: "The JVM's own hook closes the cluster before Carbon does.",
        check: "Harmless at a stop; `hazelcast.shutdownhook.enabled` where the release bears it.",
        concerns: clustered,
    },
    Trouble {
        symptom: "After an orderly stop, tasks and message processors are gone.",
        cause: "`hazelcast.shutdownhook.enabled=false` on this release without updates.",
        check: "Take the line out, or install the updates.",
        concerns: |plan| plan.cluster.enabled && plan.release.shutdown_hook_off_deletes_tasks,
    },
    Trouble {
        symptom: "Tasks, message processors and polling inbound endpoints never run.",
        cause: "`clusteringPattern` is `WorkerManager` and no node was started with `-DworkerNode=true`.",
        check: "The parameter in `axis2.xml`, and the workers' command lines.",
        concerns: |plan| plan.cluster.enabled && plan.release.clustering_pattern,
    },
    Trouble {
        symptom: "`Waiting for N` task nodes, for ever.",
        cause: "`taskServerCount` is larger than the number of nodes that run tasks.",
        check: "Count the nodes that are up; managers do not run tasks beside workers.",
        concerns: tasks,
    },
    Trouble {
        symptom: "A task runs on two nodes.",
        cause: "The cluster was split, or the database was too slow for the handover.",
        check: "`Member left` without a stop; slow statements on the database server.",
        concerns: tasks,
    },
    Trouble {
        symptom: "Subversion conflicts; artifacts differ between nodes.",
        cause: "Two nodes commit, or a folder was not empty at its node's first start.",
        check: "`AutoCommit` is true on one node only; empty the other node's folder and start it again.",
        concerns: svn,
    },
    Trouble {
        symptom: "Artifacts do not reach the other nodes.",
        cause: "The Subversion library is missing or of another version, the URL is `svn+ssh`, or the node is in no cluster.",
        check: "The library in `dropins`; the log at the start; `Member joined`.",
        concerns: svn,
    },
    Trouble {
        symptom: "Everything is undeployed on a node for a moment.",
        cause: "The shared folder was empty: the mount flickered.",
        check: "The file server and the mount's options.",
        concerns: |plan| matches!(plan.artifacts, Artifacts::SharedFolder(_)),
    },
    Trouble {
        symptom: "The console asks for the sign-in again and again.",
        cause: "Requests reach a node that does not know the session.",
        check: "The load balancer's affinity for the console, or that only one manager is active.",
        concerns: |plan| plan.console_front().is_some() && plan.with_console().count() > 1,
    },
    Trouble {
        symptom: "A redirect shows a port of a node, such as 9443.",
        cause: "`proxyPort` is missing at the connector.",
        check: "`tomcat/catalina-server.xml` of that node.",
        concerns: |plan| fronted(plan) && !streams(plan),
    },
    Trouble {
        symptom: "WSDL or endpoint addresses name a node.",
        cause: "`WSDLEPRPrefix` is missing at a receiver, or `HostName` is not the public one.",
        check: "Both `transportReceiver` elements of `axis2.xml`; `carbon.xml`.",
        concerns: |plan| fronted(plan) && plan.services() == Services::PassThrough,
    },
    Trouble {
        symptom: "WSDL or endpoint addresses name a node.",
        cause: "`HostName` is not the public one, or `proxyPort` is missing.",
        check: "`carbon.xml` and `tomcat/catalina-server.xml`.",
        concerns: |plan| fronted(plan) && plan.services() == Services::Servlet && !streams(plan),
    },
    Trouble {
        symptom: "The console answers 404.",
        cause: "The request reached a worker: workers have no console.",
        check: "The load balancer's console host leads to managers only.",
        concerns: Plan::separates_roles,
    },
    Trouble {
        symptom: "Clients are warned of the certificate.",
        cause: "The name is not among its subject alternative names, or the authority is a private one.",
        check: "`openssl s_client -connect <name>:443 -servername <name>`.",
        concerns: fronted,
    },
    Trouble {
        symptom: "The load balancer answers 502 while the node is up.",
        cause: "The node's certificate is not signed by the private authority, or does not carry the public name.",
        check: "The load balancer's error log; the nodes' keystore (step 3).",
        concerns: checks_nodes,
    },
    Trouble {
        symptom: "«PKIX path building failed» in a node's log.",
        cause: "The certificate of whom it calls is not in its truststore.",
        check: "`client-truststore.jks`: the load balancer's and the nodes' authority.",
        concerns: |_| true,
    },
    Trouble {
        symptom: "Each node has its own configuration registry.",
        cause: "A mount was skipped with a warning, or the datasource's JNDI name is misspelled.",
        check: "`WARN` lines of the registry at the start; `registry.xml`.",
        concerns: |plan| plan.registry.is_some(),
    },
    Trouble {
        symptom: "«Two remote instances can't have the same path».",
        cause: "A path is mounted twice in `registry.xml`.",
        check: "Leave one `mount` for each path.",
        concerns: |plan| plan.registry.is_some(),
    },
    Trouble {
        symptom: "Roles or resources are old on one node.",
        cause: "The cache is not invalidated: the node is in no cluster, or its `cacheId` differs.",
        check: "`Member joined`; `cacheId` in `registry.xml` of every node.",
        concerns: |plan| plan.registry.is_some() && plan.cluster.enabled,
    },
    Trouble {
        symptom: "At the first start: a table exists already, or two administrators.",
        cause: "Two nodes were started with `-Dsetup`, or at once.",
        check: "Empty the databases and begin again, one node after another.",
        concerns: |plan| plan.database.is_some() && !streams(plan),
    },
    Trouble {
        symptom: "Every connection from Oracle's pool fails.",
        cause: "The validation query is another vendor's.",
        check: "`SELECT 1 FROM DUAL` in each datasource.",
        concerns: |plan| plan.database.as_ref().is_some_and(|database| database.vendor.id == VendorId::Oracle),
    },
    Trouble {
        symptom: "The database refuses connections when all nodes are up.",
        cause: "The pools' sum is above what the server allows.",
        check: "The sum of step 2 against the server's limit.",
        concerns: |plan| plan.database.is_some(),
    },
    Trouble {
        symptom: "A process is missing on a slave until its next start.",
        cause: "The slave waited a minute for the master, which deployed later.",
        check: "Deploy on the master first; raise `bps.bpelDeploy.deployTimeout`.",
        concerns: slaves,
    },
    Trouble {
        symptom: "«HazelCast instance not available, but distributed lock enabled».",
        cause: "`UseDistributedLock` is true while clustering is off.",
        check: "`bps.xml` and `axis2.xml` of that node.",
        concerns: |plan| plan.has(Feature::ProcessEngine),
    },
    Trouble {
        symptom: "What one node encrypted, another cannot read.",
        cause: "The nodes have different keystores.",
        check: "`sha256sum` of the keystore on every node.",
        concerns: |plan| plan.nodes.len() > 1,
    },
    Trouble {
        symptom: "The load balancer calls a node healthy, and its services are not there.",
        cause: "A look at the port does not see deployments.",
        check: "Let the check call a service of your own.",
        concerns: fronted,
    },
    Trouble {
        symptom: "Both workers take events.",
        cause: "They do not see each other's rows: another `groupId`, another database, or clocks and pauses beyond the heartbeat.",
        check: "`cluster.config` on both; one database behind `WSO2_CLUSTER_DB`; the workers' pauses for garbage collection.",
        concerns: streams,
    },
    Trouble {
        symptom: "A worker that is long gone is still counted.",
        cause: "It had another `id` once: the rows of the old one stay (carbon-analytics#1203).",
        check: "Stop both workers, empty the tables of `WSO2_CLUSTER_DB`, start them again. Do not change an `id`.",
        concerns: streams,
    },
    Trouble {
        symptom: "Counts begin anew after both workers were down.",
        cause: "The state of the queries is in files, or in another database.",
        check: "`state.persistence`: enabled, with `DBPersistenceStore`, on both.",
        concerns: streams,
    },
];

fn streams(plan: &Plan) -> bool {
    plan.has(Feature::StreamProcessor)
}
