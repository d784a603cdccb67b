#!/bin/sh
# The server refuses a key that others may read, and a secret is one: it takes a copy of its own.
set -eu
install -m 0400 /run/secrets/mongodb-keyfile /tmp/keyfile
exec "$@"
