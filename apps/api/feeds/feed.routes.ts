import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { poll } from '#feeds';
import type { FeedMessage, Feeds } from '#feeds';
import type { Viewer } from '../access';
import { unavailable } from '../errors';
import { RouteAudience } from '../http/route-audience';
import type { AudienceParts } from '../http/route-audience';
import { toldRefusal } from '../http/told-refusal';
import type { CloudEvent } from './cloud-event';
import { EventStream } from './event-stream';
import type { FeedCursors, FeedStart } from './feed-cursors';
import { eventsQuery, recognitionsQuery } from './feed-query';
import type { FeedQuery, Poll } from './feed-query';
import { COSTS } from '../rates';
import type { RateLimits } from '../rates';
import { SCHEMAS } from './schemas';
import type { Telling, ToldEvents } from './told-events';

interface FeedRoutesOptions extends AudienceParts {
  readonly feeds: Feeds;
  readonly told: ToldEvents;
  readonly cursors: FeedCursors;
  readonly rates: Pick<RateLimits, 'take'>;
  readonly heartbeatMs: number;
  /** Called with every internal error. */
  readonly onFailure: (error: unknown) => void;
}

/** The history for programs: as a stream of events, or a page at a time. */
export function serveFeeds(fastify: FastifyInstance, options: FeedRoutesOptions): void {
  void fastify.register((instance, _, done) => {
    new FeedRoutes(options).serve(instance);
    done();
  });
}

/** One request for a feed. */
interface Asked extends Telling {
  readonly after: FeedStart;
  readonly viewer: () => Promise<Viewer>;
}

class FeedRoutes {
  private readonly stopping = new AbortController();

  constructor(private readonly options: FeedRoutesOptions) {}

  serve(fastify: FastifyInstance): void {
    fastify.addHook('preClose', (done) => {
      this.stopping.abort();
      done();
    });
    fastify.get('/feeds/recognitions', (request, reply) => {
      void this.answer(request, reply, 'Feed.recognitions', recognitionsQuery);
    });
    fastify.get('/feeds/events', (request, reply) => {
      void this.answer(request, reply, 'Feed.events', eventsQuery);
    });
    // They tell what there can be, and nothing of what there is.
    fastify.get<{ Params: { file: string } }>('/schemas/:file', ({ params }, reply) => {
      const schema = SCHEMAS.get(params.file);
      if (schema === undefined) {
        reply.callNotFound();
        return reply;
      }
      return reply.type('application/schema+json').send(JSON.stringify(schema));
    });
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    operation: string,
    read: (query: unknown) => FeedQuery,
  ): Promise<void> {
    try {
      const { rates, cursors } = this.options;
      const { headers, socket } = request;
      const asking = { headers, socket };
      const audience = new RouteAudience(this.options, asking, { operation, area: 'HISTORY' });
      const { actor } = await audience.viewer();
      const { filter, after, poll: page } = read(request.query);
      rates.take(actor, page === undefined ? COSTS.stream : costOfPage(page));
      const last = headers['last-event-id'];
      // A client that lost its connection asks its first question again, and says what it has seen since.
      const resumed = typeof last === 'string' && last !== '' ? last : undefined;
      const asked: Asked = {
        filter,
        after: cursors.read(resumed ?? after, resumed === undefined ? 'after' : 'Last-Event-ID'),
        viewer: () => audience.viewer(),
        signal: AbortSignal.any([this.stopping.signal, closed(reply)]),
      };
      if (page !== undefined) {
        void reply.send(await this.page(asked, page));
        return;
      }
      reply.hijack();
      await this.stream(asked, new EventStream(reply.raw, asked.signal));
    } catch (error) {
      const { httpStatus, httpHeaders, body } = this.refusal(error);
      void reply
        .headers(httpHeaders)
        .code(httpStatus)
        .send({ errors: [body] });
    }
  }

  private async page({ after, ...telling }: Asked, page: Poll): Promise<object> {
    const { feeds, told, cursors } = this.options;
    const { signal } = telling;
    const selection = told.telling(telling);
    const { events, place, caughtUp } = await poll(feeds, { ...page, after, ...selection, signal });
    // Cut short by the end of the service, it may not have come anywhere.
    if (signal.aborted) throw unavailable();
    return { events: events.map(({ item }) => item), cursor: cursors.write(place), caughtUp };
  }

  private async stream({ after, ...telling }: Asked, stream: EventStream): Promise<void> {
    const { feeds, told, heartbeatMs } = this.options;
    const { signal } = telling;
    const selection = told.telling(telling);
    try {
      for await (const message of feeds.follow({ after, ...selection, heartbeatMs, signal })) {
        if (message.kind !== 'event') await telling.viewer();
        await stream.send(this.messageOf(message));
      }
    } catch (error) {
      await stream.fail(this.refusal(error).body);
    } finally {
      stream.end();
    }
  }

  private messageOf(message: FeedMessage<CloudEvent>) {
    const { kind, place } = message;
    const id = this.options.cursors.write(place);
    if (kind !== 'event') return { id, event: kind, data: { cursor: id } };
    const { item } = message;
    return { id, event: eventTypeOf(item), data: item };
  }

  private refusal(error: unknown) {
    return toldRefusal(error, this.options.onFailure);
  }
}

/** `vn.four-good.RecognitionGranted.v1` is a `RecognitionGranted`, of whichever version. */
function eventTypeOf({ type }: CloudEvent): string {
  return type.split('.').at(-2) ?? type;
}

/** As much as the same events in a page of the history. */
function costOfPage({ limit }: Poll): number {
  return COSTS.operation + limit * COSTS.event;
}

/** Given when the client is gone. */
function closed({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.on('close', () => {
    gone.abort();
  });
  return gone.signal;
}
