import type { LocalDate, SignalSource } from '#vocabulary';
import { Office } from './office';
import type { GiveCommand } from './office';

export interface Violation {
  readonly organisation: string;
  readonly member?: string;
  readonly occurredOn: LocalDate;
  readonly prohibitedThing?: number;
}

/** The inspection commission (UBKT) of a committee. */
export class InspectionOffice extends Office {
  constructor(give: GiveCommand, organisation: string) {
    super(give, organisation, 'INSPECTION_COMMISSION');
  }

  /** A case begins with what somebody noticed. */
  async takesUp(of: string, violation: Violation, source: SignalSource) {
    await this.give('openCase', { case: of, ...violation });
    return this.hears(of, source);
  }

  hears(of: string, source: SignalSource) {
    return this.give('receiveSignal', { case: of, source });
  }

  confirms(of: string, { remediationRequired = false } = {}) {
    return this.give('reachConclusion', { case: of, confirmed: true, remediationRequired });
  }

  /** What was reported is not true. */
  dismisses(of: string) {
    const conclusion = { confirmed: false, remediationRequired: false };
    return this.give('reachConclusion', { case: of, ...conclusion });
  }

  /** What was recorded of a case was wrong. */
  withdraws(of: string, event: string, reason: string) {
    return this.give('correctFact', { stream: `case-${of}`, event, reason });
  }
}
