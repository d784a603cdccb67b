/** The page is text and links. */
export const LANDING_SECURITY_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

interface Link {
  readonly address: string;
  readonly vi: string;
  readonly en: string;
}

const GRAPHIQL: Link = {
  address: '/graphiql',
  vi: 'Hỏi bằng tay, với mô tả của mọi trường',
  en: 'Ask by hand, with the description of every field',
};

const LINKS: readonly Link[] = [
  { address: '/readyz', vi: 'Dịch vụ đã sẵn sàng chưa', en: 'Whether the service is ready' },
  { address: '/metrics', vi: 'Số đo cho giám sát', en: 'Metrics for monitoring' },
];

/** What there is behind an address that somebody opened, in both languages. */
export function landingPage(isGraphiqlServed: boolean): string {
  const links = isGraphiqlServed ? [GRAPHIQL, ...LINKS] : LINKS;
  return `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Four good</title>
    <style>body { font: 1rem/1.5 sans-serif; margin: 3rem auto; max-width: 40rem; padding: 0 1rem; }</style>
  </head>
  <body>
    <h1>Four good</h1>
    <p>Dịch vụ đang chạy. Các chương trình gửi <code>POST</code> đến <code>/graphql</code>.</p>
    <ul>${links.map(({ address, vi }) => item(address, vi)).join('')}</ul>
    <div lang="en">
      <p>The service is running. Programs send <code>POST</code> to <code>/graphql</code>.</p>
      <ul>${links.map(({ address, en }) => item(address, en)).join('')}</ul>
    </div>
  </body>
</html>
`;
}

function item(address: string, text: string): string {
  return `<li><a href="${address}">${text}</a></li>`;
}
