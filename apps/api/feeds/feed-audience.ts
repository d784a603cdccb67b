import { requireAllowed } from '../access';
import type { Viewer, Viewers } from '../access';
import type { Authentication } from '../identity';

/** Who a feed is for: asked anew for every message, since tokens expire, roles end and trees change. */
export class FeedAudience {
  constructor(
    private readonly authentication: Pick<Authentication, 'actorOf'>,
    private readonly viewers: Pick<Viewers, 'of'>,
    private readonly asking: Parameters<Authentication['actorOf']>[0],
    private readonly operation: string,
  ) {}

  /** @throws ApiError `UNAUTHENTICATED`, `FORBIDDEN` */
  async viewer(): Promise<Viewer> {
    const viewer = this.viewers.of(await this.authentication.actorOf(this.asking));
    await requireAllowed(viewer, { operation: this.operation, area: 'HISTORY' });
    return viewer;
  }
}
