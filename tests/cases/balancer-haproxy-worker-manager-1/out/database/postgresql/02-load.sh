#!/bin/sh
# Cluster esb: WSO2 Enterprise Service Bus 4.9.0
# Runs the product's own scripts against databases that have no tables yet. Step 2 of 3.
#
#   ./02-load.sh PRODUCT_HOME [OPTION]...
#
# PRODUCT_HOME is an unpacked product of just this release. Further options go to the client, such as
# --username=postgres (the password comes from ~/.pgpass or PGPASSWORD).
# It connects as an administrator.
set -eu

if [ $# -lt 1 ] || [ ! -d "$1" ]; then
    printf 'usage: %s PRODUCT_HOME [OPTION]...\n' "$0" >&2
    exit 64
fi
home=$(CDPATH='' cd -- "$1" && pwd)
shift
client=psql
PGHOST=db.example.com
export PGHOST
PGPORT=5432
export PGPORT

count() {
    database=$1
    shift
    "$client" "$@" --no-psqlrc --quiet --tuples-only --no-align --dbname="$database" \
        --command="SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"
}

# Goes on after an error: a kernel's script may give two indexes one name, which PostgreSQL refuses.
load() {
    database=$1 file=$2
    shift 2
    "$client" "$@" --no-psqlrc --quiet --dbname="$database" --file="$home/$file"
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
need dbscripts/postgresql.sql

# users, roles and permissions
if fresh wso2_user_db "$@"; then
    load wso2_user_db dbscripts/postgresql.sql "$@"
    filled wso2_user_db "$@"
fi

# configuration and governance registry
if fresh wso2_registry_db "$@"; then
    load wso2_registry_db dbscripts/postgresql.sql "$@"
    filled wso2_registry_db "$@"
fi
