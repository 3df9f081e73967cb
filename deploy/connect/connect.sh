#!/bin/sh
# Sends a request to the worker of this container, with its token: connect.sh GET /connectors
set -eu
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -cp '/opt/order-sync/lib/*:/opt/kafka/libs/*' \
    io.ordersync.operations.OperationsCommand connect --url=http://127.0.0.1:8083 --token-file=/run/secrets/rest-token "$@"
