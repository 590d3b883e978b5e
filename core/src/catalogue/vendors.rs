use crate::design::Database;

/// A database vendor, as far as products and load scripts care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum VendorId {
    /// MySQL.
    Mysql,
    /// MariaDB.
    Mariadb,
    /// PostgreSQL.
    Postgresql,
    /// Oracle.
    Oracle,
    /// Microsoft SQL Server.
    Mssql,
}

/// What a vendor's databases need in a datasource. Source: kernel 4.6.1 infer.json, whose classes the XML products use too.
#[derive(Debug, PartialEq, Eq)]
pub struct Vendor {
    /// Which.
    pub id: VendorId,
    /// Its key in a design, and its folder in a bundle.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The JDBC driver's class.
    pub driver: &'static str,
    /// The file that holds the driver, as a person finds it.
    pub jar: &'static str,
    /// The usual port.
    pub port: u16,
    /// The query by which a pool proves a connection; another vendor's fails every borrow.
    pub validation: &'static str,
    /// The name of the kernel's script without `.sql`.
    pub script: &'static str,
    /// The vendor's name within Activiti's scripts.
    pub activiti: &'static str,
    /// The vendor's folder where scripts lie in one for each.
    pub folder: &'static str,
    /// Its type in `deployment.toml`, which decides driver and query; PostgreSQL's is not spelled as one thinks.
    pub toml: &'static str,
    /// The port's usual administrator tool, for the guide.
    pub client: &'static str,
}

/// Every vendor, in the order in which lists show them.
pub static VENDORS: &[Vendor] = &[
    Vendor {
        id: VendorId::Mysql,
        key: "mysql",
        name: "MySQL",
        driver: "com.mysql.jdbc.Driver",
        jar: "mysql-connector-java-5.1.x.jar",
        port: 3306,
        validation: "SELECT 1",
        script: "mysql",
        activiti: "mysql",
        folder: "mysql",
        toml: "mysql",
        client: "mysql",
    },
    Vendor {
        id: VendorId::Mariadb,
        key: "mariadb",
        name: "MariaDB",
        driver: "org.mariadb.jdbc.Driver",
        jar: "mariadb-java-client-2.x.jar",
        port: 3306,
        validation: "SELECT 1",
        script: "mysql",
        activiti: "mysql",
        folder: "mysql",
        toml: "mariadb",
        client: "mariadb",
    },
    Vendor {
        id: VendorId::Postgresql,
        key: "postgresql",
        name: "PostgreSQL",
        driver: "org.postgresql.Driver",
        jar: "postgresql-42.2.x.jar",
        port: 5432,
        validation: "SELECT 1",
        script: "postgresql",
        activiti: "postgres",
        folder: "postgres",
        toml: "postgre",
        client: "psql",
    },
    Vendor {
        id: VendorId::Oracle,
        key: "oracle",
        name: "Oracle",
        driver: "oracle.jdbc.OracleDriver",
        jar: "ojdbc8.jar",
        port: 1521,
        validation: "SELECT 1 FROM DUAL",
        script: "oracle",
        activiti: "oracle",
        folder: "oracle",
        toml: "oracle",
        client: "sqlplus",
    },
    Vendor {
        id: VendorId::Mssql,
        key: "mssql",
        name: "Microsoft SQL Server",
        driver: "com.microsoft.sqlserver.jdbc.SQLServerDriver",
        jar: "mssql-jdbc-8.x.jre8.jar",
        port: 1433,
        validation: "SELECT 1",
        script: "mssql",
        activiti: "mssql",
        folder: "mssql",
        toml: "mssql",
        client: "sqlcmd",
    },
];

/// The vendor of a design's database.
pub fn vendor(database: &Database) -> &'static Vendor {
    let id = match database {
        Database::Mysql(_) => VendorId::Mysql,
        Database::Mariadb(_) => VendorId::Mariadb,
        Database::Postgresql(_) => VendorId::Postgresql,
        Database::Oracle(_) => VendorId::Oracle,
        Database::Mssql(_) => VendorId::Mssql,
    };
    &VENDORS[id as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_the_order_of_the_ids() {
        for (number, vendor) in VENDORS.iter().enumerate() {
            assert_eq!(vendor.id as usize, number);
        }
    }
}
