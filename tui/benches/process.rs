//! The whole program, from its start to its end, for a design of three nodes. Files are written where `TMPDIR` says.

use divan::Bencher;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const DESIGN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/cases/esb-500-manual/design.toml");

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 200)]
fn check_three_nodes(bencher: Bencher<'_, '_>) {
    bencher.bench(|| run(&["check", DESIGN]));
}

/// Into a folder that is not there yet.
#[divan::bench(sample_count = 200)]
fn render_three_nodes(bencher: Bencher<'_, '_>) {
    render(bencher, None);
}

/// The same with a product's home beside the project; says so where there is none.
#[divan::bench(sample_count = 200)]
fn render_three_nodes_with_stock(bencher: Bencher<'_, '_>) {
    let stock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/stock/esb-5.0.0");
    if stock.is_dir() {
        render(bencher, stock.to_str());
    } else {
        eprintln!("skipped: no stock files beside the project");
    }
}

fn render(bencher: Bencher<'_, '_>, stock: Option<&str>) {
    let room = std::env::temp_dir().join(format!("wso2-design-bench-{}", std::process::id()));
    let fresh = || {
        let _ = std::fs::remove_dir_all(&room);
        let _ = std::fs::create_dir_all(&room);
        room.join("out")
    };
    bencher.with_inputs(fresh).bench_values(|out: PathBuf| {
        let out = out.to_string_lossy();
        let mut arguments = vec!["render", DESIGN, "-o", &out];
        arguments.extend(stock.into_iter().flat_map(|path| ["--stock", path]));
        run(&arguments);
    });
    let _ = std::fs::remove_dir_all(&room);
}

fn run(arguments: &[&str]) {
    let program = env!("CARGO_BIN_EXE_wso2-design");
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    assert!(status.is_ok_and(|status| status.success()), "{arguments:?} failed");
}
