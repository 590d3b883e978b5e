-- Cluster is: WSO2 Identity Server 7.0.0
-- Users and databases, with the rights that making tables takes. Step 1 of 3.
-- It holds passwords. Run it as an administrator:
--   psql --host=db.example.com --dbname=postgres --file=01-create.sql
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
DO 'BEGIN RAISE EXCEPTION USING MESSAGE = ''write the passwords in place of @env:WSO2IDENTITY_PASSWORD@ and @env:WSO2SHARED_PASSWORD@, then remove this statement''; END';

SELECT 'CREATE ROLE "wso2identity"' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wso2identity') \gexec
ALTER ROLE "wso2identity" LOGIN PASSWORD '@env:WSO2IDENTITY_PASSWORD@';

SELECT 'CREATE ROLE "wso2shared"' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wso2shared') \gexec
ALTER ROLE "wso2shared" LOGIN PASSWORD '@env:WSO2SHARED_PASSWORD@';

-- applications, tokens, sessions, consents
-- CREATE DATABASE knows no IF NOT EXISTS and runs in no transaction: psql runs it where it is wanted.
SELECT 'CREATE DATABASE "wso2identity_db" ENCODING ''UTF8'' TEMPLATE template0' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'wso2identity_db') \gexec
REVOKE ALL ON DATABASE "wso2identity_db" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE "wso2identity_db" TO "wso2identity";
\connect "wso2identity_db"
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO "wso2identity";

-- users, permissions and the registry
-- CREATE DATABASE knows no IF NOT EXISTS and runs in no transaction: psql runs it where it is wanted.
SELECT 'CREATE DATABASE "wso2shared_db" ENCODING ''UTF8'' TEMPLATE template0' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'wso2shared_db') \gexec
REVOKE ALL ON DATABASE "wso2shared_db" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE "wso2shared_db" TO "wso2shared";
\connect "wso2shared_db"
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO "wso2shared";
