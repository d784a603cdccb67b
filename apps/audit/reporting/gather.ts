import type { ExportedEvent } from '#ledger';
import {
  belowNow,
  FINDINGS,
  findingsProjection,
  ORGANISATIONS,
  organisationsProjection,
  SCORECARDS,
  scorecardsProjection,
} from '#projections';
import type { FindingDocument, OrganisationDocument, ScorecardDocument } from '#projections';
import type { DocumentCollection } from '#read-models';
import type { OrganisationId } from '#vocabulary';
import type { ExportFolder } from '../reading/export-folder';
import { withFoldedExport } from '../replaying/folded-export';
import { notTold, toldWhole } from '../replaying/told-whole';
import { CannotTell } from '../terminal/outcome';

export interface Scope {
  readonly under: OrganisationId;
  readonly year: number;
}

/** What a history says of a year in a scope, as its last event leaves it. */
export interface Gathered {
  /** Of the organisation and all now below it, those of the scope first, then by name. */
  readonly scorecards: readonly ScorecardDocument[];
  /** Those that were settled, too, by month. */
  readonly findings: readonly FindingDocument[];
  readonly nameOf: (organisation: OrganisationId) => string;
  readonly last: ExportedEvent | undefined;
}

/** The same scorecards and findings as the service lists. @throws CannotTell for an organisation that the export does not know */
export function gather(
  folder: ExportFolder,
  { under, year }: Scope,
  onProgress: (events: number) => void,
): Promise<Gathered> {
  const projections = [organisationsProjection, scorecardsProjection, findingsProjection];
  return withFoldedExport(folder, projections, { onProgress }, async ({ models, last }) => {
    const organisations = await models.collection<OrganisationDocument>(ORGANISATIONS);
    const names = new Map<OrganisationId, string>();
    for (const { organisation, current } of await allOf(organisations)) {
      if (current !== undefined) names.set(organisation, current.name);
    }
    if (!names.has(under)) {
      throw new CannotTell({
        vi: `Bản xuất không có tổ chức ${under}.`,
        en: `The export knows no organisation ${under}.`,
      });
    }
    const isTold = await toldWhole(folder, models);
    if (!isTold(under)) throw notTold(under);
    const reach = await belowNow(under, organisations);
    const isAsked = (document: { readonly organisation: OrganisationId; readonly year: number }) =>
      document.year === year && reach.has(document.organisation);
    const scorecards = await allOf(await models.collection<ScorecardDocument>(SCORECARDS));
    const findings = await allOf(await models.collection<FindingDocument>(FINDINGS));
    const nameOf = (organisation: OrganisationId): string => names.get(organisation) ?? '';
    const inOrder = byName(under, nameOf);
    return {
      scorecards: scorecards.filter(isAsked).sort(inOrder),
      findings: findings.filter(isAsked).sort(
        firstOf<FindingDocument>(
          (a, b) => a.month - b.month,
          inOrder,
          (a, b) => compared(a.id, b.id),
        ),
      ),
      nameOf,
      last,
    };
  });
}

async function allOf<D extends object>(collection: DocumentCollection<D>): Promise<D[]> {
  const all: D[] = [];
  for await (const { json } of collection.dump()) all.push(JSON.parse(json) as D);
  return all;
}

type Order<T> = (a: T, b: T) => number;

interface OfOrganisation {
  readonly organisation: OrganisationId;
}

/** As an office lists them: by name, numbers by their value; by id where names repeat. */
function byName(
  first: OrganisationId,
  nameOf: (organisation: OrganisationId) => string,
): Order<OfOrganisation> {
  const { compare } = new Intl.Collator('vi', { numeric: true });
  const rank = ({ organisation }: OfOrganisation): number => (organisation === first ? 0 : 1);
  return firstOf(
    (a, b) => rank(a) - rank(b),
    (a, b) => compare(nameOf(a.organisation), nameOf(b.organisation)),
    (a, b) => compared(a.organisation, b.organisation),
  );
}

/** The first of some orders that tells two apart. */
function firstOf<T>(...orders: readonly Order<T>[]): Order<T> {
  return (a, b) => {
    for (const order of orders) {
      const told = order(a, b);
      if (told !== 0) return told;
    }
    return 0;
  };
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
