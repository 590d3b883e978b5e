use crate::program::Room;
use std::fs::File;
use std::io::Write;
use zip::write::SimpleFileOptions;

const TOP: &str = "wso2esb-5.0.0/repository/conf/";

fn zipped(room: &Room, entries: &[(&str, &[u8])]) {
    let mut zip = zip::ZipWriter::new(File::create(room.at("stock.zip")).unwrap());
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
}

const RENDER: [&str; 6] = ["render", "design.toml", "-o", "out", "--stock", "stock.zip"];
const AXIS2: &[u8] = b"<axisconfig name=\"AxisJava2.0\">\r\n  <!-- mine -->\r\n  <clustering enable=\"false\">\r\n  \
    <parameter name=\"domain\">x</parameter>\r\n  </clustering>\r\n</axisconfig>\r\n";

#[test]
fn a_stock_file_comes_out_whole_with_its_own_bytes() {
    let room = Room::new();
    let (carbon, axis2) = (format!("{TOP}carbon.xml"), format!("{TOP}axis2/axis2.xml"));
    zipped(&room, &[(&carbon, b"<Server xmlns=\"http://wso2.org/projects/carbon/carbon.xml\"/>"), (&axis2, AXIS2)]);
    room.run(&RENDER).ends(0);
    let text = std::fs::read_to_string(room.at("out/nodes/worker-1/repository/conf/axis2/axis2.xml")).unwrap();
    assert!(text.contains("<!-- mine -->\r\n") && text.contains("enable=\"true\""), "{text}");
    room.put("loose/axis2.xml", AXIS2);
    room.run(&["render", "design.toml", "-o", "out2", "--stock", "loose"]).ends(0);
    let again = std::fs::read_to_string(room.at("out2/nodes/worker-1/repository/conf/axis2/axis2.xml")).unwrap();
    assert_eq!(again, text);
}

#[test]
fn the_products_own_files_patch_without_a_warning() {
    let Some(stock) = wso2_design_tests::stock_of("esb-5.0.0") else { return };
    let room = Room::new();
    let run = room.run(&["render", "design.toml", "-o", "out", "--stock", &stock.to_string_lossy()]).ends(0);
    assert!(!run.err.contains("warning"), "{}", run.err);
    assert!(!room.at("out/nodes/worker-1/fragments").exists());
    let Some(other) = wso2_design_tests::stock_of("esb-4.9.0") else { return };
    let run = room.run(&["render", "design.toml", "-o", "out4", "--stock", &other.to_string_lossy()]).ends(0);
    assert!(run.err.contains("v4.9.0"), "another release is told: {}", run.err);
}

#[test]
fn hostile_entries_are_told_and_the_rest_is_done() {
    let room = Room::new();
    let (carbon, axis2) = (format!("{TOP}carbon.xml"), format!("{TOP}axis2/axis2.xml"));
    let bomb = vec![b' '; 40 * 1024 * 1024];
    let evil = "../../evil\u{1b}[2J";
    zipped(&room, &[(&carbon, &bomb), (&axis2, AXIS2), (evil, b"x"), ("/abs", b"x")]);
    let before: Vec<String> = room.all().into_keys().collect();
    let run = room.run(&RENDER).ends(0).plain();
    for text in ["larger than 16 MiB", "leads out of the zip", "/abs"] {
        assert!(run.err.contains(text), "{text}: {}", run.err);
    }
    assert!(room.at("out/nodes/worker-1/repository/conf/axis2/axis2.xml").is_file());
    assert!(room.all().into_keys().all(|path| path.starts_with("out/") || before.contains(&path)));
}

#[test]
fn xml_that_is_a_trap_is_told_and_a_fragment_is_written_instead() {
    let nested = [b"<a>".repeat(200_000), b"</a>".repeat(200_000)].concat();
    let entities = b"<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><axisconfig>&b;</axisconfig>";
    let external = b"<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><axisconfig/>";
    for trap in [&nested[..], entities, external, b"<axisconfig>", b"\xff\xfe\0", b"", b"not xml"] {
        let room = Room::new();
        let (carbon, axis2) = (format!("{TOP}carbon.xml"), format!("{TOP}axis2/axis2.xml"));
        zipped(&room, &[(&carbon, b"<Server/>"), (&axis2, trap)]);
        let run = room.run(&RENDER).ends(0).plain();
        let shown = String::from_utf8_lossy(&trap[..trap.len().min(40)]).into_owned();
        assert!(run.err.contains("axis2.xml"), "{shown}: {}", run.err);
        let fragment = room.at("out/nodes/worker-1/fragments/repository/conf/axis2/axis2.xml");
        assert!(fragment.is_file(), "{shown}: {}", run.err);
    }
}

#[test]
fn what_is_no_product_is_refused() {
    let room = Room::new();
    room.put("stock.zip", "PK\u{3}\u{4} no zip");
    room.run(&RENDER).ends(2).says("neither a folder nor a zip");
    room.run(&["render", "design.toml", "-o", "out", "--stock", "missing"]).ends(2);
    assert!(!room.at("out").exists());
}
