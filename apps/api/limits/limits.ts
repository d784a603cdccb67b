/** What one request may ask. */
export const LIMITS = {
  /** Bytes of the body. */
  bodyBytes: 2 * 1024 * 1024,
  /** Objects and lists of the body, one inside the other. */
  jsonDepth: 64,
  /** Members of one list of the body: what a list of an input may have at most. */
  listLength: 10_000,
  /** Errors that one answer tells. */
  errors: 50,
  /** Tokens of the document. */
  tokens: 4_000,
  /** Fields one inside the other; introspection is not counted. */
  depth: 15,
  /** Fields and fragments, those within a fragment counted wherever it is spread. */
  selections: 10_000,
  /** Values an answer may hold, estimated from the sizes of the pages asked for. */
  complexity: 250_000,
  /** Events behind an answer as of a moment. */
  historyEvents: 50_000,
  /** For a WebSocket to say who it is from, once it is open. */
  initMs: 10_000,
  /** WebSockets that have not said yet who they are from. */
  uninitialised: 200,
  /** How long a WebSocket may take nothing, and for how long afterwards its last message waits for it. */
  patienceMs: 60_000,
  /** How often a WebSocket is asked whether it is there; it has as long to answer. */
  pingMs: 30_000,
} as const;
