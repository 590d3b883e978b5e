// Product files that are dropped: patched in the page as the command line patches them.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { assertSame, downloaded, folder, noProgram, rendered, unzipped, zipped } from "./bundle.mjs";
import { ESB, lines, open } from "./designs.mjs";
import { scene } from "./stage.mjs";

const CONF = "repository/conf/";

/** A product's home of the right shape, with what a patch goes to and what it leaves alone. */
function home(version = "WSO2 Enterprise Service Bus v5.0.0") {
  return {
    "bin/version.txt": `${version}\n`,
    "bin/wso2server.sh": "#!/bin/sh\nexec java org.wso2.carbon.bootstrap.Bootstrap\n",
    [`${CONF}carbon.xml`]: `<?xml version="1.0" encoding="ISO-8859-1"?>
<Server xmlns="http://wso2.org/projects/carbon/carbon.xml">
    <Name>WSO2 Enterprise Service Bus</Name>
    <!-- <HostName>www.wso2.org</HostName> -->
    <!-- <MgtHostName>mgt.wso2.org</MgtHostName> -->
    <Ports>
        <Offset>0</Offset>
    </Ports>
    <Unknown>left   alone</Unknown>
</Server>
`,
    [`${CONF}axis2/axis2.xml`]: `<?xml version="1.0" encoding="UTF-8"?>\r
<axisconfig name="AxisJava2.0">\r
    <clustering class="org.wso2.carbon.core.clustering.hazelcast.HazelcastClusteringAgent" enable="false">\r
        <parameter name="membershipScheme">multicast</parameter>\r
        <parameter name="domain">wso2.carbon.domain</parameter>\r
        <parameter name="localMemberHost">127.0.0.1</parameter>\r
        <parameter name="localMemberPort">4000</parameter>\r
        <parameter name="properties">\r
            <property name="subDomain" value="worker"/>\r
        </parameter>\r
        <members>\r
            <member>\r
                <hostName>127.0.0.1</hostName>\r
                <port>4000</port>\r
            </member>\r
        </members>\r
    </clustering>\r
</axisconfig>\r
`,
  };
}

/** Writes files below a folder. */
function lay(root, files) {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
  return root;
}

/** Drops files or folders of this machine on the page, as a file manager does. */
async function drop(page, ...files) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"])
    await session.send("Input.dispatchDragEvent", { type, x: 300, y: 400, data });
  await session.detach();
}

async function begin(page, design = ESB) {
  await open(page, design);
  await lines(page).first().waitFor();
}

const differences = (page) => page.getByRole("dialog", { name: "Differences" });

async function bundle(page, name = "esb") {
  await page.keyboard.press("Escape");
  await differences(page).waitFor({ state: "detached" });
  return unzipped((await downloaded(page, () => page.keyboard.press("Alt+z"))).bytes, name);
}

scene("a dropped product zip is patched as the command line patches it", { needs: noProgram }, async ({ page, t }) => {
  await begin(page);
  const room = folder(t);
  const inside = Object.fromEntries(Object.entries(home()).map(([path, text]) => [`wso2esb-5.0.0/${path}`, text]));
  const zip = join(room, "wso2esb-5.0.0.zip");
  writeFileSync(
    zip,
    await zipped({ ...inside, "wso2esb-5.0.0/repository/components/plugins/x.jar": Buffer.alloc(200_000) }),
  );
  await drop(page, zip);
  await differences(page).waitFor();
  assert.ok(await differences(page).getByText("WSO2 Enterprise Service Bus 5.0.0").isVisible());
  // What differs is there to read, in lines that went and lines that came.
  const axis2 = differences(page).locator("details", { hasText: "nodes/manager-1/repository/conf/axis2/axis2.xml" });
  await axis2.locator("summary").click();
  await axis2.getByText('<parameter name="domain">wso2.carbon.domain</parameter>').waitFor();
  await axis2.getByText('<parameter name="domain">wso2.esb.domain</parameter>').first().waitFor();
  assertSame(await bundle(page), await rendered(t, ESB, "--stock", zip));
});

scene("loose configuration files and a folder are patched, too", { needs: noProgram }, async ({ page, t }) => {
  await begin(page);
  const room = folder(t);
  const whole = lay(join(room, "home"), home());
  await drop(page, join(whole, CONF, "carbon.xml"));
  await differences(page).waitFor();
  const some = lay(join(room, "some"), { [`${CONF}carbon.xml`]: home()[`${CONF}carbon.xml`] });
  assertSame(await bundle(page), await rendered(t, ESB, "--stock", some));
  await drop(page, whole);
  await differences(page).getByText("from home", { exact: false }).waitFor();
  assertSame(await bundle(page), await rendered(t, ESB, "--stock", whole));
  // Let go of, only the cluster's own settings are left.
  await page.keyboard.press("Alt+d");
  await differences(page)
    .getByRole("button", { name: /^Let go of/ })
    .click();
  assertSame(await bundle(page), await rendered(t, ESB));
});

scene("a product of another release is refused with a sentence", {}, async ({ page, t }) => {
  await begin(page);
  await drop(page, lay(join(folder(t), "wso2esb-4.9.0"), home("WSO2 Enterprise Service Bus v4.9.0")));
  const alert = page.getByRole("alert");
  await alert.getByText("says that it is").waitFor();
  assert.equal(
    (await alert.textContent()).trim(),
    "wso2esb-4.9.0 says that it is WSO2 Enterprise Service Bus v4.9.0; the design says WSO2 Enterprise Service Bus 5.0.0. Nothing was taken of it.",
  );
  assert.equal(await differences(page).count(), 0);
});

scene("a product that leaves its maker out of its name is taken", {}, async ({ page, t }) => {
  await begin(page, readFileSync(new URL("../cases/as-worker-manager-1/design.toml", import.meta.url), "utf8"));
  await drop(page, lay(join(folder(t), "wso2as-5.3.0"), home("Application Server v5.3.0")));
  await differences(page).getByText("from wso2as-5.3.0").waitFor();
});

scene("what is no zip, and what has nothing of the product, is told", {}, async ({ page, t }) => {
  await begin(page);
  const room = lay(folder(t), { "broken.zip": "PK\x03\x04 nothing", "notes.md": "# nothing" });
  await drop(page, join(room, "broken.zip"));
  await page.getByRole("alert").getByText("is no zip that can be read").waitFor();
  await drop(page, join(room, "notes.md"));
  await page.getByRole("alert").getByText("has none of the files").waitFor();
});

const STOCK = fileURLToPath(new URL("../../../shared/stock/", import.meta.url));
const none = (...releases) => releases.map((it) => join(STOCK, it)).find((it) => !existsSync(it));
const noStock = (...releases) =>
  noProgram || (none(...releases) && `no stock files beside the project (${none(...releases)})`) || false;

scene(
  "a whole stock tree is patched as the command line patches it",
  { needs: noStock("esb-5.0.0") },
  async ({ page, t }) => {
    await begin(page);
    await drop(page, join(STOCK, "esb-5.0.0"));
    await differences(page).waitFor();
    assertSame(await bundle(page), await rendered(t, ESB, "--stock", join(STOCK, "esb-5.0.0")));
  },
);

scene("what runs beside the product is dropped after it", { needs: noProgram }, async ({ page, t }) => {
  const design = readFileSync(new URL("../cases/is-symmetric-analytics/design.toml", import.meta.url), "utf8");
  await begin(page, design);
  const room = folder(t);
  const product = lay(join(room, "wso2is-5.6.0"), home("WSO2 Identity Server v5.6.0"));
  const beside = lay(join(room, "wso2is-analytics-5.6.0"), home("WSO2 Identity Server Analytics v5.6.0"));
  const alone = await rendered(t, design, "--stock", product);
  const both = await rendered(t, design, "--stock", product, "--stock", `is-analytics=${beside}`);
  assert.notDeepEqual(both, alone);
  await drop(page, product);
  await differences(page).getByText("from wso2is-5.6.0").waitFor();
  assertSame(await bundle(page, "is"), alone);
  await drop(page, beside);
  await differences(page).getByText("from wso2is-analytics-5.6.0").waitFor();
  assertSame(await bundle(page, "is"), both);
});
