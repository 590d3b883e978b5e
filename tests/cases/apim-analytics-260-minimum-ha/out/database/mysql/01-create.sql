-- Cluster apim-analytics: WSO2 API Manager Analytics 2.6.0
-- Databases and users, with the rights that making tables takes. Step 1 of 3.
-- It holds passwords. Run it as an administrator:
--   mysql --host=db.example.com < 01-create.sql

SET NAMES utf8mb4;
-- Without NO_BACKSLASH_ESCAPES, which would change what the texts below mean.
SET SESSION sql_mode = 'STRICT_TRANS_TABLES';
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'write the passwords in place of @env:WSO2_CLUSTER_PASSWORD@ and @env:WSO2_PERSISTENCE_PASSWORD@ and @env:WSO2_PROCESSED_PASSWORD@ and @env:WSO2_DASHBOARD_PASSWORD@, then remove this statement';

-- who of the workers is alive, and which one answers
-- utf8: texts of people are in it, and its longest index of 255 characters is 765 bytes.
CREATE DATABASE IF NOT EXISTS `wso2_cluster_db` CHARACTER SET utf8;

-- the state of running queries
-- utf8: texts of people are in it, and its longest index of 255 characters is 765 bytes.
CREATE DATABASE IF NOT EXISTS `wso2_persistence_db` CHARACTER SET utf8;

-- what was found in events
-- utf8: texts of people are in it, and its longest index of 255 characters is 765 bytes.
CREATE DATABASE IF NOT EXISTS `apim_analytics_db` CHARACTER SET utf8;

-- dashboards, business rules and permissions
-- utf8: texts of people are in it, and its longest index of 255 characters is 765 bytes.
CREATE DATABASE IF NOT EXISTS `wso2_dashboard_db` CHARACTER SET utf8;

-- A user is known by the address it comes from: one account for each node's.
-- Databases are exact in a grant (`\_`); with partial_revokes (MySQL 8.0.16) write `_` instead.

CREATE USER IF NOT EXISTS
    'wso2_cluster'@'10.0.2.11' IDENTIFIED BY '@env:WSO2_CLUSTER_PASSWORD@',
    'wso2_cluster'@'10.0.2.12' IDENTIFIED BY '@env:WSO2_CLUSTER_PASSWORD@',
    'wso2_cluster'@'10.0.2.21' IDENTIFIED BY '@env:WSO2_CLUSTER_PASSWORD@';
ALTER USER
    'wso2_cluster'@'10.0.2.11' IDENTIFIED BY '@env:WSO2_CLUSTER_PASSWORD@',
    'wso2_cluster'@'10.0.2.12' IDENTIFIED BY '@env:WSO2_CLUSTER_PASSWORD@',
    'wso2_cluster'@'10.0.2.21' IDENTIFIED BY '@env:WSO2_CLUSTER_PASSWORD@';

CREATE USER IF NOT EXISTS
    'wso2_persistence'@'10.0.2.11' IDENTIFIED BY '@env:WSO2_PERSISTENCE_PASSWORD@',
    'wso2_persistence'@'10.0.2.12' IDENTIFIED BY '@env:WSO2_PERSISTENCE_PASSWORD@',
    'wso2_persistence'@'10.0.2.21' IDENTIFIED BY '@env:WSO2_PERSISTENCE_PASSWORD@';
ALTER USER
    'wso2_persistence'@'10.0.2.11' IDENTIFIED BY '@env:WSO2_PERSISTENCE_PASSWORD@',
    'wso2_persistence'@'10.0.2.12' IDENTIFIED BY '@env:WSO2_PERSISTENCE_PASSWORD@',
    'wso2_persistence'@'10.0.2.21' IDENTIFIED BY '@env:WSO2_PERSISTENCE_PASSWORD@';

CREATE USER IF NOT EXISTS
    'wso2_processed'@'10.0.2.11' IDENTIFIED BY '@env:WSO2_PROCESSED_PASSWORD@',
    'wso2_processed'@'10.0.2.12' IDENTIFIED BY '@env:WSO2_PROCESSED_PASSWORD@',
    'wso2_processed'@'10.0.2.21' IDENTIFIED BY '@env:WSO2_PROCESSED_PASSWORD@';
ALTER USER
    'wso2_processed'@'10.0.2.11' IDENTIFIED BY '@env:WSO2_PROCESSED_PASSWORD@',
    'wso2_processed'@'10.0.2.12' IDENTIFIED BY '@env:WSO2_PROCESSED_PASSWORD@',
    'wso2_processed'@'10.0.2.21' IDENTIFIED BY '@env:WSO2_PROCESSED_PASSWORD@';

CREATE USER IF NOT EXISTS
    'wso2_dashboard'@'10.0.2.11' IDENTIFIED BY '@env:WSO2_DASHBOARD_PASSWORD@',
    'wso2_dashboard'@'10.0.2.12' IDENTIFIED BY '@env:WSO2_DASHBOARD_PASSWORD@',
    'wso2_dashboard'@'10.0.2.21' IDENTIFIED BY '@env:WSO2_DASHBOARD_PASSWORD@';
ALTER USER
    'wso2_dashboard'@'10.0.2.11' IDENTIFIED BY '@env:WSO2_DASHBOARD_PASSWORD@',
    'wso2_dashboard'@'10.0.2.12' IDENTIFIED BY '@env:WSO2_DASHBOARD_PASSWORD@',
    'wso2_dashboard'@'10.0.2.21' IDENTIFIED BY '@env:WSO2_DASHBOARD_PASSWORD@';

GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE,
    CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, TRIGGER,
    CREATE TEMPORARY TABLES, LOCK TABLES
ON `wso2\_cluster\_db`.* TO
    'wso2_cluster'@'10.0.2.11',
    'wso2_cluster'@'10.0.2.12',
    'wso2_cluster'@'10.0.2.21';

GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE,
    CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, TRIGGER,
    CREATE TEMPORARY TABLES, LOCK TABLES
ON `wso2\_persistence\_db`.* TO
    'wso2_persistence'@'10.0.2.11',
    'wso2_persistence'@'10.0.2.12',
    'wso2_persistence'@'10.0.2.21';

GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE,
    CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, TRIGGER,
    CREATE TEMPORARY TABLES, LOCK TABLES
ON `apim\_analytics\_db`.* TO
    'wso2_processed'@'10.0.2.11',
    'wso2_processed'@'10.0.2.12',
    'wso2_processed'@'10.0.2.21';

GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE,
    CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, TRIGGER,
    CREATE TEMPORARY TABLES, LOCK TABLES
ON `wso2\_dashboard\_db`.* TO
    'wso2_dashboard'@'10.0.2.11',
    'wso2_dashboard'@'10.0.2.12',
    'wso2_dashboard'@'10.0.2.21';
