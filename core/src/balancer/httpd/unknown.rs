use super::{Draft, host};
use crate::format::httpd::{Argument, Block, set};
use crate::value::Port;

pub(super) fn body(draft: &Draft<'_>) -> Block {
    let mut file = Block::new();
    for (port, tls) in draft.front.listeners() {
        file.gap();
        if tls { over_tls(draft, port, &mut file) } else { plain(port, &mut file) }
    }
    file
}

fn plain(port: Port, file: &mut Block) {
    file.add(set("VirtualHost").arg(Argument::from("*:").and(&port)).section(|section| {
        section.add(set("ServerName").words("unknown.invalid"));
        refuse(section);
    }));
}

fn over_tls(draft: &Draft<'_>, port: Port, file: &mut Block) {
    let Some((purpose, _)) = draft.front.certificates().first().copied() else { return };
    file.say(
        "httpd cannot refuse a handshake for its name. But a handshake without a cipher in common ends before any \
         certificate is shown, and of these there is none: no key is shared beforehand. The certificate is never used; httpd \
         does not start without one, and warns that it is another name's.",
    );
    file.add(set("VirtualHost").arg(Argument::from("*:").and(&port)).section(|section| {
        section.add(set("ServerName").words("unknown.invalid"));
        section.add(set("LogLevel").words("ssl:error"));
        section.add(set("SSLEngine").words("On"));
        section.add(set("SSLProtocol").words("-all +TLSv1.2"));
        section.add(set("SSLCipherSuite").words("PSK"));
        host::certificate(purpose, section);
        section.gap();
        section.say("A connection that was opened for a name that is served: the client shall open another one.");
        refuse(section);
    }));
}

fn refuse(section: &mut Block) {
    section.add(set("RewriteEngine").words("On"));
    section.add(set("RewriteRule").words("^ - [R=421]"));
}
