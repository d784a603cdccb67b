import { DockerfileParser } from 'dockerfile-ast';
import type { Copy, Env, From, Instruction, JSONInstruction } from 'dockerfile-ast';

/** A stage of the build: what it begins with, and its instructions in order. */
export interface Stage {
  readonly name: string;
  /** Another stage, or an image with its tag. */
  readonly from: string;
  readonly instructions: readonly Instruction[];
}

export function stagesOf(dockerfile: string): readonly Stage[] {
  const stages: { name: string; from: string; instructions: Instruction[] }[] = [];
  for (const instruction of DockerfileParser.parse(dockerfile).getInstructions()) {
    if (instruction.getKeyword() === 'FROM') {
      const from = instruction as From;
      const name = from.getBuildStage() ?? '';
      stages.push({ name, from: from.getImage() ?? '', instructions: [] });
    } else {
      stages.at(-1)?.instructions.push(instruction);
    }
  }
  return stages;
}

/** The arguments of the last instruction of this kind, in its exec form. */
export function wordsOf(stage: Stage, keyword: 'CMD' | 'ENTRYPOINT'): readonly string[] {
  const last = stage.instructions.findLast((instruction) => instruction.getKeyword() === keyword);
  if (last === undefined) return [];
  return (last as JSONInstruction).getJSONStrings().map((word) => word.getJSONValue());
}

/** The command of the health check. */
export function healthCheckOf(stage: Stage): readonly string[] {
  const last = stage.instructions.findLast(
    (instruction) => instruction.getKeyword() === 'HEALTHCHECK',
  );
  const command = /CMD\s+(\[.+\])$/.exec(last?.toString() ?? '')?.[1];
  if (command === undefined) throw new Error('There is no health check in exec form');
  return JSON.parse(command) as string[];
}

/** The only argument of an instruction. */
export function valueOf(stage: Stage, keyword: 'USER' | 'STOPSIGNAL'): string {
  const last = stage.instructions.findLast((instruction) => instruction.getKeyword() === keyword);
  const value = last?.getArguments()[0]?.getValue();
  if (value === undefined) throw new Error(`There is no ${keyword}`);
  return value;
}

export function variablesOf(stage: Stage): ReadonlyMap<string, string> {
  const variables = stage.instructions
    .filter((instruction): instruction is Env => instruction.getKeyword() === 'ENV')
    .flatMap((env) => env.getProperties())
    .map((property) => [property.getName(), property.getValue() ?? ''] as const);
  return new Map(variables);
}

export interface Copying {
  readonly sources: readonly string[];
  readonly target: string;
  /** Another stage; without, the context. */
  readonly from: string | undefined;
  readonly mode: number | undefined;
}

export function copyingOf(copy: Copy): Copying {
  const paths = copy.getArguments().map((argument) => argument.getValue());
  const target = paths.pop();
  if (target === undefined) throw new Error(`Nothing is copied by ${copy.toString()}`);
  const flags = new Map(copy.getFlags().map((flag) => [flag.getName(), flag.getValue()]));
  const mode = flags.get('chmod') ?? undefined;
  for (const name of flags.keys()) {
    if (name !== 'from' && name !== 'chmod') throw new Error(`COPY --${name} is not known here`);
  }
  return {
    sources: paths,
    target,
    from: flags.get('from') ?? undefined,
    mode: mode === undefined ? undefined : Number.parseInt(mode, 8),
  };
}
