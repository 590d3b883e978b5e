/**
 * A file of a bundle that is otherwise than before.
 */
export type Changed = { 
/**
 * Its path in the bundle.
 */
path: string, 
/**
 * `added`, `removed` or `changed`.
 */
change: string, 
/**
 * How many lines are more.
 */
added: number, 
/**
 * How many lines are gone.
 */
removed: number, 
/**
 * What differs, with some lines around it, as a unified difference.
 */
lines: Array<string>, };

/**
 * What was found out about a design.
 */
export type Checked = { 
/**
 * Whether it can be rendered: none of the findings is an error.
 */
ok: boolean, 
/**
 * Everything that was found, the worst first.
 */
diagnostics: Array<Diagnostic>, 
/**
 * What it comes to, in a sentence; `null` where it could not be decided.
 */
sentence: string | null, };

/**
 * One of several answers.
 */
export type Choice = { 
/**
 * The value that stands in the design.
 */
value: JsonValue, 
/**
 * What it is called.
 */
label: string, 
/**
 * What it means.
 */
help: string, };

/**
 * A column of a table of rows.
 */
export type Column = { 
/**
 * The key in each row.
 */
key: string, 
/**
 * What is asked.
 */
label: string, 
/**
 * What it is.
 */
help: string, 
/**
 * How it is answered.
 */
kind: Kind, };

/**
 * One finding about a design.
 */
export type Diagnostic = { 
/**
 * The stable code; `explain(code)` has its page.
 */
code: string, 
/**
 * How bad it is.
 */
severity: Severity, 
/**
 * What is wrong.
 */
message: string, 
/**
 * What to do about it; may be empty.
 */
help: string, 
/**
 * Where the fact comes from; empty where it is plain logic.
 */
source: string, 
/**
 * Where in the design; the first place is the main one.
 */
at: Array<Place>, 
/**
 * The change that mends it, where one is known.
 */
fix: Fix | null, };

/**
 * Something that is otherwise on a machine than the design wants it. Nothing in it is secret.
 */
export type Drift = { 
/**
 * The file's path, as in a bundle of whole files.
 */
file: string, 
/**
 * `missing`, `unreadable`, `statement`, `trouble` (a statement that cannot be asked of this file) or `line` (the first that
 * differs in a file of our own).
 */
kind: string, 
/**
 * All of it in a sentence.
 */
message: string, 
/**
 * The line of the file, from 0; `null` where it has none.
 */
line: number | null, 
/**
 * The place in the file; empty where it is about the whole file.
 */
place: string, 
/**
 * What the file says; masked where a secret belongs, `null` where it says nothing.
 */
found: string | null, 
/**
 * What is wanted, as an order or as a line; `null` where nothing is.
 */
wanted: string | null, 
/**
 * Because of this.
 */
why: string, 
/**
 * The setting of the design that decides it.
 */
path: string | null, 
/**
 * Where the fact comes from; may be empty.
 */
source: string, };

/**
 * A design's text after a change.
 */
export type Edited = { 
/**
 * The text; as it was where the change was refused.
 */
text: string, 
/**
 * Why the change could not be made; `null` where it was.
 */
refused: string | null, };

/**
 * A file in the list of files.
 */
export type Entry = { 
/**
 * Its path in the bundle.
 */
path: string, 
/**
 * Its permissions.
 */
mode: number, 
/**
 * Whether it is a fragment: only the cluster's settings of a file that the product comes with.
 */
fragment: boolean, };

/**
 * What is known about a code, a setting or a place in a file.
 */
export type Explanation = { 
/**
 * The page of the code; `null` where it is none.
 */
page: Page | null, 
/**
 * The setting, or those that decide the place; empty where there are none.
 */
settings: Array<Setting>, 
/**
 * What was most likely meant, where nothing is known.
 */
near: string | null, };

/**
 * What is wrong with a link.
 */
export type Fault = { 
/**
 * The stable code.
 */
code: string, 
/**
 * In a sentence.
 */
message: string, };

/**
 * One question.
 */
export type Field = { 
/**
 * Where the answer goes.
 */
path: Path, 
/**
 * What is asked, in a word or two.
 */
label: string, 
/**
 * What it is, in a sentence.
 */
help: string, 
/**
 * How it is answered.
 */
kind: Kind, 
/**
 * What was said, whether or not it is good.
 */
said: JsonValue | null, 
/**
 * What holds where nothing is said; of a secret never its text.
 */
usual: JsonValue | null, 
/**
 * Whether a design without it is none.
 */
required: boolean, 
/**
 * How deep it is inside another question, from 0.
 */
depth: number, 
/**
 * What is wrong with it: places in the list of findings, the worst first.
 */
notes: Array<number>, };

/**
 * One file of a bundle.
 */
export type File = { 
/**
 * Its path in the bundle, with `/` between.
 */
path: string, 
/**
 * Its permissions, such as `0o600` where it holds secrets.
 */
mode: number, 
/**
 * What is in it.
 */
bytes: Uint8Array, };

/**
 * A change of the design that mends a finding.
 */
export type Fix = { 
/**
 * What the button says: an order, such as «use port 5701».
 */
title: string, 
/**
 * These paths get these values; `null` takes the key out.
 */
set: Array<[Path, JsonValue]>, 
/**
 * Whether it may be applied without asking: the meaning of the design stays what the person wanted.
 */
safe: boolean, };

/**
 * Every question that a design has now, with what was said and what holds otherwise.
 */
export type Form = { 
/**
 * The steps, in the order in which a person takes them. None depends on a later one.
 */
steps: Array<Step>, };

export type JsonValue = number | string | boolean | Array<JsonValue> | { [key in string]: JsonValue } | null;

/**
 * How a question is answered.
 */
export type Kind = "text" | "secret" | { "number": { 
/**
 * The least.
 */
least: number, 
/**
 * The most.
 */
most: number, } } | "switch" | { "choice": Array<Choice> } | "texts" | "pairs" | { "rows": Array<Column> };

/**
 * The files of a product among the paths of a zip or a folder.
 */
export type Located = { 
/**
 * The product's key.
 */
product: string, 
/**
 * The product's name.
 */
name: string, 
/**
 * The release that the design wants.
 */
release: string, 
/**
 * The folder that holds its home, with `/` at its end or empty; `null` where there is just a folder of files.
 */
home: string | null, 
/**
 * Where the file is that names the release (`bin/version.txt`), as a place in the list of paths.
 */
version: number | null, 
/**
 * What was found.
 */
files: Array<LocatedFile>, 
/**
 * The paths in the product's home of which it is not clear which file is meant.
 */
unclear: Array<string>, 
/**
 * The paths in the product's home that are not there. Most products come without some of their property files.
 */
missing: Array<string>, };

/**
 * A file of a product, and where it is.
 */
export type LocatedFile = { 
/**
 * The path in the product's home.
 */
path: string, 
/**
 * The place in the list of paths.
 */
entry: number, };

/**
 * The lines of one file that a setting makes.
 */
export type Made = { 
/**
 * The file's path in the bundle.
 */
file: string, 
/**
 * The lines.
 */
origins: Array<Origin>, };

/**
 * A design's text after its safe fixes.
 */
export type Mended = { 
/**
 * The text.
 */
text: string, 
/**
 * What was done, in order.
 */
done: Array<string>, 
/**
 * What could not be done, and why.
 */
refused: Array<Refused>, };

/**
 * Lines of a file, and why they are as they are.
 */
export type Origin = { 
/**
 * The lines, from 0; the end is the first that is no longer meant.
 */
lines: Span, 
/**
 * What was asked for, as an order; empty in files wholly of our own.
 */
says: string, 
/**
 * Because of this.
 */
why: string, 
/**
 * The setting of the design that decides it.
 */
path: string | null, 
/**
 * Where the fact comes from; may be empty.
 */
source: string, };

/**
 * The manual page of a finding's code.
 */
export type Page = { 
/**
 * The code.
 */
code: string, 
/**
 * How bad it is.
 */
severity: Severity, 
/**
 * What it means, in a few words.
 */
title: string, 
/**
 * The page, in Markdown.
 */
text: string, 
/**
 * Where the fact comes from; may be empty.
 */
source: string, };

/**
 * A key path of the design, such as `cluster.membership.multicast.port` or `nodes[2].address`.
 */
export type Path = string;

/**
 * A clustering pattern.
 */
export type Pattern = { 
/**
 * Its key in a design.
 */
key: string, 
/**
 * Its name.
 */
name: string, 
/**
 * One sentence.
 */
summary: string, 
/**
 * When to choose it.
 */
choose: string, 
/**
 * When not to.
 */
avoid: string, 
/**
 * What goes on when one node of a kind is lost.
 */
survives: string, };

/**
 * A place in a design.
 */
export type Place = { 
/**
 * The setting, such as `nodes[2].address`; empty for the whole design.
 */
path: string, 
/**
 * Where it is in the text; what is left out is where its table is.
 */
span: Span | null, };

/**
 * A product.
 */
export type Product = { 
/**
 * Its key in a design.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its releases, oldest first.
 */
releases: Array<Release>, };

/**
 * A design as it was read.
 */
export type Reading = { 
/**
 * The grammar of its text: `toml` or `json`.
 */
syntax: string, 
/**
 * What it says, as a tree; `null` where the text has a fault of grammar.
 */
tree: JsonValue, 
/**
 * What cannot be read.
 */
diagnostics: Array<Diagnostic>, };

/**
 * A fix that could not be made.
 */
export type Refused = { 
/**
 * The fix.
 */
title: string, 
/**
 * Why.
 */
why: string, };

/**
 * A release of a product.
 */
export type Release = { 
/**
 * Its version.
 */
version: string, 
/**
 * The Carbon kernel under it.
 */
kernel: string, 
/**
 * What its nodes are configured by.
 */
configuredBy: string, 
/**
 * The keys of the patterns that it can be laid out in; the usual one first.
 */
patterns: Array<string>, 
/**
 * What its archive is called, such as `wso2esb-5.0.0.zip`.
 */
archive: string, };

/**
 * A rendered cluster.
 */
export type Rendered = { 
/**
 * Every file; none where the design has an error.
 */
files: Array<File>, 
/**
 * What was found about the design, the worst first.
 */
diagnostics: Array<Diagnostic>, 
/**
 * What was not as expected in the products' own files, in sentences.
 */
findings: Array<string>, };

/**
 * A setting, explained.
 */
export type Setting = { 
/**
 * Its path, without list places: `nodes.member-port`.
 */
path: string, 
/**
 * What it is.
 */
description: string, 
/**
 * The values that it may have, each with what it means; empty where they are too many to list.
 */
choices: Array<[string, string]>, 
/**
 * The settings inside it, each with what it is.
 */
inside: Array<[string, string]>, 
/**
 * Everything about it as the command line prints it, with the places that it decides.
 */
text: string, };

/**
 * How bad a finding is; ordered, so that a threshold is a comparison.
 */
export type Severity = "advice" | "warning" | "error";

/**
 * A design as a link.
 */
export type Shared = { 
/**
 * What stands behind the `#`; `null` where no link could be made.
 */
fragment: string | null, 
/**
 * The settings whose literal secrets stayed behind.
 */
leftOut: Array<string>, 
/**
 * Why no link could be made.
 */
fault: Fault | null, };

/**
 * One file, to look at.
 */
export type Shown = { 
/**
 * Its path in the bundle.
 */
path: string, 
/**
 * Its permissions.
 */
mode: number, 
/**
 * Its text.
 */
text: string, 
/**
 * What its lines come from, by first line; what is inside something else follows it.
 */
origins: Array<Origin>, };

/**
 * A piece of a text, in UTF-16 units.
 */
export type Span = { 
/**
 * Where it begins.
 */
start: number, 
/**
 * Where it ends.
 */
end: number, };

/**
 * Questions that belong together.
 */
export type Step = { 
/**
 * Its key: stable, for links.
 */
key: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What it decides, in a sentence.
 */
about: string, 
/**
 * Its questions.
 */
fields: Array<Field>, };

/**
 * One thing to do on the way from the bundle to a cluster that runs.
 */
export type Task = { 
/**
 * The section of the guide.
 */
section: string, 
/**
 * The heading within the section, such as a load balancer's.
 */
part: string | null, 
/**
 * What to do, in Markdown.
 */
text: string, };

/**
 * A design that came by a link.
 */
export type Unshared = { 
/**
 * The design's text, byte for byte as it was shared; `null` where the link has none.
 */
text: string | null, 
/**
 * The settings whose secrets the sender left out, and which are to be given again.
 */
leftOut: Array<string>, 
/**
 * Why there is no design.
 */
fault: Fault | null, };

/**
 * A file of a product that a design speaks of.
 */
export type Wanted = { 
/**
 * The product's key.
 */
product: string, 
/**
 * The path in its home.
 */
path: string, };
