-- Cluster is: WSO2 Identity Server 5.7.0
-- Users and databases, with the rights that making tables takes. Step 1 of 3.
-- It holds passwords. Run it as an administrator:
--   psql --host=db.example.com --dbname=postgres --file=01-create.sql
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
DO 'BEGIN RAISE EXCEPTION USING MESSAGE = ''write the passwords in place of @env:WSO2_USER_PASSWORD@ and @env:WSO2_REGISTRY_PASSWORD@ and @env:WSO2_IDENTITY_PASSWORD@ and @env:WSO2_BPS_PASSWORD@ and @env:WSO2_CLUSTER_PASSWORD@ and @env:WSO2_PERSISTENCE_PASSWORD@ and @env:WSO2_PROCESSED_PASSWORD@ and @env:WSO2_DASHBOARD_PASSWORD@, then remove this statement''; END';

SELECT 'CREATE ROLE "wso2_user"' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wso2_user') \gexec
ALTER ROLE "wso2_user" LOGIN PASSWORD '@env:WSO2_USER_PASSWORD@';

SELECT 'CREATE ROLE "wso2_registry"' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wso2_registry') \gexec
ALTER ROLE "wso2_registry" LOGIN PASSWORD '@env:WSO2_REGISTRY_PASSWORD@';

SELECT 'CREATE ROLE "wso2_identity"' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wso2_identity') \gexec
ALTER ROLE "wso2_identity" LOGIN PASSWORD '@env:WSO2_IDENTITY_PASSWORD@';

SELECT 'CREATE ROLE "wso2_bps"' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wso2_bps') \gexec
ALTER ROLE "wso2_bps" LOGIN PASSWORD '@env:WSO2_BPS_PASSWORD@';

SELECT 'CREATE ROLE "wso2_cluster"' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wso2_cluster') \gexec
ALTER ROLE "wso2_cluster" LOGIN PASSWORD '@env:WSO2_CLUSTER_PASSWORD@';

SELECT 'CREATE ROLE "wso2_persistence"' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wso2_persistence') \gexec
ALTER ROLE "wso2_persistence" LOGIN PASSWORD '@env:WSO2_PERSISTENCE_PASSWORD@';

SELECT 'CREATE ROLE "wso2_processed"' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wso2_processed') \gexec
ALTER ROLE "wso2_processed" LOGIN PASSWORD '@env:WSO2_PROCESSED_PASSWORD@';

SELECT 'CREATE ROLE "wso2_dashboard"' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wso2_dashboard') \gexec
ALTER ROLE "wso2_dashboard" LOGIN PASSWORD '@env:WSO2_DASHBOARD_PASSWORD@';

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

-- service providers, tokens and sessions
-- CREATE DATABASE knows no IF NOT EXISTS and runs in no transaction: psql runs it where it is wanted.
SELECT 'CREATE DATABASE "wso2_identity_db" ENCODING ''UTF8'' TEMPLATE template0' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'wso2_identity_db') \gexec
REVOKE ALL ON DATABASE "wso2_identity_db" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE "wso2_identity_db" TO "wso2_identity";
\connect "wso2_identity_db"
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO "wso2_identity";

-- BPEL processes and human tasks
-- CREATE DATABASE knows no IF NOT EXISTS and runs in no transaction: psql runs it where it is wanted.
SELECT 'CREATE DATABASE "wso2_bps_db" ENCODING ''UTF8'' TEMPLATE template0' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'wso2_bps_db') \gexec
REVOKE ALL ON DATABASE "wso2_bps_db" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE "wso2_bps_db" TO "wso2_bps";
\connect "wso2_bps_db"
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO "wso2_bps";

-- who of the workers is alive, and which one answers
-- CREATE DATABASE knows no IF NOT EXISTS and runs in no transaction: psql runs it where it is wanted.
SELECT 'CREATE DATABASE "wso2_cluster_db" ENCODING ''UTF8'' TEMPLATE template0' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'wso2_cluster_db') \gexec
REVOKE ALL ON DATABASE "wso2_cluster_db" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE "wso2_cluster_db" TO "wso2_cluster";
\connect "wso2_cluster_db"
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO "wso2_cluster";

-- the state of running queries
-- CREATE DATABASE knows no IF NOT EXISTS and runs in no transaction: psql runs it where it is wanted.
SELECT 'CREATE DATABASE "wso2_persistence_db" ENCODING ''UTF8'' TEMPLATE template0' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'wso2_persistence_db') \gexec
REVOKE ALL ON DATABASE "wso2_persistence_db" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE "wso2_persistence_db" TO "wso2_persistence";
\connect "wso2_persistence_db"
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO "wso2_persistence";

-- what was found in events
-- CREATE DATABASE knows no IF NOT EXISTS and runs in no transaction: psql runs it where it is wanted.
SELECT 'CREATE DATABASE "is_analytics_db" ENCODING ''UTF8'' TEMPLATE template0' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'is_analytics_db') \gexec
REVOKE ALL ON DATABASE "is_analytics_db" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE "is_analytics_db" TO "wso2_processed";
\connect "is_analytics_db"
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO "wso2_processed";

-- dashboards, business rules and permissions
-- CREATE DATABASE knows no IF NOT EXISTS and runs in no transaction: psql runs it where it is wanted.
SELECT 'CREATE DATABASE "wso2_dashboard_db" ENCODING ''UTF8'' TEMPLATE template0' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'wso2_dashboard_db') \gexec
REVOKE ALL ON DATABASE "wso2_dashboard_db" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE "wso2_dashboard_db" TO "wso2_dashboard";
\connect "wso2_dashboard_db"
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO "wso2_dashboard";
