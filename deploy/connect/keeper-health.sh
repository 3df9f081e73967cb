#!/bin/sh
# Whether every connector runs with all its tasks. The image has neither curl nor wget.
for file in /opt/order-sync/connectors/*.json; do
    name=$(sed -n 's/^  "name": "\(.*\)",$/\1/p' "$file")
    states=$(printf 'GET /connectors/%s/status HTTP/1.0\r\n\r\n' "$name" | nc -w 4 "$CONNECT_HOST" 8083 |
        grep -o '"state":"[A-Z]*"' | sort -u)
    [ "$states" = '"state":"RUNNING"' ] || exit 1
done
