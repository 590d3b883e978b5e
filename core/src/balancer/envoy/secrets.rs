use super::{Draft, FOLDER, read_from, typed};
use crate::catalogue::Purpose;
use crate::format::yaml::{List, Map, map};

/// The name of the cluster's authority among the secrets.
const AUTHORITY: &str = "ca";

/// A file for each secret, for Envoy takes no other from files: its path, what it is, and what stands in it.
pub(super) fn files(draft: &Draft<'_>) -> Vec<(String, String, Map)> {
    let mut files: Vec<(String, String, Map)> = Vec::new();
    for (purpose, host) in draft.front.certificates() {
        let name = purpose.certificate();
        if files.iter().any(|(path, ..)| *path == path_of(name)) {
            continue;
        }
        let what = format!("The certificate of {host} and its key; new ones are used by the next handshake.");
        files.push((
            path_of(name),
            what,
            one(name, |secret| {
                secret.map("tls_certificate", |certificate| {
                    file_of(certificate, "certificate_chain", name, "crt");
                    file_of(certificate, "private_key", name, "key");
                    watched(certificate);
                });
            }),
        ));
    }
    if draft.front.checks_nodes() {
        let what = "The cluster's own authority, which signs the nodes' certificates.".to_owned();
        files.push((
            path_of(AUTHORITY),
            what,
            one(AUTHORITY, |secret| {
                secret.map("validation_context", |context| {
                    file_of(context, "trusted_ca", AUTHORITY, "crt");
                    watched(context);
                });
            }),
        ));
    }
    files
}

fn one(name: &'static str, fill: impl FnOnce(&mut Map)) -> Map {
    let mut file = Map::new();
    file.list("resources", |secrets| {
        secrets.add(typed("extensions.transport_sockets.tls.v3.Secret", |secret| {
            secret.set("name", name);
            fill(secret);
        }));
    });
    file
}

fn path_of(name: &str) -> String {
    format!("secrets/{name}.yaml")
}

/// The certificate and key of a virtual host.
pub(super) fn certificate(context: &mut Map, purpose: Purpose) {
    context.list("tls_certificate_sds_secret_configs", |all| secret(all, purpose.certificate()));
}

/// The authority of the nodes' certificates.
pub(super) fn authority(context: &mut Map) {
    context.map("validation_context_sds_secret_config", |it| reference(it, AUTHORITY));
}

fn secret(all: &mut List, name: &'static str) {
    all.map(|it| reference(it, name));
}

fn reference(it: &mut Map, name: &'static str) {
    it.set("name", name);
    it.map("sds_config", |source| read_from(source, &path_of(name)));
}

fn file_of(it: &mut Map, key: &'static str, name: &str, ending: &str) {
    it.set(key, map(|file| file.set("filename", format!("{FOLDER}/ssl/{name}.{ending}"))).flow());
}

fn watched(it: &mut Map) {
    it.set("watched_directory", map(|folder| folder.set("path", FOLDER)).flow());
}
