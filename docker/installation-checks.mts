/**
 * What must hold of a running installation, whatever it runs on: asked from outside, with a token of the role OPERATOR. It
 * records a few organisations, so it is for installations that are made to be tried.
 *
 *   TOKEN=… node docker/installation-checks.mts URL…      several addresses are of one installation
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as elapsed } from 'node:timers/promises';
import { ask, post, untilReady } from '../scripts/running.mts';

/** A projector that was killed is followed by another within ten seconds. */
const TAKEOVER_LIMIT_MS = 60_000;
const LOOK_AGAIN_MS = 500;
const RECORDED = 3;
const ANYTHING = '{ status { position } }';
const ESTABLISH = `mutation ($input: EstablishOrganisationInput!) {
  establishOrganisation(input: $input) { position duplicate }
}`;
const READ_BACK = `query ($id: ID!, $atLeast: Position!) {
  organisation(id: $id, atLeast: $atLeast) { name }
}`;
const PAGE = `query ($after: Cursor, $atLeast: Position!) {
  organisations(first: 1, after: $after, atLeast: $atLeast) { edges { cursor node { id } } }
}`;

/** One installation, by one or several addresses. */
export interface RunningInstallation {
  readonly urls: readonly string[];
  readonly token: string;
}

/** @throws when something does not hold */
export async function checkInstallation({ urls, token }: RunningInstallation): Promise<void> {
  for (const url of urls) {
    await untilReady(url);
    await refusesStrangers(url);
  }
  const recorded = await records(urls, token);
  for (const url of urls) await readsBack(url, token, recorded);
  await pagesOnAnywhere(urls, token, recorded);
}

/** Whoever shows no good token is nobody, also over loopback and whatever he says of where he comes from. */
async function refusesStrangers(url: string): Promise<void> {
  const claims: readonly Record<string, string>[] = [
    {},
    { 'x-forwarded-for': '127.0.0.1' },
    { forwarded: 'for=127.0.0.1;host=localhost' },
    { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJtMDAwMDEifQ.' },
  ];
  for (const headers of claims) {
    const { status, errors } = await post(url, ANYTHING, { headers });
    if (status !== 401 || errors?.[0]?.extensions.code !== 'UNAUTHENTICATED') {
      throw new Error(`A stranger with ${JSON.stringify(headers)} is answered ${status}`);
    }
  }
}

interface Recorded {
  readonly ids: readonly string[];
  readonly position: string;
}

/** Each fact by another address, twice: the second time it is there already. */
async function records(urls: readonly string[], token: string): Promise<Recorded> {
  const ids: string[] = [];
  let position = '';
  for (let n = 0; n < RECORDED; n += 1) {
    const url = urls[n % urls.length] ?? '';
    const id = `check-${randomUUID()}`;
    const input = {
      commandId: randomUUID(),
      effectiveAt: '2024-01-01T08:00:00+07:00',
      organisation: id,
      kind: 'GRASSROOTS_CELL',
      name: `Chi bộ ${id}`,
      organisationType: 'agency',
    };
    const first = await receipt(url, token, input);
    const again = await receipt(url, token, input);
    if (!again.duplicate || again.position !== first.position) {
      throw new Error(`A command given twice was recorded twice, at ${again.position}`);
    }
    ids.push(id);
    position = first.position;
  }
  return { ids, position };
}

async function receipt(url: string, token: string, input: object) {
  const { establishOrganisation } = await ask(url, ESTABLISH, { input }, token);
  return establishOrganisation as { readonly position: string; readonly duplicate: boolean };
}

/** Whoever keeps the read models up to date may just be taking over. */
async function readsBack(url: string, token: string, { ids, position }: Recorded): Promise<void> {
  const limit = performance.now() + TAKEOVER_LIMIT_MS;
  for (const id of ids) {
    const expected = JSON.stringify({ organisation: { name: `Chi bộ ${id}` } });
    for (;;) {
      const headers = { authorization: `Bearer ${token}` };
      const variables = { id, atLeast: position };
      const { data, errors } = await post(url, READ_BACK, { variables, headers });
      if (JSON.stringify(data) === expected) break;
      if (performance.now() > limit) {
        throw new Error(`What was recorded at ${position} is not read: ${JSON.stringify(errors)}`);
      }
      await elapsed(LOOK_AGAIN_MS);
    }
  }
}

/** A cursor that one service wrote is read by the other. */
async function pagesOnAnywhere(
  urls: readonly string[],
  token: string,
  { position }: Recorded,
): Promise<void> {
  let after: string | undefined;
  for (let n = 0; n < RECORDED; n += 1) {
    const variables = { after: after ?? null, atLeast: position };
    const answer = await ask(urls[n % urls.length] ?? '', PAGE, variables, token);
    const { edges } = answer.organisations as { readonly edges: readonly { cursor: string }[] };
    after = edges[0]?.cursor;
    if (after === undefined) throw new Error(`Page ${n + 1} of ${RECORDED} is empty`);
  }
}

if (import.meta.main) {
  const { TOKEN: token } = process.env;
  const urls = process.argv.slice(2);
  if (token === undefined || urls.length === 0) throw new Error('TOKEN and a URL are needed');
  await checkInstallation({ urls, token });
  console.log('The installation does what it should');
}
