//! The nodes of a plan, each a process of its own on its own address and ports.

use crate::namespace::add_address;
use serde_json::json;
use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use wso2_design_core::plan;

/// Where a node takes orders.
const CONTROL: u16 = 19_999;

/// One node.
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) address: String,
    file: PathBuf,
    log: PathBuf,
    child: Child,
}

impl Node {
    /// Starts a node of the plan, whose sessions' ids end with its name if it `has_route`, with the certificate that the bundle's script made for it.
    pub(crate) fn start(node: &plan::Node, has_route: bool, tls: &Path, work: &Path) -> Self {
        let address = node.address.as_ref().unwrap().to_string();
        let name = node.name.to_string();
        let ports = [
            (node.ports.http, false),
            (node.ports.https, true),
            (node.ports.service_http, false),
            (node.ports.service_https, true),
        ];
        let mut listen: Vec<_> =
            ports.map(|(port, tls)| json!({ "address": address, "port": port.get(), "tls": tls })).to_vec();
        listen.dedup();
        listen.truncate(if node.ports.service_http == node.ports.http { 2 } else { 4 });
        let log = work.join(format!("{name}.log"));
        let certificate = tls.join(format!("{name}.crt"));
        let file = work.join(format!("{name}.json"));
        let said = json!({
            "name": name, "listen": listen, "log": log, "certificate": certificate,
            "key": certificate.with_extension("key"), "control": control(&address),
            "route": if has_route { &name } else { "" },
        });
        fs::write(&file, said.to_string()).unwrap();
        fs::write(&log, "").unwrap();
        add_address(&address);
        let child = spawn(&file);
        let node = Self { name, address, file, log, child };
        node.wait();
        node
    }

    /// Ends it at once, as a fault of its machine does.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Starts it again.
    pub(crate) fn back(&mut self) {
        self.child = spawn(&self.file);
        self.wait();
    }

    /// The same with another certificate.
    pub(crate) fn shows(&mut self, certificate: &Path) {
        let mut said: serde_json::Value = serde_json::from_str(&fs::read_to_string(&self.file).unwrap()).unwrap();
        said["certificate"] = json!(certificate);
        said["key"] = json!(certificate.with_extension("key"));
        fs::write(&self.file, said.to_string()).unwrap();
        self.kill();
        self.back();
    }

    /// Tells it how to behave: `normal`, `hang`, `busy`, `drop`.
    pub(crate) fn order(&self, word: &str) {
        self.control(word).unwrap();
    }

    /// How many requests reached it, those for its health left out.
    pub(crate) fn count(&self) -> u64 {
        self.control("count").unwrap().trim().parse().unwrap()
    }

    /// The requests with a number of their own (`X-Test-Id`) that it began to carry out: `POST 17`.
    pub(crate) fn carried_out(&self) -> Vec<String> {
        fs::read_to_string(&self.log).unwrap().lines().map(str::to_owned).collect()
    }

    fn control(&self, word: &str) -> std::io::Result<String> {
        let mut stream = TcpStream::connect(control(&self.address))?;
        write!(stream, "GET /{word} HTTP/1.1\r\n\r\n")?;
        let mut said = String::new();
        stream.read_to_string(&mut said)?;
        Ok(said.rsplit("\r\n").next().unwrap_or_default().to_owned())
    }

    fn wait(&self) {
        let begun = Instant::now();
        while self.control("count").is_err() {
            assert!(begun.elapsed() < Duration::from_secs(20), "{} does not start", self.name);
            thread::sleep(Duration::from_millis(10));
        }
    }
}

/// The socket on which a node at this address takes orders.
fn control(address: &str) -> String {
    SocketAddr::new(address.parse().unwrap(), CONTROL).to_string()
}

fn spawn(file: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dummy-node"));
    command.arg(file).stdin(Stdio::null()).spawn().unwrap()
}

impl Drop for Node {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
