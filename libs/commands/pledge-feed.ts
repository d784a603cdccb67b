import type { FactCorrected } from '#domain';
import type { EventLog, Position, RecordedEvent } from '#event-log';
import type { PledgeRegister } from './pledge-register';

/** To read more than this costs more than asking the source anew. */
const MOST_EVENTS = 5_000;

/** Tells a register of pledges what other processes recorded: all that the log holds when it is asked. */
export class PledgeFeed {
  private through: Position | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly log: Pick<EventLog, 'head' | 'readAllSlice'>,
    private readonly register: Pick<PledgeRegister, 'learn' | 'doubtCorrected' | 'forget'>,
  ) {}

  /** Resolves when the register knows of everything recorded before the call. */
  catchUp(): Promise<void> {
    const turn = this.turn.then(() => this.read());
    this.turn = turn.catch(() => undefined);
    return turn;
  }

  private async read(): Promise<void> {
    const head = await this.log.head();
    // What came before the first question, the source knows.
    if (head === undefined || this.through === undefined) this.through = head;
    let count = 0;
    while (this.through !== undefined && head !== undefined && this.through < head) {
      const events = await this.log.readAllSlice({ after: this.through });
      count += events.length;
      if (count > MOST_EVENTS) {
        this.register.forget();
        this.through = head;
        return;
      }
      for (const event of events) this.tell(event);
      this.through = events.at(-1)?.position ?? head;
    }
  }

  private tell({ type, data }: RecordedEvent): void {
    this.register.learn(type, data);
    if (type === 'FactCorrected') this.register.doubtCorrected(data as FactCorrected['data']);
  }
}
