#!/bin/sh
# certificates.sh NODE…: an authority that lasts ten years, and for each node a certificate that lasts one. Runs at every
# start: a certificate older than ten months is made anew, and the node has it when it starts next.
set -eu
umask 077
NODE_USER=1000:1000

if [ ! -f /authority/ca.key ]; then
  es-gencert-cli create-ca -days 3650 -out /tmp/authority
  # The certificate first: with the key there, the authority counts as made.
  cp /tmp/authority/ca.crt /tmp/authority/ca.key /authority/
fi
cp /authority/ca.crt /trusted/ca.crt
chmod 0755 /trusted
chmod 0444 /trusted/ca.crt

for node in "$@"; do
  folder=/certificates/$node
  if [ -z "$(find "$folder" -name node.crt -mtime -300)" ]; then
    rm -rf "/tmp/$node"
    es-gencert-cli create-node -days 365 -out "/tmp/$node" \
      -ca-certificate /authority/ca.crt -ca-key /authority/ca.key \
      -ip-addresses 127.0.0.1 -dns-names "localhost,$node"
    cp "/tmp/$node/node.key" "/tmp/$node/node.crt" "$folder/"
    echo "A certificate for $node"
  fi
  chmod 0500 "$folder"
  chmod 0400 "$folder/node.key" "$folder/node.crt"
  chown -R "$NODE_USER" "$folder"
done
