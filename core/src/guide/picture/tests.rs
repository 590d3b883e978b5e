use super::super::tests::{plan, walk_through};
use super::*;
use serde_json::json;

/// Boxes that stand on each other, as pairs of labels.
fn overlaps(topology: &Topology<'_>) -> Vec<(String, String)> {
    let layout = layout::layout(topology);
    let mut found = Vec::new();
    for (number, one) in layout.items.iter().enumerate() {
        for other in &layout.items[number + 1..] {
            let (a, b) = (one.area, other.area);
            if a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom() {
                found.push((topology.label(one.party), topology.label(other.party)));
            }
        }
        assert!(one.area.bottom() <= layout.height && one.area.x >= 0, "{}", topology.label(one.party));
    }
    found
}

#[test]
fn no_box_stands_on_another() {
    let mut many = walk_through();
    many["networks"] = json!([{"name": "dmz"}, {"name": "app", "cidr": "10.0.0.0/8"}, {"name": "inner"}]);
    many["nodes"] = json!([
        {"role": "manager", "addresses": "192.0.2.11-12", "network": "inner"},
        {"role": "worker", "addresses": "10.0.0.1-120"},
        {"role": "worker", "count": 3, "network": "inner"},
    ]);
    for design in [walk_through(), many] {
        let plan = plan(design);
        assert_eq!(overlaps(&Topology::of(&plan)), []);
    }
}

#[test]
fn the_picture_says_what_it_leaves_out() {
    let mut design = walk_through();
    design["nodes"] =
        json!([{"role": "manager", "address": "192.0.2.11"}, {"role": "worker", "addresses": "10.0.0.1-99"}]);
    let plan = plan(design);
    let svg = picture(&Topology::of(&plan), Reader::File);
    assert!(svg.contains("… and 92 more"), "{svg}");
    assert_eq!(svg, picture(&Topology::of(&plan), Reader::File));
}

#[test]
fn boxes_say_what_they_stand_for() {
    let plan = plan(walk_through());
    let svg = picture(&Topology::of(&plan), Reader::Page);
    for about in [
        "<g data-at=\"nodes[0]\" data-folder=\"nodes/xx2\">",
        "<g data-at=\"nodes[1] nodes[2]\">",
        "<g data-at=\"balancers[0]\" data-folder=\"balancers/nginx\">",
        "<g data-at=\"database\" data-folder=\"database\">",
        "<g data-at=\"artifacts\">",
    ] {
        assert!(svg.contains(about), "{about}\n{svg}");
    }
    // The file is of the plan alone: a design that says the same in other words has the same picture.
    assert!(!picture(&Topology::of(&plan), Reader::File).contains("data-"));
}
