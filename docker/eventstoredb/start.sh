#!/bin/sh
# The store takes the passwords of its first users from its environment only, and only when it is empty.
set -eu
EVENTSTORE_DEFAULT_ADMIN_PASSWORD=$(cat /run/secrets/event-log-password)
EVENTSTORE_DEFAULT_OPS_PASSWORD=$(cat /run/secrets/event-log-ops-password)
export EVENTSTORE_DEFAULT_ADMIN_PASSWORD EVENTSTORE_DEFAULT_OPS_PASSWORD
exec /opt/eventstore/EventStore.ClusterNode "$@"
