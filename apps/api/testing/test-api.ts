import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { Measurement } from '#operations';
import type { WitnessAddress } from '#ledger/witness';
import { DEFAULT_LIMITS, openService, processesOf, TOKEN_MAX_AGE_SECONDS } from '#composition';
import type { LimitSettings, OpenIdSettings, Service, ServiceSettings } from '#composition';
import type { Elapsed } from '#feeds';
import { createApi } from '../composition';
import { Tokens } from '../identity';
import { ServiceKeys } from '../keys';

export interface Answer {
  readonly status: number;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly AnswerError[];
}

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export type Headers = Readonly<Record<string, string>>;

/** A whole service on its own stores, queried over real HTTP. */
export interface TestApi {
  readonly url: string;
  /** Where its files are. */
  readonly dataDir: string;
  readonly service: Service;
  readonly tokens: Tokens;
  /** Which tokens there are: to revoke one. */
  readonly tokenRegister: ServiceKeys['tokens'];
  /** Makes a token invalid. */
  revoke(token: string): void;
  /** As it answers: with resolvers and guards. */
  readonly schema: GraphQLSchema;
  ask(query: string, variables?: object, headers?: Headers): Promise<Answer>;
  post(body: string, headers?: Headers): Promise<Answer>;
  /** Gives a command that must succeed; answers its receipt. */
  record(mutation: string, input: object): Promise<Receipt>;
  /** Lets everything that follows from what was recorded, and from the time, be recorded and read. */
  settle(): Promise<void>;
  /** Its metrics as they are now. */
  measure(): Promise<Registry>;
  /** Stops it and leaves its files. */
  close(): Promise<void>;
  /** Stops it, if it still runs, and removes its files. */
  stop(): Promise<void>;
}

export interface Receipt {
  readonly commandId: string;
  readonly position: string;
  readonly revision: number;
  readonly duplicate: boolean;
  readonly events: readonly { readonly id: string; readonly type: string }[];
}

export interface TestApiOptions {
  /** What the service takes for the time. Without it, time brings nothing. */
  readonly now?: () => Date;
  /** When it does what it does by itself: at any time, or when the test settles. Default: by itself where it has a time. */
  readonly processes?: 'by themselves' | 'when settled';
  /** What a service that was closed left behind; by default, a new folder. */
  readonly dataDir?: string;
  /** By default, files in the folder. */
  readonly stores?: TestStores;
  /** The provider whose tokens it takes; none by default. */
  readonly openId?: OpenIdSettings;
  /** How often feeds tell their place; by default, so rarely that no test meets it. */
  readonly feedHeartbeatMs?: number;
  /** Where it sends spans; nowhere by default. */
  readonly telemetryEndpoint?: string;
  /** Silent by default. */
  readonly logger?: Logger;
  /** What is to be otherwise than usual. */
  readonly limits?: Partial<LimitSettings>;
  /** A file of operations by hash. */
  readonly persistedOperations?: string;
  /** Of one connection, and of one identity. */
  readonly webSocketOperations?: number;
  readonly webSocketConnections?: number;
  /** What feeds and WebSockets take for the passing of time; by default, this machine's. */
  readonly elapsed?: Elapsed;
  /** Of the ledger; none by default. */
  readonly witnesses?: readonly WitnessAddress[];
  /** For how many days it keeps who looked; as usual by default. */
  readonly accessRecordsDays?: number;
}

export type TestStores = Partial<
  Pick<ServiceSettings, 'eventLogUrl' | 'eventLogNamespace' | 'readModelsUrl'>
>;

export async function startTestApi({
  now,
  processes: when = now === undefined ? 'when settled' : 'by themselves',
  dataDir = mkdtempSync(join(tmpdir(), 'four-good-api-')),
  stores,
  openId,
  feedHeartbeatMs = 60_000,
  telemetryEndpoint,
  logger = pino({ level: 'silent' }),
  limits,
  persistedOperations,
  webSocketOperations = 50,
  webSocketConnections = 20,
  elapsed,
  witnesses = [],
  accessRecordsDays = 3_650,
}: TestApiOptions = {}): Promise<TestApi> {
  const settings = {
    dataDir,
    eventLogUrl: `sqlite:${join(dataDir, 'log.db')}`,
    readModelsUrl: `sqlite:${join(dataDir, 'views.db')}`,
    keysDir: join(dataDir, 'keys'),
    localOperator: true,
    tokenMaxAgeSeconds: TOKEN_MAX_AGE_SECONDS,
    ...(openId && { openId }),
    commandTimeoutMs: 60_000,
    feedHeartbeatMs,
    ...(telemetryEndpoint === undefined ? {} : { telemetryEndpoint }),
    ...(persistedOperations === undefined ? {} : { persistedOperations }),
    limits: { ...DEFAULT_LIMITS, ...limits },
    webSocketOperations,
    webSocketConnections,
    ledger: { isPublic: false, witnesses },
    accessRecords: { days: accessRecordsDays },
    webhooks: { retriesMs: [10, 10, 10, 10, 10, 10], allowHttp: true, allowedHosts: ['127.0.0.1'] },
    ...stores,
  };
  const keys = new ServiceKeys(settings.keysDir);
  const service = await openService(settings, logger, now);
  const api = await createApi(service, settings, logger, elapsed);
  await api.listen(0, '127.0.0.1');
  const processes = processesOf(service, { dueDates: now !== undefined }, logger);
  if (when === 'by themselves') await processes.start();
  const url = await api.getUrl();
  const post = (body: string, headers: Headers = {}) => postTo(`${url}/graphql`, body, headers);
  const ask = (query: string, variables: object = {}, headers: Headers = {}) =>
    post(JSON.stringify({ query, variables }), headers);
  let closing: Promise<void> | undefined;
  const closed = async () => {
    await api.close();
    await processes.stop();
    await service.close();
  };
  const close = () => (closing ??= closed());
  return {
    url,
    dataDir,
    service,
    schema: api.get(GraphQLSchemaHost).schema,
    tokens: new Tokens(keys),
    tokenRegister: keys.tokens,
    revoke: (token) => {
      keys.tokens.revoke(token);
    },
    ask,
    post,
    record: async (mutation, input) => {
      const { data, errors } = await ask(mutationOf(mutation), { input: withCommon(input) });
      if (errors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
      return data?.[mutation] as Receipt;
    },
    settle: async () => {
      const { log, models } = service;
      for (let before = -1n, head = 0n; head !== before;) {
        before = head;
        await models.caughtUp();
        await processes.runAll();
        head = (await log.head()) ?? 0n;
      }
      await models.caughtUp();
    },
    measure: () => api.get(Measurement, { strict: false }).take(),
    close,
    stop: async () => {
      await close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The document that gives one command. */
export function mutationOf(name: string): string {
  const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${name}(input: $input) {
    commandId position revision duplicate events { id type } } }`;
}

/** What every command needs, where the test has nothing else to say. */
export function withCommon(input: object): object {
  return { commandId: randomUUID(), effectiveAt: '2024-01-01T08:00:00+07:00', ...input };
}

async function postTo(url: string, body: string, headers: Headers): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const { data, errors = [] } = (await response.json()) as {
    data?: Record<string, unknown> | null;
    errors?: AnswerError[];
  };
  return { status: response.status, data, errors };
}
