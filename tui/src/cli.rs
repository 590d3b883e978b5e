use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint, builder::styling};
use clap_complete::Shell;
use std::path::PathBuf;
use wso2_design_core::value::{HostName, Name, Version};

/// Design a WSO2 cluster once; get every file of every node and load balancer.
///
/// A design is one small TOML file: product, pattern, nodes. From it come the configuration files of each node, the
/// load balancers', the SQL of the shared database, certificates' scripts, and a guide that says what to do in which
/// order.
#[derive(Debug, Parser)]
#[command(name = "wso2-design", version, styles = STYLES, max_term_width = 100, after_help = BEGIN)]
#[command(disable_help_subcommand = true, args_conflicts_with_subcommands = true)]
pub(crate) struct Cli {
    /// What to do; the terminal designer where it is left out.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) designer: Designer,
}

/// How the terminal designer is opened.
#[derive(Debug, Args)]
pub(crate) struct Designer {
    /// The design to open in the terminal designer; a new one where it is left out
    #[arg(value_name = "DESIGN", value_hint = ValueHint::FilePath)]
    pub(crate) design: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) stock: StockPath,
    /// Look, and change nothing: neither the design nor a file
    #[arg(long)]
    pub(crate) read_only: bool,
    /// Write a picture of the designer as SVG instead of opening it
    #[arg(long, value_name = "FILE", hide_short_help = true, value_hint = ValueHint::FilePath)]
    pub(crate) screenshot: Option<PathBuf>,
    /// The keys that are pressed before the picture is taken, such as `2 tab j enter "text"`
    #[arg(long, value_name = "KEYS", hide_short_help = true, default_value = "", requires = "screenshot")]
    pub(crate) keys: String,
    /// The size of the picture in cells
    #[arg(long, value_name = "WxH", hide_short_help = true, default_value = "120x40", value_parser = size, requires = "screenshot")]
    pub(crate) size: (u16, u16),
}

fn size(text: &str) -> Result<(u16, u16), String> {
    let (width, height) = text.split_once('x').ok_or("such as 120x40")?;
    let number = |text: &str| text.parse::<u16>().ok().filter(|number| (1..=500).contains(number));
    number(width).zip(number(height)).ok_or_else(|| "such as 120x40, at most 500x500".to_owned())
}

/// What a person sees who called the program with nothing, and below the help.
pub(crate) const BEGIN: &str = "\
Try these three:
  wso2-design new -o design.toml             a starter design, every line explained
  wso2-design check design.toml              what is wrong with it, and how to mend it
  wso2-design render design.toml -o cluster  every file of the cluster";

const STYLES: styling::Styles = styling::Styles::styled()
    .header(styling::AnsiColor::Yellow.on_default().bold())
    .usage(styling::AnsiColor::Yellow.on_default().bold())
    .literal(styling::AnsiColor::Green.on_default())
    .placeholder(styling::AnsiColor::Cyan.on_default());

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write a commented starter design
    New(New),
    /// Make designs from the loadbalancer.conf of a retired WSO2 ELB
    Import(Import),
    /// Say what is wrong with a design, with the lines at fault
    Check(Check),
    /// Write every file of the cluster into a folder or a zip
    Render(Render),
    /// Print one file of the cluster, or the list of files
    Show(Show),
    /// Explain a finding's code or a setting of a design
    Explain(Explain),
    /// List what can stand in a design
    List(List),
    /// Print the JSON Schema of designs, for editors
    Schema,
    /// Print the completions for a shell
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Print a manual page
    Man {
        /// The command to print the page of; the program's own where it is left out.
        command: Option<String>,
    },
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  wso2-design new                                        ESB 5.0.0, pattern 2, to the terminal
  wso2-design new --pattern 3 --workers 4 -o design.toml
  wso2-design new --product ei --database postgresql --host ei.example.com")]
pub(crate) struct New {
    /// The product: see `list products`
    #[arg(long, default_value = "esb", value_parser = catalogued::product)]
    pub(crate) product: &'static wso2_design_core::catalogue::Product,
    /// Its release; 5.0.0 for the ESB, the newest of another product
    #[arg(long)]
    pub(crate) release: Option<Version>,
    /// 1, 2 or 3 for the worker/manager patterns, or a key of `list patterns`
    #[arg(long, value_name = "N", value_parser = catalogued::pattern)]
    pub(crate) pattern: Option<&'static wso2_design_core::catalogue::PatternTraits>,
    /// What the cluster is called; the product's key where it is left out
    #[arg(long)]
    pub(crate) name: Option<Name>,
    /// How many managers
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u8).range(1..=9))]
    pub(crate) managers: Option<u8>,
    /// How many workers
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u8).range(1..=200))]
    pub(crate) workers: Option<u8>,
    /// How many equal nodes, in a pattern without managers
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u8).range(1..=200), conflicts_with_all = ["managers", "workers"])]
    pub(crate) nodes: Option<u8>,
    /// The host name of the services
    #[arg(long, value_name = "NAME")]
    pub(crate) host: Option<HostName>,
    /// The database's vendor: see `list databases`
    #[arg(long, value_name = "VENDOR", value_parser = catalogued::vendor)]
    pub(crate) database: Option<&'static wso2_design_core::catalogue::Vendor>,
    /// The file to write, which must not be there yet; the terminal where it is left out
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(after_help = "\
The file says which host names lead to which cluster, and not which nodes it has: these are for you to write into the
design. What it does not say, what was guessed and what is dropped is told on standard error, each with its line.

Exit status: 0 written, 1 the file has errors, 2 it could not be read or the design not be written.

Examples:
  wso2-design import loadbalancer.conf                               one service: to the terminal
  wso2-design import loadbalancer.conf -o designs                    each service: a file in a folder
  wso2-design import loadbalancer.conf --service esb -o design.toml
  wso2-design import loadbalancer.conf --service esb --product esb --release 4.9.0")]
pub(crate) struct Import {
    /// The loadbalancer.conf of ELB 2.0 or 2.1, or `-` for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,
    /// A service of the file, or a domain, of which it may have several
    #[arg(long, value_name = "NAME")]
    pub(crate) service: Option<String>,
    /// The product; told by the service's name where it is left out
    #[arg(long, value_parser = catalogued::product)]
    pub(crate) product: Option<&'static wso2_design_core::catalogue::Product>,
    /// Its release; the oldest that is known where it is left out
    #[arg(long, requires = "product")]
    pub(crate) release: Option<Version>,
    /// The file to write, or the folder where there are several designs; nothing that is there is written over
    #[arg(short, long, value_name = "FILE|DIR", value_hint = ValueHint::AnyPath)]
    pub(crate) output: Option<PathBuf>,
}

/// The parsers of flags that name an entry of the catalogue.
mod catalogued {
    use wso2_design_core::catalogue::{PATTERNS, PRODUCTS, PatternTraits, Product, VENDORS, Vendor};

    pub(super) fn product(text: &str) -> Result<&'static Product, String> {
        let found = PRODUCTS.iter().copied().find(|product| product.id == text);
        found.ok_or_else(|| known("products", PRODUCTS.iter().map(|product| product.id)))
    }

    pub(super) fn pattern(text: &str) -> Result<&'static PatternTraits, String> {
        let number = |traits: &&PatternTraits| traits.key.strip_prefix("worker-manager-") == Some(text);
        let found = PATTERNS.iter().find(|traits| traits.key == text || number(traits));
        found.ok_or_else(|| known("patterns", PATTERNS.iter().map(|traits| traits.key)))
    }

    pub(super) fn vendor(text: &str) -> Result<&'static Vendor, String> {
        VENDORS
            .iter()
            .find(|vendor| vendor.key == text)
            .ok_or_else(|| known("databases", VENDORS.iter().map(|it| it.key)))
    }

    fn known(what: &str, keys: impl Iterator<Item = &'static str>) -> String {
        format!("known {what} are {}", keys.collect::<Vec<_>>().join(", "))
    }
}

#[derive(Debug, Args)]
#[command(after_help = "\
Exit status: 0 nothing worse than advice and warnings, 1 errors, 2 the design could not be read.

Examples:
  wso2-design check design.toml
  wso2-design check design.toml --fix               mend what can be mended safely
  wso2-design check design.toml --deny warnings     for a pipeline
  wso2-design check --format json - < design.toml   for a program")]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) design: DesignFile,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// Apply the safe fixes to the file; comments and layout of TOML stay
    #[arg(long)]
    pub(crate) fix: bool,
    /// Exit with 1 for warnings too
    #[arg(long, value_name = "WHAT")]
    pub(crate) deny: Option<Deny>,
}

#[derive(Debug, Args)]
#[command(after_help = "\
A folder that this program wrote is replaced. It refuses a folder with anything else in it, and one whose files were
edited since; with --force edited files are replaced, and files that are not its own stay where they are.

Passwords that the design names as `env:NAME` or `file:PATH` stand in the files as marks such as `@env:NAME@`, until
--fill-secrets puts them in. Files with secrets are for their owner only (0600).

Exit status: 0 written, 1 the design has errors, 2 it could not be read or written. Then nothing was written.

Examples:
  wso2-design render design.toml -o cluster
  wso2-design render design.toml -o cluster --stock ~/Downloads/wso2esb-5.0.0.zip
  DB_PASSWORD=… wso2-design render design.toml -o cluster.zip --fill-secrets")]
pub(crate) struct Render {
    #[command(flatten)]
    pub(crate) design: DesignFile,
    /// The folder to write, or a file that ends with .zip
    #[arg(short, long, value_name = "DIR|FILE.zip", value_hint = ValueHint::AnyPath)]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) stock: StockPath,
    /// Replace files of an earlier run that were edited since, and leave files of others beside them
    #[arg(long)]
    pub(crate) force: bool,
    /// Look up `env:` and `file:` secrets and write them into the files
    #[arg(long)]
    pub(crate) fill_secrets: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  wso2-design show design.toml                          every file
  wso2-design show design.toml worker-1                 every file of one node or load balancer
  wso2-design show design.toml worker-1:axis2.xml       one file, by the end of its path
  wso2-design show design.toml guide.md                 one of the bundle's own
  wso2-design show design.toml --resolved               every decision, as TOML")]
pub(crate) struct Show {
    #[command(flatten)]
    pub(crate) design: DesignFile,
    /// A node or load balancer, and the end of a file's path
    #[arg(value_name = "NODE[:PATH]")]
    pub(crate) what: Option<String>,
    /// Print what was decided instead
    #[arg(long, conflicts_with_all = ["what", "stock"])]
    pub(crate) resolved: bool,
    #[command(flatten)]
    pub(crate) stock: StockPath,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  wso2-design explain duplicate-name
  wso2-design explain cluster.membership.multicast.port")]
pub(crate) struct Explain {
    /// The code of a finding, the path of a setting, or a place that settings decide: a key of deployment.toml, a parameter
    /// of an XML file
    #[arg(value_name = "CODE|SETTING|PLACE")]
    pub(crate) what: String,
}

#[derive(Debug, Args)]
pub(crate) struct List {
    /// Which list
    pub(crate) what: Listed,
    /// How it is printed
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ListFormat,
}

/// A list that the program knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Listed {
    /// Products, with their newest release
    Products,
    /// Every release of every product, with its kernel
    Releases,
    /// Clustering patterns
    Patterns,
    /// Membership schemes
    Schemes,
    /// Load balancers
    Balancers,
    /// Database vendors
    Databases,
    /// Ways of delivery
    Deliveries,
    /// Rules that a design is checked by
    Rules,
}

#[derive(Debug, Args)]
pub(crate) struct DesignFile {
    /// The design: TOML or JSON, or `-` for standard input
    #[arg(value_name = "DESIGN", value_hint = ValueHint::FilePath)]
    pub(crate) design: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct StockPath {
    /// The product as it was downloaded: its home, its zip, or a folder with its configuration files. Then whole files
    /// are written, with nothing but the cluster's settings changed. What runs beside the product is named by its key:
    /// `--stock is-analytics=PATH`
    #[arg(long, value_name = "[KEY=]PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) stock: Vec<String>,
}

/// How results are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

/// How a list is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
    /// For documents
    Markdown,
}

/// What counts as an error besides errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Deny {
    /// Warnings
    Warnings,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_pattern_goes_by_number_or_key() {
        let pattern = |text: &str| match Cli::try_parse_from(["wso2-design", "new", "--pattern", text]) {
            Ok(Cli { command: Some(Command::New(new)), .. }) => new.pattern.map(|traits| traits.key),
            _ => None,
        };
        assert_eq!(pattern("3"), Some("worker-manager-3"));
        assert_eq!(pattern("symmetric"), Some("symmetric"));
        assert_eq!(pattern("4"), None);
    }
}
