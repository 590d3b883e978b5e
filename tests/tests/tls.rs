//! The certificates' script, run with openssl and keytool: what it makes is what load balancers and nodes need.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by them")]

mod machine;

use machine::{mode, plan, program, refused, run, write};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wso2_design_core::tls;

/// What no shell, no openssl and no keytool may take for anything but a password.
const PASSWORD: &str = r#"p'a"s$s\ &`w;%1"#;

/// A bundle with the script; none where a program that it needs is missing.
fn bundle(more: Value) -> Option<tempfile::TempDir> {
    program("openssl", &[])?;
    program("keytool", &[])?;
    let folder = machine::folder();
    write(&tls::artifacts(&plan(more)), folder.path());
    Some(folder)
}

fn secured(key: &str) -> Value {
    json!({
        // keytool takes its time for every node, so there are few.
        "nodes": [{ "role": "manager", "address": "192.0.2.11" }, { "role": "worker", "address": "192.0.2.21" }],
        "hosts": { "service": "esb.example.com", "console": "mgt.esb.example.com" },
        "tls": { "key": key, "days": 90, "keystore-password": format!("plain:{PASSWORD}") },
        // No product is there, so nothing of this machine gets into the truststore.
        "jvm": { "home": "/no/such/product" },
    })
}

fn make(folder: &Path, options: &[&str]) -> String {
    run(script(folder, options).env("KEYSTORE_PASSWORD", "ignored"))
}

fn script(folder: &Path, options: &[&str]) -> Command {
    let mut command = Command::new("sh");
    command.arg(folder.join(tls::SCRIPT)).args(options).env_remove("JAVA_HOME").current_dir("/");
    command
}

fn x509(certificate: &Path, options: &[&str]) -> String {
    run(Command::new("openssl").args(["x509", "-noout", "-in"]).arg(certificate).args(options))
}

fn keytool(store: &Path, options: &[&str]) -> String {
    let password = if store.ends_with(tls::TRUSTSTORE) { "wso2carbon" } else { PASSWORD };
    run(Command::new("keytool")
        .args(options)
        .arg("-keystore")
        .arg(store)
        .args(["-storepass:env", "STORE"])
        .env("STORE", password))
}

fn node(folder: &Path, node: &str, file: &str) -> PathBuf {
    folder.join("nodes").join(node).join("repository/resources/security").join(file)
}

#[test]
fn every_load_balancer_gets_its_certificates() {
    let Some(folder) = bundle(secured("ecdsa")) else { return };
    let ssl = folder.path().join("balancers/lb/ssl");
    let said = make(folder.path(), &[]);
    assert_eq!(said.lines().filter(|line| line.starts_with("new")).count(), 4, "{said}");
    for (name, host) in [("wrk", "esb.example.com"), ("mgt", "mgt.esb.example.com")] {
        let certificate = ssl.join(format!("{name}.crt"));
        let verify = |host: &str| {
            let mut command = Command::new("openssl");
            command.args(["verify", "-verify_hostname", host, "-CAfile"]).arg(ssl.join("ca.crt")).arg(&certificate);
            command
        };
        run(&mut verify(host));
        refused(&mut verify("other.example.com"));
        let names = x509(&certificate, &["-ext", "subjectAltName,basicConstraints,extendedKeyUsage"]);
        assert!(names.contains(&format!("DNS:{host}\n")) && names.contains("CA:FALSE"), "{names}");
        assert!(names.contains("TLS Web Server Authentication\n"), "{names}");
        let text = x509(&certificate, &["-text"]);
        assert!(text.contains("prime256v1") && text.contains("ecdsa-with-SHA256") && text.contains("Version: 3"));
        // The key belongs to the certificate, and is nobody else's to read.
        let key = ssl.join(format!("{name}.key"));
        let public = run(Command::new("openssl").args(["pkey", "-pubout", "-in"]).arg(&key));
        assert_eq!(public, x509(&certificate, &["-pubkey"]));
        assert_eq!((mode(&key), mode(&certificate)), (0o600, 0o644));
        x509(&certificate, &["-checkend", &(89 * 86400).to_string()]);
        refused(
            Command::new("openssl")
                .args(["x509", "-noout", "-checkend", &(91 * 86400).to_string(), "-in"])
                .arg(&certificate),
        );
    }
    let authority = folder.path().join("tls/authority");
    assert_eq!(mode(&authority.join("ca.key")), 0o600);
    assert!(x509(&authority.join("ca.crt"), &["-ext", "basicConstraints"]).contains("CA:TRUE, pathlen:0"));
}

#[test]
fn a_program_that_wants_all_in_one_file_gets_it() {
    let mut design = secured("ecdsa");
    design["balancers"] = json!([{ "program": "haproxy" }]);
    let Some(folder) = bundle(design) else { return };
    make(folder.path(), &[]);
    let ssl = folder.path().join("balancers/lb/ssl");
    let read = |file: &str| fs::read_to_string(ssl.join(file)).unwrap();
    for name in ["wrk", "mgt"] {
        let pem = format!("{name}.pem");
        let [leaf, chain, key] =
            [format!("{name}.crt"), "ca.crt".to_owned(), format!("{name}.key")].map(|it| read(&it));
        assert_eq!(read(&pem), [leaf, chain, key].concat());
        assert_eq!(mode(&ssl.join(&pem)), 0o600);
    }
    let before = read("wrk.pem");
    make(folder.path(), &["--force"]);
    assert_ne!(read("wrk.pem"), before, "a new key is in it");
}

#[test]
fn every_node_gets_its_keystore_and_trusts_the_authority() {
    let Some(folder) = bundle(secured("rsa")) else { return };
    make(folder.path(), &[]);
    let certificate = folder.path().join("balancers/lb/ssl/wrk.crt");
    assert!(x509(&certificate, &["-text"]).contains("Public-Key: (3072 bit)"));
    for (name, address, console) in [("manager-1", "192.0.2.11", true), ("worker-1", "192.0.2.21", false)] {
        let store = node(folder.path(), name, tls::KEYSTORE);
        assert_eq!(mode(&store), 0o600);
        let listed = keytool(&store, &["-list", "-v"]);
        assert!(listed.contains("Keystore type: JKS") && listed.contains("Your keystore contains 1 entry"), "{listed}");
        assert!(listed.contains(&format!("Alias name: {}", tls::KEY_ALIAS)), "{listed}");
        assert!(listed.contains("PrivateKeyEntry") && listed.contains("2048-bit RSA key"), "{listed}");
        for expected in
            [format!("DNSName: {name}"), format!("IPAddress: {address}"), "DNSName: esb.example.com".to_owned()]
        {
            assert!(listed.contains(&expected), "{expected}: {listed}");
        }
        assert_eq!(listed.contains("DNSName: mgt.esb.example.com"), console, "{listed}");
        // The key has the store's password: a copy into another store needs no other.
        let copy = folder.path().join(format!("{name}.p12"));
        run(Command::new("keytool")
            .args(["-importkeystore", "-noprompt", "-srckeystore"])
            .arg(&store)
            .args(["-srcstorepass:env", "STORE", "-deststorepass:env", "STORE", "-deststoretype", "PKCS12"])
            .arg("-destkeystore")
            .arg(&copy)
            .env("STORE", PASSWORD));
        let trust = node(folder.path(), name, tls::TRUSTSTORE);
        assert_eq!(mode(&trust), 0o600);
        let listed = keytool(&trust, &["-list"]);
        for alias in ["esb-authority", "esb-lb-wrk", "esb-lb-mgt"] {
            assert!(listed.contains(&format!("{alias}, ")), "{listed}");
        }
        assert!(listed.contains("contains 3 entries"), "{listed}");
    }
}

#[test]
fn a_second_run_keeps_what_is_good() {
    let Some(folder) = bundle(secured("ecdsa")) else { return };
    make(folder.path(), &[]);
    let files =
        ["balancers/lb/ssl/wrk.key", "balancers/lb/ssl/wrk.crt", "tls/nodes/worker-1.crt", "tls/authority/ca.crt"];
    let read = |file: &str| fs::read(folder.path().join(file)).unwrap();
    let store = || fs::read(node(folder.path(), "worker-1", tls::KEYSTORE)).unwrap();
    let (before, first) = (files.map(read), store());
    let said = make(folder.path(), &[]);
    assert!(!said.lines().any(|line| line.starts_with("new")), "{said}");
    assert_eq!((files.map(read), store()), (before.clone(), first.clone()));

    // Another life, so another host name or an end that is near: the key stays, the certificate does not.
    let text = fs::read_to_string(folder.path().join(tls::SCRIPT)).unwrap();
    let renamed = text.replace("balancer lb wrk esb.example.com", "balancer lb wrk www.example.com");
    assert_ne!(renamed, text);
    fs::write(folder.path().join(tls::SCRIPT), renamed).unwrap();
    make(folder.path(), &[]);
    assert_eq!(read(files[0]), before[0]);
    assert_ne!(read(files[1]), before[1]);

    let near = text.replace("margin=2592000", "margin=8640000");
    assert_ne!(near, text);
    fs::write(folder.path().join(tls::SCRIPT), near).unwrap();
    make(folder.path(), &[]);
    assert_ne!(read(files[2]), before[2]);
    assert_ne!(store(), first);
    assert_eq!(read(files[0]), before[0]);

    make(folder.path(), &["--force"]);
    assert_ne!(read(files[0]), before[0]);
    assert_eq!(read(files[3]), before[3], "the authority stays");
}

#[test]
fn the_products_truststore_keeps_what_it_trusts() {
    let Some(folder) = bundle(secured("ecdsa")) else { return };
    let stock = folder.path().join("stock.jks");
    run(Command::new("keytool")
        .args(["-genkeypair", "-alias", "public", "-keyalg", "RSA", "-dname", "CN=public", "-storetype", "JKS"])
        .arg("-keystore")
        .arg(&stock)
        .args(["-storepass", "wso2carbon", "-keypass", "wso2carbon"]));
    let original = fs::read(&stock).unwrap();
    make(folder.path(), &["--truststore", stock.to_str().unwrap()]);
    make(folder.path(), &[]);
    let listed = keytool(&node(folder.path(), "worker-1", tls::TRUSTSTORE), &["-list"]);
    assert!(listed.contains("public, ") && listed.contains("contains 4 entries"), "{listed}");
    assert_eq!(fs::read(&stock).unwrap(), original);
}

#[test]
fn a_password_that_is_not_known_is_asked_of_the_environment() {
    let Some(folder) = bundle(json!({ "tls": { "keystore-password": "env:STORE_PW" }, "jvm": { "home": "/no" } }))
    else {
        return;
    };
    let said = refused(script(folder.path(), &[]).env_remove("STORE_PW"));
    assert!(said.contains("STORE_PW"), "{said}");
    assert_eq!(mode(&folder.path().join(tls::SCRIPT)), 0o755);
    let said = refused(script(folder.path(), &[]).env("STORE_PW", "short"));
    assert!(said.contains("6 characters"), "{said}");
    run(script(folder.path(), &[]).env("STORE_PW", PASSWORD));
    keytool(&node(folder.path(), "worker-1", tls::KEYSTORE), &["-list"]);
}

#[test]
fn without_verified_nodes_only_the_load_balancers_are_served() {
    let mut design = secured("ecdsa");
    design["tls"]["nodes"] = json!("unverified");
    let Some(folder) = bundle(design) else { return };
    make(folder.path(), &[]);
    assert!(!node(folder.path(), "worker-1", tls::KEYSTORE).exists());
    assert!(node(folder.path(), "worker-1", tls::TRUSTSTORE).exists());
    assert_eq!(mode(&folder.path().join(tls::SCRIPT)), 0o700, "the password is in it");
}
