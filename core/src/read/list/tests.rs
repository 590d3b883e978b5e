use crate::diagnostic::Fix;
use crate::read::{Syntax, apply, read};
use proptest::prelude::*;
use serde_json::{Value, json};

const TABLES: &str = r#"name = "esb" # why

# The first.
[[nodes]]
role = "manager" # m
address = "192.0.2.1"

# The second.
[[nodes]]
role = "worker"
address = "192.0.2.2" # w

[hosts]
service = "esb.example.com"
"#;

const LINES: &str = r#"nodes = [ # who
  { role = "manager", address = "192.0.2.1" }, # the first
  # The second.
  { role = "worker",   address = "192.0.2.2" } # second, too
]
name = "esb"
"#;

fn set(text: &str, rows: Value) -> String {
    let out = apply(text, Syntax::Toml, &[&Fix::safe("x").set("nodes", rows.clone())]).unwrap();
    assert_eq!(read(&out, Syntax::Toml).tree().get("nodes"), Some(&rows), "{out}");
    out
}

fn first() -> Value {
    json!({"role": "manager", "address": "192.0.2.1"})
}

fn second() -> Value {
    json!({"role": "worker", "address": "192.0.2.2"})
}

#[test]
fn rows_that_stay_keep_their_bytes() {
    let changed = json!({"role": "worker", "address": "192.0.2.3", "offset": 1});
    expect_test::expect![[r#"
        name = "esb" # why

        # The first.
        [[nodes]]
        role = "manager" # m
        address = "192.0.2.1"

        # The second.
        [[nodes]]
        role = "worker"
        address = "192.0.2.3" # w
        offset = 1

        [[nodes]]
        role = "worker"

        [hosts]
        service = "esb.example.com"
    "#]]
    .assert_eq(&set(TABLES, json!([first(), changed, {"role": "worker"}])));
    expect_test::expect![[r#"
        nodes = [ # who
          { role = "manager", address = "192.0.2.1" }, # the first
          # The second.
          { role = "worker",   address = "192.0.2.3", offset = 1 }, # second, too
          { role = "worker" },
        ]
        name = "esb"
    "#]]
    .assert_eq(&set(LINES, json!([first(), changed, {"role": "worker"}])));
}

#[test]
fn rows_go_with_their_comments_and_move_with_them() {
    expect_test::expect![[r#"
        name = "esb" # why

        [[nodes]]
        role = "worker"

        # The second.
        [[nodes]]
        role = "worker"
        address = "192.0.2.2" # w

        # The first.
        [[nodes]]
        role = "manager" # m
        address = "192.0.2.1"

        [hosts]
        service = "esb.example.com"
    "#]]
    .assert_eq(&set(TABLES, json!([{"role": "worker"}, second(), first()])));
    expect_test::expect![[r#"
        name = "esb" # why

        # The second.
        [[nodes]]
        role = "worker"
        address = "192.0.2.2" # w

        [hosts]
        service = "esb.example.com"
    "#]]
    .assert_eq(&set(TABLES, json!([second()])));
    expect_test::expect![[r#"
        nodes = [ # who
          { role = "worker" },
          # The second.
          { role = "worker",   address = "192.0.2.2" }, # second, too
          { role = "manager", address = "192.0.2.1" }, # the first
        ]
        name = "esb"
    "#]]
    .assert_eq(&set(LINES, json!([{"role": "worker"}, second(), first()])));
    expect_test::expect![[r#"
        nodes = [ # who
          # The second.
          { role = "worker",   address = "192.0.2.2" }, # second, too
        ]
        name = "esb"
    "#]]
    .assert_eq(&set(LINES, json!([second()])));
}

#[test]
fn a_new_list_is_written_as_tables() {
    expect_test::expect![[r#"
        name = "esb"

        [hosts]

        [[nodes]]
        role = "manager"
        address = "192.0.2.1"

        [[nodes]]
        role = "worker"
        address = "192.0.2.2"
    "#]]
    .assert_eq(&set("name = \"esb\"\n\n[hosts]\n", json!([first(), second()])));
    expect_test::expect![[r#"
        name = "esb"

        [[nodes]]
        role = "manager"
        address = "192.0.2.1"
    "#]]
    .assert_eq(&set("nodes = []\nname = \"esb\"\n", json!([first()])));
    expect_test::expect![[r#"
        nodes = [{ role = "manager", address = "192.0.2.1" }, { role = "worker" }]
    "#]]
    .assert_eq(&set("nodes = [{ role = \"worker\" }]\n", json!([first(), {"role": "worker"}])));
}

#[test]
fn a_table_inside_a_row_stays_in_its_row() {
    let text = "[[nodes]]\nrole = \"a\"\n[nodes.more]\nx = 1\n[[nodes]]\nrole = \"b\"\n";
    let a = json!({"role": "a", "more": {"x": 1}});
    set(text, json!([{"role": "c"}, {"role": "b"}, {"role": "d"}, a.clone(), {"role": "e"}]));
    set(text, json!([a, {"role": "d"}, {"role": "b"}]));
}

#[derive(Debug, Clone, Copy)]
enum Notation {
    Tables,
    Scattered,
    Lines,
    Line,
}

fn written(rows: &[(u8, Value)], notation: Notation) -> String {
    let mut text = String::from("name = \"esb\" # name\n");
    let quoted = |value: &Value| value.to_string();
    let pairs = |row: &Value| -> Vec<String> {
        row.as_object().unwrap().iter().map(|(key, value)| format!("{key} = {}", quoted(value))).collect()
    };
    match notation {
        Notation::Tables | Notation::Scattered => {
            for (number, row) in rows {
                text += &format!("\n# above {number}.\n[[nodes]] # behind {number}.\n{}\n", pairs(row).join(" # in\n"));
                if matches!(notation, Notation::Scattered) {
                    text += &format!("[t{number}]\nx = 1\n");
                }
            }
        }
        Notation::Lines => {
            text += "nodes = [ # open\n";
            for (number, row) in rows {
                text += &format!("  # above {number}.\n  {{ {} }}, # behind {number}.\n", pairs(row).join(",  "));
            }
            text += "]\n";
        }
        Notation::Line => {
            let rows: Vec<String> = rows.iter().map(|(_, row)| format!("{{ {} }}", pairs(row).join(", "))).collect();
            text += &format!("nodes = [{}]\n", rows.join(", "));
        }
    }
    text + "\n[last] # last\ny = 2\n"
}

fn row() -> impl Strategy<Value = Value> {
    let role = prop_oneof![Just("manager"), Just("worker")];
    (role, 0..6_u8, proptest::option::of(0..3_u8)).prop_map(|(role, host, offset)| {
        let mut row = json!({"role": role, "address": format!("192.0.2.{host}")});
        if let Some(offset) = offset {
            row["offset"] = offset.into();
        }
        row
    })
}

fn notation() -> impl Strategy<Value = Notation> {
    prop_oneof![Just(Notation::Tables), Just(Notation::Scattered), Just(Notation::Lines), Just(Notation::Line)]
}

proptest! {
    /// Whatever list is asked for is what the text says then, and rows that are in both keep their comments.
    #[test]
    fn a_list_says_what_was_asked(
        old in proptest::collection::vec(row(), 1..7),
        fresh in proptest::collection::vec(row(), 1..7),
        taken in proptest::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 1..9),
        notation in notation(),
    ) {
        let new: Vec<Value> = taken
            .iter()
            .map(|(index, from_old)| { let from = if *from_old { &old } else { &fresh }; index.get(from).clone() })
            .collect();
        let numbered: Vec<(u8, Value)> = (0..).zip(old.iter().cloned()).collect();
        let text = written(&numbered, notation);
        let before = read(&text, Syntax::Toml);
        prop_assert_eq!(before.tree().get("nodes"), Some(&Value::Array(old.clone())));
        let out = set(&text, Value::Array(new.clone()));
        let mut expected = before.tree().clone();
        expected["nodes"] = Value::Array(new.clone());
        let after = read(&out, Syntax::Toml);
        prop_assert_eq!(after.tree(), &expected);
        prop_assert!(out.contains("# name") && out.contains("# last"));
        if old == new {
            prop_assert_eq!(&out, &text);
        }
        for (number, row) in numbered.iter().filter(|_| !matches!(notation, Notation::Line)) {
            let count = |rows: &[Value]| rows.iter().filter(|other| *other == row).count();
            if count(&new) >= count(&old) {
                prop_assert!(out.contains(&format!("# above {number}.")), "{number} of {text}\n{out}");
                prop_assert!(out.contains(&format!("# behind {number}.")), "{number} of {text}\n{out}");
            }
        }
    }
}
