/** What tests subscribe to. */
export const RECOGNITION_EVENTS = `subscription ($after: Cursor, $under: ID, $types: [RecognitionEventType!]) {
  recognitionEvents(after: $after, under: $under, types: $types) {
    __typename
    ... on RecognitionFeedEvent {
      cursor
      event { id type actor { id } members evidence { name } reason data summary(language: EN) }
      recognition { state number organisation { id name } }
    }
    ... on FeedCaughtUp { cursor }
    ... on FeedHeartbeat { cursor }
  }
}`;

export const EVENT_LOG = `subscription ($after: Cursor, $filter: HistoryFilter) {
  eventLog(after: $after, filter: $filter) {
    __typename
    ... on EventFeedEvent { cursor event { id type } }
    ... on FeedCaughtUp { cursor }
    ... on FeedHeartbeat { cursor }
  }
}`;

export const SCORECARD_CHANGED = `subscription ($organisation: ID!, $year: Int!) {
  scorecardChanged(organisation: $organisation, year: $year) {
    outcome organisation { id } recognition { state }
  }
}`;

interface Told {
  readonly __typename?: string;
  readonly event?: { readonly type: string };
}

/** The types of the events that messages tell, and the kinds of the others. */
export const toldTypes = (messages: readonly Told[]): (string | undefined)[] =>
  messages.map(({ event, __typename }) => event?.type ?? __typename);
