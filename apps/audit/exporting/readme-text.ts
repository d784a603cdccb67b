/** What lies beside an export: how it is checked without this tool. */
export const README_TEXT = `An export of a history, and what was signed of it
===================================================

manifest.json           what there is, with the SHA-256 of each file
checkpoint              the signed tree (C2SP tlog-checkpoint) that covers this export
checkpoints             all that were signed, separated by lines "---"
events-NNNNNN.ndjson.gz 65,536 events each, one JSON object a line, as they are stored
leaves.bin              the SHA-256 leaf hashes of all events (RFC 6962), 32 bytes each
frameworks/             the criteria frameworks that were drafted in this history

By hand (Python 3 and the package "rfc8785"; "jq -S" is NOT RFC 8785):

  import base64, gzip, hashlib, json, rfc8785
  sha = lambda b: hashlib.sha256(b)
  def leaf(e):
      entry = {"v": 1, "data": sha(rfc8785.dumps(e["data"])).hexdigest(),
               "metadata": sha(rfc8785.dumps(e["metadata"])).hexdigest(),
               **{k: e[k] for k in ("id", "stream", "revision", "type", "schemaVersion", "recordedAt")}}
      return sha(b"\\x00" + rfc8785.dumps(entry)).digest()
  def root(leaves):
      if len(leaves) == 1: return leaves[0]
      k = 1
      while k * 2 < len(leaves): k *= 2
      return sha(b"\\x01" + root(leaves[:k]) + root(leaves[k:])).digest()
  events = [json.loads(line) for line in gzip.open("events-000000.ndjson.gz")]
  print(base64.b64encode(root([leaf(e) for e in events])))   # the third line of "checkpoint"
  # the signature: C2SP signed-note, Ed25519, over the text above the empty line
`;
