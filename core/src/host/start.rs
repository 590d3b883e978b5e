use crate::catalogue::Feature;
use crate::database;
use crate::design::{Artifacts, NodeTls, Role, SharedFolder};
use crate::format::shell::Script;
use crate::plan::{Node, Plan};

/// The script that starts the product as this kind of node. It finds its own home, so it is the same on all of a kind.
pub(super) fn text(plan: &Plan, node: &Node) -> String {
    let title = format!("{} {} in the cluster {}: {}.", node.product.name, node.release.version, plan.name, kind(node));
    let setup = makes_tables(plan, node);
    let checkout = checks_out(plan, node);
    let start = format!("  bin/start-node.sh start            in the background; the log is {}", node.layout().log);
    let mut about = vec![
        title.as_str(),
        "",
        "  bin/start-node.sh [run]            in the foreground, as systemd wants it",
        &start,
        "  bin/start-node.sh stop             asks it to stop",
    ];
    if setup {
        about.extend([
            "  bin/start-node.sh setup            as run, and makes the tables (-Dsetup). Once, on this node alone, before any",
            "                                     other is started; not needed if the database's own scripts were run.",
        ]);
    }
    if checkout {
        about.push("  bin/start-node.sh clear-artifacts  moves deployed artifacts aside, for the first checkout");
    }
    let mut script = Script::new(&about);
    script.gap();
    script.code("umask 027\nhome=$(CDPATH='' cd -- \"$(dirname -- \"$0\")/..\" && pwd)");
    script.line("start=$home/{}", &[node.layout().start]);
    if checkout || is_mounted(plan, node) {
        script.line("artifacts=$home/{}", &[node.layout().artifacts]);
    }
    script.line("user={}", &[plan.jvm.user.as_str()]);
    script.gap();
    script.code("fail() {\n    printf '%s\\n' \"$*\" >&2\n    exit 1\n}");
    script.gap();
    script.code("command=${1:-run}\ncase $command in\n    run | start | stop) ;;");
    if setup {
        script.code("    setup) ;;");
    }
    if checkout {
        script.code(CLEAR);
    }
    script.code("    *) fail \"there is no $command; this script's head says what there is\" ;;\nesac");
    script.gap();
    script.code(ROOT);
    script.gap();
    java(&mut script, plan, node);
    script.gap();
    script.comment("Another product's, if it is set in this environment.");
    match node.layout().carbon_home() {
        "" => script.code("CARBON_HOME=$home"),
        profile => script.line("CARBON_HOME=$home/{}", &[profile]),
    }
    script.code("export CARBON_HOME");
    if !node.line().launcher.options {
        script.code("unset RUNTIME_HOME RUNTIME");
    }
    script.gap();
    script.code("[ \"$command\" = stop ] && exec sh \"$start\" stop");
    if plan.shares_tasks() {
        script.gap();
        script.comment(
            "Nodes of one database and one group share tasks; clusters without a name of their own would be one.",
        );
        script.export("localGroupId", plan.domain().as_ref());
    }
    guards(&mut script, plan, node, checkout);
    variant(&mut script, node);
    script.gap();
    script.code("set --");
    script.code("[ \"$command\" = start ] && set -- start");
    if setup {
        script.comment(&format!("Needs rights to create tables: before the database's {}.", database::GRANTS));
        script.code("[ \"$command\" = setup ] && set -- -Dsetup");
    }
    options(&mut script, plan, node);
    script.code("exec sh \"$start\" \"$@\"");
    script.finish()
}

fn kind(node: &Node) -> String {
    match (node.role, node.first) {
        (Role::Worker, _) | (_, false) => format!("{} {}", article(node.role.name()), node.role.name()),
        (role, true) => format!("the first {}", role.name()),
    }
}

fn article(word: &str) -> &'static str {
    if word.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}

/// Tables are made by one node only: two at once lock each other out. Micro Integrator makes none.
fn makes_tables(plan: &Plan, node: &Node) -> bool {
    // The node where administration begins; others find the tables there.
    let begins = plan.with_console().next().or(plan.nodes.first()).is_some_and(|first| first.name == node.name);
    begins && plan.database.is_some() && node.line().launcher.options && !node.has(Feature::MicroIntegrator)
}

/// Whether its artifacts come from Subversion and are another node's to commit.
fn checks_out(plan: &Plan, node: &Node) -> bool {
    matches!(plan.artifacts, Artifacts::Svn(_)) && node.artifacts().is_some() && (node.is_worker() || !node.first)
}

/// Whether its artifacts are in a folder that this bundle mounts.
fn is_mounted(plan: &Plan, node: &Node) -> bool {
    node.artifacts().is_some() && matches!(&plan.artifacts, Artifacts::SharedFolder(SharedFolder { source: Some(_) }))
}

fn java(script: &mut Script, plan: &Plan, node: &Node) {
    if plan.jvm.java_home.is_empty() {
        script.comment("The product's script does not start without JAVA_HOME, and systemd sets none.");
        script.code(FIND_JAVA);
    } else {
        script.export("JAVA_HOME", &plan.jvm.java_home);
    }
    if plan.jvm.heap.is_empty() {
        return;
    }
    let heap = format!("-Xms{0} -Xmx{0}", plan.jvm.heap);
    if node.line().launcher.options && node.release.kernel.script_reads_heap() && !node.release.heap_in_script {
        script.export("JVM_MEM_OPTS", &heap);
    } else {
        script.comment("Behind the heap that stands in the product's script, so these count.");
        script.line("JAVA_OPTS={}\" ${JAVA_OPTS-}\"", &[&heap]);
        script.code("export JAVA_OPTS");
    }
}

fn guards(script: &mut Script, plan: &Plan, node: &Node, checkout: bool) {
    if checkout {
        script.gap();
        script.comment("The first checkout needs an empty folder, or it ends in conflicts.");
        script.code(EMPTY);
    }
    if is_mounted(plan, node) {
        script.gap();
        script.comment("Without its artifacts a node serves nothing, and a load balancer would not notice.");
        script.code(MOUNTED);
    }
}

/// Files that the product comes with for this kind of node take the place of the others', at every start: they are the ones that the
/// bundle sets. Source: API Manager 2.6.0 manual, configuring the traffic manager.
fn variant(script: &mut Script, node: &Node) {
    let Some(variant) = node.component.variant else { return };
    script.gap();
    script.comment(&format!("The product has files of its own for {}s.", node.role.name()));
    script.line("conf=$home/{}", &[node.layout().conf]);
    script.line("variant={}", &[variant]);
    script.code(VARIANT);
}

/// Options go behind the script's name: Carbon reads them there, and they overrule those that the script has of its own
/// (`-DworkerNode=false`). Source: the start scripts of kernel 4.4.
fn options(script: &mut Script, plan: &Plan, node: &Node) {
    if !node.line().launcher.options {
        return;
    }
    if !node.component.profile.is_empty() {
        script.comment("Only the bundles of this component.");
        script.line("set -- \"$@\" -Dprofile={}", &[node.component.profile]);
    }
    if node.is_worker() {
        script.comment("No console, nothing written to the repository.");
        script.code("set -- \"$@\" -DworkerNode=true");
    }
    if plan.tls.nodes == NodeTls::Verified {
        script.comment("Calls over TLS check the other's name: every certificate of the cluster has the right ones.");
        script.line("set -- \"$@\" {}", &[node.release.kernel.hostname_verification_flag()]);
    }
}

const CLEAR: &str = r#"
    clear-artifacts)
        aside=$artifacts.$(date +%Y%m%d%H%M%S)
        [ ! -e "$artifacts/.svn" ] || fail "$artifacts is a working copy already"
        mv -- "$artifacts" "$aside"
        mkdir -- "$artifacts"
        printf '%s is empty; what was in it is in %s\n' "$artifacts" "$aside"
        exit 0
        ;;
"#;

const ROOT: &str = r#"
# As root it would leave files behind that its own user cannot write.
if [ "$(id -u)" -eq 0 ] && [ "$user" != root ]; then
    fail "run it as $user: runuser -u $user -- sh $0 $command"
fi
"#;

const FIND_JAVA: &str = r#"
if [ -z "${JAVA_HOME-}" ]; then
    java=$(command -v java) || fail 'there is no java: set JAVA_HOME'
    java=$(readlink -f -- "$java")
    JAVA_HOME=${java%/bin/java}
    JAVA_HOME=${JAVA_HOME%/jre}
fi
export JAVA_HOME
"#;

const VARIANT: &str = r#"
for file in axis2/axis2 registry; do
    [ -f "$conf/$file$variant.xml" ] || fail "there is no $conf/$file$variant.xml"
    cp -p -- "$conf/$file$variant.xml" "$conf/$file.xml" || fail "$conf/$file.xml cannot be written"
done
"#;

const EMPTY: &str = r#"
if [ ! -e "$artifacts/.svn" ] && [ -n "$(ls -A -- "$artifacts" 2>/dev/null)" ]; then
    fail "$artifacts is neither empty nor a working copy; run this script with clear-artifacts first"
fi
"#;

const MOUNTED: &str = r#"
if command -v mountpoint >/dev/null && ! mountpoint -q -- "$artifacts"; then
    fail "$artifacts is not mounted; see bin/artifacts.fstab"
fi
"#;
