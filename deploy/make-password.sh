#!/bin/sh
# Prints a new password: 24 random bytes in URL-safe base64, without a line end.
set -eu
head -c 24 /dev/urandom | base64 | tr '+/' '-_' | tr -d '\n'
