-- Cluster apim: WSO2 API Manager 3.2.0
-- What is left when the tables are there: rows, not tables. Step 3 of 3.
-- Run it after 02-load.sh, or after the first start with -Dsetup. A later -Dsetup, or an update that
-- changes tables, needs the rights of 01-create.sql again.
--   mysql --host=db.example.com < 03-runtime-grants.sql

GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE ON `wso2am\_db`.* TO
    'wso2am'@'10.0.1.11',
    'wso2am'@'10.0.1.12',
    'wso2am'@'10.0.1.13',
    'wso2am'@'10.0.1.14',
    'wso2am'@'10.0.1.15',
    'wso2am'@'10.0.1.16',
    'wso2am'@'10.0.1.17',
    'wso2am'@'10.0.1.18';
REVOKE CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, TRIGGER,
    CREATE TEMPORARY TABLES, LOCK TABLES
ON `wso2am\_db`.* FROM
    'wso2am'@'10.0.1.11',
    'wso2am'@'10.0.1.12',
    'wso2am'@'10.0.1.13',
    'wso2am'@'10.0.1.14',
    'wso2am'@'10.0.1.15',
    'wso2am'@'10.0.1.16',
    'wso2am'@'10.0.1.17',
    'wso2am'@'10.0.1.18';

GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE ON `wso2shared\_db`.* TO
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
REVOKE CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, TRIGGER,
    CREATE TEMPORARY TABLES, LOCK TABLES
ON `wso2shared\_db`.* FROM
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
