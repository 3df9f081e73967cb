#!/bin/sh
# Starts broker number $NODE_ID of as many as deploy/set-up.sh has noted; each is a controller as well. Containers find
# it as $NAME:9092, other programs on this machine as 127.0.0.1:$HOST_PORT. With three, every topic has three replicas
# and two have to have a record: any one broker may be lost.
set -eu

noted=/run/brokers
data=/var/lib/kafka/data

brokers=$(cat $noted/brokers)
case $brokers in
    1) voters=1@kafka:9093 in_sync=1 ;;
    3) voters=1@kafka:9093,2@kafka-2:9093,3@kafka-3:9093 in_sync=2 ;;
esac

cat /deploy/server.properties - > /tmp/server.properties << END
node.id=$NODE_ID
process.roles=broker,controller
controller.quorum.voters=$voters
controller.listener.names=CONTROLLER
inter.broker.listener.name=CONTAINERS
listeners=CONTAINERS://:9092,CONTROLLER://:9093,HOST://:19092
advertised.listeners=CONTAINERS://$NAME:9092,HOST://127.0.0.1:$HOST_PORT
listener.security.protocol.map=CONTAINERS:PLAINTEXT,CONTROLLER:PLAINTEXT,HOST:PLAINTEXT
log.dirs=$data
default.replication.factor=$brokers
min.insync.replicas=$in_sync
offsets.topic.replication.factor=$brokers
transaction.state.log.replication.factor=$brokers
transaction.state.log.min.isr=$in_sync
share.coordinator.state.topic.replication.factor=$brokers
share.coordinator.state.topic.min.isr=$in_sync
END

export LOG_DIR=/tmp/logs
export KAFKA_LOG4J_OPTS=-Dlog4j2.configurationFile=/deploy/log4j2.yaml
[ -e $data/meta.properties ] || KAFKA_HEAP_OPTS=@/deploy/format-jvm-container.options /opt/kafka/bin/kafka-storage.sh format \
    --cluster-id "$(cat $noted/cluster-id)" --config /tmp/server.properties
export KAFKA_HEAP_OPTS="${KAFKA_HEAP_OPTS:-@/deploy/jvm-container.options}"
exec /opt/kafka/bin/kafka-server-start.sh /tmp/server.properties
