import { randomUUID } from 'node:crypto';
import { UrlSource } from '../exporting/url-source';
import { EXIT } from '../terminal/outcome';
import { action } from './common';
import type { Place } from './common';

interface AcceptBreakOptions extends Pick<Place, 'token'> {
  readonly url: string;
  readonly reason: string;
}

const ACCEPT = `mutation ($input: AcceptLedgerBreakInput!) {
  acceptLedgerBreak(input: $input) { position events { id } }
}`;
const CHECKPOINT = '{ checkpoint { origin size } }';

interface Accepted {
  readonly acceptLedgerBreak: { readonly events: readonly { readonly id: string }[] };
}

interface Followed {
  readonly checkpoint: { readonly origin: string; readonly size: string };
}

/** As an operator: the service knows what is broken, and is told why that is accepted. */
export const acceptBreakCommand = action<[], AcceptBreakOptions>(
  async (terminal, { url, token, reason }) => {
    const service = new UrlSource(url, token ?? process.env.TOKEN);
    const input = { commandId: randomUUID(), effectiveAt: new Date().toISOString(), reason };
    const { acceptLedgerBreak } = await service.ask<Accepted>(ACCEPT, { input });
    const [event] = acceptLedgerBreak.events;
    const { checkpoint } = await service.ask<Followed>(CHECKPOINT);
    if (terminal.options.isJson) {
      terminal.json({ event: event?.id ?? null, ...checkpoint });
      return EXIT.right;
    }
    terminal.say({
      vi: `Đã ghi nhận (${event?.id ?? ''}). Sổ cái mới: ${checkpoint.origin}, ${checkpoint.size} sự kiện.`,
      en: `Recorded as ${event?.id ?? ''}. Another ledger follows: ${checkpoint.origin}, ${checkpoint.size} events.`,
    });
    terminal.complain({
      vi: 'Hãy báo tên và khoá mới cho những người kiểm tra (GET /ledger/key).',
      en: 'Tell its name and key to those who verify (GET /ledger/key).',
    });
    return EXIT.right;
  },
);
