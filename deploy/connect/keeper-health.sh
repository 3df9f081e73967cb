#!/bin/sh
# Whether every connector that $CONNECTORS names runs with all its tasks. The image has neither curl nor wget.
for name in $CONNECTORS; do
    states=$(printf 'GET /connectors/%s/status HTTP/1.0\r\n\r\n' "$name" | nc -w 4 "$CONNECT_HOST" 8083 |
        grep -o '"state":"[A-Z]*"' | sort -u)
    [ "$states" = '"state":"RUNNING"' ] || exit 1
done
