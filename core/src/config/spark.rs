use super::{ConfigFile, Generation, Of, Statements, Varies};
use crate::catalogue::Feature;
use crate::edit::properties::Edit;
use crate::edit::{Value, Why};

const GUIDE: &str = "IS 5.6.0 manual, minimum high availability for IS Analytics";

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "analytics/spark/spark-defaults.conf",
    about: "Spark within the nodes: a cluster of theirs, with a master in reserve.",
    generation: Generation::Xml,
    varies: Varies::ByNode,
    holds,
};

fn holds(Of { plan, node, .. }: Of<'_>) -> Option<Statements> {
    if !node.has(Feature::Spark) || node.group.is_none() {
        return None;
    }
    let edit = |key: &'static str, value: String, why| Edit { key: key.into(), value: Value::plain(value), why };
    let masters = plan.nodes.iter().filter(|other| other.group == node.group).count().min(2);
    let mut edits = vec![
        edit(
            "carbon.spark.master",
            "local".to_owned(),
            Why::new(
                "local with more than one master: the nodes of the Hazelcast group form a Spark cluster of their own",
                "pattern",
                GUIDE,
            ),
        ),
        edit(
            "carbon.spark.master.count",
            masters.to_string(),
            Why::new("one master works, the other takes over when it is lost", "pattern", GUIDE),
        ),
    ];
    if let Some(link) = plan.spark_link(node) {
        let why = Why::new(
            "Spark looks for the product at the same path on every node, and the homes differ: a symbolic link leads there",
            "jvm.home",
            "carbon-analytics, SparkAnalyticsExecutor",
        );
        let home = match node.layout().carbon_home() {
            "" => link,
            profile => format!("{link}/{profile}"),
        };
        edits.push(edit("carbon.das.symbolic.link", home, why));
    }
    Some(Statements::shipped(" ", edits))
}
