#!/bin/sh
# Keeps the connectors of this image running at the worker or workers behind $CONNECT_HOST.
set -eu
exec java -Xmx48m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 $KAFKA_LOG4J_OPTS \
    -cp '/opt/plugins/order-sync-jdbc-sink/*:/opt/kafka/libs/*' \
    io.ordersync.connect.keeper.Keeper "http://$CONNECT_HOST:8083" /opt/order-sync/connectors
