import { rmSync } from 'node:fs';
import { create } from 'tar';
import { writeExport } from '../exporting/write-export';
import { EXIT } from '../terminal/outcome';
import { action, sourceOf } from './common';
import type { Place } from './common';

interface ExportOptions extends Place {
  readonly out: string;
  readonly under?: string;
  readonly at?: number;
}

export const exportCommand = action<[], ExportOptions>(async (terminal, options) => {
  const { out, under, at } = options;
  const isArchive = out.endsWith('.tar.gz');
  const folder = isArchive ? `${out}.partial` : out;
  const source = await sourceOf(options);
  try {
    const { size, files } = await writeExport(source, {
      folder,
      under,
      at,
      now: () => new Date(),
      onProgress: (events, of) => {
        terminal.progress({ vi: `${events}/${of} sự kiện`, en: `${events} of ${of} events` });
      },
    });
    if (isArchive) {
      await create({ gzip: true, file: out, cwd: folder, portable: true }, ['.']);
      rmSync(folder, { recursive: true });
    }
    if (terminal.options.isJson) terminal.json({ out, size, files: files.length });
    else {
      terminal.say({
        vi: `Đã xuất lịch sử gồm ${size} sự kiện vào ${out}.`,
        en: `The history of ${size} events is in ${out}.`,
      });
    }
    if (!(await source.isBroken())) return EXIT.right;
    terminal.complain({
      vi: 'Dịch vụ đã phát hiện lịch sử không khớp với những gì đã ký: không thể tin bản xuất này. Hãy chạy verify.',
      en: 'The service found that the history is not the one it signed: this export cannot be trusted. Run verify.',
    });
    return EXIT.cannotTell;
  } finally {
    await source.close();
  }
});
