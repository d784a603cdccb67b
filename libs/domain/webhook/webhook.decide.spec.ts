import { PROCESS_ROLE } from '#vocabulary';
import type { Actor } from '#vocabulary';
import { given, on, someTree } from '../testing';

const program: Actor = { id: 'm00077', role: 'INTEGRATOR', organisation: 'k1' };
const another: Actor = { ...program, id: 'm00078' };
const operator: Actor = { id: 'clerk', role: 'OPERATOR', organisation: 'office' };
const courier: Actor = { id: 'webhooks', role: PROCESS_ROLE, organisation: 'k1' };

const terms = {
  url: 'https://receiver.example/events?of=k1',
  types: ['RecognitionGranted', 'RecognitionRevoked'],
  description: 'Register of the district',
} as const;
const key = { webhook: 'hook1', organisation: 'k1' } as const;
const register = { type: 'RegisterWebhook', webhook: 'hook1', ...terms } as const;
const held = { owner: 'm00077', role: 'INTEGRATOR' } as const;
const registered = on('2024-06-01', {
  type: 'WebhookRegistered',
  data: { ...key, ...held, ...terms },
});
const disabled = on('2024-06-02', {
  type: 'WebhookDisabled',
  data: { ...key, cause: 'RETRIES_EXHAUSTED' },
});
const ended = on('2024-06-03', { type: 'WebhookEnded', data: { ...key, cause: 'GONE' } });

describe('Registering a webhook', () => {
  it('records where to, for whom and in which role, and no secret', () => {
    given(...someTree())
      .when({ ...register, under: 'k1', fromBeginning: true }, { actor: program })
      .then({
        type: 'WebhookRegistered',
        data: { ...key, ...held, ...terms, under: 'k1', fromBeginning: true },
      });
  });

  it('begins behind a place that was named', () => {
    const behind = { event: 'event1', position: '12' };
    given(...someTree())
      .when({ ...register, behind }, { actor: program })
      .then({ type: 'WebhookRegistered', data: { ...key, ...held, ...terms, behind } });
  });

  it('happens once for an id, after its end as well', () => {
    for (const facts of [[registered], [registered, ended]]) {
      given(...someTree(), ...facts)
        .when(register, { actor: another })
        .thenRefused('ALREADY_EXISTS', { field: 'webhook' });
    }
  });

  it('is for oneself; an operator does it for others', () => {
    given(...someTree())
      .when(register, { actor: program, enteredBy: another })
      .thenRefused('ACTING_FOR_BEYOND_SCOPE');
    given(...someTree())
      .when(register, { actor: program, enteredBy: operator })
      .then({ type: 'WebhookRegistered', data: { ...key, ...held, ...terms } });
  });

  it.each([
    'receiver.example',
    'ftp://receiver.example/',
    'https://user:word@receiver.example/',
    'https://receiver.example/#part',
  ])('takes only plain addresses of the web: not %s', (url) => {
    given(...someTree())
      .when({ ...register, url }, { actor: program })
      .thenRefused('VALUE_INVALID', { field: 'url' });
  });

  it('asks for types of events, none twice, and for an organisation that there is', () => {
    given(...someTree())
      .when({ ...register, types: [] }, { actor: program })
      .thenRefused('VALUE_INVALID', { field: 'types' });
    given(...someTree())
      .when({ ...register, types: ['RewardGranted', 'RewardGranted'] }, { actor: program })
      .thenRefused('LISTED_TWICE', { field: 'types' });
    given(...someTree())
      .when({ ...register, under: 'nowhere' }, { actor: program })
      .thenRefused('ORGANISATION_UNKNOWN', { field: 'under' });
  });
});

describe('A webhook', () => {
  const change = { type: 'ChangeWebhook', webhook: 'hook1', ...terms } as const;

  it('of somebody else is as one that there is not, also for who speaks for its owner', () => {
    const end = { type: 'EndWebhook', webhook: 'hook1' } as const;
    for (const when of [{ actor: another }, { actor: program, enteredBy: another }]) {
      given(...someTree(), registered)
        .when(end, when)
        .thenRefused('NOT_RECORDED', { field: 'webhook' });
    }
    for (const actor of [program, operator]) {
      given(...someTree(), registered)
        .when(end, { actor })
        .then({ type: 'WebhookEnded', data: { ...key, cause: 'ASKED' } });
    }
  });

  it('is changed whole, and not into what it is', () => {
    given(...someTree(), registered)
      .when({ ...change, under: 'k1' }, { actor: program })
      .then({ type: 'WebhookChanged', data: { ...key, ...terms, under: 'k1' } });
    given(...someTree(), registered)
      .when(change, { actor: program })
      .thenRefused('ALREADY_SO', { details: { webhook: 'hook1' } });
  });

  it('gets another secret, and for a day the one of before counts as well', () => {
    given(...someTree(), registered)
      .when(
        { type: 'RotateWebhookSecret', webhook: 'hook1' },
        { actor: program, now: '2024-06-10T08:00:00Z' },
      )
      .then({
        type: 'WebhookSecretRotated',
        data: { ...key, generation: 2, previousUntil: '2024-06-11T08:00:00.000Z' },
      });
  });

  it('is disabled once, and goes on with what waits or from another place', () => {
    given(...someTree(), registered)
      .when({ type: 'DisableWebhook', webhook: 'hook1' }, { actor: courier })
      .then({ type: 'WebhookDisabled', data: { ...key, cause: 'RETRIES_EXHAUSTED' } });
    given(...someTree(), registered, disabled)
      .when({ type: 'DisableWebhook', webhook: 'hook1' }, { actor: program })
      .thenRefused('NOT_IN_THIS_STATE', { field: 'webhook' });
    given(...someTree(), registered, disabled)
      .when({ type: 'ResumeWebhook', webhook: 'hook1' }, { actor: program })
      .then({ type: 'WebhookResumed', data: key });
    given(...someTree(), registered)
      .when({ type: 'ResumeWebhook', webhook: 'hook1' }, { actor: program })
      .thenRefused('NOT_IN_THIS_STATE', { field: 'webhook' });
    given(...someTree(), registered)
      .when({ type: 'ResumeWebhook', webhook: 'hook1', fromBeginning: true }, { actor: program })
      .then({ type: 'WebhookResumed', data: { ...key, fromBeginning: true } });
  });

  it('that has ended is over, by the answer of its receiver too', () => {
    given(...someTree(), registered)
      .when({ type: 'EndWebhook', webhook: 'hook1' }, { actor: courier })
      .then({ type: 'WebhookEnded', data: { ...key, cause: 'GONE' } });
    given(...someTree(), registered, ended)
      .when({ type: 'Redeliver', webhook: 'hook1', event: 'event1' }, { actor: program })
      .thenRefused('NOT_IN_THIS_STATE', { field: 'webhook' });
  });
});
