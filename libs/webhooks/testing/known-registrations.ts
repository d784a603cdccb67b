import type { AskedRedelivery, Endings, Registration, Registrations } from '../index';

/** Webhooks as a test has them registered. */
export class KnownRegistrations implements Registrations, Endings {
  private readonly known = new Map<string, Registration>();
  private readonly asked = new Map<string, readonly AskedRedelivery[]>();
  private readonly listeners = new Set<() => void>();
  private changes = 0;

  add(webhook: string, url: string): void {
    this.put(webhook, {
      webhook,
      owner: { id: 'm00077', role: 'INTEGRATOR', organisation: 'c00001' },
      url,
      types: ['MeetingHeld'],
      secrets: [],
      isDisabled: false,
      startedBy: 'registration',
      behind: null,
      resumedAt: '2025-01-01T00:00:00.000Z',
    });
  }

  /** Says something else of one that there is. */
  change(webhook: string, more: Partial<Registration>): void {
    const registration = this.known.get(webhook);
    if (registration !== undefined) this.put(webhook, { ...registration, ...more });
  }

  resume(webhook: string, at: Date): void {
    this.change(webhook, { isDisabled: false, resumedAt: at.toISOString() });
  }

  redeliver(webhook: string, event: string): void {
    const before = this.asked.get(webhook) ?? [];
    this.asked.set(webhook, [...before, { event, position: String(before.length) }]);
    this.change(webhook, {});
  }

  isDisabled(webhook: string): boolean {
    return this.known.get(webhook)?.isDisabled === true;
  }

  all(): Promise<readonly Registration[]> {
    return Promise.resolve([...this.known.values()]);
  }

  read(webhook: string): Promise<Registration | undefined> {
    return Promise.resolve(this.known.get(webhook));
  }

  redeliveries(webhook: string, after = '-1'): Promise<readonly AskedRedelivery[]> {
    const asked = this.asked.get(webhook) ?? [];
    return Promise.resolve(asked.filter(({ position }) => Number(position) > Number(after)));
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  end({ webhook }: Registration): Promise<void> {
    this.known.delete(webhook);
    this.tell();
    return Promise.resolve();
  }

  disable({ webhook }: Registration): Promise<void> {
    this.change(webhook, { isDisabled: true });
    return Promise.resolve();
  }

  private put(webhook: string, registration: Omit<Registration, 'changedAt'>): void {
    this.changes += 1;
    this.known.set(webhook, { ...registration, changedAt: String(this.changes) });
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
