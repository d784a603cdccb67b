import type { GraphqlClient } from './graphql-client';
import { isCommand } from './told-requests';
import type { ToldRequest } from './told-requests';

/** What the service answered, as pages show it: the data alone, or what was wrong. */
export type ShownAnswer =
  | Readonly<Record<string, unknown>>
  | { readonly errors: readonly { readonly message: string; readonly extensions: object }[] };

/** Enough for a process of the service to follow up what was recorded. */
const ATTEMPTS = 1_000;

/** Asks what pages ask. A query's `$position` is that of the last receipt, as a reader would take it. */
export class ToldConversation {
  private position: string | undefined;

  constructor(private readonly client: GraphqlClient) {}

  /**
   * Once something was recorded, the service may go on by itself: a query is then asked again until
   * it is answered as shown, for a while.
   */
  async answerTo(request: ToldRequest): Promise<ShownAnswer> {
    let given = await this.ask(request);
    if (isCommand(request)) {
      this.position = lastPosition(given) ?? this.position;
      return given;
    }
    for (let attempt = 1; attempt < ATTEMPTS && this.mayStillChange(request, given); attempt += 1) {
      given = await this.ask(request);
    }
    return given;
  }

  private mayStillChange({ answer }: ToldRequest, given: ShownAnswer): boolean {
    if (this.position === undefined || answer === undefined) return false;
    return JSON.stringify(given) !== JSON.stringify(answer);
  }

  private async ask({ query, variables }: ToldRequest): Promise<ShownAnswer> {
    const known = this.position === undefined ? {} : { position: this.position };
    const { data, errors } = await this.client.post<Readonly<Record<string, unknown>>>(query, {
      ...known,
      ...variables,
    });
    if (errors === undefined) return data ?? {};
    return { errors: errors.map(({ message, extensions }) => ({ message, extensions })) };
  }
}

function lastPosition(receipts: ShownAnswer): string | undefined {
  return Object.values(receipts)
    .flatMap((receipt: unknown) =>
      typeof receipt === 'object' && receipt !== null && 'position' in receipt
        ? [String(receipt.position)]
        : [],
    )
    .at(-1);
}
