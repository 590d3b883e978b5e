// Designs to measure with.

/** A design of so many nodes: one manager or two, and workers in one range, or each in a row of its own. */
export function designOf(nodes, form) {
  const managers = nodes > 3 ? 2 : 1;
  const workers = nodes - managers;
  const rows =
    form === "rows"
      ? Array.from({ length: workers }, (_, at) => worker("address", `10.0.2.${at + 1}`))
      : [worker("addresses", `10.0.2.1-${workers}`)];
  return `format = 1
name = "esb"
product = "esb"
release = "5.0.0"
pattern = "worker-manager-${managers > 1 ? 2 : 1}"

[hosts]
service = "esb.example.com"

[[nodes]]
role = "manager"
${managers > 1 ? 'addresses = "10.0.1.11-12"' : 'address = "10.0.1.11"'}

${rows.join("\n")}
[database.mysql]
host = "db.example.com"
`;
}

const worker = (key, value) => `[[nodes]]
role = "worker"
${key} = "${value}"
`;
