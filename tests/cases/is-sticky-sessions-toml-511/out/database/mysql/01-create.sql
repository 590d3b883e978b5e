-- Cluster is: WSO2 Identity Server 5.11.0
-- Databases and users, with the rights that making tables takes. Step 1 of 3.
-- It holds passwords. Run it as an administrator:
--   mysql --host=db.example.com < 01-create.sql

SET NAMES utf8mb4;
-- Without NO_BACKSLASH_ESCAPES, which would change what the texts below mean.
SET SESSION sql_mode = 'STRICT_TRANS_TABLES';
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'write the passwords in place of @env:WSO2IDENTITY_PASSWORD@ and @env:WSO2SHARED_PASSWORD@, then remove this statement';

-- applications, tokens, sessions, consents
-- utf8: texts of people are in it, and its longest index of 255 characters is 765 bytes.
CREATE DATABASE IF NOT EXISTS `wso2identity_db` CHARACTER SET utf8;

-- users, permissions and the registry
-- utf8: texts of people are in it, and its longest index of 255 characters is 765 bytes.
CREATE DATABASE IF NOT EXISTS `wso2shared_db` CHARACTER SET utf8;

-- A user is known by the address it comes from: one account for each node's.
-- Databases are exact in a grant (`\_`); with partial_revokes (MySQL 8.0.16) write `_` instead.

CREATE USER IF NOT EXISTS
    'wso2identity'@'10.0.1.11' IDENTIFIED BY '@env:WSO2IDENTITY_PASSWORD@',
    'wso2identity'@'10.0.1.12' IDENTIFIED BY '@env:WSO2IDENTITY_PASSWORD@';
ALTER USER
    'wso2identity'@'10.0.1.11' IDENTIFIED BY '@env:WSO2IDENTITY_PASSWORD@',
    'wso2identity'@'10.0.1.12' IDENTIFIED BY '@env:WSO2IDENTITY_PASSWORD@';

CREATE USER IF NOT EXISTS
    'wso2shared'@'10.0.1.11' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@',
    'wso2shared'@'10.0.1.12' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@';
ALTER USER
    'wso2shared'@'10.0.1.11' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@',
    'wso2shared'@'10.0.1.12' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@';

GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE,
    CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, TRIGGER,
    CREATE TEMPORARY TABLES, LOCK TABLES
ON `wso2identity\_db`.* TO
    'wso2identity'@'10.0.1.11',
    'wso2identity'@'10.0.1.12';

GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE,
    CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, TRIGGER,
    CREATE TEMPORARY TABLES, LOCK TABLES
ON `wso2shared\_db`.* TO
    'wso2shared'@'10.0.1.11',
    'wso2shared'@'10.0.1.12';
