import { createReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { Controller, Get, Header, NotFoundException, Param, StreamableFile } from '@nestjs/common';
import { CONTENT_SECURITY_POLICY, PAGE, START } from './graphiql.page';

const SCRIPT = 'text/javascript; charset=utf-8';

const FOLDERS = {
  graphiql: dirname(require.resolve('graphiql/package.json')),
  react: dirname(require.resolve('react/package.json')),
  reactDom: dirname(require.resolve('react-dom/package.json')),
};

interface ServedFile {
  readonly path: string;
  readonly type: string;
}

/** The files of packages that the page loads, and nothing else. */
const FILES: ReadonlyMap<string, ServedFile> = new Map([
  ['graphiql.min.css', served('text/css; charset=utf-8', FOLDERS.graphiql, 'graphiql.min.css')],
  ['graphiql.min.js', served(SCRIPT, FOLDERS.graphiql, 'graphiql.min.js')],
  ['react.production.min.js', served(SCRIPT, FOLDERS.react, 'umd', 'react.production.min.js')],
  [
    'react-dom.production.min.js',
    served(SCRIPT, FOLDERS.reactDom, 'umd', 'react-dom.production.min.js'),
  ],
]);

function served(type: string, ...path: readonly string[]): ServedFile {
  return { path: join(...path), type };
}

/** GraphiQL, for asking by hand. Not registered in production. */
@Controller('graphiql')
export class GraphiqlController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', CONTENT_SECURITY_POLICY)
  page(): string {
    return PAGE;
  }

  @Get('start.js')
  @Header('content-type', SCRIPT)
  start(): string {
    return START;
  }

  @Get(':file')
  file(@Param('file') name: string): StreamableFile {
    const file = FILES.get(name);
    if (file === undefined) throw new NotFoundException();
    return new StreamableFile(createReadStream(file.path), { type: file.type });
  }
}
