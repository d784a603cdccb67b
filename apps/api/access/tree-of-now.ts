import { belowNow, ORGANISATIONS } from '#projections';
import type { OrganisationDocument } from '#projections';
import type { KnownReaches } from './known-reaches';
import type { ReadModelsOfNow } from '../queries/shared/read-models-of-now';
import type { RequestLoaders } from '../queries/shared/request-loaders';

type Current = NonNullable<OrganisationDocument['current']>;

/** The tree as it is now, for one request: each organisation is looked up once. */
export class TreeOfNow {
  private readonly below = new Map<string, Promise<ReadonlySet<string>>>();

  constructor(
    private readonly readModels: ReadModelsOfNow,
    private readonly loaders: Pick<RequestLoaders, 'organisations'>,
    private readonly known: KnownReaches,
  ) {}

  /** Whether one organisation is another one, or below it: told by its ancestors, however many are below. */
  async isAtOrBelow(organisation: string, root: string): Promise<boolean> {
    const passed = new Set<string>();
    let current: string | null | undefined = organisation;
    while (current !== null && current !== undefined && !passed.has(current)) {
      if (current === root) return true;
      passed.add(current);
      const found: Current | undefined = await this.currentOf(current);
      // One that was merged is where its successor is, one that was dissolved where it was last.
      current = found?.mergedInto ?? found?.parent;
    }
    return false;
  }

  /** Whether an organisation is known, and has not ended. */
  async exists(organisation: string): Promise<boolean> {
    return (await this.currentOf(organisation))?.ended === false;
  }

  async hasEnded(organisation: string): Promise<boolean> {
    return (await this.currentOf(organisation))?.ended === true;
  }

  /** An organisation with all below it. */
  atOrBelow(root: string, atLeast?: string): Promise<ReadonlySet<string>> {
    const key = `${root} ${atLeast ?? ''}`;
    const known = this.below.get(key) ?? this.readBelow(root, atLeast);
    this.below.set(key, known);
    return known;
  }

  private async readBelow(root: string, atLeast?: string): Promise<ReadonlySet<string>> {
    const { collection, projectedThrough } = await this.readModels.read<OrganisationDocument>(
      'organisations',
      ORGANISATIONS,
      atLeast,
    );
    const known = this.known.of(root, projectedThrough);
    if (known !== undefined) return known;
    const reach = await belowNow(root, collection);
    this.known.keep(root, projectedThrough, reach);
    return reach;
  }

  private async currentOf(organisation: string): Promise<Current | undefined> {
    return (await this.loaders.organisations.load(organisation))?.body.current;
  }
}
