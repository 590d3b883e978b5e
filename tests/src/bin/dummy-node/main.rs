//! A node for the tests of load balancers: one process that says what reached it, and misbehaves when it is told to.
//!
//! `dummy-node FILE` reads what it is from a file of JSON: `name`, `listen` (a list of `address`, `port` and whether
//! `tls`), `certificate`, `key`, `log` (a file of its own), `control`, the socket on which it takes orders, and `route`, which
//! its sessions' ids end with (Tomcat's `jvmRoute`), if there is one.

mod answer;
mod orders;
mod sessions;

use answer::Node;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use serde_json::Value;
use std::error::Error;
use std::io::{BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::{env, fs, thread};

fn main() -> Result<(), Box<dyn Error>> {
    let file = env::args().nth(1).ok_or("which file says what this node is?")?;
    let said: Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    let text = |key: &str| said[key].as_str().unwrap_or_default().to_owned();
    let node = Arc::new(Node::new(&text("name"), &text("log"), &text("route"))?);
    let tls = tls(&text("certificate"), &text("key"))?;
    for socket in said["listen"].as_array().ok_or("it listens nowhere")? {
        let address = socket["address"].as_str().unwrap_or_default();
        let port = socket["port"].as_u64().and_then(|port| u16::try_from(port).ok()).ok_or("a port is none")?;
        let listener = TcpListener::bind((address, port))?;
        let tls = (socket["tls"] == true).then(|| Arc::clone(&tls));
        let node = Arc::clone(&node);
        thread::spawn(move || listen(&listener, port, tls.as_ref(), &node));
    }
    orders::take(&TcpListener::bind(text("control"))?, &node);
    Ok(())
}

fn tls(certificate: &str, key: &str) -> Result<Arc<ServerConfig>, Box<dyn Error>> {
    let chain = CertificateDer::pem_file_iter(certificate)?.collect::<Result<Vec<_>, _>>()?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    Ok(Arc::new(config.with_no_client_auth().with_single_cert(chain, PrivateKeyDer::from_pem_file(key)?)?))
}

fn listen(listener: &TcpListener, port: u16, tls: Option<&Arc<ServerConfig>>, node: &Arc<Node>) {
    for stream in listener.incoming().flatten() {
        let (node, tls) = (Arc::clone(node), tls.cloned());
        thread::spawn(move || {
            // Neither a handshake nor an answer comes out of a node that hangs.
            node.mode.wait();
            let _ = stream.set_nodelay(true);
            match tls {
                None => node.serve(&mut BufReader::new(Plain(stream)), port),
                Some(tls) => {
                    if let Ok(session) = ServerConnection::new(tls) {
                        node.serve(&mut BufReader::new(StreamOwned::new(session, stream)), port);
                    }
                }
            }
        });
    }
}

/// A connection of a client.
trait Wire: Read + Write {
    /// Whether it is TLS, and which name the client asked for.
    fn server_name(&self) -> Option<&str>;
    /// The socket below.
    fn socket(&self) -> &TcpStream;
}

struct Plain(TcpStream);

impl Read for Plain {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        self.0.read(into)
    }
}

impl Write for Plain {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.flush()
    }
}

impl Wire for Plain {
    fn server_name(&self) -> Option<&str> {
        None
    }

    fn socket(&self) -> &TcpStream {
        &self.0
    }
}

impl Wire for StreamOwned<ServerConnection, TcpStream> {
    fn server_name(&self) -> Option<&str> {
        self.conn.server_name()
    }

    fn socket(&self) -> &TcpStream {
        &self.sock
    }
}
