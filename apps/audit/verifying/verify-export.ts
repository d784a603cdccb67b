import { existsSync } from 'node:fs';
import {
  GrowingTree,
  hasForged,
  KeyMalformed,
  leafOf,
  NoteMalformed,
  readCheckpoint,
  readExportedLine,
  readVerifierKey,
  signaturesOf,
  splitCheckpoints,
} from '#ledger';
import type { ExportedEvent, SignedCheckpoint, VerifierKey } from '#ledger';
import { linesOf } from '../reading/events-file';
import type { ExportFolder } from '../reading/export-folder';
import { eventsFile, LEAVES_PER_FILE } from '../reading/manifest';
import { CannotTell, reasonOf } from '../terminal/outcome';
import { AcceptedBreaks } from './accepted-breaks';
import { compareLeaves, SignedLeaves } from './compare-leaves';
import type { FoundLeaf } from './compare-leaves';
import { Findings, isWrong } from './findings';
import { rootsOf } from './roots-of';
import type { Finding } from './findings';

export interface VerifyRequest {
  /** Verifier keys of the ledger that the auditor knows; without them, those that the export names. */
  readonly keys: readonly VerifierKey[];
  /** Of witnesses that must have signed. */
  readonly witnesses: readonly VerifierKey[];
  /** What the auditor kept from before. */
  readonly since?: SignedCheckpoint | undefined;
  /** Leaves that the auditor kept from before, where he kept an export. */
  readonly sinceLeaves?: Buffer | undefined;
  readonly onProgress: (events: number, size: number) => void;
}

export interface Verdict {
  readonly ok: boolean;
  readonly size: number;
  /** In base64. */
  readonly root: string;
  readonly findings: readonly Finding[];
}

/** Everything that an export can be held to (ledger.md, section 6). */
export async function verifyExport(folder: ExportFolder, request: VerifyRequest): Promise<Verdict> {
  const verifying = new Verifying(folder, request);
  return verifying.verdict();
}

const OTHER_LEAVES = 'leaves.bin does not give the root that was signed';

class Verifying {
  private readonly findings = new Findings();
  private readonly accepted = new AcceptedBreaks();

  constructor(
    private readonly folder: ExportFolder,
    private readonly request: VerifyRequest,
  ) {}

  async verdict(): Promise<Verdict> {
    const { manifest } = this.folder;
    if (!this.folder.isManifestWhole) {
      this.findings.add('DAMAGED_FILE', {
        detail: 'manifest.json is not the file that was written',
      });
    }
    for (const file of manifest.files) {
      if (await this.folder.isWhole(file)) continue;
      const detail = existsSync(this.folder.path(file.name))
        ? `${file.name} is not the file that was written`
        : `${file.name} is missing`;
      this.findings.add('DAMAGED_FILE', { detail });
    }
    const checkpoint = this.checkpoint();
    this.signatures(checkpoint);
    const leaves = this.folder.read('leaves.bin') ?? Buffer.alloc(0);
    const signed = this.signedLeaves(leaves, checkpoint);
    await this.events(signed ?? leaves, signed === undefined ? checkpoint : undefined);
    this.earlier(signed ?? leaves, checkpoint);
    const { all } = this.findings;
    return {
      ok: !all.some(isWrong),
      size: checkpoint.size,
      root: checkpoint.root.toString('base64'),
      findings: all,
    };
  }

  private checkpoint(): SignedCheckpoint {
    const text = this.folder.read('checkpoint')?.toString('utf8') ?? '';
    try {
      return readCheckpoint(text);
    } catch (error) {
      if (!(error instanceof NoteMalformed)) throw error;
      throw new CannotTell({
        vi: `Không đọc được dấu kiểm của bản xuất: ${error.message}.`,
        en: `The checkpoint of the export cannot be read: ${error.message}.`,
      });
    }
  }

  /** Those that the export names; one that was damaged is none. */
  private namedKeys(): readonly VerifierKey[] {
    return this.folder.manifest.keys.flatMap((text) => {
      try {
        return [readVerifierKey(text)];
      } catch (error) {
        if (error instanceof KeyMalformed) return [];
        throw error;
      }
    });
  }

  private signatures(checkpoint: SignedCheckpoint): void {
    const { keys, witnesses } = this.request;
    const { origin, size } = this.folder.manifest;
    const known = keys.length > 0 ? keys : this.namedKeys();
    if (known.length === 0) {
      throw new CannotTell({
        vi: 'Bản xuất không nêu khoá; hãy cho biết khoá bằng --key.',
        en: 'The export names no key; name it with --key.',
      });
    }
    const isSigned = known.some((key) => signaturesOf(checkpoint.note, key).length > 0);
    if (!isSigned) {
      this.findings.add('BAD_SIGNATURE', { detail: 'no known key signed the checkpoint' });
    }
    if (checkpoint.origin !== origin || checkpoint.size !== size) {
      this.findings.add('DAMAGED_FILE', { detail: 'manifest.json is not of this checkpoint' });
    }
    for (const witness of witnesses) {
      if (signaturesOf(checkpoint.note, witness).length > 0) continue;
      const detail = hasForged(checkpoint.note, witness)
        ? `the cosignature of ${witness.name} is wrong`
        : `${witness.name} did not cosign`;
      this.findings.add('BAD_SIGNATURE', { detail });
    }
  }

  /** What every event is held to: the leaves of which the signed root is made, or that the auditor kept. */
  private signedLeaves(leaves: Buffer, { size, root }: SignedCheckpoint): Buffer | undefined {
    const tree = GrowingTree.over(leaves);
    if (tree.size === size && tree.root().equals(root)) return leaves;
    const { since, sinceLeaves } = this.request;
    if (since !== undefined && sinceLeaves !== undefined) {
      const kept = GrowingTree.over(sinceLeaves);
      if (kept.size === since.size && kept.root().equals(since.root)) {
        this.findings.add('DAMAGED_FILE', { detail: OTHER_LEAVES });
        return sinceLeaves;
      }
    }
    return undefined;
  }

  /** @param unproved what the leaves were to give, where they do not */
  private async events(kept: Buffer, unproved: SignedCheckpoint | undefined): Promise<void> {
    const { size, scope } = this.folder.manifest;
    const isPart = scope.under !== null;
    const leaves = new SignedLeaves(kept);
    const computed = new GrowingTree();
    const order = new StreamOrder(this.findings, isPart);
    const files = Math.ceil(size / LEAVES_PER_FILE);
    for (let number = 0; number < files; number += 1) {
      const from = number * LEAVES_PER_FILE;
      const to = Math.min(size, from + LEAVES_PER_FILE);
      const found = await this.file(number, order, isPart);
      if (found === undefined) continue;
      for (const { hash } of found) computed.add(Buffer.from(hash, 'latin1'));
      if (isPart) this.part(found, leaves, [from, to]);
      else this.whole(found, leaves, [from, to]);
      this.request.onProgress(to, size);
    }
    if (unproved !== undefined) this.withoutLeaves(computed, unproved);
  }

  /** Nothing for a file that cannot be read: of its events nothing can be told. */
  private async file(
    number: number,
    order: StreamOrder,
    isPart: boolean,
  ): Promise<readonly FoundLeaf[] | undefined> {
    const name = eventsFile(number);
    const from = number * LEAVES_PER_FILE;
    if (!existsSync(this.folder.path(name))) {
      // Of what the manifest does not name either, the events are missing, not the file.
      if (isPart || !this.folder.manifest.files.some((file) => file.name === name)) return [];
      this.findings.add('DAMAGED_FILE', { index: from, detail: `${name} is missing` });
      return undefined;
    }
    const found: FoundLeaf[] = [];
    try {
      for await (const line of linesOf(this.folder.path(name))) {
        const event = readExportedLine(line);
        if (event === undefined) {
          const detail = `a line of ${name} is no event`;
          this.findings.add('DAMAGED_FILE', { index: from + found.length, detail });
          found.push({ hash: '', id: undefined, index: undefined });
          continue;
        }
        order.see(event, from + found.length);
        this.accepted.see(event, event.index);
        found.push({ hash: leafOf(event).toString('latin1'), id: event.id, index: event.index });
      }
      return found;
    } catch (error) {
      const reason = reasonOf(error);
      const detail = `${name} cannot be read: ${reason}`;
      this.findings.add('DAMAGED_FILE', { index: from + found.length, detail });
      return undefined;
    }
  }

  /** As far as there are leaves to hold it to: those that the auditor kept may be of an earlier tree. */
  private whole(
    found: readonly FoundLeaf[],
    leaves: SignedLeaves,
    [from, to]: readonly [number, number],
  ): void {
    const end = Math.min(to, leaves.size);
    if (end <= from) return;
    compareLeaves(
      end < to ? found.slice(0, end - from) : found,
      leaves,
      [from, end],
      this.findings,
    );
  }

  /** Of a part, each event says which leaf it is. */
  private part(
    found: readonly FoundLeaf[],
    leaves: SignedLeaves,
    [from, to]: readonly [number, number],
  ): void {
    let last = from - 1;
    for (const { hash, id = null, index = -1 } of found) {
      if (index <= last) {
        this.findings.add('REORDERED', {
          index: Math.max(index, 0),
          event: id,
          detail: 'it comes too late',
        });
      } else if (index >= to || leaves.at(index) !== hash) {
        const place = leaves.placeOf(hash);
        const kind = place === undefined ? 'ALTERED' : 'REORDERED';
        this.findings.add(kind, {
          index,
          event: id,
          detail: 'it is not the event that was signed',
        });
      }
      last = Math.max(last, index);
    }
  }

  /** Where the leaves beside the events were changed, too. */
  private withoutLeaves(computed: GrowingTree, { size, root }: SignedCheckpoint): void {
    if (computed.size === size && computed.root().equals(root)) {
      this.findings.add('DAMAGED_FILE', { detail: OTHER_LEAVES });
      return;
    }
    this.findings.add('NOT_CONSISTENT', {
      detail: 'the events do not give the root that was signed',
    });
  }

  /** What was signed before, by the service and as the auditor kept it, is the beginning of this. */
  private earlier(leaves: Buffer, checkpoint: SignedCheckpoint): void {
    const { since } = this.request;
    const kept = this.keptCheckpoints();
    const wanted = since === undefined ? kept : [...kept, since];
    const roots = rootsOf(leaves, new Set(wanted.map(({ size }) => size)));
    for (const { size, root } of kept) {
      if (roots.get(size)?.equals(root) === true) continue;
      const detail = `the checkpoint of ${size} events is not of this history`;
      this.findings.add('NOT_CONSISTENT', { detail });
    }
    if (since === undefined) return;
    if (since.origin !== checkpoint.origin) {
      this.findings.add('NOT_CONSISTENT', this.accepted.detailOf(since.origin));
    }
    if (since.size > checkpoint.size) {
      const detail = `${since.size} events were signed before`;
      this.findings.add('TRUNCATED', { index: checkpoint.size, detail });
    } else if (roots.get(since.size)?.equals(since.root) !== true) {
      const detail = `what was kept, of ${since.size} events, is not the beginning of this`;
      this.findings.add('NOT_CONSISTENT', { detail });
    }
  }

  private keptCheckpoints(): readonly SignedCheckpoint[] {
    const text = this.folder.read('checkpoints')?.toString('utf8') ?? '';
    const keys = [...this.request.keys, ...this.namedKeys()];
    return splitCheckpoints(text).flatMap((note, at) => {
      try {
        const read = readCheckpoint(note);
        if (keys.every((key) => signaturesOf(read.note, key).length === 0)) {
          const detail = `no known key signed the checkpoint of ${read.size} events`;
          this.findings.add('BAD_SIGNATURE', { detail });
        }
        return [read];
      } catch (error) {
        if (!(error instanceof NoteMalformed)) throw error;
        this.findings.add('DAMAGED_FILE', { detail: `checkpoints: part ${at + 1} is none` });
        return [];
      }
    });
  }
}

/** Whether each stream goes on where it stopped, and the time of recording forwards. */
class StreamOrder {
  private readonly next = new Map<string, number>();
  private last = '';

  constructor(
    private readonly findings: Findings,
    private readonly isPart: boolean,
  ) {}

  see({ stream, revision, id, recordedAt }: ExportedEvent, index: number): void {
    const expected = this.next.get(stream) ?? 0;
    if (!this.isPart && revision !== expected) {
      const detail = `${stream} goes on with ${revision} instead of ${expected}`;
      this.findings.add('STREAM_GAP', { index, event: id, detail });
    }
    this.next.set(stream, revision + 1);
    if (recordedAt < this.last) {
      this.findings.add('TIME_WENT_BACK', {
        index,
        event: id,
        detail: `${recordedAt} after ${this.last}`,
      });
    }
    if (recordedAt > this.last) this.last = recordedAt;
  }
}
