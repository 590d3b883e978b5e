-- Cluster apim: WSO2 API Manager 4.3.0
-- Users, each with a schema of its own, and the rights that making tables takes. Step 1 of 3.
-- It holds passwords. Run it as an administrator of the pluggable database:
--   sqlplus -L system@//db.example.com:1521/WSO2 @01-create.sql
SET DEFINE OFF
SET SQLBLANKLINES ON
WHENEVER SQLERROR EXIT FAILURE
BEGIN
  RAISE_APPLICATION_ERROR(-20001, 'write the passwords in place of @env:WSO2AM_PASSWORD@ and @env:WSO2SHARED_PASSWORD@, then remove this statement');
END;
/

-- APIs, applications, subscriptions
DECLARE
  there NUMBER;
BEGIN
  SELECT COUNT(*) INTO there FROM all_users WHERE username = 'WSO2AM';
  IF there = 0 THEN
    EXECUTE IMMEDIATE 'CREATE USER "WSO2AM" IDENTIFIED BY "@env:WSO2AM_PASSWORD@"';
  ELSE
    EXECUTE IMMEDIATE 'ALTER USER "WSO2AM" IDENTIFIED BY "@env:WSO2AM_PASSWORD@"';
  END IF;
END;
/
-- Another tablespace than the usual one: name it here. A quota on it is less than UNLIMITED TABLESPACE.
ALTER USER "WSO2AM" DEFAULT TABLESPACE USERS QUOTA UNLIMITED ON USERS;
GRANT CREATE SESSION, ALTER SESSION TO "WSO2AM";
GRANT CREATE TABLE, CREATE VIEW, CREATE SEQUENCE, CREATE PROCEDURE, CREATE TRIGGER TO "WSO2AM";

-- users, permissions and the registry
DECLARE
  there NUMBER;
BEGIN
  SELECT COUNT(*) INTO there FROM all_users WHERE username = 'WSO2SHARED';
  IF there = 0 THEN
    EXECUTE IMMEDIATE 'CREATE USER "WSO2SHARED" IDENTIFIED BY "@env:WSO2SHARED_PASSWORD@"';
  ELSE
    EXECUTE IMMEDIATE 'ALTER USER "WSO2SHARED" IDENTIFIED BY "@env:WSO2SHARED_PASSWORD@"';
  END IF;
END;
/
-- Another tablespace than the usual one: name it here. A quota on it is less than UNLIMITED TABLESPACE.
ALTER USER "WSO2SHARED" DEFAULT TABLESPACE USERS QUOTA UNLIMITED ON USERS;
GRANT CREATE SESSION, ALTER SESSION TO "WSO2SHARED";
GRANT CREATE TABLE, CREATE VIEW, CREATE SEQUENCE, CREATE PROCEDURE, CREATE TRIGGER TO "WSO2SHARED";

EXIT
