#!/bin/sh
# Makes the passwords and keys that the compose files need, in docker/secrets. What is there is kept.
#
# An engine shows a file to a container with the rights it has on the machine, and the users of the containers are not
# those of the machine: so the files may be read by everybody, and the folder by its owner only.
set -eu
cd "$(dirname "$0")"
umask 077
mkdir -p secrets
chmod 0700 secrets

make_secret() {
  if [ -s "secrets/$1" ]; then return; fi
  # Letters and digits only: some of them become part of addresses.
  head -c 4096 /dev/urandom | LC_ALL=C tr -dc 'A-Za-z0-9' | head -c "$2" > "secrets/$1.new"
  chmod 0444 "secrets/$1.new"
  mv "secrets/$1.new" "secrets/$1"
  echo "docker/secrets/$1"
}

make_secret event-log-password 32
make_secret event-log-ops-password 32
make_secret read-models-password 32
make_secret mongodb-root-password 32
make_secret mongodb-keyfile 512
