use super::place::{Key, Step};
use super::{Children, Edit, Want};
use crate::format::xml::{
    Element, Node, Writer, is_empty, push_close, push_comment, push_line, push_open, push_pair, push_text, same_name,
    trim,
};

/// The statements applied to nothing: a document that holds just what they say, each with its reason before it.
///
/// The tree is built once and written once; nothing of the statements is copied on the way, as this runs for every
/// file of every node.
pub fn fragment(root: &Element, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(edits.iter().map(likely_length).sum::<usize>() + 256);
    push_fragment(&mut out, root, edits);
    out
}

/// The same at the end of a text.
pub(crate) fn push_fragment(out: &mut String, root: &Element, edits: &[Edit]) {
    let mut tree = Tree { branches: Vec::with_capacity(edits.len() * 3 + 8), reasons: Vec::with_capacity(edits.len()) };
    tree.branches.push(Branch::new(Item::Tag(&root.name)));
    tree.open(0, root);
    for edit in edits {
        tree.state(edit);
    }
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    tree.write(out, 0, 0, "", &mut "");
    out.push('\n');
}

/// About how long a statement comes out; the text then need not move while it grows.
fn likely_length(edit: &Edit) -> usize {
    match &edit.want {
        Want::Children(children) => 192 + children.len() * 128,
        Want::Element(_) => 640,
        Want::Text { .. } | Want::Attribute { .. } | Want::Absent => 224,
    }
}

/// What stands in the tree.
#[derive(Clone, Copy)]
enum Item<'e> {
    /// An element whose inside is in the tree.
    Tag(&'e str),
    /// An attribute of the element that it stands in.
    Attribute(&'e str, &'e str),
    Text(&'e str),
    Comment(&'e str),
    /// An element that is written as it is, as long as no statement goes into it.
    Whole(&'e Element),
    /// Elements that are written as they are, as long as no statement goes into one.
    Shared(&'e Children),
    /// An element that has to go.
    Removed(&'e Step),
}

#[derive(Clone, Copy)]
struct Branch<'e> {
    item: Item<'e>,
    /// Indices into the tree; 0, which is the root, stands for none.
    first: usize,
    last: usize,
    next: usize,
    /// The first reason that stands before it.
    reason: Option<usize>,
}

impl<'e> Branch<'e> {
    fn new(item: Item<'e>) -> Self {
        Self { item, first: 0, last: 0, next: 0, reason: None }
    }
}

struct Tree<'e> {
    branches: Vec<Branch<'e>>,
    /// What is said before branches, each with the index of the next one for the same branch.
    reasons: Vec<(&'e str, Option<usize>)>,
}

impl<'e> Tree<'e> {
    fn state(&mut self, edit: &'e Edit) {
        let Some((last, way)) = edit.at.0.split_last() else { return };
        let mut at = 0;
        for step in way.iter().skip(1) {
            at = self.child(at, step);
        }
        if matches!(edit.want, Want::Absent) {
            let removed = self.add(at, Item::Removed(last));
            self.reason(removed, &edit.why.reason);
            return;
        }
        if !way.is_empty() {
            at = self.child(at, last);
        }
        self.reason(at, &edit.why.reason);
        match &edit.want {
            Want::Text { text, attributes } => {
                for (name, value) in attributes {
                    self.attribute(at, name, value.text());
                }
                if !self.inside(at).any(|branch| matches!(branch.item, Item::Text(_))) {
                    self.add(at, Item::Text(text.text()));
                }
            }
            Want::Attribute { name, value } => self.attribute(at, name, value.text()),
            Want::Element(element) => self.open(at, element),
            Want::Children(elements) if elements.is_empty() => {}
            Want::Children(elements) => {
                self.add(at, Item::Shared(elements));
            }
            Want::Absent => {}
        }
    }

    /// The element that a step leads to, made if it is not there yet.
    fn child(&mut self, at: usize, step: &'e Step) -> usize {
        self.part(at);
        let mut next = self.branches[at].first;
        while next != 0 {
            if self.is(next, step) {
                if let Item::Whole(element) = self.branches[next].item {
                    self.branches[next].item = Item::Tag(&element.name);
                    self.open(next, element);
                }
                return next;
            }
            next = self.branches[next].next;
        }
        let made = self.add(at, Item::Tag(&step.name));
        match &step.key {
            None => {}
            Some(Key::Attribute(name, value)) => {
                self.add(made, Item::Attribute(name, value));
            }
            Some(Key::Child(name, text)) => {
                let child = self.add(made, Item::Tag(name));
                self.add(child, Item::Text(text));
            }
        }
        made
    }

    /// Takes shared elements apart, so that a statement can go into one.
    fn part(&mut self, at: usize) {
        if !self.inside(at).any(|branch| matches!(branch.item, Item::Shared(_))) {
            return;
        }
        let mut next = std::mem::take(&mut self.branches[at].first);
        self.branches[at].last = 0;
        while next != 0 {
            let Branch { item, first, last, next: following, reason } = self.branches[next];
            match item {
                Item::Shared(elements) => elements.iter().for_each(|element| {
                    self.add(at, Item::Whole(element));
                }),
                item => {
                    let made = self.add(at, item);
                    let branch = &mut self.branches[made];
                    (branch.first, branch.last, branch.reason) = (first, last, reason);
                }
            }
            next = following;
        }
    }

    fn is(&self, at: usize, step: &Step) -> bool {
        match self.branches[at].item {
            Item::Tag(name) if same_name(name, &step.name) => match &step.key {
                None => true,
                Some(Key::Attribute(key, value)) => self
                    .inside(at)
                    .any(|branch| matches!(branch.item, Item::Attribute(name, own) if name == key && own == value)),
                Some(Key::Child(key, text)) => self.inside(at).any(|branch| match branch.item {
                    Item::Tag(name) => {
                        same_name(name, key)
                            && self
                                .within(branch)
                                .any(|own| matches!(own.item, Item::Text(own) if trim(own) == trim(text)))
                    }
                    Item::Whole(element) => is_child(element, key, text),
                    _ => false,
                }),
            },
            Item::Whole(element) if same_name(&element.name, &step.name) => match &step.key {
                None => true,
                Some(Key::Attribute(key, value)) => {
                    element.attributes.iter().any(|(name, own)| name == key && own.text() == value)
                }
                Some(Key::Child(key, text)) => element
                    .content
                    .iter()
                    .any(|node| matches!(node, Node::Element(child) if is_child(child, key, text))),
            },
            _ => false,
        }
    }

    /// Puts the attributes and the inside of an element into the tree.
    fn open(&mut self, at: usize, element: &'e Element) {
        for (name, value) in &element.attributes {
            self.attribute(at, name, value.text());
        }
        for node in &element.content {
            let item = match node {
                // The child that the step made as its key is this one.
                Node::Element(child) if self.inside(at).any(|branch| self.is_key(branch, child)) => continue,
                Node::Element(child) => Item::Whole(child),
                Node::Text(text) => Item::Text(text.text()),
                Node::Comment(text) => Item::Comment(text),
            };
            self.add(at, item);
        }
    }

    fn is_key(&self, branch: &Branch<'e>, child: &Element) -> bool {
        match branch.item {
            Item::Tag(name) if same_name(name, &child.name) => {
                self.within(branch).any(|own| matches!(own.item, Item::Text(text) if is_child(child, name, text)))
            }
            _ => false,
        }
    }

    /// An attribute, unless it is there.
    fn attribute(&mut self, at: usize, name: &'e str, value: &'e str) {
        if !self.inside(at).any(|branch| matches!(branch.item, Item::Attribute(other, _) if other == name)) {
            self.add(at, Item::Attribute(name, value));
        }
    }

    fn reason(&mut self, at: usize, reason: &'e str) {
        let made = self.reasons.len();
        self.reasons.push((reason, None));
        let mut last = None;
        let mut next = self.branches[at].reason;
        while let Some((_, following)) = next.and_then(|index| self.reasons.get(index)) {
            (last, next) = (next, *following);
        }
        match last.and_then(|index| self.reasons.get_mut(index)) {
            Some((_, following)) => *following = Some(made),
            None => self.branches[at].reason = Some(made),
        }
    }

    fn add(&mut self, parent: usize, item: Item<'e>) -> usize {
        let made = self.branches.len();
        self.branches.push(Branch::new(item));
        match self.branches[parent].last {
            0 => self.branches[parent].first = made,
            last => self.branches[last].next = made,
        }
        self.branches[parent].last = made;
        made
    }

    fn inside(&self, at: usize) -> impl Iterator<Item = &Branch<'e>> {
        self.within(&self.branches[at])
    }

    fn within(&self, branch: &Branch<'e>) -> impl Iterator<Item = &Branch<'e>> {
        let mut next = branch.first;
        std::iter::from_fn(move || {
            let branch = (next != 0).then(|| &self.branches[next])?;
            next = branch.next;
            Some(branch)
        })
    }

    /// Writes an element and what is inside; `said` is the reason that was written last.
    fn write<'s>(&'s self, out: &mut String, at: usize, depth: usize, inherited: &'s str, said: &mut &'e str) {
        let Item::Tag(name) = self.branches[at].item else { return };
        if at == 0 {
            self.write_reasons(out, 0, 0, said);
        }
        let used = push_open(out, name, inherited);
        let (mut text, mut other) = (false, false);
        for branch in self.inside(at) {
            match branch.item {
                Item::Attribute(name, value) => push_pair(out, name, value),
                Item::Text(own) => text |= !is_empty(own),
                _ => other = true,
            }
        }
        if !text && !other {
            out.push_str("/>");
            return;
        }
        out.push('>');
        let mut next = self.branches[at].first;
        while next != 0 {
            let branch = &self.branches[next];
            if !matches!(branch.item, Item::Attribute(..) | Item::Text(_) | Item::Shared(_)) {
                push_line(out, depth + 1);
                self.write_reasons(out, next, depth + 1, said);
            }
            match branch.item {
                Item::Tag(_) => self.write(out, next, depth + 1, used, said),
                Item::Attribute(..) => {}
                Item::Text(text) => push_text(out, text, "\n"),
                Item::Comment(text) => push_comment(out, text, "\n"),
                Item::Whole(element) => Writer::default().push_at(out, element, depth + 1, used),
                Item::Shared(elements) => elements.push(out, depth + 1, used),
                Item::Removed(step) => push_comment(out, &format!("Remove {step} from here."), "\n"),
            }
            next = branch.next;
        }
        if other {
            push_line(out, depth);
        }
        push_close(out, name, used);
    }

    fn write_reasons(&self, out: &mut String, at: usize, depth: usize, said: &mut &'e str) {
        let mut next = self.branches[at].reason;
        while let Some((reason, following)) = next.and_then(|index| self.reasons.get(index)) {
            if !reason.is_empty() && said != reason {
                push_comment(out, reason, "\n");
                push_line(out, depth);
                *said = reason;
            }
            next = *following;
        }
    }
}

fn is_child(child: &Element, name: &str, text: &str) -> bool {
    same_name(&child.name, name)
        && child.content.iter().any(|node| matches!(node, Node::Text(own) if trim(own.text()) == trim(text)))
}
