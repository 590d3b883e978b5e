-- Cluster esb: WSO2 Enterprise Service Bus 5.0.0
-- What is left when the tables are there: rows, not tables. Step 3 of 3.
-- Run it after 02-load.sh, or after the first start with -Dsetup. A later -Dsetup, or an update that
-- changes tables, needs the rights of 01-create.sql again.
--   mysql --host=db.example.com < 03-runtime-grants.sql

GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE ON `wso2\_user\_db`.* TO
    'wso2_user'@'10.0.1.11',
    'wso2_user'@'10.0.1.12',
    'wso2_user'@'2001:db8::22',
    'wso2_user'@'worker-1.example.com';
REVOKE CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, TRIGGER,
    CREATE TEMPORARY TABLES, LOCK TABLES
ON `wso2\_user\_db`.* FROM
    'wso2_user'@'10.0.1.11',
    'wso2_user'@'10.0.1.12',
    'wso2_user'@'2001:db8::22',
    'wso2_user'@'worker-1.example.com';

GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE ON `wso2\_registry\_db`.* TO
    'wso2_registry'@'10.0.1.11',
    'wso2_registry'@'10.0.1.12',
    'wso2_registry'@'2001:db8::22',
    'wso2_registry'@'worker-1.example.com';
REVOKE CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, TRIGGER,
    CREATE TEMPORARY TABLES, LOCK TABLES
ON `wso2\_registry\_db`.* FROM
    'wso2_registry'@'10.0.1.11',
    'wso2_registry'@'10.0.1.12',
    'wso2_registry'@'2001:db8::22',
    'wso2_registry'@'worker-1.example.com';
