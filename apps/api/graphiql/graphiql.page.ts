/** Everything the page loads comes from the service itself: it works without a network. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  // The editor sets styles on its elements and brings its fonts along as data.
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
].join('; ');

export const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Four good</title>
    <link rel="stylesheet" href="/graphiql/graphiql.min.css" />
    <style>html, body, #graphiql { height: 100%; margin: 0; }</style>
  </head>
  <body>
    <div id="graphiql"></div>
    <script src="/graphiql/react.production.min.js"></script>
    <script src="/graphiql/react-dom.production.min.js"></script>
    <script src="/graphiql/graphiql.min.js"></script>
    <script src="/graphiql/start.js"></script>
  </body>
</html>
`;

/** Answered by any service, also an empty one; for whoever is allowed nothing, it says so. */
const FIRST_QUERY = `# Ctrl+Enter: hỏi / ask. Ctrl+Space: gợi ý / suggestions.
# Không ở trên máy chủ? Thêm "Authorization": "Bearer …" ở Headers.
# Not on the service's machine? Add it under Headers.
{
  status {
    position
  }
  organisations(first: 5) {
    edges {
      node {
        id
        name
        kind
      }
    }
  }
}
`;

export const START = `ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    defaultQuery: ${JSON.stringify(FIRST_QUERY)},
  }),
);
`;
