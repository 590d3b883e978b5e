use super::new;
use crate::cli::Import;
use crate::failure::Failure;
use crate::input::{Source, What};
use crate::output::{self, Count, say};
use crate::save;
use annotate_snippets::Level;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use wso2_design_core::design::Design;
use wso2_design_core::diagnostic::Diagnostic;
use wso2_design_core::import::elb::{self, Asked, Cluster, File};

const FILE: What =
    What { name: "the load balancer's file", largest: elb::LARGEST, too_large: "so it is no `loadbalancer.conf`" };

pub(super) fn run(arguments: &Import) -> Result<(), Failure> {
    let release = match (arguments.product, arguments.release) {
        (Some(product), Some(version)) => Some(new::release(product, version)?),
        _ => None,
    };
    let source = Source::text(&arguments.file, &FILE)?;
    let file = elb::read(&source.text);
    let clusters = chosen(&file, arguments, &source)?;
    let mut notes = file.notes.clone();
    let mut designs = Vec::new();
    for cluster in clusters {
        let made = elb::convert(cluster, Asked { product: arguments.product, release });
        made.notes.into_iter().for_each(|note| add(&mut notes, note));
        designs.extend(made.output.map(|design| (cluster, design)));
    }
    let _ = output::report(&mut anstream::stderr().lock(), &source, &file, &notes.iter().collect::<Vec<_>>());
    let count = Count::of(&notes);
    if count.errors > 0 {
        say(&Level::ERROR, &format!("{} has {count}: nothing was written", source.shown));
        return Err(Failure::Design);
    }
    write(&designs, arguments.output.as_deref())
}

/// What is the same of several clusters is said once, with all places.
fn add(notes: &mut Vec<Diagnostic>, note: Diagnostic) {
    let same =
        |other: &&mut Diagnostic| (other.code, &other.message, &other.help) == (note.code, &note.message, &note.help);
    match notes.iter_mut().find(same) {
        Some(other) => {
            let new: Vec<_> = note.at.iter().filter(|at| !other.at.contains(at)).cloned().collect();
            other.at.extend(new);
        }
        None => notes.push(note),
    }
}

/// The clusters that were asked for: all of a service, the one of a domain, or all of the file. Several need a folder.
fn chosen<'f>(file: &'f File, arguments: &Import, source: &Source) -> Result<Vec<&'f Cluster>, Failure> {
    let asked = |cluster: &&Cluster| {
        arguments.service.as_ref().is_none_or(|name| cluster.service == *name || cluster.domain == *name)
    };
    let found: Vec<&Cluster> = file.clusters.iter().filter(asked).collect();
    let listed = |clusters: &[&Cluster]| {
        let name = |cluster: &&Cluster| format!("`{}` (domain `{}`)", cluster.service, cluster.domain);
        clusters.iter().map(name).collect::<Vec<_>>().join(", ")
    };
    match (&arguments.service, found.len()) {
        (Some(name), 0) if !file.clusters.is_empty() => {
            let all: Vec<&Cluster> = file.clusters.iter().collect();
            Err(format!("{} has no service `{name}`; it has {}", source.shown, listed(&all)).into())
        }
        (_, several @ 2..) if arguments.output.is_none() => Err(format!(
            "{} has {several} clusters: say `--service NAME`, or `-o FOLDER` for a file each: {}",
            source.shown,
            listed(&found)
        )
        .into()),
        _ => Ok(found),
    }
}

fn write(designs: &[(&Cluster, Design)], output: Option<&Path>) -> Result<(), Failure> {
    let (path, texts) = match (designs, output) {
        (designs, None) => {
            let mut out = output::raw();
            for (cluster, design) in designs {
                out.write_all(elb::written(cluster, design).as_bytes())?;
            }
            return Ok(out.flush()?);
        }
        ([(cluster, design)], Some(path)) if !path.is_dir() => {
            (Path::new(""), vec![(path.to_owned(), elb::written(cluster, design))])
        }
        (designs, Some(folder)) => {
            let text = |(name, (cluster, design)): (String, &(&Cluster, Design))| {
                (folder.join(name), elb::written(cluster, design))
            };
            (folder, names(designs).into_iter().zip(designs).map(text).collect())
        }
    };
    // All or nothing: no design is written where one would not be.
    if let Some((there, _)) = texts.iter().find(|(path, _)| path.exists()) {
        return Err(format!("`{}` is there already: choose another name", there.display()).into());
    }
    if path != Path::new("") {
        std::fs::create_dir_all(path).map_err(|error| Failure::file("cannot make", path, &error))?;
    }
    for (path, text) in texts {
        save::create(&path, &text)?;
        let shown = path.display();
        let sentence = format!("{shown}: now put the nodes' addresses in, and `wso2-design check {shown}`");
        say(&Level::INFO.with_name("done"), &sentence);
    }
    Ok(())
}

/// A file's name for each design: two clusters of one service, or two names that look alike, get a number.
fn names(designs: &[(&Cluster, Design)]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let name = |design: &Design| {
        let plain = format!("{}.toml", design.name);
        let numbered = (2..).map(|number| format!("{}-{number}.toml", design.name));
        let free = std::iter::once(plain).chain(numbered).find(|name| taken.insert(name.clone()));
        free.unwrap_or_default()
    };
    designs.iter().map(|(_, design)| design).map(name).collect()
}
