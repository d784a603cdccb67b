import { buildClientSchema, getIntrospectionQuery, printSchema } from 'graphql';
import type { IntrospectionQuery } from 'graphql';
import type { Bench } from '../benchmark';
import type { BareApolloOptions } from '../parts/bare-apollo.part';
import type { Load, LoadRequest } from '../parts/http-load.part';
import type { PartProcess } from '../parts/part-process';
import type { ServiceOptions } from '../parts/service.part';
import type { Serving } from '../parts/serving';

export type Server = PartProcess<Serving, void, void>;
export type Client = PartProcess<void, LoadRequest, Load>;

/** The service, a bare server that answers like it, and a client of each. */
export interface OverHttp {
  readonly service: Server;
  readonly bare: Server;
  readonly client: Client;
  /** The answer to the first operation, which is the bare server's only one. */
  readonly answer: string;
}

/** @param first what the bare server's answer is taken from */
export async function startOverHttp(
  bench: Bench,
  { dataDir }: ServiceOptions,
  first: string,
): Promise<OverHttp> {
  const service: Server = await bench.start('service', { dataDir } satisfies ServiceOptions);
  const client: Client = await bench.start('http-load');
  const { url } = service.ready;
  const ask = async (body: string) => (await client.ask({ url, bodies: [body] })).sample;
  const { data: introspected } = dataOf<IntrospectionQuery>(
    await ask(JSON.stringify({ query: getIntrospectionQuery() })),
  );
  const answer = await ask(first);
  const bareOptions: BareApolloOptions = {
    schema: printSchema(buildClientSchema(introspected)),
    data: dataOf<BareApolloOptions['data']>(answer).data,
  };
  const bare: Server = await bench.start('bare-apollo', bareOptions);
  const { sample } = await client.ask({ url: bare.ready.url, bodies: [first] });
  if (sample !== answer) throw new Error('The bare server answers with other bytes');
  return { service, bare, client, answer };
}

function dataOf<T>(answer: string): { readonly data: T } {
  return JSON.parse(answer) as { readonly data: T };
}
