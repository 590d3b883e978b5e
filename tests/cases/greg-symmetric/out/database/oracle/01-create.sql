-- Cluster greg: WSO2 Governance Registry 5.4.0
-- Users, each with a schema of its own, and the rights that making tables takes. Step 1 of 3.
-- It holds passwords. Run it as an administrator of the pluggable database:
--   sqlplus -L system@//db.example.com:1521/ORCL @01-create.sql
SET DEFINE OFF
SET SQLBLANKLINES ON
WHENEVER SQLERROR EXIT FAILURE
BEGIN
  RAISE_APPLICATION_ERROR(-20001, 'write the passwords in place of @env:WSO2_USER_PASSWORD@ and @env:WSO2_REGISTRY_PASSWORD@, then remove this statement');
END;
/

-- users, roles and permissions
DECLARE
  there NUMBER;
BEGIN
  SELECT COUNT(*) INTO there FROM all_users WHERE username = 'WSO2_USER';
  IF there = 0 THEN
    EXECUTE IMMEDIATE 'CREATE USER "WSO2_USER" IDENTIFIED BY "@env:WSO2_USER_PASSWORD@"';
  ELSE
    EXECUTE IMMEDIATE 'ALTER USER "WSO2_USER" IDENTIFIED BY "@env:WSO2_USER_PASSWORD@"';
  END IF;
END;
/
-- Another tablespace than the usual one: name it here. A quota on it is less than UNLIMITED TABLESPACE.
ALTER USER "WSO2_USER" DEFAULT TABLESPACE USERS QUOTA UNLIMITED ON USERS;
GRANT CREATE SESSION, ALTER SESSION TO "WSO2_USER";
GRANT CREATE TABLE, CREATE VIEW, CREATE SEQUENCE, CREATE PROCEDURE, CREATE TRIGGER TO "WSO2_USER";

-- configuration and governance registry
DECLARE
  there NUMBER;
BEGIN
  SELECT COUNT(*) INTO there FROM all_users WHERE username = 'WSO2_REGISTRY';
  IF there = 0 THEN
    EXECUTE IMMEDIATE 'CREATE USER "WSO2_REGISTRY" IDENTIFIED BY "@env:WSO2_REGISTRY_PASSWORD@"';
  ELSE
    EXECUTE IMMEDIATE 'ALTER USER "WSO2_REGISTRY" IDENTIFIED BY "@env:WSO2_REGISTRY_PASSWORD@"';
  END IF;
END;
/
-- Another tablespace than the usual one: name it here. A quota on it is less than UNLIMITED TABLESPACE.
ALTER USER "WSO2_REGISTRY" DEFAULT TABLESPACE USERS QUOTA UNLIMITED ON USERS;
GRANT CREATE SESSION, ALTER SESSION TO "WSO2_REGISTRY";
GRANT CREATE TABLE, CREATE VIEW, CREATE SEQUENCE, CREATE PROCEDURE, CREATE TRIGGER TO "WSO2_REGISTRY";

EXIT
