#!/bin/sh
# Cluster is: WSO2 Identity Server 5.9.0
# Runs the product's own scripts against databases that have no tables yet. Step 2 of 3.
#
#   ./02-load.sh PRODUCT_HOME [OPTION]...
#
# PRODUCT_HOME is an unpacked product of just this release. Further options go to the client, such as
# /@ALIAS (a wallet's entry), or / as sysdba on the server. A password is not asked for.
# It connects as an administrator.
set -eu

if [ $# -lt 1 ] || [ ! -d "$1" ]; then
    printf 'usage: %s PRODUCT_HOME [OPTION]...\n' "$0" >&2
    exit 64
fi
home=$(CDPATH='' cd -- "$1" && pwd)
shift
client=sqlplus

schema() {
    printf '%s' "$1" | tr '[:lower:]' '[:upper:]'
}

count() {
    schema=$(schema "$1")
    shift
    printf '%s\n' 'WHENEVER SQLERROR EXIT FAILURE' 'SET HEADING OFF FEEDBACK OFF PAGESIZE 0 NUMFORMAT 999999999' \
        "SELECT LTRIM(COUNT(*)) FROM all_tables WHERE owner = '$schema';" 'EXIT' |
        "$client" -S -L "$@"
}

# Runs as an administrator in the user's schema, and goes on after an error: some scripts end a statement twice.
load() {
    schema=$(schema "$1") file=$2
    shift 2
    printf '%s\n' 'SET DEFINE OFF' 'SET SQLBLANKLINES ON' "ALTER SESSION SET CURRENT_SCHEMA = \"$schema\";" \
        "@\"$home/$file\"" 'EXIT' |
        "$client" -S -L "$@"
}

need() {
    [ -r "$home/$1" ] && return
    printf '%s has no %s: is it the right release?\n' "$home" "$1" >&2
    exit 66
}

# Whether a database has no tables. One that has is left alone: its scripts may begin with DROP TABLE.
fresh() {
    tables=$(count "$@") || exit 1
    [ "$tables" -eq 0 ] && return
    printf '%s: left alone, it has %s tables already\n' "$1" "$tables"
    return 1
}

filled() {
    tables=$(count "$@") || exit 1
    printf '%s: %s tables\n' "$1" "$tables"
    [ "$tables" -gt 0 ]
}

# Every script must be there before any is run.
need dbscripts/identity/oracle.sql
need dbscripts/consent/oracle.sql
need dbscripts/oracle.sql

# applications, tokens, sessions, consents
if fresh wso2identity "$@"; then
    load wso2identity dbscripts/identity/oracle.sql "$@"
    load wso2identity dbscripts/consent/oracle.sql "$@"
    filled wso2identity "$@"
fi

# users, permissions and the registry
if fresh wso2shared "$@"; then
    load wso2shared dbscripts/oracle.sql "$@"
    filled wso2shared "$@"
fi
