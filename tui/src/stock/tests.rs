use super::*;
use ::zip::write::SimpleFileOptions;
use std::io::Write;
use wso2_design_core::bundle::Stock as _;
use wso2_design_core::catalogue::product;

const CARBON: &str = "wso2esb-5.0.0/repository/conf/carbon.xml";

fn zipped(entries: &[(&str, &[u8])]) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().unwrap();
    let mut zip = ::zip::ZipWriter::new(file.reopen().unwrap());
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
    file
}

fn open(path: &Path) -> Stock {
    let esb = product("esb").unwrap();
    Stock::open(path, esb, esb.releases.last().unwrap()).unwrap()
}

#[test]
fn reads_a_zip_below_its_top_folder() {
    let zip = zipped(&[(CARBON, b"<Server/>"), ("wso2esb-5.0.0/bin/version.txt", b"WSO2 ESB v4.9.0\n")]);
    let stock = open(zip.path());
    assert_eq!(stock.file("esb", "repository/conf/carbon.xml"), Some(&b"<Server/>"[..]));
    assert_eq!(stock.file("esb", "repository/conf/registry.xml"), None);
    assert_eq!(stock.troubles(), Vec::<String>::new());
    let product = product("esb").unwrap();
    let told = |number: usize| stock.other_release(product, &product.releases[number]);
    assert_eq!(told(1), None);
    assert!(told(2).is_some_and(|told| told.contains("WSO2 ESB v4.9.0")));
}

#[test]
fn tells_of_entries_that_lead_out_and_reads_the_rest() {
    let zip = zipped(&[(CARBON, b"<Server/>"), ("../../etc/cron.d/x", b"x"), ("/etc/passwd", b"x")]);
    let stock = open(zip.path());
    assert!(stock.file("esb", "repository/conf/carbon.xml").is_some());
    let troubles = stock.troubles().join("\n");
    assert_eq!(troubles.matches("leads out of the zip").count(), 2, "{troubles}");
}

#[test]
fn a_bomb_is_not_unpacked() {
    let zip = zipped(&[(CARBON, &vec![b' '; 20 * 1024 * 1024])]);
    assert!(zip.path().metadata().unwrap().len() < 100_000);
    let stock = open(zip.path());
    assert_eq!(stock.file("esb", "repository/conf/carbon.xml"), None);
    assert!(stock.troubles().join("\n").contains("larger than 16 MiB"));
}

#[test]
fn many_large_files_are_stopped_by_their_sum() {
    let large = vec![b' '; 15 * 1024 * 1024];
    let names: Vec<String> = (0..6).map(|number| format!("wso2esb-5.0.0/repository/conf/{number}.xml")).collect();
    let mut entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), large.as_slice())).collect();
    entries.push((CARBON, b"<Server/>"));
    let zip = zipped(&entries);
    let stock = open(zip.path());
    let read = (0..6).filter(|number| stock.file("esb", &format!("repository/conf/{number}.xml")).is_some()).count();
    assert_eq!(read, 4);
    assert!(stock.troubles().join("\n").contains("more than 64 MiB"));
}

#[test]
fn what_is_no_zip_is_refused() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(b"PK\x03\x04 not really").unwrap();
    let Err(Failure::Told(told)) =
        Stock::open(file.path(), product("esb").unwrap(), product("esb").unwrap().releases.last().unwrap())
    else {
        panic!("it must not pass")
    };
    assert!(told.contains("neither a folder nor a zip"), "{told}");
}

#[test]
fn reads_a_home_and_a_folder_of_loose_files() {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(home.path().join("repository/conf/axis2")).unwrap();
    std::fs::write(home.path().join("repository/conf/carbon.xml"), "<Server/>").unwrap();
    std::fs::write(home.path().join("repository/conf/axis2/axis2.xml"), "<axisconfig/>").unwrap();
    for root in ["", "repository", "repository/conf", "repository/conf/axis2"] {
        let stock = open(&home.path().join(root));
        assert_eq!(stock.file("esb", "repository/conf/axis2/axis2.xml"), Some(&b"<axisconfig/>"[..]), "{root}");
        assert_eq!(stock.troubles(), Vec::<String>::new());
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_contains_itself_ends() {
    let home = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(home.path(), home.path().join("again")).unwrap();
    std::fs::write(home.path().join("carbon.xml"), "<Server/>").unwrap();
    assert!(open(home.path()).file("esb", "repository/conf/carbon.xml").is_some());
}
