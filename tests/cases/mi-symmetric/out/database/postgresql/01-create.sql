-- Cluster mi: WSO2 Micro Integrator 4.2.0
-- Users and databases, with the rights that making tables takes. Step 1 of 3.
-- It holds passwords. Run it as an administrator:
--   psql --host=db.example.com --dbname=postgres --file=01-create.sql
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
DO 'BEGIN RAISE EXCEPTION USING MESSAGE = ''write the passwords in place of @env:WSO2_COORDINATION_PASSWORD@, then remove this statement''; END';

SELECT 'CREATE ROLE "wso2_coordination"' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wso2_coordination') \gexec
ALTER ROLE "wso2_coordination" LOGIN PASSWORD '@env:WSO2_COORDINATION_PASSWORD@';

-- which nodes are there, and which task is whose
-- CREATE DATABASE knows no IF NOT EXISTS and runs in no transaction: psql runs it where it is wanted.
SELECT 'CREATE DATABASE "wso2_coordination_db" ENCODING ''UTF8'' TEMPLATE template0' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'wso2_coordination_db') \gexec
REVOKE ALL ON DATABASE "wso2_coordination_db" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE "wso2_coordination_db" TO "wso2_coordination";
\connect "wso2_coordination_db"
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO "wso2_coordination";
