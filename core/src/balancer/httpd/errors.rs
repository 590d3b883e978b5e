//! What a client reads when no node answers.
//!
//! A connection that breaks is a 502 to httpd, a handshake that fails a 500, and an answer that comes too late a 502 again:
//! only a note of the proxy tells it. The files that are sent in their place bring the status that is meant.

use crate::format::httpd::{Argument, Block, as_is, set};
use crate::format::json;
use crate::plan::front::conduct;
use serde::Serialize;

/// One thing that httpd says by itself.
pub(super) struct Said {
    /// The file that holds it.
    file: &'static str,
    /// The path that leads to it, as a regular expression.
    path: &'static str,
    status: &'static str,
    error: &'static str,
    /// Whether it may be tried again soon: it was not carried out.
    again: bool,
}

/// All.
pub(super) const ALL: [Said; 2] = [
    Said {
        file: "no-node.asis",
        path: "^/no-node$",
        status: "503 Service Unavailable",
        error: conduct::NO_NODE,
        again: true,
    },
    Said {
        file: "no-answer.asis",
        path: "^/no-node1$",
        status: "504 Gateway Timeout",
        error: conduct::NO_ANSWER,
        again: false,
    },
];

#[derive(Serialize)]
struct Body {
    error: &'static str,
}

impl Said {
    pub(super) fn path(&self) -> String {
        format!("wso2/errors/{}", self.file)
    }

    pub(super) fn text(&self) -> String {
        let mut headers =
            vec![("Content-Type", "application/json".to_owned()), ("Cache-Control", "no-store".to_owned())];
        if self.again {
            headers.push(("Retry-After", conduct::RETRY_AFTER.to_string()));
        }
        as_is(self.status, &headers, &json::document(&Body { error: self.error }))
    }
}

/// For every host: which errors are said how. The rules of each host lead from there to the files.
pub(super) fn documents(file: &mut Block) {
    file.say(
        "Only errors of httpd itself: an answer of a node passes as it is. The paths are never a node's: only a request that \
         failed comes to them. A time-out is a 502 here, told by the proxy's note, `1`; a handshake that failed is a 500.",
    );
    for (status, path) in [
        (500_u16, "/no-node"),
        (502, "/no-node%{note:proxy_timedout}"),
        (503, "/no-node%{note:proxy_timedout}"),
        (504, "/no-node1"),
    ] {
        file.add(set("ErrorDocument").arg(&status).arg(path));
    }
    file.add(set("Directory").words("${WSO2_FILES}/errors").section(|folder| {
        folder.add(set("Require").words("all granted"));
        folder.add(set("SetHandler").words("send-as-is").why("Status and headers are in the files."));
    }));
}

/// What each host includes: rules are not inherited.
pub(super) fn rules() -> Block {
    let mut file = Block::new();
    file.add(set("RewriteEngine").words("On"));
    file.add(set("RewriteMap").words("escape int:escape"));
    for said in &ALL {
        file.add(set("RewriteCond").words("%{ENV:REDIRECT_STATUS} ^50[0234]$"));
        let path = Argument::from("${WSO2_FILES}/errors/").then(said.file);
        file.add(set("RewriteRule").words(said.path).arg(path).words("[END]"));
    }
    file.gap();
    file.say("The path for the log.");
    file.add(set("RewriteRule").words("^ - [E=wso2_path:${escape:%{REQUEST_URI}}]"));
    file
}
