#!/bin/sh
# Keeps connectors of this image running at the worker or workers behind $CONNECT_HOST: those that $CONNECTORS names.
set -eu
names=$CONNECTORS
set --
for name in $names; do
    set -- "$@" "/opt/order-sync/connectors/$name.json"
done
exec java -Xmx48m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 $KAFKA_LOG4J_OPTS \
    -cp '/opt/plugins/order-sync-jdbc-sink/*:/opt/kafka/libs/*' \
    io.ordersync.connect.keeper.Keeper "http://$CONNECT_HOST:8083" "$@"
