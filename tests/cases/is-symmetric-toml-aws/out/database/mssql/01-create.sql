-- Cluster is: WSO2 Identity Server 6.0.0
-- Logins, databases and users, with the rights that making tables takes. Step 1 of 3.
-- It holds passwords. Run it as an administrator; -x keeps $( ) in texts as it is:
--   sqlcmd -x -b -S tcp:db.example.com,1433 -i 01-create.sql
THROW 50001, N'write the passwords in place of @env:WSO2IDENTITY_PASSWORD@ and @env:WSO2SHARED_PASSWORD@, then remove this statement', 1;
GO

IF SUSER_ID(N'wso2identity') IS NULL
    EXEC (N'CREATE LOGIN [wso2identity] WITH PASSWORD = N''@env:WSO2IDENTITY_PASSWORD@''');
ELSE
    EXEC (N'ALTER LOGIN [wso2identity] WITH PASSWORD = N''@env:WSO2IDENTITY_PASSWORD@''');
GO

IF SUSER_ID(N'wso2shared') IS NULL
    EXEC (N'CREATE LOGIN [wso2shared] WITH PASSWORD = N''@env:WSO2SHARED_PASSWORD@''');
ELSE
    EXEC (N'ALTER LOGIN [wso2shared] WITH PASSWORD = N''@env:WSO2SHARED_PASSWORD@''');
GO

-- applications, tokens, sessions, consents
IF DB_ID(N'wso2identity_db') IS NULL
    CREATE DATABASE [wso2identity_db];
GO
USE [wso2identity_db];
GO
IF DATABASE_PRINCIPAL_ID(N'wso2identity') IS NULL
    CREATE USER [wso2identity] FOR LOGIN [wso2identity] WITH DEFAULT_SCHEMA = dbo;
ALTER ROLE db_datareader ADD MEMBER [wso2identity];
ALTER ROLE db_datawriter ADD MEMBER [wso2identity];
GRANT EXECUTE ON SCHEMA::dbo TO [wso2identity];
ALTER ROLE db_ddladmin ADD MEMBER [wso2identity];
GO

-- users, permissions and the registry
IF DB_ID(N'wso2shared_db') IS NULL
    CREATE DATABASE [wso2shared_db];
GO
USE [wso2shared_db];
GO
IF DATABASE_PRINCIPAL_ID(N'wso2shared') IS NULL
    CREATE USER [wso2shared] FOR LOGIN [wso2shared] WITH DEFAULT_SCHEMA = dbo;
ALTER ROLE db_datareader ADD MEMBER [wso2shared];
ALTER ROLE db_datawriter ADD MEMBER [wso2shared];
GRANT EXECUTE ON SCHEMA::dbo TO [wso2shared];
ALTER ROLE db_ddladmin ADD MEMBER [wso2shared];
GO
