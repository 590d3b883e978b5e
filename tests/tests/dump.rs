use wso2_design_tests::*;
#[test]
fn dump() {
    for case in cases().unwrap() {
        let folder = stock_of("esb-5.0.0").map(|p| Folder::read(&p).unwrap());
        for (out, stock) in [
            ("/tmp/out/frag", None),
            ("/tmp/out/stock", folder.as_ref().map(|f| f as &dyn wso2_design_core::bundle::Stock)),
        ] {
            let r = rendered(&case.design, stock);
            for f in &r.findings {
                println!("{f}");
            }
            for f in r.files {
                let p = std::path::Path::new(out).join(&case.name).join(&f.path);
                std::fs::create_dir_all(p.parent().unwrap()).unwrap();
                std::fs::write(p, &f.bytes[..]).unwrap();
            }
        }
    }
}
