import type { GraphqlClient } from './graphql-client';
import { isCommand } from './told-requests';
import type { ToldRequest } from './told-requests';

/** What the service answered, as pages show it: the data alone, or what was wrong. */
export type ShownAnswer =
  | Readonly<Record<string, unknown>>
  | { readonly errors: readonly { readonly message: string; readonly extensions: object }[] };

/** Asks what pages ask. A query's `$position` is that of the last receipt, as a reader would take it. */
export class ToldConversation {
  private position: string | undefined;

  constructor(private readonly client: GraphqlClient) {}

  async answerTo(request: ToldRequest): Promise<ShownAnswer> {
    const known = this.position === undefined ? {} : { position: this.position };
    const { data, errors } = await this.client.post<Readonly<Record<string, unknown>>>(
      request.query,
      { ...known, ...request.variables },
    );
    if (errors !== undefined) {
      return { errors: errors.map(({ message, extensions }) => ({ message, extensions })) };
    }
    const answered = data ?? {};
    if (isCommand(request)) this.position = lastPosition(answered) ?? this.position;
    return answered;
  }
}

function lastPosition(receipts: Readonly<Record<string, unknown>>): string | undefined {
  return Object.values(receipts)
    .flatMap((receipt) =>
      typeof receipt === 'object' && receipt !== null && 'position' in receipt
        ? [String(receipt.position)]
        : [],
    )
    .at(-1);
}
