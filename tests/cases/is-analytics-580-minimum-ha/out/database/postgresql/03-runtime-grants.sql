-- Cluster is-analytics: WSO2 Identity Server Analytics 5.8.0
-- What is left when the tables are there: rows, not tables. Step 3 of 3.
-- Run it after 02-load.sh, or after the first start with -Dsetup, as the administrator who ran those.
-- A later -Dsetup, or an update that changes tables, needs the rights of 01-create.sql again.
-- An owner may always change its tables, so whatever a user made in -Dsetup becomes the administrator's.
-- (An administrator who is no superuser must be a member of the user's role for that.)
--   psql --host=db.example.com --dbname=postgres --file=03-runtime-grants.sql
\set ON_ERROR_STOP on
