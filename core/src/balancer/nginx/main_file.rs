use super::Draft;
use super::abilities::OLDEST;
use crate::format::nginx::{Argument, Block, set};
use crate::plan::front::conduct;

pub(super) fn body(draft: &Draft<'_>) -> Block {
    let mut file = Block::new();
    if !draft.can.new_enough {
        file.say(format!(
            "Take a newer NGINX: these files need {OLDEST} or later, and versions as old as this one are no longer repaired."
        ));
        file.gap();
    }
    if draft.can.plus {
        file.say("From release 33 on NGINX Plus starts only with its licence, license.jwt, in this folder.");
        file.gap();
    }
    file.say(
        "`user` and `pid` are left to the package, because their right values differ: nginx.org builds in `nginx`; for \
         Debian's own package add `user www-data;`.",
    );
    file.gap();
    file.add(set("worker_processes").words("auto").why("one for each core"));
    file.add(set("worker_rlimit_nofile").words("16384").why("a proxied request takes two descriptors"));
    file.add(
        set("worker_shutdown_timeout")
            .arg(Argument::seconds(conduct::SHUTDOWN))
            .why("else WebSockets keep old processes for ever after a reload"),
    );
    file.gap();
    file.add(set("error_log").words("/var/log/nginx/error.log warn").why("from `warn` on, nodes set aside are logged"));
    file.gap();
    file.add(set("events").block(|events| events.add(set("worker_connections").words("4096"))));
    file.gap();
    file.add(set("http").block(|http| {
        http.add(set("default_type").words("application/octet-stream"));
        http.add(set("include").words("conf.d/*.conf"));
    }));
    file
}
