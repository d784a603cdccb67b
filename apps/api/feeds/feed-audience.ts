import { requireAllowed } from '../access';
import type { Viewer, Viewers } from '../access';
import { ApiError } from '../errors';
import type { Authentication } from '../identity';
import type { RefusalMetrics } from '../operations/refusal-metrics';

/** Who a feed is for: asked anew for every message, since tokens expire, roles end and trees change. */
export class FeedAudience {
  constructor(
    private readonly parts: {
      readonly authentication: Pick<Authentication, 'actorOf'>;
      readonly viewers: Pick<Viewers, 'of'>;
      readonly refusals: Pick<RefusalMetrics, 'forbidden'>;
    },
    private readonly asking: Parameters<Authentication['actorOf']>[0],
    private readonly operation: string,
  ) {}

  /** @throws ApiError `UNAUTHENTICATED`, `FORBIDDEN` */
  async viewer(): Promise<Viewer> {
    const { operation } = this;
    const { authentication, viewers, refusals } = this.parts;
    const viewer = viewers.of(await authentication.actorOf(this.asking));
    await requireAllowed(viewer, { operation, area: 'HISTORY' }).catch((error: unknown) => {
      if (error instanceof ApiError && error.code === 'FORBIDDEN') {
        refusals.forbidden(viewer.actor, operation);
      }
      throw error;
    });
    return viewer;
  }
}
