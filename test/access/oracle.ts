import type { Role } from '#vocabulary';

/** An event as an operator reads it. */
export interface Event {
  readonly id: string;
  readonly type: string;
  readonly effectiveAt: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Identity {
  readonly id: string;
  readonly role: Role;
  readonly organisation: string;
  /** Known to a provider by name only: what he may do is what is granted to him. */
  readonly signedIn?: SignedIn;
}

interface SignedIn {
  /** The grant in which he says that he acts. */
  readonly actingAs?: string;
  /** Whether he acts in a role: one of his that holds now, and no other that he could mean. */
  readonly actsInOne: boolean;
}

export interface Grant {
  readonly grant: string;
  readonly subject: string;
  readonly role: Role;
  readonly organisation: string;
  readonly holdsFrom: string;
  readonly holdsUntil?: string;
}

type Area = 'OWN_WORK' | 'MEMBERS' | 'CASES';

const RECOGNITION_EVENTS = new Set([
  'RecognitionGranted',
  'RecognitionRefused',
  'RecognitionPublished',
  'RecognitionReviewRequired',
  'RecognitionUpheld',
  'RecognitionCorrected',
  'RecognitionRevoked',
  'RewardGranted',
]);

/** Who may give grants, and so is told of them. */
const GRANTORS: readonly Role[] = ['OPERATOR', 'STANDING_BOARD'];
const GRANT_EVENTS = new Set(['RoleGranted', 'RoleEnded']);

/** Both ends of a move or of a merger; everything else concerns its subject. */
const CONCERNED: Readonly<Record<string, readonly string[]>> = {
  MemberTransferred: ['from', 'to'],
  OrganisationReparented: ['organisation', 'from', 'to'],
  OrganisationMerged: ['organisation', 'into'],
};

/**
 * The contract on access told once more, by its letter and by looking at all that was ever recorded: nothing of the
 * product is in it, and it has no index that could be wrong.
 */
export class Oracle {
  private readonly parents = new Map<string, string>();
  private readonly successors = new Map<string, string>();
  private readonly ended = new Set<string>();
  private readonly members = new Map<string, string>();
  private readonly published = new Set<string>();
  private readonly granted = new Map<string, Grant>();
  private readonly byId: ReadonlyMap<string, Event>;

  constructor(readonly events: readonly Event[]) {
    this.byId = new Map(events.map((event) => [event.id, event]));
    const inTime = events.toSorted((a, b) => Date.parse(a.effectiveAt) - Date.parse(b.effectiveAt));
    for (const event of inTime) this.take(event);
    // In the order of the log: what is recorded of a grant says from when and until when.
    for (const event of events) this.takeGrant(event);
  }

  private takeGrant({ type, data }: Event): void {
    if (!GRANT_EVENTS.has(type)) return;
    const id = String(data.grant);
    this.granted.set(id, { ...this.granted.get(id), ...data } as Grant);
  }

  private take({ type, data }: Event): void {
    const text = (name: string) => String(data[name]);
    if (type === 'OrganisationEstablished' && data.parent !== undefined) {
      this.parents.set(text('organisation'), text('parent'));
    }
    if (type === 'OrganisationReparented') this.parents.set(text('organisation'), text('to'));
    if (type === 'OrganisationMerged') this.successors.set(text('organisation'), text('into'));
    if (type === 'OrganisationMerged' || type === 'OrganisationDissolved') {
      this.ended.add(text('organisation'));
    }
    if (type === 'MemberAdmitted') this.members.set(text('member'), text('organisation'));
    if (type === 'MemberTransferred') this.members.set(text('member'), text('to'));
    if (type === 'RecognitionPublished') {
      this.published.add(`${text('organisation')} ${text('year')}`);
    }
  }

  /** "That organisation and all that are below it in the tree of now; a merged one is where its successor is." */
  isWithin(organisation: string, root: string): boolean {
    for (let at: string | undefined = organisation; at !== undefined;) {
      if (at === root) return true;
      at = this.successors.get(at) ?? this.parents.get(at);
    }
    return false;
  }

  /** "A role held in an organisation that has ended gives nothing any more." */
  isOver({ role, organisation, signedIn }: Identity): boolean {
    if (signedIn?.actsInOne === false) return true;
    return role !== 'OPERATOR' && this.ended.has(organisation);
  }

  /** All that were ever given. */
  get grants(): readonly Grant[] {
    return [...this.granted.values()];
  }

  /** "Grants hold from `from` to before `to`, by the clock." */
  grantsHeldBy(subject: string, at: number): readonly Grant[] {
    return this.grants.filter(
      (grant) =>
        grant.subject === subject &&
        midnight(grant.holdsFrom) <= at &&
        (grant.holdsUntil === undefined || at < midnight(grant.holdsUntil)),
    );
  }

  /** What a role sees by the table of roles and areas. */
  sees({ role }: Identity, _area: Area): boolean {
    return role !== 'INTEGRATOR';
  }

  isInScope({ role, organisation }: Identity, of: string): boolean {
    return role === 'OPERATOR' || this.isWithin(of, organisation);
  }

  /** Where a member is, or was last. */
  organisationOf(member: string): string | undefined {
    return this.members.get(member);
  }

  isMemberInScope(identity: Identity, member: string): boolean {
    const organisation = this.members.get(member);
    return organisation !== undefined && this.isInScope(identity, organisation);
  }

  seesEvent(identity: Identity, { type, data }: Event): boolean {
    if (GRANT_EVENTS.has(type) && !GRANTORS.includes(identity.role)) return false;
    if (identity.role === 'INTEGRATOR' && !RECOGNITION_EVENTS.has(type)) return false;
    const concerned = (CONCERNED[type] ?? ['organisation']).flatMap((field) => data[field] ?? []);
    // "What concerns no organisation": frameworks and campaigns belong to the register.
    if (concerned.length === 0) return true;
    return concerned.some((one) => this.isInScope(identity, one as string));
  }

  seesEventWithId(identity: Identity, id: string): boolean {
    const event = this.byId.get(id);
    return event !== undefined && this.seesEvent(identity, event);
  }

  isPublished(organisation: string, year: number): boolean {
    return this.published.has(`${organisation} ${year}`);
  }
}

/** The beginning of a day in Vietnam, in milliseconds. */
function midnight(day: string): number {
  return Date.parse(`${day}T00:00:00+07:00`);
}
