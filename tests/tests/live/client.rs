//! A client that writes what it is told byte for byte, from the address that it is told.

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, ClientConnection, DigitallySignedStruct, RootCertStore, SignatureScheme, StreamOwned};
use serde_json::Value;
use socket2::{Domain, Socket, Type};
use std::io::{self, BufReader, Read, Write};
use std::net::{IpAddr, SocketAddr, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use wso2_design_tests::http::Head;

/// A client at one address, in front of one load balancer.
#[derive(Clone)]
pub(crate) struct Client {
    source: IpAddr,
    balancer: IpAddr,
    ports: (u16, u16),
    /// It takes the load balancer's certificate only if the cluster's authority signed it.
    trusting: Arc<ClientConfig>,
    /// It takes any.
    careless: Arc<ClientConfig>,
    timeout: Duration,
}

/// What is asked.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) tls: bool,
    /// The name in the TLS handshake; none: no name.
    pub(crate) sni: Option<String>,
    pub(crate) hosts: Vec<String>,
    pub(crate) target: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Body,
    pub(crate) careless: bool,
}

/// What a request carries.
#[derive(Debug, Clone)]
pub(crate) enum Body {
    None,
    Declared(usize),
    Chunked(usize),
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: Head,
    pub(crate) body: Vec<u8>,
    pub(crate) took: Duration,
}

impl Request {
    /// A request for a URL: `https://host/path`.
    pub(crate) fn new(method: &str, url: &str) -> Self {
        let (scheme, rest) = url.split_once("://").unwrap();
        let (host, path) = rest.split_at(rest.find('/').unwrap());
        Self {
            method: method.to_owned(),
            tls: scheme == "https",
            sni: Some(host.to_owned()),
            hosts: vec![host.to_owned()],
            target: path.to_owned(),
            headers: Vec::new(),
            body: Body::None,
            careless: false,
        }
    }

    pub(crate) fn get(url: &str) -> Self {
        Self::new("GET", url)
    }

    pub(crate) fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    pub(crate) fn cookie(self, cookies: &str) -> Self {
        if cookies.is_empty() { self } else { self.header("Cookie", cookies) }
    }

    pub(crate) fn hosts(mut self, hosts: &[&str]) -> Self {
        self.hosts = hosts.iter().map(|&host| host.to_owned()).collect();
        self
    }

    /// Another name in the handshake than in `Host`; whatever certificate comes is taken, to see what is said then.
    pub(crate) fn sni(mut self, name: Option<&str>) -> Self {
        self.sni = name.map(str::to_owned);
        self.careless = true;
        self
    }

    pub(crate) fn body(mut self, body: Body) -> Self {
        self.body = body;
        self
    }

    fn head(&self) -> String {
        let mut text = format!("{} {} HTTP/1.1\r\n", self.method, self.target);
        let hosts = self.hosts.iter().map(|host| ("Host", host.as_str()));
        for (name, value) in hosts.chain(self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()))) {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        match self.body {
            Body::None if self.method == "POST" => text.push_str("Content-Length: 0\r\n"),
            Body::None => {}
            Body::Declared(length) => text.push_str(&format!("Content-Length: {length}\r\n")),
            Body::Chunked(_) => text.push_str("Transfer-Encoding: chunked\r\n"),
        }
        text + "\r\n"
    }
}

impl Answer {
    /// What a node said; none where the load balancer answered by itself.
    pub(crate) fn said(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok().filter(|said: &Value| said["node"].is_string())
    }

    /// The node that answered; empty where none did.
    pub(crate) fn node(&self) -> String {
        self.said().and_then(|said| Some(said["node"].as_str()?.to_owned())).unwrap_or_default()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.header(name)
    }

    /// The headers of a name that the node saw.
    pub(crate) fn seen(&self, name: &str) -> Vec<String> {
        let said = self.said().unwrap_or_default();
        let all = said["headers"].as_array().cloned().unwrap_or_default();
        let named = all.iter().filter(|header| header[0].as_str().is_some_and(|it| it.eq_ignore_ascii_case(name)));
        named.map(|header| header[1].as_str().unwrap_or_default().to_owned()).collect()
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A connection that stays.
pub(crate) struct Connection(BufReader<Wire>);

enum Wire {
    Plain(TcpStream),
    Tls(Box<StreamOwned<ClientConnection, TcpStream>>),
}

impl Client {
    /// A client of the load balancer at `balancer`, with its ports for HTTP and HTTPS and the file of its authority.
    pub(crate) fn new(source: &str, balancer: &str, ports: (u16, u16), authority: &Path) -> Self {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut roots = RootCertStore::empty();
        for certificate in CertificateDer::pem_file_iter(authority).unwrap() {
            roots.add(certificate.unwrap()).unwrap();
        }
        let config = || {
            let builder = ClientConfig::builder_with_provider(Arc::clone(&provider));
            builder.with_safe_default_protocol_versions().unwrap()
        };
        let trusting = config().with_root_certificates(roots).with_no_client_auth();
        let any = Arc::new(Anyone(Arc::clone(&provider)));
        let careless = config().dangerous().with_custom_certificate_verifier(any).with_no_client_auth();
        Self {
            source: source.parse().unwrap(),
            balancer: balancer.parse().unwrap(),
            ports,
            trusting: Arc::new(trusting),
            careless: Arc::new(careless),
            timeout: Duration::from_secs(20),
        }
    }

    /// The same at another address.
    pub(crate) fn from(&self, source: &str) -> Self {
        Self { source: source.parse().unwrap(), ..self.clone() }
    }

    /// The same at another address, in front of another address of the load balancer.
    pub(crate) fn at(&self, source: &str, balancer: &str) -> Self {
        Self { balancer: balancer.parse().unwrap(), ..self.from(source) }
    }

    /// The address that it connects from.
    pub(crate) fn address(&self) -> String {
        self.source.to_string()
    }

    /// The same with more or less patience.
    pub(crate) fn waits(&self, seconds: f32) -> Self {
        Self { timeout: Duration::from_secs_f32(seconds), ..self.clone() }
    }

    /// A connection below HTTP and TLS.
    pub(crate) fn socket(&self, tls: bool) -> io::Result<TcpStream> {
        let port = if tls { self.ports.1 } else { self.ports.0 };
        let socket = Socket::new(Domain::for_address(SocketAddr::new(self.balancer, port)), Type::STREAM, None)?;
        socket.bind(&SocketAddr::new(self.source, 0).into())?;
        socket
            .connect_timeout(&SocketAddr::new(self.balancer, port).into(), self.timeout.min(Duration::from_secs(5)))?;
        socket.set_read_timeout(Some(self.timeout))?;
        socket.set_write_timeout(Some(self.timeout))?;
        socket.set_tcp_nodelay(true)?;
        Ok(socket.into())
    }

    /// A connection as this request needs it.
    pub(crate) fn open(&self, request: &Request) -> io::Result<Connection> {
        let socket = self.socket(request.tls)?;
        if !request.tls {
            return Ok(Connection(BufReader::new(Wire::Plain(socket))));
        }
        let mut config = if request.careless { &self.careless } else { &self.trusting }.as_ref().clone();
        config.enable_sni = request.sni.is_some();
        // A client without a name needs one for its session all the same.
        let name = request.sni.clone().unwrap_or_else(|| "none.invalid".to_owned());
        let name = ServerName::try_from(name).map_err(io::Error::other)?;
        let mut session = ClientConnection::new(Arc::new(config), name).map_err(io::Error::other)?;
        let mut socket = socket;
        while session.is_handshaking() {
            session.complete_io(&mut socket)?;
        }
        Ok(Connection(BufReader::new(Wire::Tls(Box::new(StreamOwned::new(session, socket))))))
    }

    /// One request on a connection of its own.
    pub(crate) fn send(&self, request: &Request) -> io::Result<Answer> {
        let begun = Instant::now();
        let mut answer = self.open(request)?.send(request)?;
        answer.took = begun.elapsed();
        Ok(answer)
    }

    /// One request that must be answered.
    pub(crate) fn ask(&self, request: &Request) -> Answer {
        self.send(request).unwrap_or_else(|fault| panic!("{request:?}: {fault}"))
    }
}

impl Connection {
    /// Sends a request and reads its answer.
    pub(crate) fn send(&mut self, request: &Request) -> io::Result<Answer> {
        let begun = Instant::now();
        self.write(request.head().as_bytes())?;
        let sent = self.send_body(&request.body);
        // A load balancer may refuse a body, and close, before it has it all: its answer counts.
        match self.answer(request.method == "HEAD") {
            Ok(answer) => Ok(Answer { took: begun.elapsed(), ..answer }),
            Err(fault) => Err(sent.err().unwrap_or(fault)),
        }
    }

    fn send_body(&mut self, body: &Body) -> io::Result<()> {
        let (length, chunked) = match *body {
            Body::None => return Ok(()),
            Body::Declared(length) => (length, false),
            Body::Chunked(length) => (length, true),
        };
        let block = vec![b'b'; 64 * 1024];
        let mut left = length;
        while left > 0 {
            let part = left.min(block.len());
            if chunked {
                self.write(format!("{part:x}\r\n").as_bytes())?;
            }
            self.write(&block[..part])?;
            if chunked {
                self.write(b"\r\n")?;
            }
            left -= part;
        }
        if chunked { self.write(b"0\r\n\r\n") } else { Ok(()) }
    }

    /// Writes bytes as they are.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.get_mut().write_all(bytes)?;
        self.0.get_mut().flush()
    }

    /// Reads as many bytes as there is room for.
    pub(crate) fn read(&mut self, into: &mut [u8]) -> io::Result<()> {
        self.0.read_exact(into)
    }

    /// Reads an answer.
    pub(crate) fn answer(&mut self, without_body: bool) -> io::Result<Answer> {
        let begun = Instant::now();
        loop {
            let head = Head::read(&mut self.0)?.ok_or(io::ErrorKind::UnexpectedEof)?;
            let status = head.first.split(' ').nth(1).and_then(|status| status.parse().ok());
            let status = status.ok_or_else(|| io::Error::other(format!("no status: {}", head.first)))?;
            let body = match status {
                100 => continue,
                101 | 204 | 304 => Vec::new(),
                _ if without_body => Vec::new(),
                _ => head.body(&mut self.0, true)?,
            };
            return Ok(Answer { status, head, body, took: begun.elapsed() });
        }
    }
}

impl Read for Wire {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(stream) => stream.read(into),
            Self::Tls(stream) => match stream.read(into) {
                Err(fault) if broken(&fault) => rest(stream, into),
                read => read,
            },
        }
    }
}

/// Whether the other side has closed while something was still to be sent to it.
fn broken(fault: &io::Error) -> bool {
    matches!(fault.kind(), io::ErrorKind::BrokenPipe | io::ErrorKind::ConnectionReset)
}

/// What the other side said before it closed: the session itself reads no more once it cannot write.
fn rest(stream: &mut StreamOwned<ClientConnection, TcpStream>, into: &mut [u8]) -> io::Result<usize> {
    loop {
        match stream.conn.reader().read(into) {
            Err(fault) if fault.kind() == io::ErrorKind::WouldBlock => {}
            read => return read,
        }
        if stream.conn.read_tls(&mut stream.sock)? == 0 {
            return Ok(0);
        }
        stream.conn.process_new_packets().map_err(io::Error::other)?;
    }
}

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(stream) => stream.write(bytes),
            Self::Tls(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(stream) => stream.flush(),
            Self::Tls(stream) => stream.flush(),
        }
    }
}

/// Takes any certificate.
#[derive(Debug)]
struct Anyone(Arc<CryptoProvider>);

impl ServerCertVerifier for Anyone {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, certificate, signature, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, certificate, signature, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
