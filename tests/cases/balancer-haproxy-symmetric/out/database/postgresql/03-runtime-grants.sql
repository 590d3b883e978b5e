-- Cluster as: WSO2 Application Server 5.3.0
-- What is left when the tables are there: rows, not tables. Step 3 of 3.
-- Run it after 02-load.sh, or after the first start with -Dsetup, as the administrator who ran those.
-- A later -Dsetup, or an update that changes tables, needs the rights of 01-create.sql again.
-- An owner may always change its tables, so whatever a user made in -Dsetup becomes the administrator's.
-- (An administrator who is no superuser must be a member of the user's role for that.)
--   psql --host=db.example.com --dbname=postgres --file=03-runtime-grants.sql
\set ON_ERROR_STOP on

\connect "wso2_user_db"
BEGIN;
REASSIGN OWNED BY "wso2_user" TO CURRENT_USER;
REVOKE CREATE ON SCHEMA public FROM "wso2_user";
GRANT USAGE ON SCHEMA public TO "wso2_user";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "wso2_user";
GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO "wso2_user";
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO "wso2_user";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "wso2_user";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO "wso2_user";
REVOKE TEMPORARY ON DATABASE "wso2_user_db" FROM "wso2_user";
COMMIT;

\connect "wso2_registry_db"
BEGIN;
REASSIGN OWNED BY "wso2_registry" TO CURRENT_USER;
REVOKE CREATE ON SCHEMA public FROM "wso2_registry";
GRANT USAGE ON SCHEMA public TO "wso2_registry";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "wso2_registry";
GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO "wso2_registry";
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO "wso2_registry";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "wso2_registry";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO "wso2_registry";
REVOKE TEMPORARY ON DATABASE "wso2_registry_db" FROM "wso2_registry";
COMMIT;
