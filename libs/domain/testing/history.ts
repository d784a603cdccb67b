import type { DomainEvent } from '../registry';
import type { Effective } from '../shared/event';
import { admitted, madeOfficial, someTree } from './facts';
import { launchedCampaign, publishedFrame } from './frameworks';
import { on } from './given';

const framework = { id: 'frame', version: 1 };

/**
 * A history with something of everything in it, so that few commands are enough to get far: two
 * cells that pledged for 2024, the second recognised; a meeting with its minutes; cases at each stage.
 */
export function someHistory(): readonly Effective<DomainEvent>[] {
  return [
    ...someTree(),
    admitted('m00001', 'k1'),
    madeOfficial('m00001', 'k1'),
    admitted('m00002', 'k1'),
    ...publishedFrame(),
    launchedCampaign(),
    ...pledged('k1'),
    ...pledged('k2'),
    ...meetingWithMinutes(),
    ...recognised('k2'),
    grantedRole('granted'),
    registeredWebhook('registered'),
    openedCase('opened'),
    ...confirmedCase('confirmed'),
    ...confirmedCase('decided'),
    decidedCase('decided'),
    ...confirmedCase('announced'),
    decidedCase('announced'),
    on('2024-12-18', { type: 'DisciplineAnnounced', data: { case: 'announced', ...accused } }),
  ];
}

const accused = { organisation: 'k1', member: 'm00001' };

function pledged(organisation: string): readonly Effective<DomainEvent>[] {
  const key = { campaign: 'campaign', year: 2024, organisation };
  return [
    on('2024-01-15', { type: 'PledgeRegistered', data: { ...key, framework, items: ['Study'] } }),
    on('2024-01-20', { type: 'PledgeSigned', data: { ...key, framework } }),
  ];
}

function meetingWithMinutes(): readonly Effective<DomainEvent>[] {
  const ofMeeting = { meeting: 'held', organisation: 'k1', year: 2024 };
  return [
    on('2024-03-01', {
      type: 'MeetingHeld',
      data: {
        ...ofMeeting,
        kind: 'REGULAR',
        startsAt: '2024-03-01T08:00:00+07:00',
        endsAt: '2024-03-01T10:00:00+07:00',
        attendance: { expected: 2, present: 2, excused: [], unexcused: [], specialDuty: [] },
        superiorAttended: true,
        previousResolutionReviewed: true,
      },
    }),
    on('2024-03-02', { type: 'MinutesAdopted', data: ofMeeting }),
  ];
}

function recognised(organisation: string): readonly Effective<DomainEvent>[] {
  const ofYear = { organisation, year: 2024 };
  return [
    on('2024-12-10', {
      type: 'AssessmentOpened',
      data: { ...ofYear, campaign: 'campaign', framework },
    }),
    on('2024-12-12', {
      type: 'AppraisalRecorded',
      data: { ...ofYear, appraisedBy: 'appraiser', conditions: [] },
    }),
    on('2024-12-15', {
      type: 'RecognitionGranted',
      data: { ...ofYear, number: '1-QĐ/ĐU', decidedBy: 'c1' },
    }),
  ];
}

function grantedRole(grant: string): Effective<DomainEvent> {
  return on('2024-01-02', {
    type: 'RoleGranted',
    data: {
      grant,
      subject: 'm00009',
      role: 'AUDITOR',
      organisation: 'k1',
      holdsFrom: '2024-01-02',
    },
  });
}

function registeredWebhook(webhook: string): Effective<DomainEvent> {
  return on('2024-01-02', {
    type: 'WebhookRegistered',
    data: {
      webhook,
      owner: 'm00009',
      role: 'INTEGRATOR',
      organisation: 'k1',
      url: 'https://receiver.example/events',
      types: ['RecognitionGranted'],
      description: 'Register of the district',
    },
  });
}

function openedCase(id: string): Effective<DomainEvent> {
  return on('2024-02-01', {
    type: 'CaseOpened',
    data: { case: id, ...accused, occurredOn: '2024-02-01' },
  });
}

function confirmedCase(id: string): readonly Effective<DomainEvent>[] {
  const ofCase = { case: id, ...accused };
  return [
    openedCase(id),
    on('2024-02-20', {
      type: 'ConclusionReached',
      data: { ...ofCase, confirmed: true, remediationRequired: true },
    }),
  ];
}

function decidedCase(id: string): Effective<DomainEvent> {
  return on('2024-12-15', {
    type: 'DisciplineDecided',
    data: { case: id, ...accused, form: 'WARNING', decidedBy: 'c1' },
  });
}
