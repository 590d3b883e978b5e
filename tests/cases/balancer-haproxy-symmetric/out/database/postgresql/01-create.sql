-- Cluster as: WSO2 Application Server 5.3.0
-- Users and databases, with the rights that making tables takes. Step 1 of 3.
-- It holds passwords. Run it as an administrator:
--   psql --host=db.example.com --dbname=postgres --file=01-create.sql
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
DO 'BEGIN RAISE EXCEPTION USING MESSAGE = ''write the passwords in place of @env:WSO2_USER_PASSWORD@ and @env:WSO2_REGISTRY_PASSWORD@, then remove this statement''; END';

SELECT 'CREATE ROLE "wso2_user"' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wso2_user') \gexec
ALTER ROLE "wso2_user" LOGIN PASSWORD '@env:WSO2_USER_PASSWORD@';

SELECT 'CREATE ROLE "wso2_registry"' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wso2_registry') \gexec
ALTER ROLE "wso2_registry" LOGIN PASSWORD '@env:WSO2_REGISTRY_PASSWORD@';

-- users, roles and permissions
-- CREATE DATABASE knows no IF NOT EXISTS and runs in no transaction: psql runs it where it is wanted.
SELECT 'CREATE DATABASE "wso2_user_db" ENCODING ''UTF8'' TEMPLATE template0' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'wso2_user_db') \gexec
REVOKE ALL ON DATABASE "wso2_user_db" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE "wso2_user_db" TO "wso2_user";
\connect "wso2_user_db"
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO "wso2_user";

-- configuration and governance registry
-- CREATE DATABASE knows no IF NOT EXISTS and runs in no transaction: psql runs it where it is wanted.
SELECT 'CREATE DATABASE "wso2_registry_db" ENCODING ''UTF8'' TEMPLATE template0' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'wso2_registry_db') \gexec
REVOKE ALL ON DATABASE "wso2_registry_db" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE "wso2_registry_db" TO "wso2_registry";
\connect "wso2_registry_db"
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO "wso2_registry";
