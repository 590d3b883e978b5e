-- Cluster is: WSO2 Identity Server 5.8.0
-- Databases and users, with the rights that making tables takes. Step 1 of 3.
-- It holds passwords. Run it as an administrator:
--   mysql --host=db.example.com < 01-create.sql

SET NAMES utf8mb4;
-- Without NO_BACKSLASH_ESCAPES, which would change what the texts below mean.
SET SESSION sql_mode = 'STRICT_TRANS_TABLES';
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'write the passwords in place of @env:WSO2_USER_PASSWORD@ and @env:WSO2_REGISTRY_PASSWORD@ and @env:WSO2_IDENTITY_PASSWORD@ and @env:WSO2_BPS_PASSWORD@, then remove this statement';

-- users, roles and permissions
-- latin1: the kernel's script puts a path of 750 characters into an index, and InnoDB's limit is 767
-- bytes up to 5.6 and 3072 since. In utf8 they are 2250 bytes, in utf8mb4 3000 and a little more.
CREATE DATABASE IF NOT EXISTS `wso2_user_db` CHARACTER SET latin1;

-- configuration and governance registry
-- latin1: the kernel's script puts a path of 750 characters into an index, and InnoDB's limit is 767
-- bytes up to 5.6 and 3072 since. In utf8 they are 2250 bytes, in utf8mb4 3000 and a little more.
CREATE DATABASE IF NOT EXISTS `wso2_registry_db` CHARACTER SET latin1;

-- service providers, tokens and sessions
-- utf8: texts of people are in it, and its longest index of 255 characters is 765 bytes.
CREATE DATABASE IF NOT EXISTS `wso2_identity_db` CHARACTER SET utf8;

-- BPEL processes and human tasks
-- utf8: texts of people are in it, and its longest index of 255 characters is 765 bytes.
CREATE DATABASE IF NOT EXISTS `wso2_bps_db` CHARACTER SET utf8;

-- A user is known by the address it comes from: one account for each node's.
-- Databases are exact in a grant (`\_`); with partial_revokes (MySQL 8.0.16) write `_` instead.

CREATE USER IF NOT EXISTS
    'wso2_user'@'10.0.1.11' IDENTIFIED BY '@env:WSO2_USER_PASSWORD@',
    'wso2_user'@'10.0.1.12' IDENTIFIED BY '@env:WSO2_USER_PASSWORD@';
ALTER USER
    'wso2_user'@'10.0.1.11' IDENTIFIED BY '@env:WSO2_USER_PASSWORD@',
    'wso2_user'@'10.0.1.12' IDENTIFIED BY '@env:WSO2_USER_PASSWORD@';

CREATE USER IF NOT EXISTS
    'wso2_registry'@'10.0.1.11' IDENTIFIED BY '@env:WSO2_REGISTRY_PASSWORD@',
    'wso2_registry'@'10.0.1.12' IDENTIFIED BY '@env:WSO2_REGISTRY_PASSWORD@';
ALTER USER
    'wso2_registry'@'10.0.1.11' IDENTIFIED BY '@env:WSO2_REGISTRY_PASSWORD@',
    'wso2_registry'@'10.0.1.12' IDENTIFIED BY '@env:WSO2_REGISTRY_PASSWORD@';

CREATE USER IF NOT EXISTS
    'wso2_identity'@'10.0.1.11' IDENTIFIED BY '@env:WSO2_IDENTITY_PASSWORD@',
    'wso2_identity'@'10.0.1.12' IDENTIFIED BY '@env:WSO2_IDENTITY_PASSWORD@';
ALTER USER
    'wso2_identity'@'10.0.1.11' IDENTIFIED BY '@env:WSO2_IDENTITY_PASSWORD@',
    'wso2_identity'@'10.0.1.12' IDENTIFIED BY '@env:WSO2_IDENTITY_PASSWORD@';

CREATE USER IF NOT EXISTS
    'wso2_bps'@'10.0.1.11' IDENTIFIED BY '@env:WSO2_BPS_PASSWORD@',
    'wso2_bps'@'10.0.1.12' IDENTIFIED BY '@env:WSO2_BPS_PASSWORD@';
ALTER USER
    'wso2_bps'@'10.0.1.11' IDENTIFIED BY '@env:WSO2_BPS_PASSWORD@',
    'wso2_bps'@'10.0.1.12' IDENTIFIED BY '@env:WSO2_BPS_PASSWORD@';

GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE,
    CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, TRIGGER,
    CREATE TEMPORARY TABLES, LOCK TABLES
ON `wso2\_user\_db`.* TO
    'wso2_user'@'10.0.1.11',
    'wso2_user'@'10.0.1.12';

GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE,
    CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, TRIGGER,
    CREATE TEMPORARY TABLES, LOCK TABLES
ON `wso2\_registry\_db`.* TO
    'wso2_registry'@'10.0.1.11',
    'wso2_registry'@'10.0.1.12';

GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE,
    CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, TRIGGER,
    CREATE TEMPORARY TABLES, LOCK TABLES
ON `wso2\_identity\_db`.* TO
    'wso2_identity'@'10.0.1.11',
    'wso2_identity'@'10.0.1.12';

GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE,
    CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, TRIGGER,
    CREATE TEMPORARY TABLES, LOCK TABLES
ON `wso2\_bps\_db`.* TO
    'wso2_bps'@'10.0.1.11',
    'wso2_bps'@'10.0.1.12';
