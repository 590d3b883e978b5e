use super::{Draft, FOLDER, read_from, typed};
use crate::catalogue::Purpose;
use crate::format::yaml::{List, Map, map};

/// The name of the cluster's authority among the secrets.
const AUTHORITY: &str = "ca";

pub(super) fn body(draft: &Draft<'_>) -> Map {
    let mut purposes: Vec<Purpose> = draft.front.certificates().into_iter().map(|(purpose, _)| purpose).collect();
    purposes.dedup();
    let mut file = Map::new();
    file.say(
        "tls/make-certificates.sh of the bundle makes what is named here. New ones are used by the next handshake.",
    );
    file.list("resources", |secrets| {
        for purpose in purposes {
            let name = purpose.certificate();
            secrets.add(typed("extensions.transport_sockets.tls.v3.Secret", |secret| {
                secret.set("name", name);
                secret.map("tls_certificate", |certificate| {
                    file_of(certificate, "certificate_chain", name, "crt");
                    file_of(certificate, "private_key", name, "key");
                    watched(certificate);
                });
            }));
        }
        if draft.front.checks_nodes() {
            secrets.gap();
            secrets.say("The cluster's own authority, which signs the nodes' certificates.");
            secrets.add(typed("extensions.transport_sockets.tls.v3.Secret", |secret| {
                secret.set("name", AUTHORITY);
                secret.map("validation_context", |context| {
                    file_of(context, "trusted_ca", AUTHORITY, "crt");
                    watched(context);
                });
            }));
        }
    });
    file
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
    it.map("sds_config", |source| read_from(source, "secrets.yaml"));
}

fn file_of(it: &mut Map, key: &'static str, name: &str, ending: &str) {
    it.set(key, map(|file| file.set("filename", format!("{FOLDER}/ssl/{name}.{ending}"))).flow());
}

fn watched(it: &mut Map) {
    it.set("watched_directory", map(|folder| folder.set("path", FOLDER)).flow());
}
