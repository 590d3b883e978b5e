#!/bin/sh
# Cluster esb: WSO2 Enterprise Service Bus 5.0.0
# Runs the product's own scripts against databases that have no tables yet. Step 2 of 3.
#
#   ./02-load.sh PRODUCT_HOME [OPTION]...
#
# PRODUCT_HOME is an unpacked product of just this release. Further options go to the client, such as
# --defaults-extra-file=FILE, which holds [client] with user and password.
# It connects as an administrator.
set -eu

if [ $# -lt 1 ] || [ ! -d "$1" ]; then
    printf 'usage: %s PRODUCT_HOME [OPTION]...\n' "$0" >&2
    exit 64
fi
home=$(CDPATH='' cd -- "$1" && pwd)
shift
client=mysql
MYSQL_HOST=db.example.com
export MYSQL_HOST
MYSQL_TCP_PORT=3306
export MYSQL_TCP_PORT

count() {
    database=$1
    shift
    "$client" "$@" --batch --skip-column-names \
        --execute="SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = '$database'"
}

load() {
    database=$1 file=$2
    shift 2
    "$client" "$@" --database="$database" <"$home/$file"
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
need dbscripts/mysql5.7.sql

# users, roles and permissions
if fresh wso2_user_db "$@"; then
    load wso2_user_db dbscripts/mysql5.7.sql "$@"
    filled wso2_user_db "$@"
fi

# configuration and governance registry
if fresh wso2_registry_db "$@"; then
    load wso2_registry_db dbscripts/mysql5.7.sql "$@"
    filled wso2_registry_db "$@"
fi
