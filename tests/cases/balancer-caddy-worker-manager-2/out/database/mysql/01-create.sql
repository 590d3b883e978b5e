-- Cluster esb: WSO2 Enterprise Service Bus 5.0.0
-- Databases and users, with the rights that making tables takes. Step 1 of 3.
-- It holds passwords. Run it as an administrator:
--   mysql --host=carbondb.mysql-wso2.com < 01-create.sql

SET NAMES utf8mb4;
-- Without NO_BACKSLASH_ESCAPES, which would change what the texts below mean.
SET SESSION sql_mode = 'STRICT_TRANS_TABLES';
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'write the passwords in place of @env:WSO2_USER_PASSWORD@ and @env:WSO2_REGISTRY_PASSWORD@, then remove this statement';

-- users, roles and permissions
-- latin1: the kernel's script puts a path of 750 characters into an index, and InnoDB's limit is 767
-- bytes up to 5.6 and 3072 since. In utf8 they are 2250 bytes, in utf8mb4 3000 and a little more.
CREATE DATABASE IF NOT EXISTS `wso2_user_db` CHARACTER SET latin1;

-- configuration and governance registry
-- latin1: the kernel's script puts a path of 750 characters into an index, and InnoDB's limit is 767
-- bytes up to 5.6 and 3072 since. In utf8 they are 2250 bytes, in utf8mb4 3000 and a little more.
CREATE DATABASE IF NOT EXISTS `wso2_registry_db` CHARACTER SET latin1;

-- A user is known by the address it comes from: one account for each node's.
-- Databases are exact in a grant (`\_`); with partial_revokes (MySQL 8.0.16) write `_` instead.

CREATE USER IF NOT EXISTS
    'wso2_user'@'10.0.1.11' IDENTIFIED BY '@env:WSO2_USER_PASSWORD@',
    'wso2_user'@'10.0.1.12' IDENTIFIED BY '@env:WSO2_USER_PASSWORD@',
    'wso2_user'@'10.0.2.21' IDENTIFIED BY '@env:WSO2_USER_PASSWORD@',
    'wso2_user'@'10.0.2.22' IDENTIFIED BY '@env:WSO2_USER_PASSWORD@',
    'wso2_user'@'10.0.2.23' IDENTIFIED BY '@env:WSO2_USER_PASSWORD@';
ALTER USER
    'wso2_user'@'10.0.1.11' IDENTIFIED BY '@env:WSO2_USER_PASSWORD@',
    'wso2_user'@'10.0.1.12' IDENTIFIED BY '@env:WSO2_USER_PASSWORD@',
    'wso2_user'@'10.0.2.21' IDENTIFIED BY '@env:WSO2_USER_PASSWORD@',
    'wso2_user'@'10.0.2.22' IDENTIFIED BY '@env:WSO2_USER_PASSWORD@',
    'wso2_user'@'10.0.2.23' IDENTIFIED BY '@env:WSO2_USER_PASSWORD@';

CREATE USER IF NOT EXISTS
    'wso2_registry'@'10.0.1.11' IDENTIFIED BY '@env:WSO2_REGISTRY_PASSWORD@',
    'wso2_registry'@'10.0.1.12' IDENTIFIED BY '@env:WSO2_REGISTRY_PASSWORD@',
    'wso2_registry'@'10.0.2.21' IDENTIFIED BY '@env:WSO2_REGISTRY_PASSWORD@',
    'wso2_registry'@'10.0.2.22' IDENTIFIED BY '@env:WSO2_REGISTRY_PASSWORD@',
    'wso2_registry'@'10.0.2.23' IDENTIFIED BY '@env:WSO2_REGISTRY_PASSWORD@';
ALTER USER
    'wso2_registry'@'10.0.1.11' IDENTIFIED BY '@env:WSO2_REGISTRY_PASSWORD@',
    'wso2_registry'@'10.0.1.12' IDENTIFIED BY '@env:WSO2_REGISTRY_PASSWORD@',
    'wso2_registry'@'10.0.2.21' IDENTIFIED BY '@env:WSO2_REGISTRY_PASSWORD@',
    'wso2_registry'@'10.0.2.22' IDENTIFIED BY '@env:WSO2_REGISTRY_PASSWORD@',
    'wso2_registry'@'10.0.2.23' IDENTIFIED BY '@env:WSO2_REGISTRY_PASSWORD@';

GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE,
    CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, TRIGGER,
    CREATE TEMPORARY TABLES, LOCK TABLES
ON `wso2\_user\_db`.* TO
    'wso2_user'@'10.0.1.11',
    'wso2_user'@'10.0.1.12',
    'wso2_user'@'10.0.2.21',
    'wso2_user'@'10.0.2.22',
    'wso2_user'@'10.0.2.23';

GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE,
    CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, TRIGGER,
    CREATE TEMPORARY TABLES, LOCK TABLES
ON `wso2\_registry\_db`.* TO
    'wso2_registry'@'10.0.1.11',
    'wso2_registry'@'10.0.1.12',
    'wso2_registry'@'10.0.2.21',
    'wso2_registry'@'10.0.2.22',
    'wso2_registry'@'10.0.2.23';
