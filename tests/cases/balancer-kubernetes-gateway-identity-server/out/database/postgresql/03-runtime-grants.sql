-- Cluster is: WSO2 Identity Server 7.0.0
-- What is left when the tables are there: rows, not tables. Step 3 of 3.
-- Run it after 02-load.sh, or after the first start with -Dsetup, as the administrator who ran those.
-- A later -Dsetup, or an update that changes tables, needs the rights of 01-create.sql again.
-- An owner may always change its tables, so whatever a user made in -Dsetup becomes the administrator's.
-- (An administrator who is no superuser must be a member of the user's role for that.)
--   psql --host=db.example.com --dbname=postgres --file=03-runtime-grants.sql
\set ON_ERROR_STOP on

\connect "wso2identity_db"
BEGIN;
REASSIGN OWNED BY "wso2identity" TO CURRENT_USER;
REVOKE CREATE ON SCHEMA public FROM "wso2identity";
GRANT USAGE ON SCHEMA public TO "wso2identity";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "wso2identity";
GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO "wso2identity";
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO "wso2identity";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "wso2identity";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO "wso2identity";
REVOKE TEMPORARY ON DATABASE "wso2identity_db" FROM "wso2identity";
COMMIT;

\connect "wso2shared_db"
BEGIN;
REASSIGN OWNED BY "wso2shared" TO CURRENT_USER;
REVOKE CREATE ON SCHEMA public FROM "wso2shared";
GRANT USAGE ON SCHEMA public TO "wso2shared";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "wso2shared";
GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO "wso2shared";
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO "wso2shared";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "wso2shared";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO "wso2shared";
REVOKE TEMPORARY ON DATABASE "wso2shared_db" FROM "wso2shared";
COMMIT;
