use crate::program::Room;

#[test]
fn lists_files_as_they_are_in_the_bundle() {
    let room = Room::new();
    let all = room.run(&["show", "design.toml"]).ends(0).out;
    assert!(all.lines().any(|line| line == "bundle.json"));
    let one = room.run(&["show", "design.toml", "worker-1"]).ends(0).out;
    assert!(one.lines().count() > 3 && one.lines().all(|line| line.starts_with("nodes/worker-1/")), "{one}");
    room.run(&["render", "design.toml", "-o", "out"]).ends(0);
    for line in all.lines() {
        assert!(room.at("out").join(line).is_file(), "{line}");
    }
}

#[test]
fn prints_one_file_by_the_end_of_its_path() {
    let room = Room::new();
    room.run(&["render", "design.toml", "-o", "out"]).ends(0);
    let all = room.run(&["show", "design.toml"]).ends(0).out;
    let path = all.lines().find(|line| line.starts_with("nodes/worker-1/") && line.ends_with("axis2.xml")).unwrap();
    let whole = std::fs::read_to_string(room.at("out").join(path)).unwrap();
    for what in ["worker-1:axis2.xml", path] {
        assert_eq!(room.run(&["show", "design.toml", what]).ends(0).out, whole, "{what}");
    }
    room.run(&["show", "design.toml", "axis2.xml"]).ends(2).says("several files end with");
    room.run(&["show", "design.toml", "worker-1:nothing.xml"]).ends(2);
}

#[test]
fn what_was_decided_is_a_design_that_decides_the_same() {
    let room = Room::new();
    let resolved = room.run(&["show", "design.toml", "--resolved"]).ends(0).out;
    room.put("resolved.toml", &resolved);
    room.run(&["check", "resolved.toml"]).ends(0);
    assert_eq!(room.run(&["show", "resolved.toml", "--resolved"]).ends(0).out, resolved);
}
