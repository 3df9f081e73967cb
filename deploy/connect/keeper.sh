#!/bin/sh
# Registers the connectors of this image that $CONNECTORS names, and restarts them if they fail. $CONNECT_HOST names the
# workers; it is resolved again after 5 s.
set -eu
names=$CONNECTORS
set --
for name in $names; do
    set -- "$@" "/opt/order-sync/connectors/$name.json"
done
archive="-XX:SharedArchiveFile=/opt/order-sync/keeper.jsa @/opt/order-sync/class-archive.options"
# shellcheck disable=SC2086 # two options
exec java @/opt/order-sync/keeper-jvm.options ${ARCHIVE_OPTS:-$archive} -Dsun.net.inetaddr.ttl=5 \
    -Dlog4j2.configurationFile=/opt/order-sync/log4j2.yaml \
    -cp '/opt/order-sync/lib/*:/opt/kafka/libs/*' \
    io.ordersync.connect.keeper.Keeper "--bootstrap-server=${BOOTSTRAP_SERVERS:-brokers:9092}" --health-file=/tmp/keeper-health \
    "http://$CONNECT_HOST:8083" "$@"
