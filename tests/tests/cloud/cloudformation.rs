use crate::{designs, has, spoken, starts, tools, write};
use std::path::PathBuf;
use std::process::Command;

#[test]
fn cfn_lint_finds_nothing() {
    let lint = tools().join("bin/cfn-lint");
    if !has(&[("cfn-lint", starts(&lint, "--version"))]) {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let folders = write(&designs::all("aws-alb-cloudformation"), dir.path());
    let templates: Vec<PathBuf> = folders.iter().map(|folder| folder.join("template.yaml")).collect();
    let said = Command::new(&lint).args(["--regions", "eu-central-1", "--"]).args(&templates).output().unwrap();
    assert!(said.status.success() && said.stdout.is_empty(), "{}", spoken(&said));

    // It would say so.
    let broken = dir.path().join("broken.yaml");
    let text = std::fs::read_to_string(&templates[0]).unwrap();
    std::fs::write(&broken, text.replace("RegexString", "Regex").replace("DeletionProtection\n", "Protection\n"))
        .unwrap();
    let said = Command::new(&lint).arg("--").arg(&broken).output().unwrap();
    assert!(!said.status.success() && spoken(&said).contains("Protection"), "{}", spoken(&said));
}
