use super::*;
use crate::design::Design;

/// `UPDATE_EXPECT=1 cargo test -p wso2-design-core schema` writes it.
#[test]
fn it_is_what_the_types_read() {
    let mut schema = schemars::schema_for!(Design).to_value();
    schema["title"] = "A wso2-design design".into();
    expect_test::expect_file!["../schema.json"].assert_eq(&schema.to_string());
    assert_eq!(super::schema(), schema);
}

#[test]
fn every_setting_is_described() {
    let schema = schema();
    let mut bare = Vec::new();
    visit("", &schema, &mut bare);
    assert_eq!(bare, Vec::<String>::new());
}

fn visit(path: &str, value: &Value, bare: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            if let Some(Value::Object(properties)) = map.get("properties") {
                for (key, property) in properties {
                    // The one key of an externally tagged variant is described by the variant.
                    let one_variant = properties.len() == 1 && map.get("description").is_some();
                    if property.get("description").is_none() && !one_variant {
                        bare.push(format!("{path}.{key}"));
                    }
                }
            }
            map.iter().for_each(|(key, inside)| visit(&format!("{path}.{key}"), inside, bare));
        }
        Value::Array(items) => items.iter().for_each(|item| visit(path, item, bare)),
        _ => {}
    }
}
