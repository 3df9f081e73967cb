#!/bin/sh
# Registers the connectors of one folder of this image, and restarts them if they fail: those that always run, or those of the
# folder that $CONNECTORS names. $CONNECT_HOST names the workers; it is resolved again after 5 s. The workers' token is the
# first line of /run/secrets/rest-token.
set -eu
archive="-XX:SharedArchiveFile=/opt/order-sync/keeper.jsa @/opt/order-sync/class-archive.options"
# shellcheck disable=SC2086 # two options
exec java @/opt/order-sync/keeper-jvm.options ${ARCHIVE_OPTS:-$archive} -Dsun.net.inetaddr.ttl=5 \
    -Dlog4j2.configurationFile=/opt/order-sync/log4j2.yaml \
    -cp '/opt/order-sync/lib/*:/opt/kafka/libs/*' \
    io.ordersync.connect.keeper.Keeper "--bootstrap-server=${BOOTSTRAP_SERVERS:-brokers:9092}" --health-file=/tmp/keeper-health \
    "--token-file=${TOKEN_FILE:-/run/secrets/rest-token}" "http://$CONNECT_HOST:8083" "/opt/order-sync/connectors/${CONNECTORS:-}"
