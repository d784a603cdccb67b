import { readFileSync } from 'node:fs';
import {
  entryOf,
  inclusionProof,
  isIncluded,
  LeafHashes,
  leafHash,
  NoteMalformed,
  readCheckpoint,
  readExportedLine,
  readTlogProof,
  signaturesOf,
  writeTlogProof,
} from '#ledger';
import type { VerifierKey } from '#ledger';
import { eventsOf } from '../reading/exported-events';
import type { ExportFolder } from '../reading/export-folder';
import { CannotTell } from '../terminal/outcome';
import type { Said } from '../terminal/outcome';

/** A proof of an event in an export, against its checkpoint. @throws CannotTell for an event that is not in it */
export async function provedIn(folder: ExportFolder, event: string): Promise<string> {
  const checkpoint = folder.read('checkpoint')?.toString('utf8') ?? '';
  const leaves = new LeafHashes(folder.read('leaves.bin') ?? Buffer.alloc(0));
  for await (const found of eventsOf(folder)) {
    if (found.id !== event) continue;
    const { size } = readCheckpoint(checkpoint);
    const hashes = await inclusionProof(leaves, found.index, size);
    return writeTlogProof({ index: found.index, hashes, checkpoint, extra: entryOf(found) });
  }
  throw new CannotTell({
    vi: `Bản xuất không có sự kiện ${event}.`,
    en: `There is no event ${event} in the export.`,
  });
}

/** What is wrong with a proof; nothing where it holds. */
export function whatIsWrongWith(
  file: string,
  key: VerifierKey,
  eventFile: string | undefined,
): Said | undefined {
  const proof = readProof(file);
  const tree = readCheckpoint(proof.checkpoint);
  if (signaturesOf(tree.note, key).length === 0) {
    return {
      vi: 'dấu kiểm không được ký bằng khoá này',
      en: 'the checkpoint is not signed by this key',
    };
  }
  const event =
    eventFile === undefined ? undefined : readExportedLine(readFileSync(eventFile, 'utf8').trim());
  if (eventFile !== undefined && event === undefined) {
    throw new CannotTell({
      vi: `${eventFile} không phải là một dòng sự kiện.`,
      en: `${eventFile} is no line of an events file.`,
    });
  }
  const entry = event === undefined ? proof.extra : entryOf(event);
  if (entry === undefined) {
    throw new CannotTell({
      vi: 'Chứng minh không nêu nội dung; hãy cho biết sự kiện bằng --event.',
      en: 'The proof tells no entry; name the event with --event.',
    });
  }
  if (isIncluded(leafHash(entry), proof.index, tree, proof.hashes)) return undefined;
  return {
    vi: 'sự kiện này không có trong lịch sử đã ký',
    en: 'this event is not in the history that was signed',
  };
}

function readProof(file: string) {
  try {
    return readTlogProof(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof NoteMalformed) && !isMissing(error)) throw error;
    throw new CannotTell({
      vi: `Không đọc được chứng minh ${file}: ${(error as Error).message}.`,
      en: `The proof ${file} cannot be read: ${(error as Error).message}.`,
    });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
