import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join, posix } from 'node:path';
import type { Copy } from 'dockerfile-ast';
import { copyingOf } from './dockerfile.mts';
import type { Stage } from './dockerfile.mts';

/** What is sent to the build. */
export interface Context {
  readonly folder: string;
  readonly files: readonly string[];
}

/**
 * What an engine would do with a Dockerfile, done in folders: each stage has one, which stands for the root of its file
 * system. A command of RUN finds its working directory there, and its absolute paths are led there. The base image is the
 * machine, with the Node of this project.
 */
export class CarriedOut {
  readonly #roots = new Map<string, string>();
  readonly #workingFolders = new Map<string, string>();

  readonly #workspace: string;
  readonly #context: Context;
  readonly #nodeFolder: string;

  /** @param nodeFolder with the `node` of the base image */
  constructor(workspace: string, context: Context, nodeFolder: string) {
    this.#workspace = workspace;
    this.#context = context;
    this.#nodeFolder = nodeFolder;
  }

  /** The folder that stands for the root of a stage. */
  rootOf(stage: string): string {
    const root = this.#roots.get(stage);
    if (root === undefined) throw new Error(`There is no stage ${stage} yet`);
    return root;
  }

  workingFolderOf(stage: string): string {
    return join(this.rootOf(stage), this.#workingFolders.get(stage) ?? '/');
  }

  carryOut(stage: Stage): void {
    const root = join(this.#workspace, stage.name);
    mkdirSync(root);
    const before = this.#roots.get(stage.from);
    // Hard links where the file system has them: the next stage replaces files, and changes none in place.
    if (before !== undefined) execFileSync('cp', ['-a', '-l', `${before}/.`, root]);
    this.#roots.set(stage.name, root);
    this.#workingFolders.set(stage.name, this.#workingFolders.get(stage.from) ?? '/');
    for (const instruction of stage.instructions) {
      switch (instruction.getKeyword()) {
        case 'WORKDIR':
          this.#enter(stage, instruction.getArguments()[0]?.getValue() ?? '/');
          break;
        case 'COPY':
          this.#copy(stage, instruction as Copy);
          break;
        case 'RUN':
          this.#run(stage, instruction.getArgumentsContent() ?? '');
          break;
        default:
        // How it is started, which is for whoever starts it.
      }
    }
  }

  #enter(stage: Stage, folder: string): void {
    this.#workingFolders.set(
      stage.name,
      posix.resolve(this.#workingFolders.get(stage.name) ?? '/', folder),
    );
    mkdirSync(this.workingFolderOf(stage.name), { recursive: true });
  }

  #copy(stage: Stage, instruction: Copy): void {
    const { sources, target, from, mode } = copyingOf(instruction);
    const to = target.startsWith('/')
      ? join(this.rootOf(stage.name), target)
      : join(this.workingFolderOf(stage.name), target);
    for (const source of sources) {
      const copied =
        from === undefined
          ? this.#copyFromContext(source, to, target)
          : [copyFrom(join(this.rootOf(from), source), to)];
      if (mode !== undefined) for (const path of copied) chmodSync(path, mode);
    }
  }

  #copyFromContext(source: string, to: string, target: string): readonly string[] {
    const taken = this.#context.files.filter(
      (file) => file === source || file.startsWith(`${source}/`),
    );
    if (taken.length === 0) throw new Error(`COPY ${source}: not in the context of the build`);
    return taken.map((file) => {
      const inTarget =
        file !== source
          ? join(to, file.slice(source.length))
          : target.endsWith('/')
            ? join(to, basename(file))
            : to;
      cpSync(join(this.#context.folder, file), inTarget, { recursive: true });
      return inTarget;
    });
  }

  #run(stage: Stage, command: string): void {
    const root = this.rootOf(stage.name);
    const words = command.replaceAll(/(?<=^|\s)--mount=\S+/g, '').replaceAll('\\\n', ' ');
    const led = words.replaceAll(/(?<=\s)\/[\w./-]+/g, (path) => join(root, path));
    const isRoot = process.getuid?.() === 0;
    execFileSync('/bin/sh', ['-e', '-c', led], {
      cwd: this.workingFolderOf(stage.name),
      env: {
        ...process.env,
        NODE_ENV: '',
        PATH: [...(isRoot ? [] : [this.#withoutOwners()]), this.#nodeFolder, pathOfMachine()].join(
          delimiter,
        ),
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  }

  /** Only root may give files away; anybody else keeps them, and starts the programs as himself. */
  #withoutOwners(): string {
    const folder = join(this.#workspace, 'without-owners');
    if (!existsSync(folder)) {
      mkdirSync(folder);
      writeFileSync(join(folder, 'chown'), '#!/bin/sh\n', { mode: 0o755 });
    }
    return folder;
  }
}

function copyFrom(source: string, to: string): string {
  rmSync(to, { recursive: true, force: true });
  if (statSync(source).isDirectory()) execFileSync('cp', ['-a', '-l', source, to]);
  else cpSync(source, to);
  return to;
}

/** Without what npm puts there for its scripts: a step finds nothing of this project that it did not install itself. */
function pathOfMachine(): string {
  const entries = (process.env.PATH ?? '').split(delimiter);
  return entries.filter((entry) => !entry.includes('node_modules')).join(delimiter);
}
