use super::{Draft, File, modules};
use crate::format::httpd::{Argument, Block, set};
use crate::plan::front::conduct;

pub(super) fn body(draft: &Draft<'_>, sites: &[File]) -> Block {
    let mut file = Block::new();
    packages(&mut file);
    file.gap();
    modules::body(draft, &mut file);
    file.gap();
    processes(&mut file);
    file.gap();
    file.say("In this order: the first virtual host of a port has the names that no other has.");
    for path in ["wso2/common.conf", "wso2/upstreams.conf", "wso2/unknown.conf"] {
        file.add(set("Include").words(path));
    }
    for site in sites {
        file.add(set("Include").arg(Argument::path(&site.path)));
    }
    file
}

/// The main file of Red Hat Enterprise Linux and its kin.
pub(super) fn elsewhere() -> Block {
    let mut file = Block::new();
    file.add(set("Include").words("apache2.conf"));
    file
}

/// What differs between the packages.
fn packages(file: &mut Block) {
    file.say("Debian, Ubuntu and their kin.");
    file.add(set("IfFile").words("/usr/lib/apache2/modules").section(|debian| {
        debian.add(set("Define").words("WSO2_MODULES /usr/lib/apache2/modules"));
        debian.add(set("Define").words("WSO2_LOGS /var/log/apache2"));
        debian.add(set("Define").words("WSO2_FILES /etc/apache2/wso2"));
        debian.add(set("User").words("www-data"));
        debian.add(set("Group").words("www-data"));
        debian.add(set("DefaultRuntimeDir").words("/run/apache2"));
        debian.add(set("PidFile").words("/run/apache2/apache2.pid"));
    }));
    file.say("Red Hat Enterprise Linux and its kin.");
    file.add(set("IfFile").words("/etc/httpd/modules").section(|red_hat| {
        red_hat.add(set("Define").words("WSO2_MODULES /etc/httpd/modules"));
        red_hat.add(set("Define").words("WSO2_LOGS /var/log/httpd"));
        red_hat.add(set("Define").words("WSO2_FILES /etc/httpd/wso2"));
        red_hat.add(set("User").words("apache"));
        red_hat.add(set("Group").words("apache"));
        red_hat.add(set("DefaultRuntimeDir").words("/run/httpd"));
        red_hat.add(set("PidFile").words("/run/httpd/httpd.pid"));
    }));
}

fn processes(file: &mut Block) {
    file.say(
        "A request takes a thread until it is answered, and a WebSocket until it ends; idle connections take none. Processes \
         beyond those for the largest number of requests are for old ones that finish their requests after a reload.",
    );
    file.add(set("StartServers").words("2"));
    file.add(set("ThreadsPerChild").words("128"));
    file.add(set("ThreadLimit").words("128"));
    file.add(set("MinSpareThreads").words("128"));
    file.add(set("MaxSpareThreads").words("512"));
    file.add(set("MaxRequestWorkers").words("2048"));
    file.add(set("ServerLimit").words("32"));
    file.add(set("MaxConnectionsPerChild").words("0"));
    let seconds = Argument::of(&conduct::SHUTDOWN);
    file.add(
        set("GracefulShutdownTimeout").arg(seconds).why("Seconds that requests have left when it is told to stop."),
    );
}
