#!/bin/sh
# Starts a worker and a keeper once, without a broker, and archives the classes that they load until they give up or end.
set -eu
cd /opt/order-sync

give_up='default.api.timeout.ms=2000
request.timeout.ms=1000
'
export BOOTSTRAP_SERVERS=127.0.0.1:1
ARCHIVE_OPTS=-XX:ArchiveClassesAtExit=worker.jsa MORE_SETTINGS="$give_up" ./worker.sh > /tmp/worker.log 2>&1 || true
echo none > /tmp/token
ARCHIVE_OPTS=-XX:ArchiveClassesAtExit=keeper.jsa CONNECT_HOST=127.0.0.1 TOKEN_FILE=/tmp/token \
    timeout --preserve-status 5 ./keeper.sh > /tmp/keeper.log 2>&1 || true

for archive in worker.jsa keeper.jsa; do
    [ -s $archive ] || { cat /tmp/worker.log /tmp/keeper.log >&2; echo "$archive was not made" >&2; exit 1; }
done
rm -f /tmp/keeper-health /tmp/token
chmod a+r ./*.jsa
