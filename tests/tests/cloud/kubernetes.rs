use crate::{designs, has, judge, python, spoken, starts, tools, write};
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn ingresses_are_what_kubernetes_knows() {
    let Some(judges) = Judges::find() else { return };
    let dir = tempfile::tempdir().unwrap();
    let folders = write(&designs::all("kubernetes-ingress"), dir.path());
    judges.accept(&folders);
    let controllers: Vec<PathBuf> = folders.iter().map(|folder| folder.join("controller.yaml")).collect();
    judges.know(&controllers.into_iter().filter(|file| file.exists()).collect::<Vec<_>>());

    // They would say so.
    let broken = dir.path().join("broken.yaml");
    let text = std::fs::read_to_string(folders[0].join("ingress.yaml")).unwrap();
    std::fs::write(&broken, text.replace("pathType", "pathKind")).unwrap();
    assert!(!judges.schema(std::slice::from_ref(&broken)).0);
    std::fs::write(&broken, text).unwrap();
    let said = judges.references(&[broken]);
    assert!(!said.0 && said.1.contains("no port https of a Service"), "{}", said.1);
}

#[test]
fn gateways_are_what_the_api_knows() {
    let Some(judges) = Judges::find() else { return };
    if !has(&[
        ("node", starts("node", "--version")),
        ("Gateway API's types", tools().join("node_modules/@kubernetes-models").exists()),
    ]) {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let folders = write(&designs::all("kubernetes-gateway"), dir.path());
    let built = judges.accept(&folders);
    let types = |files: &[PathBuf]| {
        let said = Command::new(tools().join("bin/python"))
            .arg(judge("gateway.py"))
            .arg(tools())
            .args(files)
            .output()
            .unwrap();
        (said.status.success(), spoken(&said))
    };
    let said = types(&built);
    assert!(said.0, "{}", said.1);

    // They would say so.
    let broken = dir.path().join("broken.yaml");
    let text = std::fs::read_to_string(folders[0].join("routes.yaml")).unwrap();
    std::fs::write(&broken, text.replace("sessionPersistence", "persistence")).unwrap();
    let said = types(&[broken]);
    assert!(!said.0 && said.1.contains("'\"persistence\"' does not exist"), "{}", said.1);
}

/// kubectl, and what knows the objects of Kubernetes.
struct Judges {
    /// A certificate and a key, for what kubectl makes Secrets from.
    ssl: tempfile::TempDir,
}

impl Judges {
    fn find() -> Option<Self> {
        if !has(&[
            ("kubectl", starts("kubectl", "--help")),
            ("openssl", starts("openssl", "version")),
            ("kubernetes-validate", python("kubernetes_validate, yaml")),
        ]) {
            return None;
        }
        let ssl = tempfile::tempdir().unwrap();
        let made = Command::new("openssl")
            .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"])
            .args(["-subj", "/CN=test", "-keyout", "any.key", "-out", "any.crt"])
            .current_dir(ssl.path())
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", spoken(&made));
        Some(Self { ssl })
    }

    /// Every folder builds, every object is known, and what they name is there. Gives what was built.
    fn accept(&self, folders: &[PathBuf]) -> Vec<PathBuf> {
        let mut built = Vec::new();
        for folder in folders {
            self.certificates(folder);
            let said = Command::new("kubectl").arg("kustomize").arg(folder).output().unwrap();
            assert!(said.status.success(), "{}: {}", folder.display(), spoken(&said));
            if !folder.join("nodes.yaml").exists() {
                continue;
            }
            let file = folder.with_extension("built.yaml");
            std::fs::write(&file, said.stdout).unwrap();
            built.push(file);
        }
        self.know(&built);
        let said = self.references(&built);
        assert!(said.0, "{}", said.1);
        built
    }

    /// The files that a Kustomization names below `ssl/`.
    fn certificates(&self, folder: &Path) {
        std::fs::create_dir_all(folder.join("ssl")).unwrap();
        let text = std::fs::read_to_string(folder.join("kustomization.yaml")).unwrap();
        for name in text.split("=ssl/").skip(1).filter_map(|rest| rest.split('"').next()) {
            let ending = if name.ends_with(".key") { "key" } else { "crt" };
            std::fs::copy(self.ssl.path().join(format!("any.{ending}")), folder.join("ssl").join(name)).unwrap();
        }
    }

    fn know(&self, files: &[PathBuf]) {
        let said = self.schema(files);
        assert!(said.0, "{}", said.1);
    }

    /// Checked against Kubernetes' schemas; objects of the Gateway API are checked elsewhere.
    fn schema(&self, files: &[PathBuf]) -> (bool, String) {
        let said = Command::new(tools().join("bin/kubernetes-validate")).arg("--strict").args(files).output().unwrap();
        let text = spoken(&said);
        let unknown = text
            .lines()
            .any(|line| line.contains("Couldn't find schema") && !line.contains("gateway.networking.k8s.io"));
        let bad: Vec<&str> = text.lines().filter(|line| !line.contains("passed for resource")).take(40).collect();
        (said.status.success() && !unknown, bad.join("\n"))
    }

    fn references(&self, files: &[PathBuf]) -> (bool, String) {
        let said = Command::new(tools().join("bin/python")).arg(judge("references.py")).args(files).output().unwrap();
        (said.status.success(), spoken(&said))
    }
}
