#!/bin/sh
# WSO2 API Manager 3.2.0 in the cluster apim: the first gateway.
#
#   bin/start-node.sh [run]            in the foreground, as systemd wants it
#   bin/start-node.sh start            in the background; the log is repository/logs/wso2carbon.log
#   bin/start-node.sh stop             asks it to stop
set -eu

umask 027
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
start=$home/bin/wso2server.sh
user=wso2

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

command=${1:-run}
case $command in
    run | start | stop) ;;
    *) fail "there is no $command; this script's head says what there is" ;;
esac

# As root it would leave files behind that its own user cannot write.
if [ "$(id -u)" -eq 0 ] && [ "$user" != root ]; then
    fail "run it as $user: runuser -u $user -- sh $0 $command"
fi

# The product's script does not start without JAVA_HOME, and systemd sets none.
if [ -z "${JAVA_HOME-}" ]; then
    java=$(command -v java) || fail 'there is no java: set JAVA_HOME'
    java=$(readlink -f -- "$java")
    JAVA_HOME=${java%/bin/java}
    JAVA_HOME=${JAVA_HOME%/jre}
fi
export JAVA_HOME

# Another product's, if it is set in this environment.
CARBON_HOME=$home
export CARBON_HOME

[ "$command" = stop ] && exec sh "$start" stop

set --
[ "$command" = start ] && set -- start
# Only the bundles of this component.
set -- "$@" -Dprofile=gateway-worker
# Calls over TLS check the other's name: every certificate of the cluster has the right ones.
set -- "$@" '-Dhttpclient.hostnameVerifier=Strict'
exec sh "$start" "$@"
