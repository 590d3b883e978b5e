-- Cluster is: WSO2 Identity Server 5.9.0
-- What is left when the tables are there. Step 3 of 3.
-- Run it after 02-load.sh, or after the first start with -Dsetup. A later -Dsetup, or an update that
-- makes tables, needs the rights of 01-create.sql again.
-- Nothing new can be made then. What Oracle cannot take away is an owner's right to alter and drop its own
-- tables; who must rule that out gives nodes a second user with synonyms.
SET DEFINE OFF
SET SQLBLANKLINES ON
WHENEVER SQLERROR EXIT FAILURE

-- ORA-01952: they were taken away before
DECLARE
  not_granted EXCEPTION;
  PRAGMA EXCEPTION_INIT(not_granted, -1952);
BEGIN
  EXECUTE IMMEDIATE 'REVOKE CREATE TABLE, CREATE VIEW, CREATE SEQUENCE, CREATE PROCEDURE, CREATE TRIGGER FROM "WSO2IDENTITY"';
EXCEPTION
  WHEN not_granted THEN NULL;
END;
/

-- ORA-01952: they were taken away before
DECLARE
  not_granted EXCEPTION;
  PRAGMA EXCEPTION_INIT(not_granted, -1952);
BEGIN
  EXECUTE IMMEDIATE 'REVOKE CREATE TABLE, CREATE VIEW, CREATE SEQUENCE, CREATE PROCEDURE, CREATE TRIGGER FROM "WSO2SHARED"';
EXCEPTION
  WHEN not_granted THEN NULL;
END;
/

EXIT
