use crate::designer::draft::Draft;
use crate::designer::model::{Model, Options};
use crate::designer::testing::{press, screen};
use crossterm::event::Event;
use serde_json::{Value, json};
use wso2_design_core::diagnostic::Path;
use wso2_design_core::read::Syntax;

const DESIGN: &str = r#"format = 1
name = "esb"
product = "esb"
release = "5.0.0"
pattern = "worker-manager-3"
nodes = [{ role = "manager", addresses = "192.0.2.11-12" }, { role = "worker", addresses = "192.0.2.21-22" }]
"#;

fn model() -> Model {
    let mut model = Model::new(Draft::of_file(DESIGN.to_owned(), Syntax::Toml, "d.toml".into()), Options::default());
    press(&mut model, "3");
    model
}

fn rows(model: &Model) -> Vec<Value> {
    super::sheet(model).unwrap().rows.to_vec()
}

#[test]
fn shows_rows_and_what_becomes_of_them() {
    for size in [(80, 24), (120, 40), (200, 60)] {
        let text = screen(DESIGN, size, "3 j");
        println!("{text}");
        assert!(text.contains("Nodes: 4 nodes in 2 rows") && text.contains("192.0.2.21-22"), "{text}");
        assert!(text.contains("worker-1") && text.contains("192.0.2.22"), "{text}");
    }
}

#[test]
fn rows_come_go_and_move() {
    let mut model = model();
    press(&mut model, "j a");
    assert_eq!(rows(&model)[2], json!({ "role": "worker" }));
    assert_eq!(model.table.row, 2);
    press(&mut model, "shift-k shift-k");
    assert_eq!((rows(&model)[0].clone(), model.table.row), (json!({ "role": "worker" }), 0));
    press(&mut model, "d j c");
    assert_eq!(rows(&model).len(), 3);
    press(&mut model, "u u u u u");
    assert_eq!(model.draft.text(), DESIGN);
}

#[test]
fn cells_are_answered_by_their_kind() {
    let mut model = model();
    super::super::super::jump::to(&mut model, &Path::from("nodes[1].addresses"));
    press(&mut model, "enter");
    press(&mut model, "backspace \"9\" enter");
    assert_eq!(rows(&model)[1]["addresses"], json!("192.0.2.21-29"));
    super::super::super::jump::to(&mut model, &Path::from("nodes[1].offset"));
    press(&mut model, "enter \"many\" enter");
    assert_eq!(rows(&model)[1]["offset"], json!("many"));
    assert!(!model.judged.is_sound);
    press(&mut model, "x");
    assert!(model.judged.is_sound);
}

#[test]
fn a_range_becomes_single_rows() {
    let mut model = model();
    press(&mut model, "j r");
    assert_eq!(
        rows(&model)[1..],
        [json!({ "role": "worker", "address": "192.0.2.21" }), json!({ "role": "worker", "address": "192.0.2.22" })]
    );
    assert_eq!(model.judged.plan.as_ref().unwrap().nodes.len(), 4);
}

#[test]
fn rows_that_hold_are_said_when_one_is_changed() {
    let mut model = model();
    super::show(&mut model, Path::from("balancers"));
    let usual = rows(&model).len();
    assert!(usual > 0 && super::sheet(&model).unwrap().own == 0);
    press(&mut model, "enter");
    model.update(&Event::Paste("front".to_owned()));
    press(&mut model, "enter");
    let sheet = super::sheet(&model).unwrap();
    assert!(sheet.own == usual && sheet.rows.len() == usual, "{}", model.draft.text());
}

#[test]
fn a_paste_is_one_change() {
    let mut model = model();
    model.update(&Event::Paste("10.0.0.1\n10.0.0.2\n10.0.0.3\n".to_owned()));
    assert_eq!((rows(&model).len(), model.table.row), (5, 1));
    press(&mut model, "u");
    assert_eq!(model.draft.text(), DESIGN);
}

#[test]
fn names_with_a_text_are_a_table_too() {
    let mut model = model();
    super::show(&mut model, Path::from("cluster.hazelcast"));
    press(&mut model, "a");
    model.update(&Event::Paste("hazelcast.logging.type = log4j".to_owned()));
    press(&mut model, "enter");
    let own = |model: &Model| super::sheet(model).unwrap().pairs();
    assert_eq!(own(&model), [("hazelcast.logging.type".to_owned(), json!("log4j"))]);
    // What holds besides is shown below it, and said when it is changed.
    assert!(rows(&model).len() > 1);
    press(&mut model, "j l enter");
    model.update(&Event::Paste("7".to_owned()));
    press(&mut model, "enter");
    assert_eq!((own(&model).len(), own(&model)[1].1.clone()), (2, json!("7")));
    press(&mut model, "d k d");
    assert_eq!(own(&model).len(), 0);
}

/// The table of a thousand rows is drawn as far as it is seen.
#[test]
fn a_thousand_rows_are_one_table() {
    let mut model = model();
    let lines: String = (0..1000).map(|n| format!("worker 10.0.{}.{}\n", n / 250, n % 250 + 1)).collect();
    model.update(&Event::Paste(lines));
    assert_eq!(rows(&model).len(), 1002);
    press(&mut model, "end x");
    assert_eq!(model.table.row, 1001);
}
