-- Cluster is: WSO2 Identity Server 5.7.0
-- Logins, databases and users, with the rights that making tables takes. Step 1 of 3.
-- It holds passwords. Run it as an administrator; -x keeps $( ) in texts as it is:
--   sqlcmd -x -b -S tcp:db.example.com,1433 -i 01-create.sql
THROW 50001, N'write the passwords in place of @env:WSO2_USER_PASSWORD@ and @env:WSO2_REGISTRY_PASSWORD@ and @env:WSO2_IDENTITY_PASSWORD@ and @env:WSO2_BPS_PASSWORD@, then remove this statement', 1;
GO

IF SUSER_ID(N'wso2_user') IS NULL
    EXEC (N'CREATE LOGIN [wso2_user] WITH PASSWORD = N''@env:WSO2_USER_PASSWORD@''');
ELSE
    EXEC (N'ALTER LOGIN [wso2_user] WITH PASSWORD = N''@env:WSO2_USER_PASSWORD@''');
GO

IF SUSER_ID(N'wso2_registry') IS NULL
    EXEC (N'CREATE LOGIN [wso2_registry] WITH PASSWORD = N''@env:WSO2_REGISTRY_PASSWORD@''');
ELSE
    EXEC (N'ALTER LOGIN [wso2_registry] WITH PASSWORD = N''@env:WSO2_REGISTRY_PASSWORD@''');
GO

IF SUSER_ID(N'wso2_identity') IS NULL
    EXEC (N'CREATE LOGIN [wso2_identity] WITH PASSWORD = N''@env:WSO2_IDENTITY_PASSWORD@''');
ELSE
    EXEC (N'ALTER LOGIN [wso2_identity] WITH PASSWORD = N''@env:WSO2_IDENTITY_PASSWORD@''');
GO

IF SUSER_ID(N'wso2_bps') IS NULL
    EXEC (N'CREATE LOGIN [wso2_bps] WITH PASSWORD = N''@env:WSO2_BPS_PASSWORD@''');
ELSE
    EXEC (N'ALTER LOGIN [wso2_bps] WITH PASSWORD = N''@env:WSO2_BPS_PASSWORD@''');
GO

-- users, roles and permissions
IF DB_ID(N'wso2_user_db') IS NULL
    CREATE DATABASE [wso2_user_db];
GO
USE [wso2_user_db];
GO
IF DATABASE_PRINCIPAL_ID(N'wso2_user') IS NULL
    CREATE USER [wso2_user] FOR LOGIN [wso2_user] WITH DEFAULT_SCHEMA = dbo;
ALTER ROLE db_datareader ADD MEMBER [wso2_user];
ALTER ROLE db_datawriter ADD MEMBER [wso2_user];
GRANT EXECUTE ON SCHEMA::dbo TO [wso2_user];
ALTER ROLE db_ddladmin ADD MEMBER [wso2_user];
GO

-- configuration and governance registry
IF DB_ID(N'wso2_registry_db') IS NULL
    CREATE DATABASE [wso2_registry_db];
GO
USE [wso2_registry_db];
GO
IF DATABASE_PRINCIPAL_ID(N'wso2_registry') IS NULL
    CREATE USER [wso2_registry] FOR LOGIN [wso2_registry] WITH DEFAULT_SCHEMA = dbo;
ALTER ROLE db_datareader ADD MEMBER [wso2_registry];
ALTER ROLE db_datawriter ADD MEMBER [wso2_registry];
GRANT EXECUTE ON SCHEMA::dbo TO [wso2_registry];
ALTER ROLE db_ddladmin ADD MEMBER [wso2_registry];
GO

-- service providers, tokens and sessions
IF DB_ID(N'wso2_identity_db') IS NULL
    CREATE DATABASE [wso2_identity_db];
GO
USE [wso2_identity_db];
GO
IF DATABASE_PRINCIPAL_ID(N'wso2_identity') IS NULL
    CREATE USER [wso2_identity] FOR LOGIN [wso2_identity] WITH DEFAULT_SCHEMA = dbo;
ALTER ROLE db_datareader ADD MEMBER [wso2_identity];
ALTER ROLE db_datawriter ADD MEMBER [wso2_identity];
GRANT EXECUTE ON SCHEMA::dbo TO [wso2_identity];
ALTER ROLE db_ddladmin ADD MEMBER [wso2_identity];
GO

-- BPEL processes and human tasks
IF DB_ID(N'wso2_bps_db') IS NULL
    CREATE DATABASE [wso2_bps_db];
GO
USE [wso2_bps_db];
GO
IF DATABASE_PRINCIPAL_ID(N'wso2_bps') IS NULL
    CREATE USER [wso2_bps] FOR LOGIN [wso2_bps] WITH DEFAULT_SCHEMA = dbo;
ALTER ROLE db_datareader ADD MEMBER [wso2_bps];
ALTER ROLE db_datawriter ADD MEMBER [wso2_bps];
GRANT EXECUTE ON SCHEMA::dbo TO [wso2_bps];
ALTER ROLE db_ddladmin ADD MEMBER [wso2_bps];
GO
