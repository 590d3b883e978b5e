use crate::client::Request;
use crate::namespace::must;
use crate::stage::{SERVICE, Scene, Stage};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;
use wso2_design_core::balancer::Need;

/// A node that does not prove itself gets no request.
pub(crate) fn certificates(scene: Scene) {
    let stage = scene.stage();
    if stage.lacks(Need::NodeCertificates) {
        return;
    }
    let bad = [
        ("signed by itself", itself(&stage)),
        ("expired", signed(&stage, "expired", SERVICE, "-1")),
        ("of another name", signed(&stage, "name", "other.example", "2")),
    ];
    let good = signed(&stage, "good", SERVICE, "2");
    {
        let mut nodes = stage.nodes(true);
        nodes[0].shows(&good);
    }
    thread::sleep(Duration::from_secs(6));
    assert!(
        reached(&stage, 30).contains(&stage.names(true)[0]),
        "a good certificate is refused: the check checks nothing"
    );
    for (fault, certificate) in &bad {
        stage.nodes(true)[0].shows(certificate);
        thread::sleep(Duration::from_millis(500));
        let names = reached(&stage, 40);
        println!("{fault}: {names:?}");
        assert_eq!(names, stage.names(true)[1..], "the certificate of the first is {fault}");
    }
    // Nobody is left: no answer is better than one of a stranger.
    stage.nodes(true).iter_mut().zip(&bad).for_each(|(node, (_, certificate))| node.shows(certificate));
    thread::sleep(Duration::from_millis(500));
    for _ in 0..5 {
        let answer = stage.client.ask(&Request::get(&stage.service(true, "/nobody")));
        assert!([500, 502, 503].contains(&answer.status), "{}: {}", answer.status, answer.text());
    }
}

/// The nodes that answered so many requests, all of which must be answered.
fn reached(stage: &Stage, requests: usize) -> Vec<String> {
    let mut names = Vec::new();
    for _ in 0..requests {
        let answer = stage.client.ask(&Request::get(&stage.service(true, "/certificate")));
        if answer.status >= 500 && stage.lacks(Need::Retries) {
            continue;
        }
        assert_eq!(answer.status, 200, "{}", answer.text());
        names.push(answer.node());
    }
    names.sort();
    names.dedup();
    names
}

fn openssl(stage: &Stage, words: &[&str]) {
    must(Command::new("openssl").args(words).current_dir(&stage.work));
}

const EC: [&str; 5] = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];

fn itself(stage: &Stage) -> PathBuf {
    let (subject, names) = (format!("/CN={SERVICE}"), format!("subjectAltName=DNS:{SERVICE}"));
    let tail = ["-days", "2", "-subj", &subject, "-addext", &names, "-keyout", "itself.key", "-out", "itself.crt"];
    openssl(stage, &[&["req", "-x509"], &EC[..], &tail].concat());
    stage.work.join("itself.crt")
}

/// A certificate of the cluster's authority.
fn signed(stage: &Stage, file: &str, host: &str, days: &str) -> PathBuf {
    let authority = stage.authority();
    let key = authority.with_extension("key");
    let text = |path: &Path| path.to_str().unwrap().to_owned();
    let [request, out, key_out, ext] = ["csr", "crt", "key", "ext"].map(|ending| format!("{file}.{ending}"));
    let subject = format!("/CN={host}");
    openssl(stage, &[&["req"], &EC[..], &["-subj", &subject, "-keyout", &key_out, "-out", &request]].concat());
    let names = format!("subjectAltName=DNS:{host}\nextendedKeyUsage=serverAuth\n");
    std::fs::write(stage.work.join(&ext), names).unwrap();
    let (authority, key) = (text(&authority), text(&key));
    let words = ["x509", "-req", "-in", &request, "-CA", &authority, "-CAkey", &key, "-set_serial", "7"];
    openssl(stage, &[&words[..], &["-days", days, "-extfile", &ext, "-out", &out]].concat());
    stage.work.join(out)
}
