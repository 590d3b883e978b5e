//! What holds for every document and every statement.

use super::*;
use crate::edit::apply;
use crate::format::xml::Node;
use proptest::prelude::*;

fn name() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("a"), Just("b"), Just("c"), Just("t:b")]
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[xy ]{1,3}", any::<String>()]
}

/// An element as a file could hold it, in many layouts.
fn written() -> impl Strategy<Value = String> {
    let leaf = (name(), 0..8usize).prop_map(|(name, kind)| match kind {
        0 => format!("<{name}/>"),
        1 => format!("<{name} name='x' />"),
        2 => format!("<{name}> y </{name}>"),
        3 => format!("<!--{name}>y</{name}-->"),
        4 => format!("<!-- <{name} name=\"x\">y</{name}> -->"),
        5 => format!("<{name}\n\tname='x'\n\tc=\"&lt;\">x<![CDATA[<]]></{name} >"),
        6 => "<!-- b of c -->".to_owned(),
        _ => "<?p q?>".to_owned(),
    });
    leaf.prop_recursive(4, 24, 4, |inner| {
        let gap = prop_oneof![Just(""), Just("\n  "), Just("\r\n\t"), Just(" ")];
        (name(), proptest::collection::vec((gap.clone(), inner), 0..4), gap).prop_map(|(name, inside, end)| {
            let inside: String = inside.into_iter().map(|(gap, item)| format!("{gap}{item}")).collect();
            format!("<{name}>{inside}{end}</{name}>")
        })
    })
}

fn file() -> impl Strategy<Value = String> {
    (proptest::collection::vec(written(), 0..5), prop_oneof![Just("\n"), Just("\r\n"), Just("")])
        .prop_map(|(inside, eol)| format!("<a>{eol}    {}{eol}</a>{eol}", inside.join(&format!("{eol}    "))))
}

fn element() -> impl Strategy<Value = Element> {
    let attributes = proptest::collection::vec((prop_oneof![Just("name"), Just("c")], words()), 0..3);
    let leaf = (name(), attributes, proptest::option::of(words())).prop_map(|(name, attributes, text)| {
        let mut element = attributes.into_iter().fold(Element::new(name), |e, (name, value)| e.attribute(name, value));
        element.content.extend(text.map(|text| Node::Text(text.into())));
        element
    });
    leaf.prop_recursive(3, 10, 3, |inner| {
        (name(), proptest::collection::vec(inner, 0..3)).prop_map(|(name, inside)| Element::new(name).children(inside))
    })
}

fn step() -> impl Strategy<Value = Step> {
    (name(), 0..4usize).prop_map(|(name, kind)| match kind {
        0 => Step::with_attribute(name, "name", "x"),
        1 => Step::with_child(name, "b", "y"),
        _ => Step::named(name),
    })
}

fn statement() -> impl Strategy<Value = Edit> {
    let want = prop_oneof![
        words().prop_map(|text| Want::Text { text: text.into(), attributes: Vec::new() }),
        (prop_oneof![Just("c"), Just("d")], words())
            .prop_map(|(name, value)| Want::Attribute { name: name.into(), value: value.into() }),
        element().prop_map(Want::Element),
        proptest::collection::vec(element(), 0..3).prop_map(|all| Want::Children(all.into())),
        Just(Want::Absent),
    ];
    (proptest::collection::vec(step(), 0..3), want, proptest::option::of(step())).prop_map(
        |(steps, mut want, after)| {
            let mut steps = steps;
            // A statement that changes the very child by which a step knows its element would be a contradiction.
            let last = steps.len().wrapping_sub(1);
            for at in 0..steps.len() {
                let into = steps.get(at + 1).is_some_and(|step| step.name.ends_with('b'));
                let changed = at == last && matches!(want, Want::Children(_));
                if (into || changed) && matches!(steps[at].key, Some(Key::Child(..))) {
                    steps[at].key = None;
                }
            }
            let place = Place([Step::named("a")].into_iter().chain(steps).collect());
            if let (Want::Element(element), Some(step)) = (&mut want, place.0.last()) {
                element.name = step.name.clone();
                // A wanted child that denies the step's key would be a contradiction.
                if let Some(Key::Child(name, _)) = &step.key {
                    element
                        .content
                        .retain(|node| !matches!(node, Node::Element(child) if child.name.ends_with(name.as_ref())));
                    element.content.retain(|node| !matches!(node, Node::Text(_)));
                }
            }
            Edit { at: place, want, after, why: why() }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn one_statement_holds_afterwards(file in file(), edit in statement()) {
        let document = Document::parse(&file).unwrap();
        let Patched { text, findings } = patch(&document, std::slice::from_ref(&edit));
        let again = Document::parse(&text).unwrap();
        match &findings[0] {
            Finding::Holds | Finding::Trouble(_) => prop_assert_eq!(&text, &file),
            Finding::Differs { .. } | Finding::Absent => {
                prop_assert_eq!(edit.check(&again), Finding::Holds, "{}\n{}", edit, text);
                prop_assert_ne!(&text, &file);
                prop_assert_eq!(&patch(&again, std::slice::from_ref(&edit)).text, &text);
            }
        }
    }

    #[test]
    fn what_is_outside_of_the_splices_stays(file in file(), edit in statement()) {
        let document = Document::parse(&file).unwrap();
        if let Ok(mut splices) = edit.splices(&document) {
            splices.sort_by_key(|splice| (splice.range.start, splice.range.end));
            let after = apply(&file, &splices);
            let (mut at, mut rest) = (0, after.as_str());
            for splice in splices {
                prop_assert!(splice.range.start >= at, "splices overlap");
                rest = rest.strip_prefix(&file[at..splice.range.start]).unwrap().strip_prefix(splice.with.as_str()).unwrap();
                at = splice.range.end;
            }
            prop_assert_eq!(rest, &file[at..]);
        }
    }

    #[test]
    fn many_statements_leave_a_sound_file(file in file(), edits in proptest::collection::vec(statement(), 0..8)) {
        let document = Document::parse(&file).unwrap();
        let patched = patch(&document, &edits);
        prop_assert_eq!(patched.findings.len(), edits.len());
        prop_assert!(Document::parse(&patched.text).is_ok(), "{}", patched.text);
        let fragment = fragment(&Element::new("t:a").attribute("xmlns:t", "u"), &edits);
        prop_assert!(Document::parse(&fragment).is_ok(), "{}", fragment);
    }

    #[test]
    fn any_text_is_read_or_refused(file in file(), at in any::<prop::sample::Index>(), with in any::<String>(), edit in statement()) {
        let at = at.index(file.len() + 1);
        let at = (0..=at).rev().find(|at| file.is_char_boundary(*at)).unwrap_or(0);
        for broken in [format!("{}{with}{}", &file[..at], &file[at..]), file[at..].to_owned(), with] {
            if let Ok(document) = Document::parse(&broken) {
                let patched = patch(&document, std::slice::from_ref(&edit));
                prop_assert!(Document::parse(&patched.text).is_ok(), "{}", patched.text);
            }
        }
    }
}
