use crate::program::{DESIGN, Room};
use std::time::{Duration, Instant};

/// Checks and renders a bad design: it ends with this code, says something, and writes nothing.
#[track_caller]
fn refused(design: impl AsRef<[u8]>, code: i32) -> String {
    let room = Room::empty();
    room.put("design.toml", design.as_ref());
    let run = room.run(&["check", "design.toml"]).ends(code).plain();
    assert!(run.out.contains("error") || run.err.contains("error"), "{run:?}");
    let rendered = room.run(&["render", "design.toml", "-o", "out"]).ends(code).plain();
    assert!(!rendered.err.is_empty());
    assert!(room.all().is_empty(), "nothing is written");
    run.out + &run.err
}

#[test]
fn text_that_is_no_toml_or_json() {
    for text in [
        "",
        "=",
        "[",
        "a = ",
        "format = 1\nformat = 1",
        "\0",
        "{",
        "{\"format\":1,}",
        "{\"a\": tru",
        "[[[[",
        "a=\"\u{1b}[2J",
    ] {
        refused(text, 1);
    }
    refused(b"name = \"\xff\"", 2);
    refused("[".repeat(100_000), 1);
    refused("{\"a\":".repeat(100_000), 1);
    refused(format!("a = {}", "[".repeat(100_000)), 1);
}

#[test]
fn values_of_the_wrong_type_and_out_of_range() {
    for (from, to) in [
        ("format = 1", "format = 2"),
        ("format = 1", "format = \"1\""),
        ("name = \"esb\"", "name = 7"),
        ("name = \"esb\"", "name = []"),
        ("host = \"db.example.com\"", "host = \"db.example.com\"\nport = 65536"),
        ("host = \"db.example.com\"", "host = \"db.example.com\"\nport = 0"),
        ("host = \"db.example.com\"", "host = \"db.example.com\"\nport = -1"),
        ("host = \"db.example.com\"", "host = \"db.example.com\"\nport = 3306.5"),
        ("host = \"db.example.com\"", "host = \"db.example.com\"\nport = 99999999999999999999"),
        ("host = \"db.example.com\"", "host = \"db.example.com\"\nprot = 3306"),
        ("192.0.2.11-12", "192.0.2.12-11"),
        ("192.0.2.11-12", "192.0.2.11-999"),
        ("release = \"5.0.0\"", "release = \"9.9.9\""),
        ("product = \"esb\"", "product = \"\u{1f4a9}\""),
        ("[[nodes]]\nrole = \"worker\"", "[[nodes]]\nrole = \"boss\""),
        ("[[nodes]]\nrole = \"worker\"", "[[nodes]]\nnetwork = \"nowhere\"\nrole = \"worker\""),
    ] {
        assert!(DESIGN.contains(from));
        refused(DESIGN.replacen(from, to, 1), 1);
    }
}

#[test]
fn names_and_hosts_that_files_would_take_for_syntax() {
    for host in ["a;b", "a\\\"b", "a'b", "$host", "a\\nb", "a b", "a{b}", "../x", "", "-", "a\\u0000b", "a\\u001b[2Jb"]
    {
        refused(DESIGN.replace("esb.example.com", host), 1);
    }
    for name in ["../x", "a/b", "..", "", "a b", "A", "a\\nb", "con:"] {
        refused(
            DESIGN.replace(
                "role = \"worker\"\naddresses = \"192.0.2.21-22\"",
                &format!("role = \"worker\"\nname = \"{name}\""),
            ),
            1,
        );
        refused(DESIGN.replace("name = \"esb\"", &format!("name = \"{name}\"")), 1);
    }
}

#[test]
fn two_nodes_of_one_name() {
    let twice = "[[nodes]]\nrole = \"worker\"\nname = \"w\"\naddress = \"192.0.2.31\"\n\n".repeat(2);
    let told = refused(DESIGN.replace("[database.mysql]", &format!("{twice}[database.mysql]")), 1);
    assert!(told.contains("two nodes are called `w`"), "{told}");
}

#[test]
fn a_secret_in_a_bad_place_is_not_repeated() {
    let design = format!("{DESIGN}[database.mysql.schemas.users]\npassword = \"hunter2\"\n");
    let told = refused(design, 1);
    assert!(told.contains("env:NAME"), "{told}");
}

#[test]
fn a_file_of_100_megabytes_is_refused_at_once() {
    let room = Room::empty();
    let file = std::fs::File::create(room.at("design.toml")).unwrap();
    file.set_len(100 * 1024 * 1024).unwrap();
    let begin = Instant::now();
    room.run(&["check", "design.toml"]).ends(2).says("larger than 8 MiB");
    let endless = vec![b'#'; 100 * 1024 * 1024];
    room.run_with(&["check", "-"], &endless).ends(2).says("larger than 8 MiB");
    assert!(begin.elapsed() < Duration::from_secs(5));
}

#[cfg(unix)]
#[test]
fn a_device_without_an_end_is_refused() {
    Room::empty().run(&["check", "/dev/zero"]).ends(2).says("larger than 8 MiB");
}

#[test]
fn thousands_of_faults_on_one_line_are_told_in_good_time() {
    let nodes = vec![r#"{"role":"boss\u001b","port":0}"#; 20_000].join(",");
    let room = Room::empty();
    room.put("design.json", format!(r#"{{"format":1,"name":"esb","nodes":[{nodes}]}}"#));
    let begin = Instant::now();
    room.run(&["check", "design.json"]).ends(1).plain().says("more");
    room.run(&["check", "design.json", "--format", "json"]).ends(1).plain();
    assert!(begin.elapsed() < Duration::from_secs(30), "{:?}", begin.elapsed());
}

#[test]
fn a_cluster_without_nodes_does_not_panic() {
    let design = DESIGN.split("[[nodes]]").next().unwrap();
    let room = Room::with(design);
    let run = room.run(&["check", "design.toml"]).plain();
    assert!(matches!(run.code, Some(0 | 1)), "{run:?}");
}

#[test]
fn ten_thousand_nodes_are_checked_and_more_are_refused() {
    let many = |count: usize| DESIGN.replace("addresses = \"192.0.2.21-22\"", &format!("count = {count}"));
    let begin = Instant::now();
    Room::with(&many(9_998)).run(&["check", "design.toml"]).plain();
    let twice =
        many(10_000).replace("[database.mysql]", "[[nodes]]\nrole = \"worker\"\ncount = 10000\n\n[database.mysql]");
    refused(twice, 1);
    assert!(begin.elapsed() < Duration::from_secs(60));
}
