use crate::program::Room;

const ONE: &str = "\
services {
    esb {
        domains {
            wso2.esb.domain {
                mgt { hosts mgt.esb.example.com; }
                worker { hosts esb.example.com; }
            }
        }
    }
}
";

const TWO: &str = "\
esb { hosts esb.example.com; domains { d1 { tenant_range *; } } }
appserver { hosts as.example.com; domains { d2 { tenant_range 1-9; } d3 { tenant_range *; } } }
";

#[test]
fn a_file_of_one_service_becomes_a_design() {
    let room = Room::empty();
    room.put("one.conf", ONE);
    let run = room.run(&["import", "one.conf"]).ends(0);
    assert!(run.out.contains("console = \"mgt.esb.example.com\""), "{run:?}");
    assert!(run.err.contains("warning[elb-unknown]") && run.err.contains("--> one.conf:4:13"), "{run:?}");
    room.run(&["import", "one.conf", "-o", "design.toml"]).ends(0);
    // Nothing is missing but what no such file has.
    room.run(&["check", "design.toml"]).ends(1).says("1 error,").says("well-known-empty");
    room.run(&["import", "one.conf", "-o", "design.toml"]).ends(2).says("there already");
    let run = room.run(&["import", "one.conf", "--product", "esb", "--release", "4.9.0"]).ends(0);
    assert!(run.out.contains("release = \"4.9.0\"") && !run.err.contains("is taken for"), "{run:?}");
    room.run(&["import", "one.conf", "--product", "esb", "--release", "9.9.9"]).ends(2).says("known releases");
}

#[test]
fn several_clusters_are_chosen_or_written_one_by_one() {
    let room = Room::empty();
    room.put("two.conf", TWO);
    let run = room.run(&["import", "two.conf"]).ends(2).says("3 clusters").says("`appserver` (domain `d3`)");
    assert!(run.out.is_empty());
    room.run(&["import", "two.conf", "--service", "esb"]).ends(0).says("esb.example.com");
    room.run(&["import", "two.conf", "--service", "d2"]).ends(0).says("the tenants `1-9` are not kept apart");
    room.run(&["import", "two.conf", "--service", "nobody"]).ends(2).says("has no service `nobody`");
    room.run(&["import", "two.conf", "-o", "designs"]).ends(0);
    let names: Vec<String> = room.all().into_keys().collect();
    assert_eq!(
        names,
        ["designs/", "designs/appserver-2.toml", "designs/appserver.toml", "designs/esb.toml", "two.conf"]
    );
    // All or nothing.
    room.run(&["import", "two.conf", "-o", "designs"]).ends(2).says("there already");
}

#[test]
fn a_file_with_faults_writes_nothing() {
    let room = Room::empty();
    room.put("bad.conf", "services { esb { domains { d { worker { hosts x.example.com } } } } ]");
    let run = room
        .run(&["import", "bad.conf", "-o", "design.toml"])
        .ends(1)
        .says("error[syntax]")
        .says("nothing was written");
    assert!(run.out.is_empty() && room.all().len() == 1);
    room.put("unknown.conf", "zebra { hosts z.example.com; domains { d { tenant_range *; } } }");
    room.run(&["import", "unknown.conf"]).ends(1).says("say it with `--product`");
    room.put("binary.conf", "services { \u{1b}[2J { } }");
    room.run(&["import", "binary.conf"]).ends(1).plain();
}
