import type { LocalDate, MeetingKind } from '#vocabulary';
import { Office } from './office';
import type { GiveCommand } from './office';
import { instant } from './story-clock';

export interface Sitting {
  readonly kind?: MeetingKind;
  /** The cell committee met the day before. */
  readonly prepared?: boolean;
  readonly minutes?: number;
  /** Another one's than its own, which has ended and can record nothing any more. */
  readonly of?: string;
}

/** The secretary of a cell or a committee, for the organisation's own life. */
export class CellOffice extends Office {
  constructor(give: GiveCommand, organisation: string) {
    super(give, organisation, 'SECRETARY');
  }

  /** Registers and signs, for the organisation itself. */
  pledges(campaign: string, year: number, items: readonly string[] = []) {
    return this.registersAndSigns({ campaign, year }, items);
  }

  /** The cell signs with one of its members, who says what he or she will do. */
  signsWith(member: string, campaign: string, year: number, items: readonly string[] = []) {
    return this.registersAndSigns({ campaign, year, member }, items);
  }

  async meets(
    on: LocalDate,
    {
      kind = 'REGULAR',
      prepared = true,
      minutes = 105,
      of: organisation = this.organisation,
    }: Sitting = {},
  ) {
    const meeting = `${organisation}-${on}-${kind.toLowerCase()}`;
    const startsAt = instant(on, '19:00');
    const endsAt = new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
    const attendance = { expected: 8, present: 8, excused: [], unexcused: [], specialDuty: [] };
    const called = { meeting, organisation, kind, startsAt };
    if (prepared) {
      const effectiveAt = new Date(Date.parse(startsAt) - 86_400_000).toISOString();
      await this.give('scheduleMeeting', { ...called, effectiveAt });
      await this.give('holdPreparatoryMeeting', { meeting, effectiveAt });
    }
    return this.give('holdMeeting', {
      ...called,
      endsAt,
      effectiveAt: endsAt,
      attendance,
      superiorAttended: true,
      previousResolutionReviewed: true,
    });
  }

  async assessesItself(year: number, votes: number) {
    const { organisation } = this;
    await this.give('submitSelfAssessment', { organisation, year, scores: [] });
    return this.give('voteSelfAssessment', {
      organisation,
      year,
      votesFor: votes,
      votesTotal: votes,
    });
  }

  async adoptsInspectionPlan(year: number, codes: readonly string[]) {
    const items = codes.map((code) => ({ code, title: `Kiểm tra ${code}` }));
    return this.give('adoptInspectionPlan', { organisation: this.organisation, year, items });
  }

  inspects(year: number, item: string) {
    const { organisation } = this;
    return this.give('completeInspectionPlanItem', { organisation, year, item });
  }

  /** Its own people noticed: when, may be said afterwards. */
  detectedItself(of: string, on: LocalDate) {
    return this.give('receiveSignal', { case: of, source: 'SELF', effectiveAt: instant(on) });
  }

  plansRemediation(of: string) {
    return this.give('fileRemediationPlan', { case: of });
  }

  completesRemediation(of: string) {
    return this.give('completeRemediation', { case: of });
  }

  private async registersAndSigns(
    key: { readonly campaign: string; readonly year: number; readonly member?: string },
    items: readonly string[],
  ) {
    const pledge = { ...key, organisation: this.organisation };
    await this.give('registerPledge', { ...pledge, items });
    return this.give('signPledge', pledge);
  }
}
