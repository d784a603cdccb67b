import type { Wanted } from '#access';
import { requireAllowed } from '../access';
import type { Viewer, Viewers } from '../access';
import { reasonIn } from '../access-records/reason';
import { ApiError } from '../errors';
import type { Authentication } from '../identity';
import type { RefusalMetrics } from '../operations/refusal-metrics';

/** What a route outside GraphQL finds out with who asks, and may. */
export interface AudienceParts {
  readonly authentication: Pick<Authentication, 'actorOf'>;
  readonly viewers: Pick<Viewers, 'of'>;
  readonly refusals: Pick<RefusalMetrics, 'forbidden'>;
}

/** Who a route answers: of a feed asked anew for every message, since tokens expire, roles end and trees change. */
export class RouteAudience {
  constructor(
    private readonly parts: AudienceParts,
    private readonly asking: Parameters<Authentication['actorOf']>[0],
    private readonly wanted: Wanted,
  ) {}

  /** @throws ApiError `UNAUTHENTICATED`, `FORBIDDEN` */
  async viewer(): Promise<Viewer> {
    const { authentication, viewers, refusals } = this.parts;
    const viewer = viewers.of(
      await authentication.actorOf(this.asking),
      reasonIn(this.asking.headers),
    );
    await requireAllowed(viewer, this.wanted).catch((error: unknown) => {
      if (error instanceof ApiError && error.code === 'FORBIDDEN') {
        refusals.forbidden(viewer.actor, this.wanted.operation);
      }
      throw error;
    });
    return viewer;
  }
}
