#!/bin/sh
# Starts the broker of the public image as one of as many as deploy/set-up.sh has noted, each a controller as well.
# With three, every topic has three replicas and two have to have a record: any one broker may be lost.
set -eu

brokers=$(cat /run/brokers/brokers)
case $brokers in
    1) voters=1@kafka:9093 in_sync=1 ;;
    3) voters=1@kafka:9093,2@kafka-2:9093,3@kafka-3:9093 in_sync=2 ;;
esac

export KAFKA_CONTROLLER_QUORUM_VOTERS=$voters
export KAFKA_DEFAULT_REPLICATION_FACTOR=$brokers
export KAFKA_MIN_INSYNC_REPLICAS=$in_sync
export KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR=$brokers
export KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR=$brokers
export KAFKA_TRANSACTION_STATE_LOG_MIN_ISR=$in_sync
export KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR=$brokers
export KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR=$in_sync

exec /etc/kafka/docker/run
