#!/bin/sh
# Starts a worker. Every file in /run/secrets whose name is in capitals is a variable that connectors may name as ${env:...};
# rest-token is the token of the REST interface. MORE_PLUGINS may name further folders with plugins, separated by commas.
set -eu

for file in /run/secrets/[A-Z]*; do
    [ ! -f "$file" ] || export "$(basename "$file")=$(cat "$file")"
done

{
    cat /opt/order-sync/worker.properties
    echo "bootstrap.servers=$BOOTSTRAP_SERVERS"
    echo "listeners=http://:8083"
    echo "rest.advertised.host.name=$(hostname)"
    echo "rest.guard.hosts=connect,connect-2,workers"
    echo "rest.guard.token.file=/run/secrets/rest-token"
    echo "plugin.path=/opt/plugins${MORE_PLUGINS:+,$MORE_PLUGINS}"
    printf '%s' "${MORE_SETTINGS:-}"
} > /tmp/worker.properties

export LOG_DIR=/tmp/logs
export KAFKA_LOG4J_OPTS=-Dlog4j2.configurationFile=/opt/order-sync/log4j2.yaml
export KAFKA_HEAP_OPTS="${KAFKA_HEAP_OPTS:-@/opt/order-sync/worker-jvm.options}"
# If it is empty, the start script of Kafka adds another collector.
export KAFKA_JVM_PERFORMANCE_OPTS="-server ${ARCHIVE_OPTS:--XX:SharedArchiveFile=/opt/order-sync/worker.jsa @/opt/order-sync/class-archive.options}"
exec /opt/kafka/bin/connect-distributed.sh /tmp/worker.properties
