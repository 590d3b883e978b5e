-- Cluster is: WSO2 Identity Server 6.0.0
-- What is left when the tables are there: rows, not tables. Step 3 of 3.
-- Run it after 02-load.sh, or after the first start with -Dsetup. A later -Dsetup, or an update that
-- changes tables, needs the rights of 01-create.sql again. Tables belong to dbo, whoever made them.
--   sqlcmd -x -b -S tcp:db.example.com,1433 -i 03-runtime-grants.sql

USE [wso2identity_db];
GO
IF IS_ROLEMEMBER(N'db_ddladmin', N'wso2identity') = 1
    ALTER ROLE db_ddladmin DROP MEMBER [wso2identity];
GO

USE [wso2shared_db];
GO
IF IS_ROLEMEMBER(N'db_ddladmin', N'wso2shared') = 1
    ALTER ROLE db_ddladmin DROP MEMBER [wso2shared];
GO
