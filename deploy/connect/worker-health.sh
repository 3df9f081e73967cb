#!/bin/sh
# Whether the worker is a member of its group and answers. The image has neither curl nor wget.
printf 'GET /health HTTP/1.0\r\n\r\n' | nc -w 4 127.0.0.1 8083 | head -n 1 | grep -q ' 200 '
