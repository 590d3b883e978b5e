//! What a client reads when no node answers.

use crate::format::httpd::{Argument, Block, set};
use crate::plan::front::conduct;
use serde::Serialize;

/// One thing that httpd says by itself.
pub(super) struct Said {
    /// The file that holds it.
    file: &'static str,
    /// What it says.
    error: &'static str,
    /// The statuses that it is said with.
    statuses: &'static [u16],
    /// Those as a regular expression.
    pattern: &'static str,
    /// Whether it may be tried again at once.
    again: bool,
}

/// All. A node whose certificate is refused is a 500 to httpd.
pub(super) const ALL: [Said; 2] = [
    Said {
        file: "no-node.json",
        error: conduct::NO_NODE,
        statuses: &[500, 502, 503],
        pattern: "^50[023]$",
        again: true,
    },
    Said { file: "no-answer.json", error: conduct::NO_ANSWER, statuses: &[504], pattern: "^504$", again: false },
];

/// The body.
#[derive(Serialize)]
pub(super) struct Body {
    error: &'static str,
}

impl Said {
    pub(super) fn path(&self) -> String {
        format!("wso2/errors/{}", self.file)
    }

    pub(super) fn body(&self) -> Body {
        Body { error: self.error }
    }
}

/// For every host: which statuses are said how. The rules of each host lead from there to the files.
pub(super) fn documents(file: &mut Block) {
    file.say(
        "Only errors of httpd itself: an answer of a node passes as it is. The paths are never a node's: only a request that \
         failed comes to them.",
    );
    for said in &ALL {
        for status in said.statuses {
            file.add(set("ErrorDocument").arg(status).arg(Argument::from("/").then(said.file)));
        }
    }
    file.add(set("Directory").words("${WSO2_FILES}/errors").section(|folder| {
        folder.add(set("Require").words("all granted"));
        folder.add(set("ForceType").words("application/json"));
        folder.add(set("FileETag").words("None"));
        folder.add(set("Header").words("unset Last-Modified"));
        folder.add(set("Header").words("unset Accept-Ranges"));
        folder.add(set("Header").words("always set Cache-Control no-store"));
        for said in ALL.iter().filter(|said| said.again) {
            folder.say(
                "No node took the request: try again later. A request without an answer may have been carried out.",
            );
            folder.add(set("Files").words(said.file).section(|file| {
                file.add(set("Header").words("always set Retry-After").arg(&conduct::RETRY_AFTER));
            }));
        }
    }));
}

/// What each host includes: rules are not inherited.
pub(super) fn rules() -> Block {
    let mut file = Block::new();
    file.add(set("RewriteEngine").words("On"));
    file.add(set("RewriteMap").words("escape int:escape"));
    for said in &ALL {
        file.add(set("RewriteCond").words("%{ENV:REDIRECT_STATUS}").words(said.pattern));
        let path = Argument::from("${WSO2_FILES}/errors/").then(said.file);
        file.add(set("RewriteRule").words("^").arg(path).words("[END]"));
    }
    file.gap();
    file.say("The path for the log.");
    file.add(set("RewriteRule").words("^ - [E=wso2_path:${escape:%{REQUEST_URI}}]"));
    file
}
