import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { localDateOf } from '#vocabulary';
import { bundleOfFiles, isComplete, readBundleFiles, runImport, summaryOf } from '#import';
import type { BundleFile } from '#import';
import { LOCAL_OPERATOR } from '../../apps/api/identity';
import { AUDIENCE, OpenIdProvider } from '../../apps/api/testing/openid-provider';
import { mutationOf, startTestApi, withCommon } from '../../apps/api/testing/test-api';
import type { Answer, TestApi } from '../../apps/api/testing/test-api';
import { PROJECT } from '../support';
import type { Event, Identity } from './oracle';
import { Oracle } from './oracle';

const SAMPLE = join(PROJECT, 'samples', 'ward-2024');
const IDS =
  /(?<![\w-])(city|ward|cell-\d|m\d{3}|case-\d|grievance-\d|four-good-2023-2025)(?![\w])/g;
const COPIES = ['a', 'b'];
const DAY_MS = 86_400_000;

/** People whom a provider knows, and whose roles are granted. */
export const SIGNED_IN = ['m00501', 'm00502', 'm00503'];

/** Above all: who decides about whatever is below. */
const PROVINCE = 'province';
const OPERATOR: Identity = { id: 'm00001', role: 'OPERATOR', organisation: 'installation' };

const EVERYTHING = 'id type effectiveAt data';

export interface Page<N> {
  readonly edges: readonly { readonly node: N }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const NOTHING: Page<never> = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** Two cities with a year each, under one province, and time that goes on with what happens. */
export class World {
  private now = Date.parse('2025-06-01T01:00:00Z');
  private readonly tokens = new Map<string, string>();
  private readonly known = new Map<string, Promise<readonly unknown[]>>();
  private present: Promise<Oracle> | undefined;
  private api!: TestApi;
  private provider!: OpenIdProvider;

  async begin(): Promise<void> {
    this.provider = await OpenIdProvider.start(...SIGNED_IN);
    this.api = await startTestApi({
      now: () => new Date(this.now),
      openId: { issuer: this.provider.issuer, audience: AUDIENCE },
      processes: 'when settled',
      // Whoever asks in the name of all asks for more than a person may.
      limits: { valuesPerMinute: Number.MAX_SAFE_INTEGER },
    });
    await this.change('establishOrganisation', {
      organisation: PROVINCE,
      kind: 'SUPERIOR_COMMITTEE',
      level: 'PROVINCE',
      name: 'Tỉnh',
      organisationType: 'party',
      effectiveAt: '2000-01-01T08:00:00+07:00',
    });
    for (const copy of COPIES) await this.import(copy);
    await this.api.settle();
  }

  async end(): Promise<void> {
    await this.api.stop();
    await this.provider.stop();
  }

  private async import(copy: string): Promise<void> {
    const { log, gateway, models } = this.api.service;
    const files = (await readBundleFiles(SAMPLE)).map((file) => renamed(file, copy));
    const report = await runImport(await bundleOfFiles(files), {
      gateway,
      log,
      models,
      actor: LOCAL_OPERATOR,
      importId: randomUUID(),
      dryRun: false,
    });
    if (!isComplete(report)) throw new Error(summaryOf(report));
  }

  /** What an operator enters for the province, a day later each; told whether it was recorded. */
  async change(mutation: string, input: object): Promise<boolean> {
    this.now += DAY_MS;
    const { errors } = await this.as(OPERATOR, mutationOf(mutation), {
      input: withCommon({
        effectiveAt: new Date(this.now).toISOString(),
        onBehalfOf: { id: 'm00900', role: 'SUPERIOR_COMMITTEE', organisation: PROVINCE },
        ...input,
      }),
    });
    this.known.clear();
    this.present = undefined;
    return errors.length === 0;
  }

  /** A command of somebody; what may not be given changes nothing. */
  gives(who: Identity, mutation: string, input: object): Promise<Answer> {
    const effectiveAt = new Date(this.now).toISOString();
    return this.as(who, mutationOf(mutation), { input: withCommon({ effectiveAt, ...input }) });
  }

  settle(): Promise<void> {
    return this.api.settle();
  }

  async as(who: Identity, query: string, variables: object = {}): Promise<Answer> {
    const { id, role, organisation, signedIn } = who;
    const key = signedIn ? id : `${role} ${organisation}`;
    const token =
      this.tokens.get(key) ??
      (signedIn ? await this.provider.tokenOf(id) : await this.api.tokens.issue(who, '12h'));
    this.tokens.set(key, token);
    return this.api.ask(query, variables, {
      authorization: `Bearer ${token}`,
      ...(signedIn?.actingAs !== undefined && { 'x-acting-as': signedIn.actingAs }),
    });
  }

  /** Somebody whom the provider knows, in the grant that he names or in the only one that he holds. */
  async signedIn(id: string, actingAs: string | undefined): Promise<Identity> {
    const oracle = await this.oracle();
    const held = oracle.grantsHeldBy(id, this.now);
    const meant = held.filter(({ grant }) => actingAs === undefined || grant === actingAs);
    const [one, ...others] = meant;
    const actsInOne = one !== undefined && others.length === 0;
    const { role, organisation } = one ?? { role: 'AUDITOR', organisation: PROVINCE };
    const signedIn = { actsInOne, ...(actingAs !== undefined && { actingAs }) };
    return { id, role, organisation, signedIn };
  }

  /** @param from in days from now */
  day(from: number): string {
    return localDateOf(new Date(this.now + from * DAY_MS).toISOString());
  }

  asOperator(query: string): Promise<Answer> {
    return this.as(OPERATOR, query);
  }

  async kindOf(organisation: string): Promise<string> {
    const { data } = await this.asOperator(`{ organisation(id: "${organisation}") { kind } }`);
    return (data as { readonly organisation: { readonly kind: string } }).organisation.kind;
  }

  /** What the contract says of everybody, by what is recorded now. */
  oracle(): Promise<Oracle> {
    this.present ??= this.everything<Event>('history', 'filter: {}', EVERYTHING).then(
      (events) => new Oracle(events),
    );
    return this.present;
  }

  /** A list as an operator reads it. */
  everything<N>(list: string, args: string, fields: string): Promise<readonly N[]> {
    const key = `${list}(${args}) ${fields}`;
    const rows = this.known.get(key) ?? this.mustRead<N>(list, args, fields);
    this.known.set(key, rows);
    return rows as Promise<readonly N[]>;
  }

  private async mustRead<N>(list: string, args: string, fields: string): Promise<readonly N[]> {
    const rows = await this.read<N>(OPERATOR, list, args, fields, 200);
    if (typeof rows === 'string') throw new TypeError(`An operator is refused ${list}: ${rows}`);
    return rows;
  }

  /** All pages of a list, or the code that it is refused with. Pages are full: each but the last one. */
  async read<N>(
    who: Identity,
    list: string,
    args: string,
    fields: string,
    first: number,
  ): Promise<readonly N[] | string> {
    const nodes: N[] = [];
    for (let after = ''; ;) {
      const { data, errors } = await this.as(
        who,
        `{ ${list}(first: ${first} ${after} ${args}) {
          edges { node { ${fields} } } pageInfo { hasNextPage endCursor } } }`,
      );
      if (errors.length > 0) return String(errors[0]?.extensions.code);
      const { edges, pageInfo } = (data as Readonly<Record<string, Page<N>>>)[list] ?? NOTHING;
      nodes.push(...edges.map(({ node }) => node));
      if (!pageInfo.hasNextPage) return nodes;
      if (edges.length !== first) throw new Error(`${list}(${args}): a page is not full`);
      after = `after: "${pageInfo.endCursor ?? ''}"`;
    }
  }
}

/** The sample year once more, of other organisations and other people. */
function renamed({ path, content }: BundleFile, copy: string): BundleFile {
  if (!path.endsWith('.csv')) return { path, content };
  const text = new TextDecoder()
    .decode(content)
    .replaceAll(IDS, `${copy}-$1`)
    // The word is a type of organisation, too.
    .replace(`mẫu,${copy}-ward,`, 'mẫu,ward,')
    .replace(/(CITY,.*,)$/m, `$1${PROVINCE}`);
  return { path, content: new TextEncoder().encode(text) };
}
