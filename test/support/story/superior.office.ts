import type {
  AppraisalResult,
  FrameworkLegalBasis,
  GrievanceFlag,
  RatingLevel,
  FrameworkDefinition,
} from '#vocabulary';
import { Office } from './office';
import type { GiveCommand } from './office';

export interface Launch {
  readonly framework: Pick<FrameworkDefinition, 'id' | 'version'>;
  readonly years: readonly [from: number, to: number];
  readonly legalBasis?: readonly FrameworkLegalBasis[];
}

/** A committee, or its standing board, deciding about the organisations below it. */
export class SuperiorOffice extends Office {
  constructor(
    give: GiveCommand,
    organisation: string,
    role: 'SUPERIOR_COMMITTEE' | 'STANDING_BOARD' = 'SUPERIOR_COMMITTEE',
  ) {
    super(give, organisation, role);
  }

  async drafts(definition: FrameworkDefinition) {
    const { id: framework, version } = definition;
    const mutation = definition.extends === undefined ? 'draftFramework' : 'extendFramework';
    return this.give(mutation, { framework, version, definition });
  }

  async publishes({ id: framework, version }: Pick<FrameworkDefinition, 'id' | 'version'>) {
    return this.give('publishFramework', { framework, version });
  }

  /** For everything below itself. */
  launches(campaign: string, { framework, years, legalBasis = [] }: Launch) {
    const [fromYear, toYear] = years;
    const { id, version } = framework;
    const reach = { root: this.organisation, fromYear, toYear };
    return this.give('launchCampaign', {
      campaign,
      framework: { id, version },
      ...reach,
      legalBasis,
    });
  }

  choosesPilot(campaign: string, organisation: string, chosenBy?: string) {
    return this.give('designatePilot', {
      campaign,
      organisation,
      ...(chosenBy === undefined ? {} : { chosenBy }),
    });
  }

  rollsOut(campaign: string) {
    return this.give('rollOutCampaign', { campaign });
  }

  assignsTarget(organisation: string, year: number, code: string, assigned: number) {
    const figures = { assigned: String(assigned), unit: '%', direction: 'AT_LEAST' };
    return this.give('assignTarget', { organisation, year, code, title: 'Chỉ tiêu', ...figures });
  }

  confirmsResult(organisation: string, year: number, code: string, achieved: number) {
    const result = { organisation, year, code, achieved: String(achieved) };
    return this.give('confirmTargetResult', result);
  }

  /** Those of an organisation directly below itself. */
  async ratesMembers(
    organisation: string,
    year: number,
    levels: Readonly<Record<string, RatingLevel>>,
  ): Promise<void> {
    const decidedBy = this.organisation;
    for (const [member, level] of Object.entries(levels)) {
      await this.give('decideMemberRating', { organisation, year, member, level, decidedBy });
    }
  }

  rates(organisation: string, year: number, level: RatingLevel) {
    const decidedBy = this.organisation;
    return this.give('decideOrganisationRating', { organisation, year, level, decidedBy });
  }

  async revisesRating(organisation: string, year: number, level: RatingLevel, reason: string) {
    await this.give('reopenRating', { organisation, year, reason });
    const decidedBy = this.organisation;
    return this.give('reviseRating', { organisation, year, level, decidedBy, reason });
  }

  receivesComplaint(grievance: string, organisation: string, flags: readonly GrievanceFlag[]) {
    return this.give('openGrievance', { grievance, organisation, flags });
  }

  settlesComplaint(grievance: string) {
    return this.give('resolveGrievance', { grievance });
  }

  opensAssessment(organisation: string, year: number) {
    return this.give('openAssessment', { organisation, year });
  }

  appraises(
    organisation: string,
    year: number,
    results: Readonly<Record<string, AppraisalResult>>,
  ) {
    const conditions = Object.entries(results).map(([condition, result]) => ({
      condition,
      result,
    }));
    return this.give('recordAppraisal', { organisation, year, conditions });
  }

  recognises(organisation: string, year: number, number = `1-QĐ/${this.organisation}`) {
    const decidedBy = this.organisation;
    return this.give('grantRecognition', { organisation, year, number, decidedBy });
  }

  refuses(organisation: string, year: number, number = `2-QĐ/${this.organisation}`) {
    const decidedBy = this.organisation;
    return this.give('refuseRecognition', { organisation, year, number, decidedBy });
  }

  makesPublic(organisation: string, year: number) {
    return this.give('publishRecognition', { organisation, year });
  }

  rewards(organisation: string, year: number, reward: string) {
    return this.give('grantReward', { organisation, year, reward, grantedBy: this.organisation });
  }

  asksForReview(organisation: string, year: number, causes: readonly string[]) {
    return this.give('requireRecognitionReview', { organisation, year, causes });
  }

  upholds(organisation: string, year: number, reason: string) {
    const decidedBy = this.organisation;
    return this.give('upholdRecognition', { organisation, year, decidedBy, reason });
  }

  revokes(organisation: string, year: number, reason: string) {
    const decidedBy = this.organisation;
    return this.give('revokeRecognition', { organisation, year, decidedBy, reason });
  }
}
