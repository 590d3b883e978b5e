use super::files::Folders;
use std::process::Command;

/// A program and its version.
pub(crate) struct Nginx {
    program: String,
    pub(crate) version: String,
}

impl Nginx {
    pub(crate) fn find() -> Option<Self> {
        let program = std::env::var("WSO2_DESIGN_NGINX").unwrap_or_else(|_| "nginx".to_owned());
        let Ok(said) = Command::new(&program).arg("-v").output() else {
            println!("skipped: nginx is not installed");
            return None;
        };
        if Command::new("openssl").arg("version").output().is_err() {
            println!("skipped: openssl is not installed");
            return None;
        }
        let said = String::from_utf8_lossy(&said.stderr).into_owned();
        let version: String =
            said.split_once("nginx/").unwrap().1.chars().take_while(|it| it.is_ascii_digit() || *it == '.').collect();
        Some(Self { program, version })
    }

    /// Every load balancer's folder passes the test, without a warning.
    pub(crate) fn accepts(&self, folders: &Folders) {
        for main in folders.mains() {
            let root = main.parent().unwrap().to_str().unwrap();
            let said = Command::new(&self.program)
                .args(["-t", "-p", root, "-c", "nginx.conf", "-e", "log/start.log", "-g"])
                .arg(format!("pid {root}/nginx.pid;"))
                .current_dir(root)
                .output()
                .unwrap();
            let spoken = String::from_utf8_lossy(&said.stderr);
            assert!(said.status.success() && !spoken.contains("[warn]"), "{spoken}\nof {}", folders.design);
        }
    }
}
