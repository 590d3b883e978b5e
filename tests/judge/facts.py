"""What the rendered files say, read as the product reads them: XML by its elements, not by its lines."""

import re
import xml.etree.ElementTree as ElementTree


class Xml:
    """An XML file without its name spaces."""

    def __init__(self, text):
        self.root = ElementTree.fromstring(text)
        for element in self.root.iter():
            element.tag = element.tag.rpartition("}")[2]

    def text(self, path):
        found = self.root.find(path)
        return None if found is None else (found.text or "").strip()

    def all(self, path):
        return self.root.findall(path)


def texts(element):
    """Every child element's text, by its name."""
    return {child.tag: (child.text or "").strip() for child in element}


def axis2(xml):
    clustering = xml.root.find("clustering")
    if clustering is None:
        return {"clustering": None}
    parameters = {it.get("name"): (it.text or "").strip() for it in clustering.findall("parameter")}
    properties = {it.get("name"): it.get("value") for it in clustering.findall("parameter/property")}
    members = [texts(member) for member in clustering.findall("members/member")]
    return {
        "clustering": {
            "enable": clustering.get("enable"),
            "parameters": parameters,
            "properties": properties,
            "members": [f"{it.get('hostName')}:{it.get('port')}" for it in members],
        }
    }


def carbon(xml):
    return {
        "host": xml.text("HostName"),
        "console": xml.text("MgtHostName"),
        "offset": xml.text("Ports/Offset"),
        "local_cache": xml.text("Cache/ForceLocalCache"),
        "keystore": xml.text("Security/KeyStore/Location"),
        "tls_keystore": xml.text("Security/TLSKeyStore/Location") or xml.text("Security/TLSKeystore/Location"),
    }


def datasources(xml):
    out = {}
    for source in xml.all("datasources/datasource"):
        configuration = source.find("definition/configuration")
        out[source.findtext("jndiConfig/name", "").strip()] = {} if configuration is None else texts(configuration)
    return out


def registry(xml):
    return {
        "mounts": {it.get("path"): it.findtext("targetPath", "").strip() for it in xml.all("mount")},
        "sources": [it.findtext("dataSource", "").strip() for it in xml.all("dbConfig")],
    }


def user_mgt(xml):
    return {
        "user": xml.text("Realm/Configuration/AdminUser/UserName"),
        "password": xml.text("Realm/Configuration/AdminUser/Password"),
        "source": next((it.text for it in xml.root.iter("Property") if it.get("name") == "dataSource"), None),
        "store": (lambda it: None if it is None else it.get("class"))(xml.root.find("Realm/UserStoreManager")),
    }


def catalina(xml):
    return {
        it.get("scheme") or ("https" if it.get("SSLEnabled") == "true" else "http"): dict(it.attrib)
        for it in xml.all("Service/Connector")
    }


def properties(text):
    lines = [line.strip() for line in text.splitlines()]
    pairs = [re.split(r"\s*[=:]\s*", line, maxsplit=1) for line in lines if line and line[0] not in "#!"]
    return {pair[0]: pair[1] if len(pair) > 1 else "" for pair in pairs}


FILES = {
    "axis2/axis2.xml": ("axis2", axis2),
    "carbon.xml": ("carbon", carbon),
    "datasources/master-datasources.xml": ("datasources", datasources),
    "registry.xml": ("registry", registry),
    "user-mgt.xml": ("users", user_mgt),
    "tomcat/catalina-server.xml": ("catalina", catalina),
}


def of(files):
    """What the files say, and what is wrong with them."""
    out, faults = {}, []
    for path, text in files.items():
        below = re.sub(r"^(repository/)?conf/", "", path)
        if path.endswith(".xml"):
            try:
                xml = Xml(text)
            except ElementTree.ParseError as fault:
                faults.append(f"{path}: {fault}")
                continue
            if below in FILES:
                name, read = FILES[below]
                out[name] = read(xml)
        elif below == "hazelcast.properties":
            out["hazelcast"] = properties(text)
    return out, faults
