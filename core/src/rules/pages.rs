//! The pages of codes that are found before there is a plan: by reading a document, or by deciding the plan.

use super::Page;
use super::rule::page;

/// Every page that belongs to no rule.
pub static PAGES: &[Page] = &[
    SYNTAX,
    TOO_LARGE,
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_TYPE,
    INVALID_VALUE,
    UNKNOWN_PRODUCT,
    UNKNOWN_RELEASE,
    DUPLICATE_NAME,
    DANGLING_NETWORK,
    ROLE_MISSING,
    ROLE_NOT_IN_PATTERN,
    SEVERAL_WAYS_TO_COUNT,
    TOO_MANY_NODES,
    TOO_MANY_BALANCERS,
    TOO_MANY_NETWORKS,
    OFFSET_TOO_LARGE,
    UNNEEDED_DATABASE,
    ELB_GUESSED,
    ELB_UNKNOWN,
    ELB_DROPPED,
];

page! {
    /// # What it does
    /// Stops where the text is no TOML or JSON at all.
    ///
    /// # Why it matters
    /// Nothing behind such a place can be read with any certainty, so the rest is not looked at.
    ///
    /// # Example
    /// ```toml
    /// name = esb
    /// ```
    ///
    /// # What to do
    /// Look at the place: a text without quotes, a bracket that is not closed, a key written twice.
    /// ```toml
    /// name = "esb"
    /// ```
    SYNTAX Error "syntax": "the document cannot be read"
}

page! {
    /// # What it does
    /// Refuses a document of more bytes than any design needs.
    ///
    /// # Why it matters
    /// Every byte is kept with its place for messages. A document of that size was made by a program that lists nodes
    /// one by one, or is no design.
    ///
    /// # Example
    /// Ten thousand `[[nodes]]`, each with an address of its own.
    ///
    /// # What to do
    /// Write nodes as a range or a count.
    /// ```toml
    /// nodes = [{ role = "worker", addresses = "192.0.2.1-250" }]
    /// ```
    TOO_LARGE Error "too-large": "the document is too large"
}

page! {
    /// # What it does
    /// Finds keys that a design does not have.
    ///
    /// # Why it matters
    /// A misspelled key would be a setting that somebody made and that never holds.
    ///
    /// # Example
    /// ```toml
    /// [host]
    /// service = "esb.example.com"
    /// ```
    ///
    /// # What to do
    /// Take the key that is meant; the message names the nearest one.
    /// ```toml
    /// [hosts]
    /// service = "esb.example.com"
    /// ```
    UNKNOWN_KEY Error "unknown-key": "there is no such setting"
}

page! {
    /// # What it does
    /// Finds tables without a key that they must have.
    ///
    /// # Why it matters
    /// Most keys have a value that holds where they are left out. For these there is no good one: nobody can guess the
    /// product, or the repository.
    ///
    /// # Example
    /// ```toml
    /// [artifacts.svn]
    /// user = "wso2"
    /// ```
    ///
    /// # What to do
    /// Write the key.
    /// ```toml
    /// [artifacts.svn]
    /// url = "https://svn.example.com/repos/esb"
    /// user = "wso2"
    /// password = "env:SVN_PASSWORD"
    /// ```
    MISSING_KEY Error "missing-key": "a key is missing"
}

page! {
    /// # What it does
    /// Finds values of another kind than the key wants: a text for a number, a table for a list.
    ///
    /// # Why it matters
    /// A port written as a text, or a version written as a number (5.10 would be 5.1), would be guessed at.
    ///
    /// # Example
    /// ```toml
    /// release = 5.0
    /// ```
    ///
    /// # What to do
    /// Write the kind that the message names.
    /// ```toml
    /// release = "5.0.0"
    /// ```
    WRONG_TYPE Error "wrong-type": "a value is of the wrong kind"
}

page! {
    /// # What it does
    /// Finds values that are no such thing: a port of 70000, a host name with a blank, a choice that there is not.
    ///
    /// # Why it matters
    /// Values go into files of many formats. What is no host name to a person may be an instruction to a load balancer.
    ///
    /// # Example
    /// ```toml
    /// hosts = { service = "esb.example.com;" }
    /// ```
    ///
    /// # What to do
    /// Correct the value; the message says what it may be.
    /// ```toml
    /// hosts = { service = "esb.example.com" }
    /// ```
    INVALID_VALUE Error "invalid-value": "a value is not allowed here"
}

page! {
    /// # What it does
    /// Finds a product that is not in the catalogue.
    ///
    /// # Why it matters
    /// Files, ports and databases follow from the product.
    ///
    /// # Example
    /// ```toml
    /// product = "wso2esb"
    /// ```
    ///
    /// # What to do
    /// Take one of the catalogue: `esb`, `ei`, `as`, `dss` or `bps`.
    /// ```toml
    /// product = "esb"
    /// ```
    UNKNOWN_PRODUCT Error "unknown-product": "the product is not in the catalogue"
}

page! {
    /// # What it does
    /// Finds a release that is not in the catalogue.
    ///
    /// # Why it matters
    /// Each release runs on a kernel of its own, and the kernel decides which settings are read and which are broken.
    ///
    /// # Example
    /// ```toml
    /// release = "5.0.1"
    /// ```
    ///
    /// # What to do
    /// Take one of those that the message names.
    /// ```toml
    /// release = "5.0.0"
    /// ```
    UNKNOWN_RELEASE Error "unknown-release": "the release is not in the catalogue"
}

page! {
    /// # What it does
    /// Finds two nodes, load balancers or networks with one name.
    ///
    /// # Why it matters
    /// The name is a folder of the bundle, a route of the load balancer and a unit of the system.
    ///
    /// # Example
    /// ```toml
    /// nodes = [{ name = "w", role = "worker" }, { name = "w", role = "worker" }]
    /// ```
    ///
    /// # What to do
    /// Give each a name of its own, or leave the names out.
    /// ```toml
    /// nodes = [{ name = "w1", role = "worker" }, { name = "w2", role = "worker" }]
    /// ```
    DUPLICATE_NAME Error "duplicate-name": "two things have the same name"
}

page! {
    /// # What it does
    /// Finds nodes and load balancers in a network that nobody declared.
    ///
    /// # Why it matters
    /// Firewalls and the guide follow the network.
    ///
    /// # Example
    /// ```toml
    /// nodes = [{ role = "manager", network = "iner" }]
    /// networks = [{ name = "inner" }]
    /// ```
    ///
    /// # What to do
    /// Correct the name, or declare the network.
    /// ```toml
    /// nodes = [{ role = "manager", network = "inner" }]
    /// networks = [{ name = "inner" }]
    /// ```
    DANGLING_NETWORK Error "dangling-network": "there is no such network"
}

page! {
    /// # What it does
    /// Finds nodes without a role in a worker/manager pattern.
    ///
    /// # Why it matters
    /// A manager and a worker are started and configured differently, and nothing else tells them apart.
    ///
    /// # Example
    /// ```toml
    /// nodes = [{ address = "192.0.2.11" }]
    /// ```
    ///
    /// # What to do
    /// Write the role.
    /// ```toml
    /// nodes = [{ role = "manager", address = "192.0.2.11" }]
    /// ```
    ROLE_MISSING Error "role-missing": "a node has no role"
}

page! {
    /// # What it does
    /// Finds nodes with a role that the pattern does not have.
    ///
    /// # Why it matters
    /// A manager among equal nodes, or an equal node among workers, is a design of two patterns at once.
    ///
    /// # Example
    /// ```toml
    /// pattern = "symmetric"
    /// nodes = [{ role = "worker", addresses = "192.0.2.11-12" }]
    /// ```
    ///
    /// # What to do
    /// Leave the role out, or take the pattern that has it.
    /// ```toml
    /// pattern = "symmetric"
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    ROLE_NOT_IN_PATTERN Error "role-not-in-pattern": "the pattern does not have the role"
}

page! {
    /// # What it does
    /// Finds nodes with more than one of `address`, `addresses` and `count`.
    ///
    /// # Why it matters
    /// Each says how many nodes there are, and they may disagree.
    ///
    /// # Example
    /// ```toml
    /// nodes = [{ role = "worker", count = 3, addresses = "192.0.2.21-22" }]
    /// ```
    ///
    /// # What to do
    /// Keep one: `address` for a single node, `addresses` for several, `count` where addresses are not known.
    /// ```toml
    /// nodes = [{ role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    SEVERAL_WAYS_TO_COUNT Error "several-ways-to-count": "nodes are counted in several ways"
}

page! {
    /// # What it does
    /// Refuses designs of more than 10000 nodes.
    ///
    /// # Why it matters
    /// Every node has files of its own. No cluster of that size ever ran; a design that asks for one is a
    /// slip of the key.
    ///
    /// # Example
    /// ```toml
    /// nodes = [{ role = "worker", count = 10000 }, { role = "worker", count = 10000 }]
    /// ```
    ///
    /// # What to do
    /// Split the cluster.
    /// ```toml
    /// nodes = [{ role = "worker", count = 20 }]
    /// ```
    TOO_MANY_NODES Error "too-many-nodes": "there are too many nodes"
}

page! {
    /// # What it does
    /// Refuses designs of more than 64 load balancers.
    ///
    /// # Why it matters
    /// The files of each name every node, so the bundle would grow with the product of the two.
    ///
    /// # Example
    /// A list of a hundred `[[balancers]]`, one for each rack.
    ///
    /// # What to do
    /// Take as many as stand before the whole cluster; two are usual.
    /// ```toml
    /// balancers = [{ name = "lb-1" }, { name = "lb-2" }]
    /// ```
    TOO_MANY_BALANCERS Error "too-many-balancers": "there are too many load balancers"
}

page! {
    /// # What it does
    /// Refuses designs of more than 1000 networks.
    ///
    /// # Why it matters
    /// Every node is looked for in every network. A design with that many was not made by hand, and is no cluster.
    ///
    /// # Example
    /// A list of `[[networks]]` that a program made, one for each node.
    ///
    /// # What to do
    /// Name the networks that nodes and load balancers stand in, and no others.
    /// ```toml
    /// networks = [{ name = "front" }, { name = "back" }]
    /// ```
    TOO_MANY_NETWORKS Error "too-many-networks": "there are too many networks"
}

page! {
    /// # What it does
    /// Finds offsets that move a port of the node past 65535.
    ///
    /// # Why it matters
    /// There is no such port, and the product does not start.
    ///
    /// # Example
    /// ```toml
    /// nodes = [{ role = "worker", offset = 50000, addresses = "192.0.2.21-22" }]
    /// ```
    ///
    /// # What to do
    /// Take a smaller one, or leave it out: nodes of one machine get offsets 0, 1, 2 ….
    /// ```toml
    /// nodes = [{ role = "worker", addresses = "192.0.2.21-22" }]
    /// ```
    OFFSET_TOO_LARGE Error "offset-too-large": "an offset moves a port out of range"
}

page! {
    /// # What it does
    /// Finds databases that the product does not use.
    ///
    /// # Why it matters
    /// It would be created, granted and saved, and stay empty.
    ///
    /// # Example
    /// ```toml
    /// product = "esb"
    /// database.mysql.schemas.processes = { name = "bps" }
    /// ```
    ///
    /// # What to do
    /// Take it out; the message names those that the product has.
    /// ```toml
    /// product = "esb"
    /// database.mysql.schemas.users = { name = "users" }
    /// ```
    UNNEEDED_DATABASE Error "unneeded-database": "the product has no such database"
}

page! {
    /// # What it does
    /// Says what `import` took a `loadbalancer.conf` to mean where the file does not say it: product and release, the pattern,
    /// a block that is not closed.
    ///
    /// # Why it matters
    /// The design is made for what was guessed: ports, files and databases follow from product and release.
    ///
    /// # Example
    /// A service `appserver`, which is taken for the oldest Application Server of the catalogue.
    ///
    /// # What to do
    /// Say what it is: `wso2-design import loadbalancer.conf --product as --release 5.3.0`.
    ELB_GUESSED Warning "elb-guessed": "the ELB's file does not say this, so it was guessed"
}

page! {
    /// # What it does
    /// Says what a design needs and a `loadbalancer.conf` does not hold, such as the nodes' addresses: nodes came to the ELB by
    /// themselves, as members of a domain.
    ///
    /// # Why it matters
    /// The design is not complete before it is written.
    ///
    /// # Example
    /// A host name `${ESB_HOST}`, which stands in the environment of the ELB's process.
    ///
    /// # What to do
    /// Write it into the design; the help says where it is found.
    ELB_UNKNOWN Warning "elb-unknown": "the ELB's file does not say this, and the design needs it"
}

page! {
    /// # What it does
    /// Says what of a `loadbalancer.conf` is not in the design, and why: the autoscaler, group management, ranges of tenants,
    /// host names beyond the first.
    ///
    /// # Why it matters
    /// What the ELB did is not done any more. Most of it nobody misses; some of it, such as tenants with clusters of their own,
    /// needs another solution first.
    ///
    /// # Example
    /// `tenant_range 1-100;` of a domain.
    ///
    /// # What to do
    /// Read the help of each note: it says what takes the setting's place.
    ELB_DROPPED Warning "elb-dropped": "a design has no place for this of the ELB's file"
}
