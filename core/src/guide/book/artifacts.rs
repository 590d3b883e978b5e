use super::super::words::first;
use super::Book;
use crate::catalogue::{Feature, Services, SvnClient};
use crate::design::{Artifacts, Role};
use crate::edit::Value;
use crate::format::markdown::{Document, Inline, code, md};
use crate::plan::Plan;

pub(super) fn write(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    if plan.has(Feature::Broker) && !plan.offers_services() {
        doc.paragraph(
            "Queues, topics and subscriptions are in the message store, which all brokers share: there is nothing to deploy. What is put \
             into a node's folder of artifacts after all, such as a secondary user store, goes to every node:",
        );
    }
    let folder = plan.layout().artifacts;
    let committer = first(plan).map_or_else(Inline::default, |node| code(&node.name));
    let steps = match &plan.artifacts {
        Artifacts::Push if fetches(plan) => vec![
            Inline::from(
                "Nothing to do: an API that is deployed is kept in the database. An event tells the gateways, which fetch it; at its \
                 start a gateway fetches all that are its own.",
            ),
            md!(
                "What you made yourselves, such as handlers, is no API: let a pipeline put it into {} and {} of every gateway.",
                code(folder),
                code(plan.layout().dropins)
            ),
        ],
        Artifacts::Push if plan.has(Feature::ApiManager) => vec![
            md!(
                "A publisher writes each API to one gateway, the first. Copy {} of that gateway to the others, in this one direction, \
                 whenever something was published; such as by `rsync` from a timer.",
                code(format!("{folder}/synapse-configs"))
            ),
            md!(
                "Throttling policies are deployed on one traffic manager, the first. Copy {} of it to the others the same way.",
                code(format!("{folder}/executionplans"))
            ),
            Inline::from(
                "Or share the folders: `artifacts.shared-folder` gives each kind of node a folder of its own.",
            ),
        ],
        Artifacts::Push => vec![
            md!("Let a pipeline put the same artifacts into {} of every node.", code(folder)),
            Inline::from(
                "Go node by node as in «Restart node by node»: take it out of the load balancer, deploy, verify, put it back.",
            ),
            if plan.has(Feature::StreamProcessor) {
                Inline::from("Both workers need the same queries (`.siddhi` files), and need them before they start.")
            } else if plan.with_console().next().is_some() {
                Inline::from(
                    "Deploy nothing by the console: it would be on that one node only. The deployment synchronizer is off.",
                )
            } else {
                Inline::from("Deploy nothing by hand: it would be on that one node only.")
            },
        ],
        Artifacts::SharedFolder(shared) => vec![
            md!(
                "Copy what {} of a fresh pack holds into the shared folder: what the product itself needs lies there too, and an \
                 empty folder would hide it.",
                code(folder)
            ),
            match &shared.source {
                Some(source) => md!(
                    "Mount the folder, or the part of it that is the node's, as {}: {} of the node's home is the line for `/etc/fstab` \
                     ({} and what is below or beside it). A node without that file has nothing to share.",
                    code(folder),
                    code(crate::host::MOUNT),
                    code(source)
                ),
                None => md!(
                    "Mount one shared folder as {} on every node, and name it in `artifacts.shared-folder.source`.",
                    code(folder)
                ),
            },
            md!("Mount {} the same way if there are tenants.", code("repository/tenants")),
            Inline::from("Mount before the node starts; without the mount its start script refuses."),
            if plan.has(Feature::ApiManager) {
                Inline::from("Deploy by the publisher: what it writes to one gateway, the others see in the folder.")
            } else {
                md!(
                    "Deploy on one node, {}, only: the others see it in the folder and take it up within 15 seconds.",
                    committer
                )
            },
            Inline::from(
                "Watch the mount. While it is empty, even for a moment, hot deployment undeploys everything on that node.",
            ),
        ],
        Artifacts::Svn(_) if plan.release.kernel.svn_client() == SvnClient::Gone => vec![md!(
            "Kernel {} has no deployment synchronizer any more: choose `push` or `shared-folder`.",
            plan.release.kernel.0
        )],
        Artifacts::Svn(svn) => {
            let version = match plan.release.kernel.svn_client() {
                SvnClient::Svn16 => "1.6",
                _ => "1.7 or 1.8",
            };
            let mut steps = vec![
                md!(
                    "Make the empty repository {} and the user {}.",
                    code(Value::from(svn.url.clone())),
                    code(&svn.user)
                ),
                md!(
                    "Use `https`, `http` or `svn`: the synchronizer does not speak `svn+ssh`. Working copies are of Subversion {}.",
                    version
                ),
                md!("Only {} commits. Two committers make conflicts.", committer),
                md!(
                    "Empty {} on every other node before its first start. What lies there would conflict.",
                    code(folder)
                ),
                Inline::from(
                    "Put nothing there by hand whose name begins with `.` or `~` or ends with `.bk`: it is not synchronized.",
                ),
                Inline::from(
                    "After a deployment the committing node sends a cluster message, and the others update. Without the \
                     cluster they look once a minute.",
                ),
            ];
            if svn.append_tenant_id.unwrap_or(true) {
                steps.push(Inline::from(
                    "Each tenant has a folder of its own below the URL; the super tenant's is `-1234`.",
                ));
            }
            steps
        }
    };
    doc.steps(steps);
    // Every product but the Application Server has tasks; ESB 4.8.1 has them without tasks-config.xml.
    if plan.shares_tasks() {
        doc.paragraph(md!(
            "Each scheduled task, message processor and polling inbound endpoint runs on one node, and moves when that node is lost: \
             have the same artifacts everywhere, or it moves to a node that lacks it. Where message processors are switched off and on, \
             or a registry keeps state, share the folder {} too.",
            code("registry")
        ));
    } else if !plan.cluster.enabled
        && !plan.has(Feature::ApiManager)
        && (plan.task_server_count.is_some() || plan.services() == Services::PassThrough)
        && plan.nodes.len() > 1
    {
        doc.paragraph(match plan.services() {
            Services::PassThrough => {
                "Without a cluster each node runs every scheduled task, message processor and polling inbound endpoint that \
                 is deployed on it. Deploy what must run once on one node only."
            }
            Services::Servlet => {
                "Without a cluster each node runs every scheduled task that is deployed on it. Deploy what must run once on \
                 one node only."
            }
        });
    }
    if plan.has(Feature::ProcessEngine) && plan.of_role(Role::Worker).next().is_some() {
        doc.paragraph(md!(
            "Processes and human tasks are deployed on the master, {}, first. A slave waits for it a minute (system property \
             `bps.bpelDeploy.deployTimeout`, milliseconds) and then refuses until its next start.",
            committer
        ));
    }
}

/// Whether gateways fetch what is deployed from the database.
fn fetches(plan: &Plan) -> bool {
    plan.has(Feature::ArtifactStore) && (plan.has(Feature::EventHub) || plan.of_role(Role::Gateway).next().is_some())
}
