-- Cluster apim: WSO2 API Manager 3.2.0
-- Databases and users, with the rights that making tables takes. Step 1 of 3.
-- It holds passwords. Run it as an administrator:
--   mysql --host=db.example.com < 01-create.sql

SET NAMES utf8mb4;
-- Without NO_BACKSLASH_ESCAPES, which would change what the texts below mean.
SET SESSION sql_mode = 'STRICT_TRANS_TABLES';
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'write the passwords in place of @env:WSO2AM_PASSWORD@ and @env:WSO2SHARED_PASSWORD@, then remove this statement';

-- APIs, applications, subscriptions
-- utf8: texts of people are in it, and its longest index of 255 characters is 765 bytes.
CREATE DATABASE IF NOT EXISTS `wso2am_db` CHARACTER SET utf8;

-- users, permissions and the registry
-- utf8: texts of people are in it, and its longest index of 255 characters is 765 bytes.
CREATE DATABASE IF NOT EXISTS `wso2shared_db` CHARACTER SET utf8;

-- A user is known by the address it comes from: one account for each node's.
-- Databases are exact in a grant (`\_`); with partial_revokes (MySQL 8.0.16) write `_` instead.

CREATE USER IF NOT EXISTS
    'wso2am'@'10.0.1.11' IDENTIFIED BY '@env:WSO2AM_PASSWORD@',
    'wso2am'@'10.0.1.12' IDENTIFIED BY '@env:WSO2AM_PASSWORD@',
    'wso2am'@'10.0.1.13' IDENTIFIED BY '@env:WSO2AM_PASSWORD@',
    'wso2am'@'10.0.1.14' IDENTIFIED BY '@env:WSO2AM_PASSWORD@',
    'wso2am'@'10.0.1.15' IDENTIFIED BY '@env:WSO2AM_PASSWORD@',
    'wso2am'@'10.0.1.16' IDENTIFIED BY '@env:WSO2AM_PASSWORD@',
    'wso2am'@'10.0.1.17' IDENTIFIED BY '@env:WSO2AM_PASSWORD@',
    'wso2am'@'10.0.1.18' IDENTIFIED BY '@env:WSO2AM_PASSWORD@';
ALTER USER
    'wso2am'@'10.0.1.11' IDENTIFIED BY '@env:WSO2AM_PASSWORD@',
    'wso2am'@'10.0.1.12' IDENTIFIED BY '@env:WSO2AM_PASSWORD@',
    'wso2am'@'10.0.1.13' IDENTIFIED BY '@env:WSO2AM_PASSWORD@',
    'wso2am'@'10.0.1.14' IDENTIFIED BY '@env:WSO2AM_PASSWORD@',
    'wso2am'@'10.0.1.15' IDENTIFIED BY '@env:WSO2AM_PASSWORD@',
    'wso2am'@'10.0.1.16' IDENTIFIED BY '@env:WSO2AM_PASSWORD@',
    'wso2am'@'10.0.1.17' IDENTIFIED BY '@env:WSO2AM_PASSWORD@',
    'wso2am'@'10.0.1.18' IDENTIFIED BY '@env:WSO2AM_PASSWORD@';

CREATE USER IF NOT EXISTS
    'wso2shared'@'10.0.1.11' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@',
    'wso2shared'@'10.0.1.12' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@',
    'wso2shared'@'10.0.1.13' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@',
    'wso2shared'@'10.0.1.14' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@',
    'wso2shared'@'10.0.1.15' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@',
    'wso2shared'@'10.0.1.16' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@',
    'wso2shared'@'10.0.1.17' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@',
    'wso2shared'@'10.0.1.18' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@',
    'wso2shared'@'10.0.2.21' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@',
    'wso2shared'@'10.0.2.22' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@';
ALTER USER
    'wso2shared'@'10.0.1.11' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@',
    'wso2shared'@'10.0.1.12' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@',
    'wso2shared'@'10.0.1.13' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@',
    'wso2shared'@'10.0.1.14' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@',
    'wso2shared'@'10.0.1.15' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@',
    'wso2shared'@'10.0.1.16' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@',
    'wso2shared'@'10.0.1.17' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@',
    'wso2shared'@'10.0.1.18' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@',
    'wso2shared'@'10.0.2.21' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@',
    'wso2shared'@'10.0.2.22' IDENTIFIED BY '@env:WSO2SHARED_PASSWORD@';

GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE,
    CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, TRIGGER,
    CREATE TEMPORARY TABLES, LOCK TABLES
ON `wso2am\_db`.* TO
    'wso2am'@'10.0.1.11',
    'wso2am'@'10.0.1.12',
    'wso2am'@'10.0.1.13',
    'wso2am'@'10.0.1.14',
    'wso2am'@'10.0.1.15',
    'wso2am'@'10.0.1.16',
    'wso2am'@'10.0.1.17',
    'wso2am'@'10.0.1.18';

GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE,
    CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, TRIGGER,
    CREATE TEMPORARY TABLES, LOCK TABLES
ON `wso2shared\_db`.* TO
    'wso2shared'@'10.0.1.11',
    'wso2shared'@'10.0.1.12',
    'wso2shared'@'10.0.1.13',
    'wso2shared'@'10.0.1.14',
    'wso2shared'@'10.0.1.15',
    'wso2shared'@'10.0.1.16',
    'wso2shared'@'10.0.1.17',
    'wso2shared'@'10.0.1.18',
    'wso2shared'@'10.0.2.21',
    'wso2shared'@'10.0.2.22';
